/// The lines of a file made of columns, as tools leave them: with a byte order mark or without, any line ends.
struct ColumnLines: Sequence, IteratorProtocol {
  let file: String
  /// The line that was read last, from 1.
  private(set) var number = 0
  private var rest: Substring

  /// - Throws: ``ExchangeError`` where the file is not UTF-8.
  init(_ file: ExchangeFile) throws(ExchangeError) {
    self.file = file.name
    guard let text = String(validating: file.bytes, as: UTF8.self) else {
      throw ExchangeError("the file is not UTF-8; expected text in UTF-8", file: file.name)
    }
    rest = text[...]
    if rest.unicodeScalars.first == "\u{FEFF}" { rest.unicodeScalars.removeFirst() }
  }

  mutating func next() -> Substring? {
    guard !rest.isEmpty else { return nil }
    number += 1
    let end = rest.utf8.firstIndex(of: 0x0A) ?? rest.endIndex
    var line = rest[..<end]
    rest = end == rest.endIndex ? "" : rest[rest.utf8.index(after: end)...]
    if line.utf8.last == 0x0D { line = line[..<line.utf8.index(before: line.endIndex)] }
    return line
  }

  func fault(_ message: String) -> ExchangeError { ExchangeError(message, file: file, line: number) }

  /// What stands behind the beginning of a line, byte for byte: a mark that combines with the last character is no part
  /// of it; nil where the line begins otherwise.
  static func value(behind prefix: String, of line: Substring) -> Substring? {
    guard line.utf8.starts(with: prefix.utf8) else { return nil }
    return line[line.utf8.index(line.startIndex, offsetBy: prefix.utf8.count)...]
  }

  /// The fields of a line between tabs.
  static func fields(_ line: Substring) -> [Substring] {
    var fields: [Substring] = []
    var start = line.startIndex
    while let tab = line.utf8[start...].firstIndex(of: 0x09) {
      fields.append(line[start..<tab])
      start = line.utf8.index(after: tab)
    }
    fields.append(line[start...])
    return fields
  }

  /// `key = value` behind the `#` of a comment.
  static func comment(_ line: Substring) -> (key: Substring, value: Substring)? {
    guard line.utf8.first == UInt8(ascii: "#") else { return nil }
    let text = line.utf8.dropFirst()
    let split = text.firstIndex(of: UInt8(ascii: "=")) ?? text.endIndex
    let value = split == text.endIndex ? line[split...] : line[line.utf8.index(after: split)...]
    return (trimmed(line[text.startIndex..<split]), trimmed(value))
  }

  /// Without spaces at its ends.
  static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.utf8.first == 0x20 || text.utf8.first == 0x09 { text = text[text.utf8.index(after: text.startIndex)...] }
    while text.utf8.last == 0x20 || text.utf8.last == 0x09 { text = text[..<text.utf8.index(before: text.endIndex)] }
    return text
  }
}
