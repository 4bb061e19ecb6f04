import ArticleModel

/// Brings together the mentions of one article that name the same thing.
///
/// Two mentions name the same thing where a recogniser gave both the same identity, or where neither has one and their
/// words are the same. A nationality adjective leads to its country.
public struct EntityLinker: Sendable {
  public init() {}

  /// The entities of an article in the order of their first mentions, and the mentions with their entities.
  public func link(_ mentions: [Mention], in source: SourceText) -> (entities: [Entity], mentions: [LinkedMention]) {
    var entities: [Entity] = []
    var indices: [Key: Int] = [:]
    var linked: [LinkedMention] = []
    linked.reserveCapacity(mentions.count)
    for place in mentions.indices.sorted(by: { Self.standsBefore(mentions[$0], mentions[$1]) }) {
      let mention = mentions[place]
      guard mention.type.isEntity else {
        linked.append(LinkedMention(mention))
        continue
      }
      let words = Self.normalised(mention.range, in: source)
      let name = mention.identity?.name ?? words
      let key = Key(kind: Kind(mention.type), name: name)
      let index: Int
      if let known = indices[key] {
        index = known
        entities[index].complete(with: mention.identity)
      } else {
        index = entities.count
        indices[key] = index
        entities.append(
          Entity(
            type: mention.type == .demonym ? .country : mention.type, name: name,
            identifiers: mention.identity?.identifiers ?? [], country: mention.identity?.country))
      }
      if mention.type != .demonym { entities[index].addVariant(words) }
      linked.append(LinkedMention(mention, entity: index))
    }
    return (entities, linked)
  }

  /// Things of different kinds are never the same, whatever they are called. All places are of one kind: a name that is
  /// a country to one recogniser and a region to another is one place.
  private enum Kind: Hashable {
    case person, organisation, place, event, product, programme, law, work

    init(_ type: MentionType) {
      switch type {
      case .person: self = .person
      case .organisation: self = .organisation
      case .event: self = .event
      case .product: self = .product
      case .programme: self = .programme
      case .law: self = .law
      case .work: self = .work
      default: self = .place
      }
    }
  }

  private struct Key: Hashable {
    var kind: Kind
    var name: String
  }

  private static func standsBefore(_ left: Mention, _ right: Mention) -> Bool {
    if left.range.start != right.range.start { return left.range.start < right.range.start }
    if left.range.end != right.range.end { return left.range.end < right.range.end }
    return (left.type.rawValue, left.method.rawValue) < (right.type.rawValue, right.method.rawValue)
  }

  /// The words of a range with one space for white space.
  private static func normalised(_ range: SourceRange, in source: SourceText) -> String {
    var words: [UInt8] = []
    words.reserveCapacity(range.count)
    for byte in source.bytes[range.bytes] {
      if !Characters.isASCIISpace(byte) {
        words.append(byte)
      } else if words.last != 0x20 {
        words.append(0x20)
      }
    }
    return String(decoding: words, as: UTF8.self)
  }
}

extension Entity {
  fileprivate mutating func addVariant(_ words: String) {
    if words != name, !variants.contains(words) { variants.append(words) }
  }

  /// Takes over what a later mention knows and earlier ones did not.
  fileprivate mutating func complete(with identity: EntityIdentity?) {
    guard let identity else { return }
    for identifier in identity.identifiers where !identifiers.contains(where: { $0.authority == identifier.authority })
    {
      identifiers.append(identifier)
    }
    if country == nil { country = identity.country }
  }
}
