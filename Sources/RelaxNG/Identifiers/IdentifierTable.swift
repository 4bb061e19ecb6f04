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

  /// - Parameter elements: All elements that can be reached.
  init(_ elements: [(name: NameClass, content: ElementContent)]) throws(SchemaError) {
    let collector = AttributeCollector()
    for (element, content) in elements {
      for attribute in try collector.attributes(in: content.pattern) {
        guard let kind = attribute.kind else { continue }
        try enter(attribute, kind, of: element)
      }
    }
    guard !kinds.isEmpty else { return }
    let names = Set(kinds.keys.map(\.attribute))
    for (element, content) in elements {
      for attribute in try collector.attributes(in: content.pattern) where attribute.kind == nil {
        guard attribute.mayBeOne(of: names), let key = conflict(element, attribute.name) else { continue }
        throw Self.conflict(key, at: attribute.place)
      }
    }
  }

  private mutating func enter(_ attribute: CollectedAttribute, _ kind: IdentifierKind, of element: NameClass)
    throws(SchemaError)
  {
    guard case .name(let namespace, let local) = attribute.name else {
      throw SchemaError(
        .identifiers, "an attribute that identifies has \(attribute.name); expected one name", at: attribute.place)
    }
    guard !element.isInfinite else {
      throw SchemaError(
        .identifiers, "an element with an attribute that identifies has \(element); expected names",
        at: attribute.place)
    }
    for owner in element.names {
      let key = Key(
        element: NameClassTable.Name(namespace: owner.namespace, local: owner.local),
        attribute: NameClassTable.Name(namespace: namespace, local: local))
      if let known = kinds[key], known != kind { throw Self.conflict(key, at: attribute.place) }
      kinds[key] = kind
    }
  }

  /// An identifier that an attribute pattern, which is none, allows too.
  private func conflict(_ element: NameClass, _ attribute: NameClass) -> Key? {
    if case .name(let namespace, let local) = attribute, case .name(let elementNamespace, let elementLocal) = element {
      let key = Key(
        element: NameClassTable.Name(namespace: elementNamespace, local: elementLocal),
        attribute: NameClassTable.Name(namespace: namespace, local: local))
      return kinds[key] == nil ? nil : key
    }
    return kinds.keys.first { key in
      attribute.contains(namespace: key.attribute.namespace, local: key.attribute.local)
        && element.contains(namespace: key.element.namespace, local: key.element.local)
    }
  }

  private static func conflict(_ key: Key, at place: SchemaPlace) -> SchemaError {
    SchemaError(
      .identifiers,
      "attribute \"\(key.attribute.local)\" of element \"\(key.element.local)\" is an identifier in one place and not the same in another",
      at: place)
  }
}
