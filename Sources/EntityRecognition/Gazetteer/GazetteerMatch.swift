import ArticleModel

/// A name found in a gazetteer, with everything that bears it.
public struct GazetteerMatch: Sendable {
  /// The index after the last token of the name.
  public let end: Int
  let gazetteer: CompiledGazetteer
  let record: Int

  /// What bears the name, the likeliest first; never empty.
  public var alternatives: Alternatives { Alternatives(match: self) }

  public struct Alternatives: RandomAccessCollection, Sendable {
    let match: GazetteerMatch

    public var startIndex: Int { 0 }
    public var endIndex: Int { match.gazetteer.alternativeCount(match.record) }
    public subscript(position: Int) -> GazetteerEntry {
      precondition(indices.contains(position), "a gazetteer match has no alternative \(position)")
      return match.gazetteer.entry(match.record, position)
    }
  }
}

/// One thing that a name stands for.
public struct GazetteerEntry: Sendable {
  let gazetteer: CompiledGazetteer
  /// Its number in the gazetteer.
  let entity: Int
  public let nameFlags: NameFlags
  let percent: UInt8

  /// How sure the name alone makes it, above 0 and at most 1.
  public var certainty: Float { Float(percent) / 100 }
  public var type: MentionType {
    gazetteerTypes[Int(gazetteer.shortField(GazetteerFormat.EntityField.type, of: entity))]
  }
  public var flags: EntityFlags {
    EntityFlags(rawValue: gazetteer.shortField(GazetteerFormat.EntityField.flags, of: entity))
  }
  /// The country it lies in or belongs to; for a country, itself.
  public var country: CountryCode? {
    let first = gazetteer.shortField(GazetteerFormat.EntityField.country, of: entity)
    let second = gazetteer.shortField(GazetteerFormat.EntityField.country + 1, of: entity)
    return CountryCode(first, second)
  }
  /// The number of the region that it lies in.
  var region: Int? {
    let region = gazetteer.field(GazetteerFormat.EntityField.region, of: entity)
    return region == 0 ? nil : Int(region) - 1
  }

  /// Its registered name, its country and its identifiers.
  public var identity: EntityIdentity {
    var identifiers: [AuthorityIdentifier] = []
    let wikidata = gazetteer.field(GazetteerFormat.EntityField.wikidata, of: entity)
    if wikidata != 0 { identifiers.append(AuthorityIdentifier(authority: "wikidata", value: "Q\(wikidata)")) }
    let geonames = gazetteer.field(GazetteerFormat.EntityField.geonames, of: entity)
    if geonames != 0 { identifiers.append(AuthorityIdentifier(authority: "geonames", value: "\(geonames)")) }
    let other = gazetteer.field(GazetteerFormat.EntityField.identifier, of: entity)
    if other != 0 {
      let text = gazetteer.string(at: other)
      if let colon = text.firstIndex(of: ":") {
        identifiers.append(
          AuthorityIdentifier(authority: String(text[..<colon]), value: String(text[text.index(after: colon)...])))
      }
    }
    return EntityIdentity(
      name: gazetteer.string(at: gazetteer.field(GazetteerFormat.EntityField.name, of: entity)),
      identifiers: identifiers, country: country?.description)
  }
}

/// An ISO 3166-1 alpha-2 code.
@frozen
public struct CountryCode: Hashable, Sendable, CustomStringConvertible {
  private var code: UInt16

  @inlinable
  init?(_ first: UInt8, _ second: UInt8) {
    guard first != 0 else { return nil }
    self.init(code: UInt16(first) << 8 | UInt16(second))
  }

  @usableFromInline
  init(code: UInt16) { self.code = code }

  /// Two capital letters, as "RO".
  public init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 2, bytes.allSatisfy({ $0 &- 0x41 < 26 }) else { return nil }
    self.init(code: UInt16(bytes[0]) << 8 | UInt16(bytes[1]))
  }

  public var description: String {
    String(decoding: [UInt8(code >> 8), UInt8(code & 0xFF)], as: UTF8.self)
  }
}
