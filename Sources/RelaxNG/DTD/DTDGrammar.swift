internal import ArticleModel
internal import XML

/// A DTD as a pattern: its content models and types of attributes are such that RELAX NG can say them all.
///
/// Any declared element may be the root, as where a DTD is not named by a document type declaration. What is not
/// declared is not allowed, wherever a content model names it.
struct DTDGrammar {
  private let dtd: DocumentTypeDefinition
  private let declared: Set<String>
  private let place: SchemaPlace
  /// The name of the definition of any content; no name of an element has a space.
  private static let any = "any content"

  init(_ dtd: DocumentTypeDefinition, file: String) {
    self.dtd = dtd
    declared = Set(dtd.elements.map(\.name))
    place = .text(file: file, SourcePosition(line: 1, column: 1))
  }

  var pattern: SyntaxPattern {
    var definitions = [definition(nil, choice(dtd.elements.map { ref($0.name) }))]
    definitions.append(
      definition(Self.any, make(.zeroOrMore([choice([make(.text)] + dtd.elements.map { ref($0.name) })]))))
    for element in dtd.elements {
      let parts = element.attributes.map(attribute) + [content(element.content)]
      definitions.append(definition(element.name, make(.element(nameClass(element.name), [make(.group(parts))]))))
    }
    return make(.grammar(definitions))
  }

  private func make(_ kind: SyntaxPattern.Kind) -> SyntaxPattern { SyntaxPattern(kind, place) }

  private func definition(_ name: String?, _ body: SyntaxPattern) -> SyntaxDefinition {
    SyntaxDefinition(name: name, body: [body], place: place)
  }

  private func choice(_ parts: [SyntaxPattern]) -> SyntaxPattern {
    parts.isEmpty ? make(.notAllowed) : make(.choice(parts))
  }

  private func ref(_ name: String) -> SyntaxPattern { declared.contains(name) ? make(.ref(name)) : make(.notAllowed) }

  private func nameClass(_ name: String) -> SyntaxNameClass {
    let (namespace, local) = LexicalNames.split(name)
    return SyntaxNameClass(.name(namespace: namespace, local: local), place)
  }

  // MARK: Content

  private func content(_ content: DocumentTypeDefinition.Content) -> SyntaxPattern {
    switch content {
    case .empty: make(.empty)
    case .any: make(.ref(Self.any))
    case .mixed([]): make(.text)
    case .mixed(let names): make(.mixed([make(.zeroOrMore([choice(names.map(ref))]))]))
    case .children(let particle): pattern(particle)
    }
  }

  private func pattern(_ particle: DocumentTypeDefinition.Particle) -> SyntaxPattern {
    switch particle {
    case .element(let name, let occurrence): occurring(occurrence, ref(name))
    case .sequence(let parts, let occurrence): occurring(occurrence, make(.group(parts.map(pattern))))
    case .choice(let parts, let occurrence): occurring(occurrence, choice(parts.map(pattern)))
    }
  }

  private func occurring(_ occurrence: DocumentTypeDefinition.Occurrence, _ part: SyntaxPattern) -> SyntaxPattern {
    switch occurrence {
    case .once: part
    case .optional: make(.optional([part]))
    case .zeroOrMore: make(.zeroOrMore([part]))
    case .oneOrMore: make(.oneOrMore([part]))
    }
  }

  // MARK: Attributes

  private func attribute(_ attribute: DocumentTypeDefinition.Attribute) -> SyntaxPattern {
    let pattern = make(.attribute(nameClass(attribute.name), [value(of: attribute)]))
    return attribute.isRequired ? pattern : make(.optional([pattern]))
  }

  private func value(of attribute: DocumentTypeDefinition.Attribute) -> SyntaxPattern {
    if let fixed = attribute.fixedValue {
      return make(.value(builtin(attribute.type == .text ? "string" : "token"), fixed, SyntaxContext { _ in nil }))
    }
    return switch attribute.type {
    case .text: make(.text)
    case .id: data("ID")
    case .idref: data("IDREF")
    case .idrefs: data("IDREFS")
    case .entity: data("ENTITY")
    case .entities: data("ENTITIES")
    case .nmtoken: data("NMTOKEN")
    case .nmtokens: data("NMTOKENS")
    case .tokens(let tokens): choice(tokens.map { make(.value(builtin("token"), $0, SyntaxContext { _ in nil })) })
    }
  }

  private func builtin(_ name: String) -> SyntaxDatatype { SyntaxDatatype(library: "", name: name) }

  private func data(_ type: String) -> SyntaxPattern {
    make(.data(SyntaxDatatype(library: DatatypeLibrary.xmlSchema.rawValue, name: type), [], except: nil))
  }
}
