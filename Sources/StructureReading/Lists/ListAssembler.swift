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
    while index < entries.count {
      let marker = entries[index].marker
      if isSibling(marker, of: first) {
        list.items.append(item(of: entries[index], depth))
        index += 1
      } else if depth < Self.deepest, !list.items.isEmpty, isChild(marker, of: first, entries, index) {
        list.items[list.items.count - 1].sublists.append(self.list(entries, &index, depth: depth + 1))
      } else if depth == Self.deepest, marker.indent > first.indent {
        list.items.append(item(of: entries[index], depth))
        index += 1
      } else {
        return list
      }
    }
    return list
  }

  private func isSibling(_ marker: ListMarker, of first: ListMarker) -> Bool {
    guard abs(marker.indent - first.indent) <= 1 else { return false }
    if marker.style == first.style { return marker.mark == first.mark }
    // Letters and Roman numerals share "i", "v" and "x".
    return marker.ordinal != nil && first.ordinal != nil && marker.mark == first.mark
      && marker.style != .number && first.style != .number
  }

  /// Deeper by indentation; or of another mark at the same depth, when the list goes on behind it.
  private func isChild(_ marker: ListMarker, of first: ListMarker, _ entries: [Entry], _ index: Int) -> Bool {
    if marker.indent > first.indent + 1 { return true }
    guard marker.indent >= first.indent, first.style.list == .numbered, marker.style.list == .bulleted else {
      return false
    }
    return entries[index...].prefix(200).contains { isSibling($0.marker, of: first) && $0.marker.ordinal != 1 }
  }

  /// The item of an entry, with the items that an extractor glued to it as a list below it.
  private func item(of entry: Entry, _ depth: Int) -> ListItem {
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

  private func listItem(_ range: SourceRange, _ entry: Entry) -> ListItem {
    ListItem(text: TextRun(range, certainty: entry.text.certainty), label: ItemLabel.range(in: range, bytes))
  }

  private func trimmed(_ range: SourceRange) -> SourceRange {
    var range = range
    while range.start < range.end, Characters.isASCIISpace(bytes[Int(range.start)]) { range.start += 1 }
    return range
  }
}
