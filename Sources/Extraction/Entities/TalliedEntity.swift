/// What an archive says of one person, place or thing.
public struct TalliedEntity: Hashable, Sendable {
  /// The identifier of an authority, as `wikidata:Q64`; else of the entry of a register, as `a.xml#place.berlin`.
  public var id: String
  public var type: String
  public var name: String
  /// How it is written elsewhere than in its name, the most frequent first.
  public var variants: [String]
  /// Those of authorities: `wikidata:Q64`.
  public var identifiers: [String]
  public var mentions: Int
  public var documents: Int
  /// The first and the last date on which it is mentioned (ISO 8601); empty where none is known.
  public var first: String
  public var last: String
  /// Degrees, WGS 84.
  public var latitude: Double?
  public var longitude: Double?

  /// The columns of ``row``.
  public static let columns = [
    "entity", "type", "name", "variants", "identifiers", "mentions", "documents", "first", "last", "latitude",
    "longitude",
  ]

  /// Which of ``columns`` are whole numbers, and which others.
  public static let types: [RowType] = columns.map { column in
    switch column {
    case "mentions", "documents": .integer
    case "latitude", "longitude": .number
    default: .text
    }
  }

  /// The entity as a row under ``columns``; what a column has several of is parted by semicolons.
  public var row: [String] {
    [
      id, type, name, variants.joined(separator: "; "), identifiers.joined(separator: "; "), String(mentions),
      String(documents), first, last, latitude.map { "\($0)" } ?? "", longitude.map { "\($0)" } ?? "",
    ]
  }

  /// Its identifiers of one authority.
  public func identifiers(of authority: String) -> String {
    AuthorityColumn.value(authority, of: identifiers.joined(separator: " "))
  }
}

extension TalliedEntity {
  init(_ names: [String], _ facts: [EntityTally.Facts]) {
    identifiers = Set(facts.flatMap(\.identifiers)).sorted(by: EntityKey.isPreferred)
    id = names.filter { !$0.contains("#") }.min(by: EntityKey.isPreferred) ?? names.min()!
    mentions = facts.reduce(0) { $0 + $1.mentions }
    documents = facts.count == 1 ? Set(facts[0].documents).count : Set(facts.flatMap(\.documents)).count
    let surfaces = Self.ranked(facts.map(\.surfaces))
    let name = Self.ranked(facts.map(\.names)).first ?? surfaces.first ?? id
    self.name = name
    variants = surfaces.filter { $0 != name }
    type = Self.ranked(facts.map(\.types)).first ?? ""
    first = facts.map(\.first).filter { !$0.isEmpty }.min() ?? ""
    last = facts.map(\.last).max() ?? ""
    let coordinates = facts.lazy.compactMap(\.coordinates).first
    latitude = coordinates?.latitude
    longitude = coordinates?.longitude
  }

  /// The most frequent first, then in the order of the alphabet.
  private static func ranked(_ counts: [[String: Int]]) -> [String] {
    let all = counts.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
    return all.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }

  func isBefore(_ other: TalliedEntity) -> Bool {
    mentions != other.mentions ? mentions > other.mentions : (name, id) < (other.name, other.id)
  }
}
