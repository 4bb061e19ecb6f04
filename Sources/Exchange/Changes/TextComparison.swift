/// Where the text that a tool gave back differs from the one that it was given.
public struct TextDifference: Hashable, Sendable {
  /// From 1.
  public var line: Int
  /// From 1, in code points.
  public var column: Int
  /// A few words of each from there on.
  public var expected: String
  public var found: String

  private static let excerptLength = 30

  /// nil where both texts are the same. Line ends of any kind, a byte-order mark and white space at the end are no
  /// difference where `StandoffDocument`s are compared: formats take them out when they read.
  public init?(from expected: [UInt8], to found: [UInt8]) {
    guard expected != found else { return nil }
    var index = 0
    while index < min(expected.count, found.count), expected[index] == found[index] { index += 1 }
    while index > 0, Self.isContinuation(index, of: expected) || Self.isContinuation(index, of: found) { index -= 1 }
    let before = expected[..<index]
    line = 1 + before.count { $0 == 0x0A }
    let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    column = 1 + before[start...].count { $0 & 0xC0 != 0x80 }
    self.expected = Self.excerpt(of: expected, from: index)
    self.found = Self.excerpt(of: found, from: index)
  }

  private static func isContinuation(_ index: Int, of text: [UInt8]) -> Bool {
    index < text.count && text[index] & 0xC0 == 0x80
  }

  /// Up to the end of the line, or "the end" where there is nothing.
  private static func excerpt(of text: [UInt8], from index: Int) -> String {
    guard index < text.count else { return "" }
    if text[index] == 0x0A { return "\\n" }
    let line = String(decoding: text[index...].prefix { $0 != 0x0A }.prefix(excerptLength * 4), as: UTF8.self)
    return String(String.UnicodeScalarView(line.unicodeScalars.prefix(excerptLength)))
  }
}
