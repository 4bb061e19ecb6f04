import ArticleModel

/// Nests items to lists by indentation and mark.
struct ListAssembler {
  struct Entry {
    var marker: ListMarker
    var text: TextRun
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// Deeper lists are read as lists of this depth: libxml2 refuses documents of more than 256 levels.
  static let deepest = 24

  /// The lists that a run of items makes, one after the other.
  func lists(_ entries: [Entry]) -> [ListBlock] {
    var lists: [ListBlock] = []
    var index = 0
    while index < entries.count { lists.append(list(entries, &index, depth: 1)) }
    return lists
  }

  private func list(_ entries: [Entry], _ index: inout Int, depth: Int) -> ListBlock {
    let first = entries[index].marker
    var list = ListBlock(style: first.style.list, items: [])
    // The marker of the last item of this list itself.
    var last = first
    while index < entries.count {
      let marker = entries[index].marker
      if isSibling(marker, of: first) {
        last = marker
        list.items.append(item(of: entries[index], depth))
        index += 1
      } else if depth < Self.deepest, !list.items.isEmpty, isChild(marker, of: last, entries, index) {
        list.items[list.items.count - 1].sublists.append(self.list(entries, &index, depth: depth + 1))
      } else if depth == Self.deepest, marker.indent > first.indent {
        list.items.append(item(of: entries[index], depth))
        index += 1
      } else {
        break
      }
    }
    ItemLabel.labelAlike(&list.items, bytes)
    return list
  }

  private func isSibling(_ marker: ListMarker, of first: ListMarker) -> Bool {
    abs(marker.indent - first.indent) <= 1 && marker.isLike(first) && marker.prefix == first.prefix
  }

  /// Deeper by indentation or by its number, or of another mark at the same depth when the list goes on behind it.
  ///
  /// - Parameter last: The marker of the item that it would belong to.
  private func isChild(_ marker: ListMarker, of last: ListMarker, _ entries: [Entry], _ index: Int) -> Bool {
    if marker.indent > last.indent + 1 { return true }
    guard marker.indent >= last.indent - 1 else { return false }
    if marker.depth > last.depth { return last.style == .number && marker.prefix % 1000 == last.ordinal }
    guard !marker.isLike(last), marker.depth == last.depth, marker.style != .definition else { return false }
    if (marker.ordinal ?? 1) == 1, leadsIn(entries[index - 1].text.range) { return true }
    // A number may go on from 2 to 3 behind what stands below it, and a bullet may come back.
    if last.ordinal == nil, isBelowBlank(entries, index) { return false }
    return entries[index...].prefix(200).contains {
      isSibling($0.marker, of: last) && $0.marker.ordinal == last.ordinal.map { $0 + 1 }
    }
  }

  /// Whether a blank line stands above an entry.
  private func isBelowBlank(_ entries: [Entry], _ index: Int) -> Bool {
    let gap = Int(entries[index - 1].text.range.end)..<Int(entries[index].text.range.start)
    return bytes[gap].lazy.filter { $0 == 0x0A }.count > 1
  }

  /// Whether a text ends with a colon.
  private func leadsIn(_ range: SourceRange) -> Bool { bytes[Int(range.end) - 1] == 0x3A }

  /// The item of an entry, with the items that an extractor glued to it as a list below it.
  private func item(of entry: Entry, _ depth: Int) -> ListItem {
    if entry.marker.style == .definition { return definition(entry) }
    var parts = [entry.text.range]
    if entry.marker.style == .bullet, entry.marker.mark == 0x2D, depth < Self.deepest {
      while let last = parts.last, let dash = GluedItem.dash(in: last, bytes) {
        parts[parts.count - 1].end = Int32(dash)
        parts.append(SourceRange(start: Int32(dash) + 2, end: last.end))
      }
    }
    var item = listItem(parts[0], entry)
    item.number = entry.marker.label.map { String(decoding: bytes[$0.bytes], as: UTF8.self) }
    if parts.count > 1 {
      let glued = parts.dropFirst().map { listItem(trimmed($0), entry) }
      item.sublists.append(ListBlock(style: .bulleted, items: Array(glued)))
    }
    return item
  }

  /// A definition and its term, which ends with the colon or the line.
  private func definition(_ entry: Entry) -> ListItem {
    let range = entry.text.range
    var end = Int(range.start)
    while bytes[end] != entry.marker.mark, bytes[end] != 0x0D { end += 1 }
    // A colon is text, a line end is not.
    let termEnd = Int32(entry.marker.mark == 0x3A ? end + 1 : end)
    var item = ListItem(
      text: TextRun(trimmed(SourceRange(start: Int32(end + 1), end: range.end)), certainty: entry.text.certainty))
    item.term = TextRun(trimmed(SourceRange(start: range.start, end: termEnd)), certainty: entry.text.certainty)
    return item
  }

  private func listItem(_ range: SourceRange, _ entry: Entry) -> ListItem {
    ListItem(text: TextRun(range, certainty: entry.text.certainty), label: ItemLabel.range(in: range, bytes))
  }

  private func trimmed(_ range: SourceRange) -> SourceRange {
    var range = range
    while range.start < range.end, Characters.isASCIISpace(bytes[Int(range.start)]) { range.start += 1 }
    while range.start < range.end, Characters.isASCIISpace(bytes[Int(range.end) - 1]) { range.end -= 1 }
    return range
  }
}
