internal import ArticleModel

/// Makes the simple form of a schema (section 4): abbreviations are spelled out, definitions combined, references
/// replaced by what they refer to.
final class Simplifier {
  private let datatypes = DatatypeLibraries()
  /// Where schemas refer to themselves.
  private var contents: [ElementContent] = []
  private var definitions: [Definition] = []
  /// How deep patterns may nest, through references too: a bound for every recursion over them.
  private static let maximumDepth = 500

  /// Hands the start pattern in simple form to `body`; it is taken apart behind that.
  static func simplify<Result>(
    _ schema: SyntaxPattern, _ body: (SimplePattern) throws(SchemaError) -> Result
  ) throws(SchemaError) -> Result {
    let simplifier = Simplifier()
    // What refers to itself would never be freed.
    defer {
      let nothing = SimplePattern(.empty, schema.place)
      for content in simplifier.contents { content.pattern = nothing }
      for definition in simplifier.definitions { definition.body = nil }
    }
    let pattern = try simplifier.spellOut(schema, in: nil)
    return try body(try ReferenceResolution(maximumDepth: maximumDepth).resolve(pattern))
  }

  /// Sections 4.12 to 4.18.
  private func spellOut(_ pattern: SyntaxPattern, in grammar: Grammar?) throws(SchemaError) -> SimplePattern {
    let place = pattern.place
    func simple(_ kind: SimplePattern.Kind) -> SimplePattern { SimplePattern(kind, place) }
    switch pattern.kind {
    case .empty: return simple(.empty)
    case .notAllowed: return simple(.notAllowed)
    case .text: return simple(.text)
    case .group(let parts): return try group(parts, in: grammar, at: place)
    case .choice(let parts): return simple(.choice(try all(parts, in: grammar)))
    case .interleave(let parts): return simple(.interleave(try all(parts, in: grammar)))
    case .optional(let parts): return simple(.choice([try group(parts, in: grammar, at: place), simple(.empty)]))
    case .oneOrMore(let parts): return simple(.oneOrMore(try group(parts, in: grammar, at: place)))
    case .zeroOrMore(let parts):
      let once = simple(.oneOrMore(try group(parts, in: grammar, at: place)))
      return simple(.choice([once, simple(.empty)]))
    case .mixed(let parts): return simple(.interleave([simple(.text), try group(parts, in: grammar, at: place)]))
    case .list(let parts): return simple(.list(try group(parts, in: grammar, at: place)))
    case .element(let name, let parts):
      let nameClass = try NameClassRules.element(name)
      let content = ElementContent(try group(parts, in: grammar, at: place))
      contents.append(content)
      return simple(.element(nameClass, content))
    case .attribute(let name, let parts):
      let nameClass = try NameClassRules.attribute(name)
      return simple(.attribute(nameClass, parts.isEmpty ? simple(.text) : try group(parts, in: grammar, at: place)))
    case .ref(let name): return simple(.ref(try definition(name, in: grammar, at: place)))
    case .parentRef(let name):
      guard let parent = grammar?.parent else {
        throw SchemaError(
          .reference, "\"parentRef\" stands in no grammar inside another", section: "4.18", at: place)
      }
      return simple(.ref(try definition(name, in: parent, at: place)))
    case .value(let type, let text, let context):
      return simple(.value(try datatypes.value(type, text, context, at: place)))
    case .data(let type, let parameters, let except):
      let datatype = try datatypes.datatype(type, parameters, at: place)
      var exception: SimplePattern?
      if let except { exception = try spellOut(except, in: grammar) }
      return simple(.data(datatype, except: exception))
    case .external(let other): return try spellOut(other, in: grammar)
    case .grammar(let syntax):
      let inner = try Grammar(syntax, parent: grammar, at: place)
      definitions += inner.parts.map(\.definition)
      for (definition, combine, parts) in inner.parts {
        var bodies: [SimplePattern] = []
        for part in parts { bodies.append(try group(part.body, in: inner, at: part.place)) }
        definition.body =
          bodies.count == 1
          ? bodies[0]
          : SimplePattern(combine == .choice ? .choice(bodies) : .interleave(bodies), definition.place)
      }
      return simple(.ref(inner.start!))
    }
  }

  private func all(_ parts: [SyntaxPattern], in grammar: Grammar?) throws(SchemaError) -> [SimplePattern] {
    var found: [SimplePattern] = []
    for part in parts { found.append(try spellOut(part, in: grammar)) }
    return found
  }

  /// Section 4.12: several patterns are a group.
  private func group(_ parts: [SyntaxPattern], in grammar: Grammar?, at place: SchemaPlace) throws(SchemaError)
    -> SimplePattern
  {
    if parts.count == 1 { return try spellOut(parts[0], in: grammar) }
    return SimplePattern(.group(try all(parts, in: grammar)), place)
  }

  private func definition(_ name: String, in grammar: Grammar?, at place: SchemaPlace) throws(SchemaError)
    -> Definition
  {
    guard let grammar else {
      throw SchemaError(.reference, "\"\(name)\" is referred to outside a grammar", section: "4.18", at: place)
    }
    guard let found = grammar.definitions[name] else {
      let near = NearestName.to(name, among: grammar.definitions.keys).map { "; did you mean \"\($0)\"?" } ?? ""
      throw SchemaError(.reference, "nothing defines \"\(name)\"\(near)", section: "4.18", at: place)
    }
    return found
  }
}
