/// Replacements in a stretch of bytes, made all at once.
struct ByteEdits {
  private let bytes: [UInt8]
  private let range: Range<Int>
  private var edits: [Edit] = []

  private struct Edit {
    var range: Range<Int>
    var text: [UInt8]
    /// What comes first at one byte: end tags, then what is put in, then start tags, then what is replaced.
    var kind: Kind
    /// Among the same kind at one byte.
    var order: (Int, Int) = (0, 0)
    var isInSection = false
  }

  private enum Kind: Int { case close, insertion, open, replacement }

  init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    self.range = range ?? bytes.indices
  }

  mutating func replace(_ range: Range<Int>, by text: [UInt8]) {
    edits.append(Edit(range: range, text: text, kind: .replacement))
  }

  mutating func insert(_ text: [UInt8], at byte: Int) {
    edits.append(Edit(range: byte..<byte, text: text, kind: .insertion, order: (edits.count, 0)))
  }

  /// Puts a start tag in: at one byte, those of longer elements come first.
  mutating func open(_ tag: [UInt8], _ element: PlacedElement) {
    let place = element.tags.start
    edits.append(
      Edit(
        range: place.byte..<place.byte, text: tag, kind: .open, order: (-element.range.upperBound, element.number),
        isInSection: place.isInSection))
  }

  /// Puts an end tag in: at one byte, those of shorter elements come first.
  mutating func close(_ tag: [UInt8], _ element: PlacedElement) {
    let place = element.tags.end
    edits.append(
      Edit(
        range: place.byte..<place.byte, text: tag, kind: .close, order: (-element.range.lowerBound, -element.number),
        isInSection: place.isInSection))
  }

  func result() -> [UInt8] {
    let sorted = edits.sorted {
      ($0.range.lowerBound, $0.kind.rawValue, $0.order.0, $0.order.1)
        < ($1.range.lowerBound, $1.kind.rawValue, $1.order.0, $1.order.1)
    }
    var result: [UInt8] = []
    result.reserveCapacity(range.count + sorted.reduce(0) { $0 + $1.text.count })
    var index = range.lowerBound
    for edit in sorted {
      precondition(edit.range.lowerBound >= index, "two changes of the same bytes")
      result += bytes[index..<edit.range.lowerBound]
      // A CDATA section is closed for a tag and opened again.
      if edit.isInSection { result += MarkupScanner.sectionEnd }
      result += edit.text
      if edit.isInSection { result += MarkupScanner.sectionStart }
      index = edit.range.upperBound
    }
    return result + bytes[index..<range.upperBound]
  }
}
