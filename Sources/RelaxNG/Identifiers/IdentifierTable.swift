/// Which attributes are identifiers or refer to them, by the name of the element and of the attribute.
///
/// RELAX NG DTD Compatibility, section 5: the type must follow from the names alone, as in a DTD; a schema for which it
/// does not is refused, as jing does.
struct IdentifierTable: Sendable {
  struct Key: Hashable, Sendable {
    var element: NameClassTable.Name
    var attribute: NameClassTable.Name
  }

  private(set) var kinds: [Key: IdentifierKind] = [:]

  /// Without identifiers.
  init() {}

  init(_ start: SimplePattern) throws(SchemaError) {
    var walk = Walk()
    walk.visit(start)
    while let (element, content) = walk.pending.popLast() { try walk.visit(content, of: element) }
    for (element, attribute, place) in walk.others {
      for key in walk.kinds.keys
      where attribute.contains(namespace: key.attribute.namespace, local: key.attribute.local)
        && element.contains(namespace: key.element.namespace, local: key.element.local)
      {
        throw Walk.conflict(key, at: place)
      }
    }
    kinds = walk.kinds
  }

  private struct Walk {
    var pending: [(NameClass, SimplePattern)] = []
    var kinds: [Key: IdentifierKind] = [:]
    /// Attributes that are no identifiers.
    var others: [(element: NameClass, attribute: NameClass, place: SchemaPlace)] = []
    private var seenElements: Set<ObjectIdentifier> = []
    private var seenContents: Set<ObjectIdentifier> = []

    static func conflict(_ key: Key, at place: SchemaPlace) -> SchemaError {
      SchemaError(
        .identifiers,
        "attribute \"\(key.attribute.local)\" of element \"\(key.element.local)\" is an identifier in one place and not the same in another",
        at: place)
    }

    /// Finds the first elements.
    mutating func visit(_ pattern: SimplePattern) {
      switch pattern.kind {
      case .choice(let parts): for part in parts { visit(part) }
      case .element(let name, let content): enter(name, content)
      default: break
      }
    }

    private mutating func enter(_ name: NameClass, _ content: ElementContent) {
      if seenElements.insert(ObjectIdentifier(content)).inserted { pending.append((name, content.pattern)) }
    }

    mutating func visit(_ content: SimplePattern, of element: NameClass) throws(SchemaError) {
      seenContents = []
      try visit(content, element)
    }

    private mutating func visit(_ pattern: SimplePattern, _ element: NameClass) throws(SchemaError) {
      switch pattern.kind {
      case .choice(let parts), .group(let parts), .interleave(let parts):
        guard seenContents.insert(ObjectIdentifier(pattern)).inserted else { return }
        for part in parts { try visit(part, element) }
      case .oneOrMore(let part), .list(let part): try visit(part, element)
      case .element(let name, let content): enter(name, content)
      case .attribute(let name, let content): try attribute(name, content, of: element, at: pattern.place)
      case .data, .value: try refuseIdentifiers(in: pattern, at: pattern.place)
      default: break
      }
    }

    private mutating func attribute(
      _ name: NameClass, _ content: SimplePattern, of element: NameClass, at place: SchemaPlace
    ) throws(SchemaError) {
      let kind: IdentifierKind? =
        switch content.kind {
        case .data(let datatype, _): datatype.identifierKind
        case .value(let value): value.datatype.identifierKind
        default: nil
        }
      guard let kind else {
        others.append((element, name, place))
        return try refuseIdentifiers(in: content, at: place)
      }
      guard case .name(let namespace, let local) = name else {
        throw SchemaError(.identifiers, "an attribute that identifies has \(name); expected one name", at: place)
      }
      guard !element.isInfinite else {
        throw SchemaError(
          .identifiers, "an element with an attribute that identifies has \(element); expected names", at: place)
      }
      for owner in element.names {
        let key = Key(
          element: NameClassTable.Name(namespace: owner.namespace, local: owner.local),
          attribute: NameClassTable.Name(namespace: namespace, local: local))
        if let known = kinds[key], known != kind { throw Self.conflict(key, at: place) }
        kinds[key] = kind
      }
    }

    private func refuseIdentifiers(in pattern: SimplePattern, at place: SchemaPlace) throws(SchemaError) {
      var datatype: Datatype?
      switch pattern.kind {
      case .choice(let parts), .group(let parts), .interleave(let parts):
        for part in parts { try refuseIdentifiers(in: part, at: part.place) }
      case .oneOrMore(let part), .list(let part): try refuseIdentifiers(in: part, at: part.place)
      case .data(let type, _): datatype = type
      case .value(let value): datatype = value.datatype
      default: break
      }
      guard let datatype, datatype.identifierKind != nil else { return }
      throw SchemaError(
        .identifiers, "datatype \"\(datatype.type.rawValue)\" stands where it is not the whole of an attribute", at: place)
    }
  }
}
