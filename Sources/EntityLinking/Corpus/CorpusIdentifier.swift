import ArticleModel

/// The identifiers of entities across an archive: `place.wikidata-Q191`, `person.ana-kovac`.
///
/// An identifier comes from what the entity is and not from the articles that name it, so that it stays as articles come
/// and go. A name that may be many things' ("Kovač", "Ministry of Defence") makes none: such an entity has that of its
/// document's entry until somebody decides.
package enum CorpusIdentifier {
  /// Of authorities that know a thing, the first of these gives its identifier.
  private static let preferred = ["wikidata", "geonames"]

  /// By an identifier of an authority.
  static func id(_ kind: EntityKind, _ identifier: AuthorityIdentifier) -> String {
    "\(kind.rawValue).\(nameToken(identifier.authority))-\(nameToken(identifier.value))"
  }

  /// The identifiers of an entity, the one that counts first.
  static func ordered(_ identifiers: [AuthorityIdentifier]) -> [AuthorityIdentifier] {
    func rank(_ identifier: AuthorityIdentifier) -> (Int, String, String) {
      (preferred.firstIndex(of: identifier.authority) ?? preferred.count, identifier.authority, identifier.value)
    }
    return identifiers.sorted { rank($0) < rank($1) }
  }

  /// By the name; nil where the name alone does not tell it from others.
  package static func id(_ entity: Entity) -> String? {
    let kind = EntityKind(entity.type)
    guard var words = telling(entity, kind) else { return nil }
    if kind == .place { words.append(entity.country!.lowercased()) }
    let name = words.joined(separator: "-")
    return "\(kind.rawValue).\(name.utf8.count <= longest ? nameToken(name) : shortened(name))"
  }

  /// By the name, even where it may be several things': what `same … *` calls all that have it.
  static func loose(_ entity: Entity) -> String {
    let name = NameFolding.words(of: entity.name).joined(separator: "-")
    return "\(EntityKind(entity.type).rawValue).\(name.utf8.count <= longest ? nameToken(name) : shortened(name))"
  }

  private static let longest = 80

  /// The words of a name that is one thing's in all the archive, folded.
  private static func telling(_ entity: Entity, _ kind: EntityKind) -> [String]? {
    let words = NameFolding.words(of: entity.name)
    let folded = words.map { FoldedWord($0.utf8) }
    switch kind {
    case .person:
      guard let name = PersonName(folded), !name.isBare, !name.hasInitial else { return nil }
      return Array(words[name.kept]) + (name.suffix == nil ? [] : [words[words.count - 1]])
    case .organisation:
      guard let name = OrganisationName(folded), !name.isGeneric else { return nil }
      if name.isMinistry {
        guard let country = name.country?.description ?? entity.country else { return nil }
        let subjects = name.kept.map { OrganisationName.synonyms[words[$0]] ?? words[$0] }
        return ["ministry"] + subjects.sorted() + [country.lowercased()]
      }
      let key = name.kept.map { words[$0] }
      guard key.count > 1 else { return isLongWord(key[0], entity.name) ? key : nil }
      return OrganisationName.isOfEveryCountry(name.kept.map { folded[$0] }) ? nil : key
    case .place: return words.isEmpty || entity.country == nil ? nil : words
    case .product: return words.count > 1 || isLongWord(words.first ?? "", entity.name) ? words : nil
    case .event, .programme, .law, .work: return words.count > 1 ? words : nil
    }
  }

  /// Whether a single word is no acronym.
  private static func isLongWord(_ word: String, _ name: String) -> Bool {
    word.unicodeScalars.count > 3 && Acronym.letters(of: name.utf8) == nil
  }

  /// Only what an XML name may hold: other characters become hyphens.
  private static func nameToken(_ text: String) -> String {
    if text.utf8.allSatisfy({ Characters.isASCIILetter($0) || Characters.isDigit($0) || $0 == 0x2D }) { return text }
    var token = ""
    for scalar in text.unicodeScalars {
      let isName = Characters.isASCIILetter(UInt8(truncatingIfNeeded: scalar.value)) && scalar.isASCII
      if isName || Characters.isDigit(scalar.value) || DocumentIdentifier.isNCName("a" + String(scalar)) {
        token.unicodeScalars.append(scalar)
      } else {
        token += "-"
      }
    }
    return token
  }

  /// The beginning of a long name and a hash of the whole.
  private static func shortened(_ name: String) -> String {
    let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    var beginning = ""
    for word in name.split(separator: "-") where beginning.utf8.count + word.utf8.count < longest - 20 {
      beginning += word + "-"
    }
    return nameToken(beginning) + String(hash, radix: 36)
  }
}
