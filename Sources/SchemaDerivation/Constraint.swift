import XML

/// A rule of an ODD that RELAX NG cannot say: Schematron rules with their messages.
struct Constraint {
  let name: String
  let rules: [Markup]

  init(_ specification: XMLElement) throws(DerivationError) {
    guard let name = specification["ident"], specification["scheme"] == "schematron" else {
      throw DerivationError("constraintSpec without \"ident\" or of another scheme than \"schematron\"")
    }
    self.name = name
    rules = specification.child("constraint")?.children.map(Markup.init(schematron:)) ?? []
    guard !rules.isEmpty, rules.allSatisfy({ $0.name == "rule" }) else {
      throw DerivationError("constraint \"\(name)\" holds something else than rules")
    }
  }
}

extension Markup {
  /// Copies Schematron out of an ODD; how the ODD breaks its lines is left behind.
  init(schematron element: XMLElement) {
    let attributes = element.attributes.map {
      ($0.name, $0.value.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    }
    let isMessage = element.name == "assert" || element.name == "report"
    var content: [Content] = []
    for node in element.nodes {
      switch node {
      case .element(let child): content.append(.markup(Markup(schematron: child)))
      case .text(let text) where isMessage: content.append(.text(Self.collapsed(text)))
      default: break
      }
    }
    self.init(element.name, attributes, content)
  }

  /// The text with each run of white space as one space.
  private static func collapsed(_ text: String) -> String {
    var result = ""
    for character in text {
      if !character.isWhitespace { result.append(character) } else if result.last != " " { result.append(" ") }
    }
    return result
  }
}
