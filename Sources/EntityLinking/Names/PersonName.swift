/// The parts of a person's name that tell persons apart.
package struct PersonName: Hashable, Sendable {
  /// Given names, particles and surnames, in order; never empty.
  let words: [FoldedWord]
  /// "jr", "sr", "ii": a father and a son differ in it.
  let suffix: FoldedWord?
  /// Which of the words that it was read from are ``words``.
  let kept: Range<Int>
  /// What tells it from other names.
  let key: UInt64

  private static let suffixes = Set<FoldedWord>(folded: "jr sr ii iii iv")
  /// What may stand before a name that was marked too widely. Titles that are part of the name ("Pope Francis") are none.
  private static let titles = Set<FoldedWord>(
    folded:
      "mr mrs ms miss dr prof professor sir lord lady dame herr frau monsieur madame senor senora mme rev reverend "
      + "president vice prime deputy minister secretary foreign home defence defense interior shadow press former acting "
      + "us the senator sen representative rep congressman congresswoman governor gov mayor judge justice chief general "
      + "gen major lieutenant lt colonel col captain capt sergeant sgt commander commodore admiral brigadier chancellor "
      + "premier speaker ambassador chairman chairwoman director detective inspector officer sheriff emeritus coach envoy "
      + "tsar")
  private static let reigns = Set<FoldedWord>(
    folded: "king queen prince princess emperor empress pope saint st sultan archduke duke duchess cardinal archbishop "
      + "bishop sheikh shaikh ayatollah imam mullah")
  private static let particles = Set<FoldedWord>(
    folded: "von van vom zu zum der den de del della di da dos das du des la le al el bin ibn ben ter ten")
  private static let givenNamesToo = Set<FoldedWord>(folded: "al ben van del della la da")

  /// - Parameter words: The name, folded.
  init?(_ words: [FoldedWord]) {
    var start = 0
    var end = words.count
    var suffix: FoldedWord?
    if end > 1, Self.suffixes.contains(words[end - 1]) {
      suffix = words[end - 1]
      end -= 1
    }
    while end - start > 1, Self.titles.contains(words[start]) { start += 1 }
    // "Emperor Joshua Norton" is Joshua Norton; of "Pope Francis" nothing else is left.
    if end - start > 2, Self.reigns.contains(words[start]) { start += 1 }
    guard start < end else { return nil }
    self.words = end - start == words.count ? words : Array(words[start..<end])
    self.suffix = suffix
    kept = start..<end
    key = NameHash.mix(NameHash.of(self.words), suffix?.hash ?? 0)
  }

  var given: FoldedWord { words[0] }
  var surname: FoldedWord { words[words.count - 1] }

  /// Whether it is an office alone, as "President": nobody in particular, unless somebody has it for a surname.
  var isTitle: Bool { words.count == 1 && Self.titles.contains(given) }

  /// Whether it is a surname alone: one word, or several of which the first are particles ("von der Leyen"). "Al Gore"
  /// and "Van Morrison" are full names.
  package var isBare: Bool {
    if words.count == 1 { return true }
    if words.count == 2, Self.givenNamesToo.contains(given) { return false }
    return words.dropLast().allSatisfy(Self.particles.contains)
  }

  /// Whether the given name is an initial.
  package var hasInitial: Bool { words.count > 1 && given.isInitial }

  /// Whether both may be names of one person, the given names being equal or one the initial of the other: middle names
  /// may be left out or be initials, but not differ.
  package func isCompatible(with other: PersonName) -> Bool {
    guard surname == other.surname, suffix == nil || other.suffix == nil || suffix == other.suffix else { return false }
    let (longer, shorter) = words.count >= other.words.count ? (words, other.words) : (other.words, words)
    var rest = longer.dropLast()[...]
    for (index, word) in shorter.dropLast().enumerated() {
      let place = rest.firstIndex { Self.matches($0, word) || (index == 0 && Self.isNickname($0, word)) }
      guard let place, index > 0 || place == 0 else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  private static func isNickname(_ left: FoldedWord, _ right: FoldedWord) -> Bool {
    Nicknames.full(left) == Nicknames.full(right)
  }

  private static func matches(_ left: FoldedWord, _ right: FoldedWord) -> Bool {
    left == right || ((left.isInitial || right.isInitial) && left.initial == right.initial)
  }

  package static func == (left: Self, right: Self) -> Bool { left.key == right.key }
  package func hash(into hasher: inout Hasher) { hasher.combine(key) }
}
