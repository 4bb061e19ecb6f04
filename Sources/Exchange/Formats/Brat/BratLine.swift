/// What may stand in a line of an `.ann` file.
enum BratLine {
  /// How many bytes a tab or a line end takes that begins at a byte, as Python's `str.splitlines` has them; 0 for others.
  static func lengthOfBreak(at index: Int, in text: [UInt8]) -> Int {
    switch text[index] {
    case 0x09...0x0D, 0x1C...0x1E: 1
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0x85: 2
    case 0xE2
    where index + 2 < text.count && text[index + 1] == 0x80 && (text[index + 2] == 0xA8 || text[index + 2] == 0xA9): 3
    default: 0
    }
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// A text on one line, for readers.
  static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { isBreak($0) ? " " : $0 }))
  }

  /// A text without spaces, which comes back by ``IRI/decode(_:)``.
  static func word(_ text: String) -> String {
    encoded(text) { isBreak($0) || $0.properties.isWhitespace || $0 == "%" }
  }

  /// A text on one line, as annotators write it: a percent sign stays one where nothing could be taken for a code.
  static func escaped(_ text: String) -> String {
    let isTrimmed = text.first?.isWhitespace != true && text.last?.isWhitespace != true
    guard !isTrimmed || text.unicodeScalars.contains(where: isBreak) || IRI.decode(text) != text else { return text }
    return marked + encoded(text) { isBreak($0) || $0 == "%" || $0 == " " }
  }

  /// What begins notes that are encoded.
  private static let marked = "text:%20"

  static func unescaped(_ text: String) -> String {
    guard text.hasPrefix(marked) else { return text }
    return IRI.decode(text.dropFirst(marked.count)) ?? text
  }

  private static func encoded(_ text: String, where isCoded: (Unicode.Scalar) -> Bool) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      guard isCoded(scalar) else {
        result.unicodeScalars.append(scalar)
        continue
      }
      for byte in String(scalar).utf8 { result += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true) }
    }
    return result
  }
}

/// What an annotation names, as `database:identifier`: our own database for entities of the archive.
enum BratReference {
  static let database = "teikit"

  static func encode(_ entity: String) -> String {
    IRI.hasScheme(entity) ? "uri:\(BratLine.word(entity))" : "\(database):\(BratLine.word(entity))"
  }

  /// The identifier of an entity, or the URI of what another database has.
  static func decode(_ reference: some StringProtocol) -> String {
    guard let colon = reference.firstIndex(of: ":") else { return IRI.decode(reference) ?? String(reference) }
    let value = String(reference[reference.index(after: colon)...])
    let database = reference[..<colon].lowercased()
    if database == Self.database || database == "uri" { return IRI.decode(value) ?? value }
    return Authority.iri(database, value) ?? String(reference)
  }
}
