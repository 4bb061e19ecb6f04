import ArticleModel

/// Writes JSON value by value, straight into bytes.
package struct JSONWriter {
  package private(set) var bytes: [UInt8] = []
  /// Down to this depth each value has a line of its own.
  private let lineDepth: Int
  private var depth = 0
  private var isFirst = true
  private var isBehindName = false

  /// - Parameter lineDepth: 0 for all on one line.
  package init(lineDepth: Int = 0) { self.lineDepth = lineDepth }

  package mutating func object(_ write: (inout JSONWriter) -> Void) { enclose("{", "}", write) }

  package mutating func array(_ write: (inout JSONWriter) -> Void) { enclose("[", "]", write) }

  package mutating func name(_ name: String) {
    separate()
    JSONText.append(name, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    if lineDepth > 0 { bytes.append(UInt8(ascii: " ")) }
    isBehindName = true
  }

  package mutating func string(_ text: String) {
    separate()
    JSONText.append(text, to: &bytes)
  }

  package mutating func string(_ text: some Collection<UInt8>) { string(String(decoding: text, as: UTF8.self)) }

  package mutating func number(_ number: Int) { literal(String(number)) }

  package mutating func number(_ number: Double) { literal(String(number)) }

  package mutating func bool(_ value: Bool) { literal(value ? "true" : "false") }

  private mutating func literal(_ text: String) {
    separate()
    bytes.append(contentsOf: text.utf8)
  }

  // MARK: Members

  package mutating func member(_ name: String, _ text: String) {
    self.name(name)
    string(text)
  }

  package mutating func member(_ name: String, _ number: Int) {
    self.name(name)
    self.number(number)
  }

  /// A member that is left out where it would say nothing.
  package mutating func member(_ name: String, unlessEmpty text: String) {
    if !text.isEmpty { member(name, text) }
  }

  package mutating func array(_ name: String, _ write: (inout JSONWriter) -> Void) {
    self.name(name)
    array(write)
  }

  package mutating func object(_ name: String, _ write: (inout JSONWriter) -> Void) {
    self.name(name)
    object(write)
  }

  // MARK: What stands between values

  private mutating func enclose(_ open: Character, _ close: Character, _ write: (inout JSONWriter) -> Void) {
    separate()
    bytes.append(open.asciiValue!)
    depth += 1
    isFirst = true
    write(&self)
    depth -= 1
    if !isFirst, depth < lineDepth { breakLine() }
    bytes.append(close.asciiValue!)
    isFirst = false
  }

  private mutating func separate() {
    if isBehindName {
      isBehindName = false
      return
    }
    guard depth > 0 else { return }
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    if depth <= lineDepth { breakLine() } else if !isFirst, lineDepth > 0 { bytes.append(UInt8(ascii: " ")) }
    isFirst = false
  }

  private mutating func breakLine() {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * 2))
  }
}
