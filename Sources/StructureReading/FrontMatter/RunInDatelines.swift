import ArticleModel

/// Parts a dateline from the paragraph that it begins: "BRUSSELS, 13 June (Reuters) – The ministers met."
///
/// TEI has `dateline` beside paragraphs, not in them. Only the first paragraphs of an article are looked at, and only
/// what a date, a known agency or a known place bears out is taken for a dateline.
struct RunInDatelines {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Paragraphs looked at.
  private static let depth = 3

  func parted(_ blocks: [Block]) -> [Block] {
    var paragraphs = 0
    for (index, block) in blocks.enumerated() {
      guard case .paragraph(let run) = block else {
        if case .table = block { return blocks }
        continue
      }
      paragraphs += 1
      if let (dateline, rest) = part(run, isFirst: paragraphs == 1) {
        return blocks[..<index] + [.dateline(dateline), .paragraph(rest)] + blocks[(index + 1)...]
      }
      if paragraphs == Self.depth { return blocks }
    }
    return blocks
  }

  private func part(_ run: TextRun, isFirst: Bool) -> (dateline: TextRun, rest: TextRun)? {
    guard run.range.count >= 40 else { return nil }
    var scan = DatelineScan(bytes: bytes, range: run.range, isFirst: isFirst)
    guard let end = scan.end() else { return nil }
    var rest = SourceRange(start: Int32(end), end: run.range.end)
    while rest.start < rest.end {
      let scalar = Characters.decode(bytes, at: Int(rest.start), end: Int(rest.end))
      guard Characters.isSpace(scalar.value) else { break }
      rest.start += Int32(scalar.length)
    }
    guard rest.count >= 20 else { return nil }
    return (
      TextRun(SourceRange(start: run.range.start, end: Int32(end)), certainty: 0.9),
      TextRun(rest, certainty: run.certainty)
    )
  }
}

/// Reads a dateline from the beginning of a paragraph: a place, perhaps a date, perhaps an agency, and a dash.
private struct DatelineScan {
  let bytes: UnsafeBufferPointer<UInt8>
  let limit: Int
  let isFirst: Bool
  private var index: Int
  private let start: Int

  /// A dateline is no longer, in bytes.
  private static let longest = 110

  init(bytes: UnsafeBufferPointer<UInt8>, range: SourceRange, isFirst: Bool) {
    self.bytes = bytes
    self.isFirst = isFirst
    start = Int(range.start)
    index = start
    limit = min(Int(range.end), start + Self.longest)
  }

  /// The offset behind the dash; nil where no dateline stands here.
  mutating func end() -> Int? {
    let isBracketed = bytes[index] == 0x28
    if isBracketed { index += 1 }
    let placeStart = index
    guard let place = readPlace() else { return nil }
    let name = placeStart..<place
    index = place
    var hasDate = readDate()
    var agency: DatelineWords.Agency?
    if isBracketed {
      guard index < limit, bytes[index] == 0x29 else { return nil }
      index += 1
    } else if let found = readAgency() {
      agency = found
      if !hasDate { hasDate = readDate() }
    }
    guard let separator = readSeparator(afterAgency: agency) else { return nil }
    let isKnown = DatelineWords.isPlace(bytes[name])
    let isCapitals = !bytes[name].contains { $0 &- 0x61 < 26 }
    // A colon leads in much else: "HINT: …".
    if separator.isColon, agency != .known { return isKnown && isCapitals && isFirst ? separator.end : nil }
    switch (hasDate, agency) {
    case (true, _): break
    case (false, .known): break
    // Whoever stands in brackets, a place in capitals or a place that is known makes it a dateline.
    case (false, .other): guard isCapitals && separator.isDash || isKnown else { return nil }
    case (false, nil):
      guard isKnown, separator.isDash, isCapitals || isBracketed || isFirst, separator.isLong || isCapitals else {
        return nil
      }
    }
    return separator.end
  }

  /// Reads capitalised words and what joins them; the offset behind them.
  private mutating func readPlace() -> Int? {
    var words = 0
    var end = index
    var next = index
    while next < limit, words < 7 {
      let wordStart = next
      while next < limit, isPlaceByte(bytes[next]) { next += 1 }
      // A dash of three bytes or another mark ends the place.
      guard next > wordStart else { break }
      let first = Characters.decode(bytes, at: wordStart, end: limit).value
      guard Characters.isLetter(first) else { break }
      if Characters.isUpper(first) {
        end = next
      } else if !DatelineWords.isJoining(bytes[wordStart..<next]) {
        break
      }
      words += 1
      // "Springfield, Ill." and "Frankfurt/Main", but not the comma before a date.
      if next < limit, bytes[next] == 0x2F { next += 1; continue }
      if next + 1 < limit, bytes[next] == 0x2C, bytes[next + 1] == 0x20, !startsDate(next + 2) {
        next += 2
        continue
      }
      guard next < limit, bytes[next] == 0x20 else { break }
      next += 1
      if startsDate(next) { break }
    }
    return end > index ? end : nil
  }

  private func isPlaceByte(_ byte: UInt8) -> Bool {
    if Characters.isASCIILetter(byte) || byte == 0x27 || byte == 0x2E { return true }
    // Letters of two bytes; U+2019; not dashes, which begin with E2 80 93 or 94, and no space.
    if byte == 0x2D { return true }
    return byte >= 0xC3 && byte < 0xE0 || byte & 0xC0 == 0x80
  }

