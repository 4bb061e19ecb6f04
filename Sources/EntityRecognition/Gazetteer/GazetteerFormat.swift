import ArticleModel

/// How a compiled gazetteer lies in memory, little-endian throughout.
///
///     header     magic, version, then offset and size of each section, UInt32 each
///     phraseSlots  UInt32: 0 for an empty slot, else fingerprint << 24 | offset of a record in `phrases`
///     phrases    records: key length, 1 where a longer key begins with this one, number of alternatives (UInt8 each),
///                the alternatives (entity UInt24, flags UInt8, certainty in percent UInt8), the key
///     wordSlots, words   the same for words; a record is flags and key length (UInt8 each) and the key
///     entities   records of `entitySize` bytes
///     strings    what entities point at
///
/// Both tables are open-addressing hash tables with linear probing, a power of two in size. Documentation/DATA.md says
/// what is compiled.
enum GazetteerFormat {
  static let magic: UInt32 = 0x4E5A_4754  // "TGZN"
  static let version: UInt32 = 1

  enum Section: Int, CaseIterable {
    case phraseSlots, phrases, wordSlots, words, entities, strings
  }

  static let headerSize = 8 + Section.allCases.count * 8
  static let phraseHeaderSize = 3
  static let alternativeSize = 5
  static let wordHeaderSize = 2

  /// Offsets in an entity's record.
  enum EntityField {
    static let type = 0
    static let flags = 1
    static let country = 2
    static let name = 4
    static let wikidata = 8
    static let geonames = 12
    static let region = 16
    /// The offset of "authority:value" in the strings, 0 where there is none.
    static let identifier = 20
  }
  static let entitySize = 24
  /// Offsets in a record of `phrases` have 24 bits.
  static let maximumBlobSize = 1 << 24

  /// The slot at which the search for a key begins.
  @inline(__always)
  static func slot(of hash: UInt64, mask: Int) -> Int { Int(truncatingIfNeeded: hash ^ (hash >> 29)) & mask }

  @inline(__always)
  static func fingerprint(of hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 56) }
}

/// What the types of mentions are written as: their places in this list, which only grows at its end.
let gazetteerTypes: [MentionType] = [
  .person, .organisation, .country, .settlement, .region, .facility, .geography, .demonym, .event, .product,
  .programme, .law, .work,
]
