/// An `xml-model` instruction: a schema to which a document is to be held (ISO/IEC 19757-11; W3C Note of 2011).
public struct ModelInstruction: Hashable, Sendable {
  /// The address of the schema, as it is written.
  public var href: String
  /// nil for one that cannot be told.
  public var language: SchemaLanguage?
  /// The phase of a Schematron schema to run.
  public var phase: String?
  /// The line of the instruction, from 1.
  public var line: Int

  /// What is wrong with an instruction.
  public struct Fault: Error, Hashable, Sendable {
    public var message: String
    public var line: Int
  }

  /// Takes the data of an instruction apart.
  public init(data: String, line: Int) throws(Fault) {
    guard let attributes = PseudoAttributes.parse(data) else {
      throw Fault(message: "xml-model is not made of attributes; expected href=\"…\" and others", line: line)
    }
    guard let href = attributes["href"], !href.isEmpty else {
      throw Fault(message: "xml-model has no href; expected the address of a schema", line: line)
    }
    self.href = href
    self.line = line
    phase = attributes["phase"]
    language = SchemaLanguage(namespace: attributes["schematypens"], type: attributes["type"], href: href)
  }
}

/// The data of a processing instruction that is written like attributes (xml-stylesheet, section 3).
enum PseudoAttributes {
  /// The attributes, or nil where the text is not made of such; of two with one name the first.
  static func parse(_ text: String) -> [String: String]? {
    var found: [String: String] = [:]
    var rest = text[...]
    while true {
      rest = rest.drop(while: \.isWhitespace)
      guard !rest.isEmpty else { return found }
      let name = rest.prefix { !$0.isWhitespace && $0 != "=" }
      rest = rest.dropFirst(name.count).drop(while: \.isWhitespace)
      guard !name.isEmpty, rest.first == "=" else { return nil }
      rest = rest.dropFirst().drop(while: \.isWhitespace)
      guard let quote = rest.first, quote == "\"" || quote == "'", let end = rest.dropFirst().firstIndex(of: quote),
        let value = unescaped(rest[..<end].dropFirst())
      else { return nil }
      if found[String(name)] == nil { found[String(name)] = value }
      rest = rest[rest.index(after: end)...]
    }
  }

  /// The value with references to characters and to XML's five entities replaced; nil for others.
  private static func unescaped(_ value: Substring) -> String? {
    guard value.contains("&") else { return String(value) }
    let parts = value.split(separator: "&", omittingEmptySubsequences: false)
    var text = String(parts[0])
    for part in parts.dropFirst() {
      guard let end = part.firstIndex(of: ";"), let character = character(part[..<end]) else { return nil }
      text.append(character)
      text += part[part.index(after: end)...]
    }
    return text
  }

  private static func character(_ name: Substring) -> Character? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    let digits = name.hasPrefix("#x") ? name.dropFirst(2) : name.dropFirst()
    guard name.hasPrefix("#"), let number = UInt32(digits, radix: name.hasPrefix("#x") ? 16 : 10) else { return nil }
    return Unicode.Scalar(number).map(Character.init)
  }
}