  /// Whether the word at an offset is a day, a weekday or a month.
  private func startsDate(_ offset: Int) -> Bool {
    var words = DateWordScan(bytes: bytes, range: SourceRange(start: Int32(offset), end: Int32(limit)))
    guard let word = words.next() else { return false }
    if Characters.isDigit(word[word.startIndex]) { return true }
    let kind = DateWords.kind(of: word)
    return (kind == .month || kind == .weekday) && word.startIndex == offset
  }

  /// Reads ", 13 June 2024", ", 3. Mai", " May 3"; whether one stands here.
  private mutating func readDate() -> Bool {
    var next = index
    if next < limit, bytes[next] == 0x2C { next += 1 }
    let isFrench = bytes[next..<limit].starts(with: " le ".utf8)
    if isFrench { next += 3 }
    guard next < limit, bytes[next] == 0x20, startsDate(next + 1) else { return false }
    var hasMonth = false
    var end = next
    while end < limit, bytes[end] == 0x20 || bytes[end] == 0x2C {
      var wordStart = end
      while wordStart < limit, bytes[wordStart] == 0x20 || bytes[wordStart] == 0x2C { wordStart += 1 }
      var wordEnd = wordStart
      while wordEnd < limit, !isEnd(bytes[wordEnd]), bytes[wordEnd] != 0x2C { wordEnd += 1 }
      guard wordEnd > wordStart else { break }
      var word = bytes[wordStart..<wordEnd]
      while word.count > 1, word.last == 0x2E { word = word.dropLast() }
      if Characters.isDigit(word.first!) {
        if DateWords.isNumericDate(word) { hasMonth = true }
      } else {
        let kind = DateWords.kind(of: word)
        guard kind != .other else { break }
        if kind == .month { hasMonth = true }
      }
      end = wordEnd
    }
    guard hasMonth else { return false }
    index = end
    return true
  }

  private func isEnd(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x28 || byte == 0x29 || byte == 0xE2 }

  /// Reads " (Reuters)", " /PRNewswire/".
  private mutating func readAgency() -> DatelineWords.Agency? {
    var next = index
    if next < limit, bytes[next] == 0x2C { next += 1 }
    while next < limit, bytes[next] == 0x20 { next += 1 }
    guard next < limit, bytes[next] == 0x28 || bytes[next] == 0x5B || bytes[next] == 0x2F,
      let close = bytes[(next + 1)..<limit].firstIndex(where: {
        bytes[next] == 0x2F ? $0 == 0x2F : $0 == 0x29 || $0 == 0x5D
      }), close - next <= 40
    else { return nil }
    let agency = DatelineWords.agency(UnsafeBufferPointer(rebasing: bytes[(next + 1)..<close]))
    guard agency != nil else { return nil }
    index = close + 1
    return agency
  }

  private struct Separator {
    var end: Int
    var isDash: Bool
    /// Longer than a hyphen.
    var isLong: Bool
    var isColon = false
  }

  /// Reads " – ", " - ", "--", ".- " or, behind an agency, "." and ":".
  private func readSeparator(afterAgency agency: DatelineWords.Agency?) -> Separator? {
    var next = index
    let hasSpace = next < limit && bytes[next] == 0x20
    while next < limit, bytes[next] == 0x20 || bytes[next] == 0xC2 && next + 1 < limit && bytes[next + 1] == 0xA0 {
      next += bytes[next] == 0x20 ? 1 : 2
    }
    guard next < limit else { return nil }
    if bytes[next] == 0xE2, next + 2 < limit, bytes[next + 1] == 0x80, (0x92...0x95).contains(bytes[next + 2]) {
      return startsText(next + 3) ? Separator(end: next + 3, isDash: true, isLong: true) : nil
    }
    if bytes[next] == 0x2D {
      let isDouble = next + 1 < limit && bytes[next + 1] == 0x2D
      let end = next + (isDouble ? 2 : 1)
      guard hasSpace || isDouble || agency != nil, startsText(end) else { return nil }
      return Separator(end: end, isDash: true, isLong: isDouble)
    }
    if bytes[next] == 0x3A {
      return startsText(next + 1) ? Separator(end: next + 1, isDash: false, isLong: false, isColon: true) : nil
    }
    guard bytes[next] == 0x2E else { return nil }
    // "(EFE).- ", "(dpa). ".
    if next + 1 < limit, bytes[next + 1] == 0x2D || bytes[next + 1] == 0xE2 {
      let end = next + (bytes[next + 1] == 0x2D ? 2 : 4)
      return end < limit && startsText(end) ? Separator(end: end, isDash: true, isLong: true) : nil
    }
    guard agency == .known, next + 1 < limit, bytes[next + 1] == 0x20, startsText(next + 1) else { return nil }
    return Separator(end: next + 1, isDash: false, isLong: false)
  }

  /// Whether a sentence begins here: a capital letter, a digit or a quotation mark, behind spaces or none.
  private func startsText(_ offset: Int) -> Bool {
    var next = offset
    while next < limit {
      let scalar = Characters.decode(bytes, at: next, end: limit)
      guard Characters.isSpace(scalar.value) else {
        return Characters.isUpper(scalar.value) || Characters.isDigit(scalar.value)
          || Characters.isOpening(scalar.value)
          || scalar.value == 0x201A
      }
      next += scalar.length
    }
    return false
  }
}
