/// A message of libxml2 about schemas, taken apart: `Element '{ns}a', attribute 'b': It is wrong.`
struct LibraryMessage {
  /// The local name of the element; nil where the message names none.
  private(set) var element: String?
  private(set) var attribute: String?
  /// What is said of them.
  private(set) var body: Substring

  init(_ message: String) {
    body = message[...]
    while let last = body.last, last.isWhitespace { body.removeLast() }
    guard body.hasPrefix("Element '"), let (element, rest) = Self.name(body.dropFirst(9)) else { return }
    self.element = element
    body = rest
    if body.hasPrefix(", attribute '"), let (attribute, rest) = Self.name(body.dropFirst(13)) {
      self.attribute = attribute
      body = rest
    }
    if body.hasPrefix(": ") { body = body.dropFirst(2) }
  }

  /// The local part of a name before a quote, and what follows the quote.
  static func name(_ text: Substring) -> (String, Substring)? {
    var text = text
    var prefix = ""
    if text.first == "{", let end = text.firstIndex(of: "}") {
      if text[..<end].dropFirst() == XMLNamespace.xml { prefix = "xml:" }
      text = text[text.index(after: end)...]
    }
    guard let quote = text.firstIndex(of: "'") else { return nil }
    return (prefix + text[..<quote], text[text.index(after: quote)...])
  }

  /// The whole in our manner: in lower case, with double quotes, without namespaces in braces.
  var sentence: String {
    var subject = element.map { "element \"\($0)\"" } ?? ""
    if let attribute { subject += ", attribute \"\(attribute)\"" }
    return subject.isEmpty ? cleanBody : subject + ": " + cleanBody
  }

  /// What is said, in our manner.
  var cleanBody: String {
    var text = ""
    var rest = body.hasSuffix(".") ? body.dropLast() : body
    text += rest.prefix(1).lowercased()
    rest = rest.dropFirst()
    while let character = rest.first {
      rest = rest.dropFirst()
      if character == "{", let end = rest.firstIndex(of: "}") {
        rest = rest[rest.index(after: end)...]
      } else {
        text.append(character == "'" ? "\"" : character)
      }
    }
    for (raw, plain) in [("a(n)", "a"), (" decl. ", " declaration "), (": The ", ": the ")] {
      text = text.split(separator: raw, omittingEmptySubsequences: false).joined(separator: plain)
    }
    return text
  }

  /// The names in `Expected is one of ( {ns}a, b ).`, without wildcards.
  var expectedNames: [String] {
    guard let start = body.lastIndex(of: "("), let end = body.lastIndex(of: ")"), start < end,
      body[..<start].hasSuffix("Expected is ") || body[..<start].hasSuffix("Expected is one of ")
    else { return [] }
    return body[body.index(after: start)..<end].split(separator: " ").compactMap { item in
      var name = item.last == "," ? item.dropLast() : item
      if name.hasPrefix("##other") || name.contains("*") { return nil }
      if name.first == "{", let brace = name.lastIndex(of: "}") { name = name[name.index(after: brace)...] }
      return name.isEmpty ? nil : String(name)
    }
  }
}
