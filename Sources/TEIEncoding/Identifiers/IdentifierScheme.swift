import ArticleModel

/// Gives the `xml:id`s of one document.
///
/// Every identifier begins with the document's own, so that it stays unique when `corpus.xml` takes the documents in.
/// That of a block comes from its text, that of a mention from its block and its words, that of an entity from its name:
/// an edit elsewhere in the article changes none of them.
package struct IdentifierScheme {
  let document: String
  private var used: Set<String> = []
  private var counts: [String: Int] = [:]

  package init(document: String) { self.document = document }

  /// `local` behind the document's identifier.
  package func qualified(_ local: String) -> String { "\(document).\(local)" }

  /// `local`, or `local-2` and so on where that is taken.
  package mutating func unique(_ local: String) -> String {
    if used.insert(local).inserted { return local }
    var count = counts[local, default: 1]
    var numbered: String
    repeat {
      count += 1
      numbered = "\(local)-\(count)"
    } while !used.insert(numbered).inserted
    counts[local] = count
    return numbered
  }

  /// The identifier of a block, without the document's, and the hash of its text.
  mutating func block(_ kind: String, text: some Sequence<UInt8>) -> (local: String, hash: UInt64) {
    var hash = StableHash()
    hash.add(text)
    return (unique("\(kind).\(hash.digits(7))"), hash.value)
  }

  /// The identifier of a mention, without the document's: `occurrence` counts the same words in the same block.
  package mutating func mention(block: UInt64, words: some Sequence<UInt8>, occurrence: Int) -> String {
    inBlock("m", block, words, occurrence)
  }

  /// The identifier of a sentence, likewise. Sections have the letter s.
  mutating func sentence(block: UInt64, words: some Sequence<UInt8>, occurrence: Int) -> String {
    inBlock("sent", block, words, occurrence)
  }

  private mutating func inBlock(
    _ kind: String, _ block: UInt64, _ words: some Sequence<UInt8>, _ occurrence: Int
  ) -> String {
    var hash = StableHash()
    hash.add(block)
    hash.add(words)
    hash.add(UInt64(bitPattern: Int64(occurrence)))
    return unique("\(kind).\(hash.digits(7))")
  }

  /// The identifier of an entity, without the document's.
  package mutating func entity(_ entity: Entity) -> String {
    let slug = entity.name.slug
    return unique("\(Self.kind(entity.type)).\(slug.isEmpty ? "unnamed" : slug)")
  }

  /// The identifier of a person who corrects, without the document's.
  package mutating func editor(_ name: String) -> String {
    let slug = name.slug
    return unique("editor.\(slug.isEmpty ? "unnamed" : slug)")
  }

  /// The identifier of who found a mention, without the document's.
  static func recognizer(_ number: UInt8) -> String { number == 0 ? Program.name : "recognizer-\(number)" }

  package static func kind(_ type: MentionType) -> String {
    switch type {
    case .person: "person"
    case .organisation: "org"
    case .country, .settlement, .region, .facility, .geography, .place, .demonym: "place"
    case .event: "event"
    case .product: "product"
    case .programme: "programme"
    case .law: "law"
    case .work: "work"
    case .role, .date, .time, .number, .percentage, .money, .measure, .reference: type.rawValue
    }
  }
}

extension String {
  /// The name in lower case with hyphens for all that is no letter or digit, at most 60 characters.
  fileprivate var slug: String { utf8.allSatisfy { $0 < 0x80 } ? asciiSlug : unicodeSlug }

  private var asciiSlug: String {
    var slug: [UInt8] = []
    slug.reserveCapacity(60)
    for byte in utf8 where slug.count < 60 {
      if Characters.isASCIILetter(byte) {
        slug.append(byte | 0x20)
      } else if Characters.isDigit(UInt32(byte)) {
        slug.append(byte)
      } else if let last = slug.last, last != UInt8(ascii: "-") {
        slug.append(UInt8(ascii: "-"))
      }
    }
    if slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }

  private var unicodeSlug: String {
    var slug = ""
    var length = 0
    for scalar in lowercased().unicodeScalars where length < 60 {
      let isLetter =
        scalar.isASCII
        ? (scalar.value | 0x20) &- 0x61 < 26 || Characters.isDigit(scalar.value)
        : scalar.properties.isAlphabetic && DocumentIdentifier.isNCName(String(scalar))
      if isLetter {
        slug.unicodeScalars.append(scalar)
        length += 1
      } else if !slug.isEmpty, !slug.hasSuffix("-") {
        slug.append("-")
        length += 1
      }
    }
    if slug.hasSuffix("-") { slug.removeLast() }
    return slug
  }
}
