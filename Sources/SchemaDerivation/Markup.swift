/// An XML element to be written: on one line where it fits, its parts on lines of their own where it does not.
struct Markup {
  enum Content {
    case markup(Markup)
    case text(String)
  }

  var name: String
  var attributes: [(name: String, value: String)]
  var content: [Content]

  init(_ name: String, _ attributes: [(String, String)] = [], _ content: [Content] = []) {
    self.name = name
    self.attributes = attributes
    self.content = content
  }

  init(_ name: String, _ attributes: [(String, String)] = [], parts: [Markup]) {
    self.init(name, attributes, parts.map(Content.markup))
  }

  private static let width = 120

  /// The element as text, indented by `depth` steps, with a line end.
  func text(depth: Int = 0) -> String {
    let indent = String(repeating: " ", count: depth)
    let line = inline
    if indent.count + line.count <= Self.width || holdsText || content.isEmpty { return indent + line + "\n" }
    let parts = content.map { part in
      if case .markup(let markup) = part { markup.text(depth: depth + 1) } else { "" }
    }
    return "\(indent)<\(name)\(attributeText)>\n\(parts.joined())\(indent)</\(name)>\n"
  }

  private var holdsText: Bool {
    content.contains { if case .text = $0 { true } else { false } }
  }

  private var inline: String {
    guard !content.isEmpty else { return "<\(name)\(attributeText)/>" }
    let parts = content.map { part in
      switch part {
      case .markup(let markup): markup.inline
      case .text(let text): Self.escaped(text)
      }
    }
    return "<\(name)\(attributeText)>\(parts.joined())</\(name)>"
  }

  private var attributeText: String {
    attributes.map { " \($0.name)=\"\(Self.escaped($0.value, quote: true))\"" }.joined()
  }

  private static func escaped(_ text: String, quote: Bool = false) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"" where quote: result += "&quot;"
      default: result.append(character)
      }
    }
  }
}
