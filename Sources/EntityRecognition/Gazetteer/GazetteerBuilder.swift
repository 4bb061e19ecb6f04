import ArticleModel

/// Compiles names into the bytes that ``CompiledGazetteer`` reads. Same names in, same bytes out.
package struct GazetteerBuilder {
  /// Something with a name.
  package struct Entity {
    package var type: MentionType
    package var name: String
    package var country: CountryCode?
    package var flags: EntityFlags = []
    /// The number of a Wikidata item: 212 for Q212; 0 where it is not known.
    package var wikidata: UInt32 = 0
    /// 0 where it is not known.
    package var geonames: UInt32 = 0
    /// "authority:value" of another authority.
    package var identifier: String?
    /// The region that it lies in, by the number that ``add(_:)-(Entity)`` gave.
    package var region: Int?

    package init(type: MentionType, name: String, country: CountryCode? = nil) {
      self.type = type
      self.name = name
      self.country = country
    }
  }

  private struct Name {
    var text: String
    var entity: Int
    var flags: NameFlags
    var percent: UInt8
  }

  private struct Phrase {
    var isPrefix = false
    var names: [Int] = []
  }

  package private(set) var entities: [Entity] = []
  private var names: [Name] = []
  private var words: [[UInt8]: WordFlags] = [:]

  package init() {}

  /// Adds a thing and returns its number, under which names are given to it.
  package mutating func add(_ entity: Entity) -> Int {
    precondition(gazetteerTypes.contains(entity.type), "a gazetteer has no \(entity.type.rawValue)")
    entities.append(entity)
    return entities.count - 1
  }

  package mutating func setRegion(of entity: Int, to region: Int) { entities[entity].region = region }

  package mutating func setGeonames(of entity: Int, to number: UInt32) { entities[entity].geonames = number }

  /// Gives a thing a name.
  package mutating func add(name: String, of entity: Int, flags: NameFlags = [], percent: UInt8) {
    names.append(Name(text: name, entity: entity, flags: flags, percent: percent))
  }

  /// Adds to what is known of a word, whatever its case.
  package mutating func insert(_ flags: WordFlags, word: String) {
    for form in [word, word.uppercased(), word.lowercased()] {
      let key = form.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
      if (1..<PhraseKey.maximumLength).contains(key.count) { words[key, default: []].formUnion(flags) }
    }
  }

  /// Whether a name is short enough to be found and has at least a letter or a digit.
  package static func isUsable(_ name: String) -> Bool {
    name.utf8.count < PhraseKey.maximumLength
      && name.unicodeScalars.contains { Characters.isLetter($0.value) || Characters.isDigit($0.value) }
  }

  package func build() -> [UInt8] {
    var strings = StringPool()
    let entityBytes = entities.reduce(into: [UInt8]()) { append($1, to: &$0, &strings) }
    let (phraseSlots, phraseBlob) = phraseTable()
    let (wordSlots, wordBlob) = wordTable()
    let sections = [phraseSlots, phraseBlob, wordSlots, wordBlob, entityBytes, strings.bytes]
    var bytes: [UInt8] = []
    bytes.append(word: GazetteerFormat.magic)
    bytes.append(word: GazetteerFormat.version)
    var offset = GazetteerFormat.headerSize
    for section in sections {
      bytes.append(word: UInt32(offset))
      bytes.append(word: UInt32(section.count))
      offset += section.count
    }
    return sections.reduce(into: bytes) { $0 += $1 }
  }

  private func append(_ entity: Entity, to bytes: inout [UInt8], _ strings: inout StringPool) {
    bytes.append(UInt8(gazetteerTypes.firstIndex(of: entity.type)!))
    bytes.append(entity.flags.rawValue)
    bytes += entity.country.map { Array($0.description.utf8) } ?? [0, 0]
    bytes.append(word: strings.offset(of: entity.name))
    bytes.append(word: entity.wikidata)
    bytes.append(word: entity.geonames)
    bytes.append(word: entity.region.map { UInt32($0) + 1 } ?? 0)
    bytes.append(word: entity.identifier.map { strings.offset(of: $0) } ?? 0)
  }

  private func phraseTable() -> (slots: [UInt8], blob: [UInt8]) {
    let phrases = keyedPhrases()
    var table = TableWriter(count: phrases.count)
    for (key, phrase) in phrases.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      // The likeliest first; the order of the lists decides between equals.
      let alternatives = phrase.names.sorted { (names[$1].percent, $0) < (names[$0].percent, $1) }.prefix(255)
      var record = [UInt8(key.count), phrase.isPrefix ? 1 : 0, UInt8(alternatives.count)]
      for name in alternatives.map({ names[$0] }) {
        record += (0..<3).map { UInt8(truncatingIfNeeded: name.entity >> ($0 * 8)) }
        record += [name.flags.rawValue, name.percent]
      }
      table.insert(key, record: record + key)
    }
    return table.finished()
  }

  /// Every name and every beginning of a name that ends with a token, by its key.
  private func keyedPhrases() -> [[UInt8]: Phrase] {
    var phrases: [[UInt8]: Phrase] = [:]
    let text = names.map(\.text).joined(separator: "\n")
    let source = SourceText(name: "gazetteer", text)
    var blocks: [Block] = []
    var start = 0
    for name in names {
      blocks.append(.paragraph(TextRun(SourceRange(start..<start + name.text.utf8.count))))
      start += name.text.utf8.count + 1
    }
    let (tokens, runs) = Tokenizer.tokenize(ArticleStructure(blocks: blocks), of: source)
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: PhraseKey.maximumLength) { buffer in
      source.bytes.withUnsafeBufferPointer { bytes in
        for (name, run) in zip(names.indices, runs) {
          precondition(Self.isUsable(names[name].text), "\"\(names[name].text)\" cannot be the name of anything")
          var key = PhraseKey(buffer: buffer.baseAddress!)
          for index in run.tokens {
            precondition(key.append(tokens[index], of: bytes), "\"\(names[name].text)\" is too long for a name")
            var phrase = phrases[Array(key.bytes)] ?? Phrase()
            if index + 1 < run.tokens.upperBound {
              phrase.isPrefix = true
            } else if !phrase.names.contains(where: { names[$0].entity == names[name].entity }) {
              phrase.names.append(name)
            }
            phrases[Array(key.bytes)] = phrase
          }
        }
      }
    }
    return phrases
  }

  private func wordTable() -> (slots: [UInt8], blob: [UInt8]) {
    var table = TableWriter(count: words.count)
    for (key, flags) in words.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      table.insert(key, record: [flags.rawValue, UInt8(key.count)] + key)
    }
    return table.finished()
  }
}

