internal import XML

/// A text as UTF-8, valid during a call.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
  /// Without white space at its ends.
  var trimmed: Bytes {
    var start = 0
    var end = count
    while start < end, self[start].isXMLSpace { start += 1 }
    while end > start, self[end - 1].isXMLSpace { end -= 1 }
    return slice(start, end)
  }

  func slice(_ start: Int, _ end: Int) -> Bytes {
    UnsafeBufferPointer(rebasing: self[start..<end])
  }

  var isAllSpace: Bool { allSatisfy(\.isXMLSpace) }

  /// Calls `body` with each word between white space; stops when it answers false, and answers so itself.
  func allWords(_ body: (Bytes) -> Bool) -> Bool {
    var index = 0
    while true {
      while index < count, self[index].isXMLSpace { index += 1 }
      if index == count { return true }
      let start = index
      while index < count, !self[index].isXMLSpace { index += 1 }
      if !body(slice(start, index)) { return false }
    }
  }

  /// Trimmed, with each run of white space as one space: `whiteSpace="collapse"` of XML Schema.
  var collapsed: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    _ = allWords { word in
      if !result.isEmpty { result.append(0x20) }
      result.append(contentsOf: word)
      return true
    }
    return result
  }

  /// Whether collapsing would do more than trim what is trimmed already.
  var needsCollapse: Bool {
    var wasSpace = false
    for byte in self {
      if byte > 0x20 {
        wasSpace = false
      } else if byte.isXMLSpace {
        if wasSpace || byte != 0x20 { return true }
        wasSpace = true
      }
    }
    return false
  }

  /// Whether its collapsed form is that of another text which is collapsed.
  func collapses(to other: Bytes) -> Bool {
    let text = trimmed
    if text.count < other.count { return false }
    var index = 0
    for expected in other {
      guard index < text.count else { return false }
      let byte = text[index]
      if byte.isXMLSpace {
        guard expected == 0x20 else { return false }
        while index < text.count, text[index].isXMLSpace { index += 1 }
      } else {
        guard byte == expected else { return false }
        index += 1
      }
    }
    return index == text.count
  }

  func isEqual(to other: Bytes) -> Bool { count == other.count && elementsEqual(other) }

  /// How many Unicode code points it holds.
  var codePointCount: Int { reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }

  var string: String { String(decoding: self, as: UTF8.self) }
}
