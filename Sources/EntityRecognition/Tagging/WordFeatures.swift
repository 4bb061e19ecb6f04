import ArticleModel
internal import SequenceLabelling

/// What a word is by itself, whatever stands beside it: features of its letters and of the lists that have it.
package struct WordFeatures {
  private let gazetteer: CompiledGazetteer
  package init(gazetteer: CompiledGazetteer = .embedded) { self.gazetteer = gazetteer }

  private enum Kind {
    static let word: UInt8 = 1
    static let form: UInt8 = 2
    static let prefix: UInt8 = 3
    static let suffix: UInt8 = 4
    static let trigram: UInt8 = 5
    static let flags: UInt8 = 6
    static let role: UInt8 = 7
    static let organisation: UInt8 = 8
    static let function: UInt8 = 9
    static let pattern: UInt8 = 10
  }

  /// No word has more features.
  package static let maximum = 48
  /// What is looked at of a word, in bytes.
  private static let longest = 48

  /// Writes the features of a word.
  ///
  /// - Parameter features: Room for ``maximum`` numbers.
  /// - Returns: How many there are, and the number of the word itself, whatever its case.
  package func write(
    _ token: Token, of bytes: UnsafeBufferPointer<UInt8>, to features: UnsafeMutableBufferPointer<UInt32>
  ) -> (count: Int, word: UInt32) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.longest) { folded in
      let word = UnsafeBufferPointer(rebasing: folded[0..<Self.fold(bytes[token.range.bytes], into: folded)])
      let count = word.count
      let shape = UInt32(token.shape.rawValue)
      var end = 0
      func put(_ hash: FeatureHash) {
        features[end] = hash.feature
        end += 1
      }
      var form = FeatureHash(Kind.form)
      form.add(shape)
      form.add(UInt32(token.kind.rawValue))
      form.add(UInt32(min(count, 4)))
      put(form)
      put(Self.pattern(bytes, token.range))
      guard token.kind != .punctuation else { return (end, Self.number(word)) }
      for length in 1...4 where length < count {
        put(Self.hash(Kind.prefix, word[0..<length]))
        var suffix = Self.hash(Kind.suffix, word[(count - length)...])
        put(suffix)
        if length >= 2 {
          suffix.add(shape | 0x100)
          put(suffix)
        }
      }
      if count >= 4 {
        for start in 0...(min(count, 16) - 3) { put(Self.hash(Kind.trigram, word[start..<(start + 3)])) }
      }
      var flags = FeatureHash(Kind.flags)
      flags.add(UInt32(gazetteer.wordFlags(bytes, token.range).rawValue))
      put(flags)
      flags.add(shape | 0x100)
      put(flags)
      let (first, last) = (Int(token.range.start), Int(token.range.end))
      if let part = RoleWords.table.entry(bytes, first, last) {
        var role = FeatureHash(Kind.role)
        role.add(part == .head ? 1 : part == .modifier ? 2 : 3)
        put(role)
      }
      if let part = OrganisationWords.table.entry(bytes, first, last) {
        var organisation = FeatureHash(Kind.organisation)
        organisation.add(part == .body ? 1 : part == .weak ? 2 : 3)
        put(organisation)
      }
      if FunctionWords.table.entry(bytes, first, last) != nil { put(FeatureHash(Kind.function)) }
      return (end, Self.number(word))
    }
  }

  /// The number of a word of a list, as ``write(_:of:to:)`` gives it.
  package static func number(of word: String) -> UInt32 {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: longest) { folded in
      number(UnsafeBufferPointer(rebasing: folded[0..<fold(word.utf8, into: folded)]))
    }
  }

  private static func number(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 { hash(Kind.word, word[...]).feature }

  private static func hash(_ kind: UInt8, _ part: Slice<UnsafeBufferPointer<UInt8>>) -> FeatureHash {
    var hash = FeatureHash(kind)
    for byte in part { hash.add(UInt32(byte)) }
    return hash
  }

  /// The beginning of the word in lower case, every digit a 0.
  private static func fold(_ word: some Sequence<UInt8>, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var count = 0
    var lead: UInt8 = 0
    for byte in word {
      guard count < buffer.count else { break }
      let isUpper = byte &- 0x41 < 26 || (lead == 0xC3 && byte < 0x9F && byte != 0x97)
      buffer[count] = isUpper ? byte | 0x20 : Characters.isDigit(byte) ? 0x30 : byte
      lead = byte
      count += 1
    }
    return count
  }

  /// The word with its letters and digits by kind, each kind at most twice running: "McDonald's" is "XxXxx'x".
  private static func pattern(_ bytes: UnsafeBufferPointer<UInt8>, _ range: SourceRange) -> FeatureHash {
    var hash = FeatureHash(Kind.pattern)
    var last: UInt32 = 0
    var repeats = 0
    var index = Int(range.start)
    while index < Int(range.end) {
      let scalar = Characters.decode(bytes, at: index, end: Int(range.end))
      index += scalar.length
      let value = scalar.value
      let kind: UInt32 =
        Characters.isDigit(value) ? 1 : Characters.isUpper(value) ? 2 : Characters.isLetter(value) ? 3 : value
      repeats = kind == last ? repeats + 1 : 1
      last = kind
      if repeats <= 2 { hash.add(kind) }
    }
    return hash
  }
}
