/// A column of rows of mentions.
public enum MentionColumn: Hashable, Sendable {
  case document, id, entity, name, type, surface, value, start, end, byteStart, byteEnd, block, sentence, certainty
  case method, reference, otherReferences, element, left, right, section, date, dateOrigin, year, month, day, path,
    latitude, longitude
  /// The identifiers of one authority, as `wikidata`.
  case authority(String)

  /// Those that rows have if nothing else is asked for.
  public static let standard: [MentionColumn] = [
    .document, .id, .entity, .name, .type, .surface, .value, .start, .end, .byteStart, .byteEnd, .block, .sentence,
    .certainty, .method, .reference, .otherReferences,
  ]

  /// All but those of authorities.
  public static let all: [MentionColumn] =
    standard + [
      .element, .left, .right, .section, .date, .dateOrigin, .year, .month, .day, .path, .latitude, .longitude,
    ]

  /// The column of a name; nil for none.
  public init?(name: String) {
    guard let column = Self.all.first(where: { $0.name == name }) else { return nil }
    self = column
  }

  public var name: String {
    if case .authority(let name) = self { name } else { "\(self)" }
  }

  public func value(of mention: ExtractedMention) -> String {
    func shown(_ offset: Int?) -> String { offset.map(String.init) ?? "" }
    return switch self {
    case .document: mention.document
    case .id: mention.id
    case .entity: mention.entity
    case .name: mention.name
    case .type: mention.type
    case .surface: mention.surface
    case .value: mention.value
    case .start: shown(mention.codePoints?.lowerBound)
    case .end: shown(mention.codePoints?.upperBound)
    case .byteStart: shown(mention.bytes?.lowerBound)
    case .byteEnd: shown(mention.bytes?.upperBound)
    case .block: mention.block
    case .sentence: mention.sentence
    case .certainty: mention.certainty
    case .method: mention.method
    case .reference: mention.reference
    case .otherReferences: mention.otherReferences
    case .element: mention.element
    case .left: mention.left
    case .right: mention.right
    case .section: mention.section
    case .date: mention.date
    case .dateOrigin: mention.dateOrigin
    case .year: String(mention.date.prefix(4))
    case .month: mention.date.utf8.count >= 7 ? String(mention.date.prefix(7)) : ""
    case .day: mention.date.utf8.count >= 10 ? String(mention.date.prefix(10)) : ""
    case .path: mention.path
    case .latitude: mention.latitude.map { "\($0)" } ?? ""
    case .longitude: mention.longitude.map { "\($0)" } ?? ""
    case .authority(let name): AuthorityColumn.value(name, of: mention.reference)
    }
  }
}

/// The identifiers of one authority among those of an entity.
enum AuthorityColumn {
  /// - Parameter references: As ``ExtractedMention/reference``.
  static func value(_ authority: String, of references: String) -> String {
    references.split(separator: " ").compactMap { reference in
      guard let colon = reference.firstIndex(of: ":"), reference[..<colon].lowercased() == authority.lowercased() else {
        return nil
      }
      return String(reference[reference.index(after: colon)...])
    }.joined(separator: " ")
  }
}
