import ArticleModel

/// Names that a number ends: laws, and the models of makers.
extension NamedThingScan {
  /// The year at a token, if it is one of these centuries.
  func year(_ index: Int) -> Int? {
    guard let figure = reader.integer(index), figure.digits == 4, (1800...2100).contains(figure.value) else {
      return nil
    }
    return figure.value
  }

  /// "Directive 2012/34/EU", "règlement (CE) no 852/2004", "Executive Order 13769".
  func numbered(_ index: Int, _ type: MentionType, _ certainty: Float) -> Found? {
    guard let end = numberEnd(index + 1) else { return nil }
    if reader.matches(index, "order") {
      guard reader.isCapitalised(index), reader.matches(index - 1, "executive"), reader.isCapitalised(index - 1) else {
        return nil
      }
      return Found(first: index - 1, last: end.last, type: type, certainty: certainty)
    }
    guard reader.isCapitalised(index) || end.isCode else { return nil }
    return Found(first: index, last: end.last, type: type, certainty: certainty)
  }

  /// The end of "2012/34/EU", "(EU) No 1026/2012", "1325", and whether it has the parts of a law's number.
  private func numberEnd(_ start: Int) -> (last: Int, isCode: Bool)? {
    var index = start
    var isCode = false
    if reader.punctuation(index) == 0x28, reader.shape(index + 1) == .upper, reader.punctuation(index + 2) == 0x29 {
      index += 3
      isCode = true
    }
    if reader.matches(index, "no") || reader.matches(index, "nr") || reader.matches(index, "n") {
      let mark = reader.punctuation(index + 1)
      index += mark == 0x2E || mark == 0xB0 ? 2 : 1
    }
    guard reader.integer(index) != nil else { return nil }
    while reader.punctuation(index + 1) == 0x2F || reader.isDash(index + 1), reader.isGlued(index + 1),
      reader.isWordLike(index + 2), reader.isGlued(index + 2)
    {
      isCode = isCode || reader.punctuation(index + 1) == 0x2F
      index += 2
    }
    return (index, isCode)
  }

  // MARK: Models

  /// "Boeing 737 MAX", "iPhone 15 Pro", "Falcon 9".
  func model(_ index: Int) -> Found? {
    guard reader.shape(index) != .lower, !reader.isGlued(index + 1), let last = modelEnd(index + 1) else { return nil }
    var end = last
    for word in ["pro", "max", "plus", "ultra", "neo"] as [StaticString] where reader.matches(end + 1, word) {
      guard reader.shape(end + 1) != .lower else { break }
      end += 1
    }
    return Found(first: index, last: end, type: .product, certainty: 0.85)
  }

  /// The end of "737", "A320neo", "787-9", "2A6" at a token.
  private func modelEnd(_ index: Int) -> Int? {
    guard reader.contains(index), reader.kind(index) == .number || reader.kind(index) == .mixed,
      reader.tokens[index].range.count <= 8, reader.integer(index).map({ $0.value < 2000 }) ?? true
    else { return nil }
    // "Windows 95%", "Boeing 737,000"
    if let next = reader.kind(index + 1), next == .punctuation, reader.punctuation(index + 1) == 0x25 { return nil }
    var last = index
    while reader.isDash(last + 1), reader.isGlued(last + 1), reader.isGlued(last + 2),
      reader.kind(last + 2) == .number || reader.kind(last + 2) == .mixed
    {
      last += 2
    }
    return last
  }

  /// "MiG-31K", "Kh-101", "AIM-120".
  func designator(_ index: Int) -> Found? {
    guard reader.isCapitalised(index), reader.isDash(index + 1), reader.isGlued(index + 1), reader.isGlued(index + 2),
      !reader.isGlued(index) || !reader.isDash(index - 1), let last = modelEnd(index + 2)
    else { return nil }
    return Found(first: index, last: last, type: .product, certainty: 0.85)
  }
}
