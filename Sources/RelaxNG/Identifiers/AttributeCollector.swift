/// An attribute pattern, as far as identifiers are concerned.
final class CollectedAttribute {
  let name: NameClass
  let place: SchemaPlace
  /// nil for an attribute that is no identifier.
  let kind: IdentifierKind?
  private var isCandidate: Bool?

  init(name: NameClass, place: SchemaPlace, kind: IdentifierKind?) {
    self.name = name
    self.place = place
    self.kind = kind
  }

  /// Whether it allows one of these names, which are always the same.
  func mayBeOne(of names: Set<NameClassTable.Name>) -> Bool {
    if let isCandidate { return isCandidate }
    let found = names.contains { name.contains(namespace: $0.namespace, local: $0.local) }
    isCandidate = found
    return found
  }
}

/// Finds the attributes of elements; what many elements share is looked through once.
final class AttributeCollector {
  private var known: [ObjectIdentifier: [CollectedAttribute]] = [:]

  func attributes(in pattern: SimplePattern) throws(SchemaError) -> [CollectedAttribute] {
    switch pattern.kind {
    case .empty, .notAllowed, .text, .element, .ref: return []
    case .data, .value:
      try refuseIdentifiers(in: pattern)
      return []
    case .oneOrMore(let part), .list(let part): return try attributes(in: part)
    case .attribute, .choice, .group, .interleave: break
    }
    if let found = known[ObjectIdentifier(pattern)] { return found }
    var found: [CollectedAttribute] = []
    switch pattern.kind {
    case .attribute(let name, let content): found = [try collect(name, content, at: pattern.place)]
    case .choice(let parts), .group(let parts), .interleave(let parts):
      // What is shared is listed once, or lists would double with every level of a hostile schema.
      var listed: Set<ObjectIdentifier> = []
      for part in parts {
        for attribute in try attributes(in: part) where listed.insert(ObjectIdentifier(attribute)).inserted {
          found.append(attribute)
        }
      }
    default: break
    }
    known[ObjectIdentifier(pattern)] = found
    return found
  }

  private func collect(_ name: NameClass, _ content: SimplePattern, at place: SchemaPlace) throws(SchemaError)
    -> CollectedAttribute
  {
    let kind: IdentifierKind? =
      switch content.kind {
      case .data(let datatype, _): datatype.identifierKind
      case .value(let value): value.datatype.identifierKind
      default: nil
      }
    if kind == nil { try refuseIdentifiers(in: content) }
    return CollectedAttribute(name: name, place: place, kind: kind)
  }

  private func refuseIdentifiers(in pattern: SimplePattern) throws(SchemaError) {
    var datatype: Datatype?
    switch pattern.kind {
    case .choice(let parts), .group(let parts), .interleave(let parts):
      for part in parts { try refuseIdentifiers(in: part) }
    case .oneOrMore(let part), .list(let part): try refuseIdentifiers(in: part)
    case .data(let type, _): datatype = type
    case .value(let value): datatype = value.datatype
    default: break
    }
    guard let datatype, datatype.identifierKind != nil else { return }
    throw SchemaError(
      .identifiers, "datatype \"\(datatype.type.rawValue)\" stands where it is not the whole of an attribute",
      at: pattern.place)
  }
}
