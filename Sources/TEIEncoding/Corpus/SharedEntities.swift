import ArticleModel
public import XML

/// Gathers the entities that several documents of an archive name.
///
/// Two entities are taken for the same only where an authority gives both the same identifier: a name alone is not enough.
public struct SharedEntities: Sendable {
  /// An entity and where the documents have it.
  struct Shared: Sendable {
    var entity: Entity
    /// `file.xml#identifier`, in the order of the documents.
    var targets: [String]
  }

  private var found: [Key: Shared] = [:]

  private struct Key: Hashable {
    var element: String
    var authority: String
    var value: String
  }

  public init() {}

  /// Adds the entities of a document: the organisations, places and events of its `standOff`.
  ///
  /// - Parameter file: The name of its file, in the folder of the archive.
  public mutating func add(_ standOff: XMLElement, file: String) {
    for list in standOff.children {
      for element in list.children { add(element, file) }
    }
  }

  private mutating func add(_ element: XMLElement, _ file: String) {
    guard let type = Self.type(of: element), let identifier = element["xml:id"] else { return }
    let identifiers = element.children.filter { $0.name == "idno" }.map {
      AuthorityIdentifier(authority: $0["type"] ?? "", value: $0.text)
    }
    guard let first = identifiers.first,
      let name = element.children.first(where: { $0.name.hasSuffix("Name") && $0["type"] == nil })?.text
    else { return }
    let key = Key(element: element.name, authority: first.authority, value: first.value)
    let target = "\(CorpusEncoder.reference(to: file))#\(identifier)"
    if found[key] != nil {
      found[key]?.targets.append(target)
    } else {
      let entity = Entity(
        type: type, name: name, identifiers: identifiers, country: element.child("country")?["key"])
      found[key] = Shared(entity: entity, targets: [target])
    }
  }

  private static func type(of element: XMLElement) -> MentionType? {
    switch element.name {
    case "org": .organisation
    case "event": .event
    case "place": element["type"].flatMap(MentionType.init) ?? .region
    default: nil
    }
  }

  /// Those that at least two documents have, in order of their kinds and names.
  var shared: [Shared] {
    found.values.filter { $0.targets.count > 1 }.sorted {
      let (left, right) = ($0.entity, $1.entity)
      return (IdentifierScheme.kind(left.type), left.name, $0.targets[0])
        < (IdentifierScheme.kind(right.type), right.name, $1.targets[0])
    }
  }
}
