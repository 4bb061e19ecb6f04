/// What a mention names. The raw value is the category's identifier in the taxonomy of the TEI header.
public enum MentionType: String, Sendable, CaseIterable, Hashable {
  case person
  case role
  case organisation
  case country
  case settlement
  /// A part of a country or an area of several: "Bavaria", "the Balkans", "Southeast Europe".
  case region
  /// A building or installation with a name: a base, an airport, a port.
  case facility
  /// A sea, a river, a mountain, an island.
  case geography
  /// A place of a kind that is not known.
  case place
  /// An adjective or noun of nationality that stands alone: "Romanian", "Ukrainians".
  case demonym
  case date
  case time
  case number
  case percentage
  case money
  case measure
  case event
  case product
  case programme
  case law
  /// A book, a film, a song, a painting: what has a title.
  case work
  /// A URL or an e-mail address.
  case reference

  /// Whether it names a thing that has an entry in a register.
  public var isEntity: Bool {
    switch self {
    case .person, .organisation, .country, .settlement, .region, .facility, .geography, .place, .demonym, .event,
      .product, .programme, .law, .work:
      true
    case .role, .date, .time, .number, .percentage, .money, .measure, .reference: false
    }
  }

  /// Whether it names a place.
  public var isPlace: Bool {
    switch self {
    case .country, .settlement, .region, .facility, .geography, .place: true
    default: false
    }
  }
}
