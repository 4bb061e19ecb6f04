import ArticleModel

/// Finds the lines that are items of lists.
struct ListLines {
  typealias Found = (marker: ListMarker, text: SourceRange)

  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>

  /// Labels items; leaves every other label as it is.
  func label(_ labels: inout [LineLabel?]) {
    labelDashesBelow(&labels)
    var markers = [Found?](repeating: nil, count: lines.count)
    for index in lines.indices where labels[index] == nil && !lines[index].isBlank {
      // "* * *" parts sections.
      if !RuleLine.isOne(lines[index], bytes) { markers[index] = ListMarker.read(lines[index], bytes) }
    }
    dropSpeech(&markers)
    let company = ListCompany(
      lines: lines, markers: markers, breaks: WrappedLines(lines: lines, bytes: bytes).breaks(labels))
    for (index, found) in markers.enumerated() {
      guard let (marker, text) = found, isItem(index, marker, text, company, labels) else { continue }
      labels[index] = LineLabel(.item(marker), text, certainty: marker.style == .bullet ? 0.98 : 0.9)
    }
  }

  /// Items whose lone dash stands on the line below: "Coal fell" over "-". A table read cell by cell has lone dashes,
  /// too, but not below every other line.
  private func labelDashesBelow(_ labels: inout [LineLabel?]) {
    for index in lines.indices.dropFirst() where isDashBelow(index) && labels[index - 1] == nil {
      guard isDashBelow(index + 2) || isDashBelow(index - 2) else { continue }
      let text = lines[index - 1]
      labels[index] = LineLabel(.mark, lines[index].text)
      let marker = ListMarker(style: .dashBelow, mark: 0x2D, indent: Int(text.indent))
      labels[index - 1] = LineLabel(.item(marker), text.text, certainty: 0.9)
    }
  }

  private func isDashBelow(_ index: Int) -> Bool {
    lines.indices.contains(index) && index > 0 && isLoneDash(index) && !lines[index - 1].isBlank
      && !isLoneDash(index - 1)
  }

  private func isLoneDash(_ index: Int) -> Bool { lines[index].text.count == 1 && lines[index].first == 0x2D }

  /// Takes the marks away from lines that a dash opens as speech: one that gives itself away speaks for its neighbours.
  private func dropSpeech(_ markers: inout [Found?]) {
    var index = 0
    while index < lines.count {
      guard let (marker, _) = markers[index], marker.mark == Bullet.dash || marker.mark == Bullet.hyphen,
        marker.style == .bullet
      else {
        index += 1
        continue
      }
      let start = index
      var count = 0
      var speeches = 0
      while index < lines.count, lines[index].isBlank || markers[index]?.marker == marker {
        if let text = markers[index]?.text {
          count += 1
          if DashSpeech.isOne(text, bytes, isLong: marker.mark == Bullet.dash) { speeches += 1 }
        }
        index += 1
      }
      if speeches * 2 >= count { for line in start..<index { markers[line] = nil } }
    }
  }

  private func isItem(
    _ index: Int, _ marker: ListMarker, _ text: SourceRange, _ company: ListCompany, _ labels: [LineLabel?]
  ) -> Bool {
    switch marker.style {
    case .dashBelow, .definition: true
    case .bullet where Bullet.wantsCompany(marker.mark): company.has(index, marker) || isNested(index, marker, labels)
    // "- 5 °C": a sum or a temperature.
    case .bullet where marker.mark == Bullet.hyphen && isQuantity(text): company.has(index, marker)
    case .bullet: true
    // "1.5 million" is no item, nor is "1.1" under "1.": such lists begin with 1 and count on.
    case .number where marker.depth > 1: countsFromOne(index, marker, company, labels)
    // A number alone may number a heading, begin a sentence ("2024. It …") or be a date.
    case .number, .letter, .roman: company.has(index, marker)
    }
  }

  /// Whether a mark stands further in than that of the item right above.
  private func isNested(_ index: Int, _ marker: ListMarker, _ labels: [LineLabel?]) -> Bool {
    guard index > 0, case .item(let above) = labels[index - 1]?.kind else { return false }
    return marker.indent > above.indent + 1
  }

  private func countsFromOne(_ index: Int, _ marker: ListMarker, _ company: ListCompany, _ labels: [LineLabel?]) -> Bool
  {
    if marker.ordinal != 1 {
      guard let before = company.before(index, marker), case .item = labels[before]?.kind else { return false }
      return true
    }
    if company.hasNext(index, marker) { return true }
    // "1.1" alone below "1.", which is an item.
    guard index > 0, case .item(let parent) = labels[index - 1]?.kind, let ordinal = parent.ordinal else {
      return false
    }
    return parent.depth == marker.depth - 1 && marker.prefix == parent.prefix * 1000 + ordinal
  }

  /// Whether a text is a number with its unit and nothing else.
  private func isQuantity(_ text: SourceRange) -> Bool {
    guard text.count <= 12, Characters.isDigit(bytes[Int(text.start)]) else { return false }
    return bytes[text.bytes].lazy.filter { Characters.isASCIILetter($0) }.count <= 3
  }
}
