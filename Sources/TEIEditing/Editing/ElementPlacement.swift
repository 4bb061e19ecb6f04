import TEIText
import XML

/// Finds where the tags of an element around some text may stand, so that it nests with the elements that are there.
struct ElementPlacement {
  struct Tags: Hashable {
    var start: SourceMarkup.Place
    var end: SourceMarkup.Place
    /// The element in which they stand.
    var parent: Int32
  }

  let markup: SourceMarkup
  /// Elements whose tags go: they are no obstacle, and wrap nothing.
  let removed: Set<Int32>

  private var table: XMLNodeTable { markup.table }

  /// Words and characters as linguistic markup has them: no name fits into them.
  private static let wordLike: Set<String> = ["w", "pc", "c", "m", "g", "phr", "cl"]
  /// Of several readings one is read: an element goes around all of them.
  private static let alternatives: Set<String> = ["choice", "app", "subst"]
  /// Hold sentences or lines, and stand in no name.
  private static let unwrappable = TextElements.roleByPlace.union(["s", "cl"]).union(parts)
  /// Stand in title pages, casts, scripts, addresses, registers and dictionaries only.
  private static let parts: Set<String> = [
    "author", "editor", "publisher", "pubPlace", "docEdition", "biblScope", "edition", "extent", "role", "roleDesc",
    "actor", "street", "postCode", "postBox", "camera", "sound", "tech", "view", "said", "birth", "death", "floruit",
    "sex", "gender", "age", "nationality", "occupation", "affiliation", "residence", "education", "faith", "langKnown",
    "langKnowledge", "state", "trait", "location", "geo", "population", "terrain", "climate", "orth", "pron", "hyph",
    "syll", "stress", "gram", "pos", "gen", "number", "case", "per", "tns", "mood", "iType", "itype", "colloc", "subc",
    "def", "usg", "lbl", "lang", "xr", "oRef", "pRef", "entryFree",
  ]

  /// The places for the tags around bytes of the table's character data; nil where the element would cross another, go
  /// around a block or a sentence, or into a word.
  ///
  /// An inline element that is covered whole, as `hi`, comes to stand inside.
  func tags(around range: Range<Int>) -> Tags? {
    guard !range.isEmpty, let first = markup.holder(of: range.lowerBound),
      let last = markup.holder(of: range.upperBound - 1),
      var start = markup.place(before: range.lowerBound), var end = markup.place(after: range.upperBound)
    else { return nil }
    let firstChain = chain(from: first)
    let lastChain = chain(from: last)
    guard var common = Self.common(firstChain, lastChain) else { return nil }
    var covered = range
    for element in firstChain.prefix(while: { $0 != common }) {
      guard canLeave(element), isReading(element) || isSpace(from: self.start(element), to: covered.lowerBound)
      else { return nil }
      covered = self.start(element)..<covered.upperBound
      start = SourceMarkup.Place(byte: markup.tags(of: element).start.lowerBound)
    }
    for element in lastChain.prefix(while: { $0 != common }) {
      guard canLeave(element), isReading(element) || isSpace(from: covered.upperBound, to: self.end(element))
      else { return nil }
      covered = covered.lowerBound..<self.end(element)
      end = SourceMarkup.Place(byte: markup.tags(of: element).end.upperBound)
    }
    while let parent = parent(of: common), canLeave(common), isCovered(common, by: covered) {
      covered = self.start(common)..<self.end(common)
      start = SourceMarkup.Place(byte: markup.tags(of: common).start.lowerBound)
      end = SourceMarkup.Place(byte: markup.tags(of: common).end.upperBound)
      common = parent
    }
    guard canHold(common), enclosedCanBeWrapped(start.byte..<end.byte) else { return nil }
    return Tags(start: start, end: end, parent: common)
  }

  /// The element and those around it that stay, innermost first.
  private func chain(from element: Int32) -> [Int32] {
    var chain: [Int32] = []
    var current = element
    while current > 0 {
      if !removed.contains(current) { chain.append(current) }
      current = table.parents[Int(current)]
    }
    return chain
  }

  /// The innermost element of two chains: a number that is greater is no ancestor of the other.
  private static func common(_ first: [Int32], _ second: [Int32]) -> Int32? {
    var (left, right) = (first[...], second[...])
    while let one = left.first, let other = right.first {
      if one == other { return one }
      if one > other { left.removeFirst() } else { right.removeFirst() }
    }
    return nil
  }

  private func parent(of element: Int32) -> Int32? {
    var current = table.parents[Int(element)]
    while current > 0, removed.contains(current) { current = table.parents[Int(current)] }
    return current > 0 ? current : nil
  }

  private func start(_ element: Int32) -> Int { Int(table.starts[Int(element)]) }
  private func end(_ element: Int32) -> Int { Int(table.stops[Int(element)]) }
  private func name(_ element: Int32) -> String { XMLNodeTable.Node(table, element).name }

  private func isSpace(from start: Int, to end: Int) -> Bool {
    start >= end || table.text[start..<end].allSatisfy(SourceAttributes.isSpace)
  }

  /// Whether an element is one of several readings of the same words.
  private func isReading(_ element: Int32) -> Bool {
    let parent = table.parents[Int(element)]
    return parent > 0 && Self.alternatives.contains(name(parent))
      || Self.alternatives.contains(name(element))
  }

  /// Whether all text of an element is in a range: exactly, or, where nothing else can hold the new element, but for the
  /// other readings beside it.
  private func isCovered(_ element: Int32, by range: Range<Int>) -> Bool {
    let own = start(element)..<end(element)
    if own == range { return true }
    if Self.alternatives.contains(name(element)) { return true }
    return Self.wordLike.contains(name(element)) && isSpace(from: own.lowerBound, to: range.lowerBound)
      && isSpace(from: range.upperBound, to: own.upperBound)
  }

  private func role(_ element: Int32) -> TextRole { TextElements.roles[name(element)] ?? .inline }

  private func canWrap(_ element: Int32) -> Bool {
    switch role(element) {
    case .block, .container, .hidden: false
    case .inline, .apart, .milestone: !Self.unwrappable.contains(name(element))
    }
  }

  /// Whether an element may go around another one for the sake of the words in it: the words of a note stay in it.
  private func canLeave(_ element: Int32) -> Bool { canWrap(element) && role(element) != .apart }

  private func canHold(_ element: Int32) -> Bool {
    switch role(element) {
    case .container, .hidden, .milestone: false
    case .inline, .block, .apart: !Self.wordLike.contains(name(element)) && name(element) != "address"
    }
  }

  /// Whether all elements whose tags are between two bytes may stand in a name; what stands in notes may be anything.
  private func enclosedCanBeWrapped(_ range: Range<Int>) -> Bool {
    var next: Int32 = 0
    for element in markup.elements(in: range) where element >= next && !removed.contains(element) {
      if !canWrap(element) { return false }
      if role(element) == .apart { next = table.ends[Int(element)] }
    }
    return true
  }
}