/// Strings, each once, with two bytes of length before it. Offset 0 is no string.
private struct StringPool {
  private(set) var bytes: [UInt8] = [0]
  private var offsets: [String: UInt32] = [:]

  mutating func offset(of string: String) -> UInt32 {
    if let offset = offsets[string] { return offset }
    let text = Array(string.utf8.prefix(Int(UInt16.max)))
    let offset = UInt32(bytes.count)
    bytes += [UInt8(text.count & 0xFF), UInt8(text.count >> 8)] + text
    offsets[string] = offset
    return offset
  }
}

/// Fills an open-addressing table.
private struct TableWriter {
  private var slots: [UInt32]
  // A record at offset 0 would look like an empty slot.
  private var blob: [UInt8] = [0]

  init(count: Int) {
    var size = 16
    while size < count + count / 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  mutating func insert(_ key: [UInt8], record: [UInt8]) {
    let hash = key.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    let mask = slots.count - 1
    var slot = GazetteerFormat.slot(of: hash, mask: mask)
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    precondition(blob.count < GazetteerFormat.maximumBlobSize, "a gazetteer holds at most 16 MB of names")
    slots[slot] = GazetteerFormat.fingerprint(of: hash) << 24 | UInt32(blob.count)
    blob += record
  }

  func finished() -> (slots: [UInt8], blob: [UInt8]) {
    (slots.reduce(into: []) { $0.append(word: $1) }, blob)
  }
}

extension [UInt8] {
  fileprivate mutating func append(word: UInt32) {
    for shift in stride(from: 0, to: 32, by: 8) { append(UInt8(truncatingIfNeeded: word >> UInt32(shift))) }
  }
}
