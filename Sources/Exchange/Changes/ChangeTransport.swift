/// Brings changes of a document as it was exported to the document as it is now: each by itself.
///
/// A change is made where the annotation is what it was and its words stand where they stood, or where what is around them
/// tells their place. What is as the change would have it is no change. All else is for people to decide.
package struct ChangeTransport {
  /// What becomes of a change.
  package enum Fate: Hashable, Sendable {
    case made
    /// The document has it already.
    case settled
    /// Not to be told, with why.
    case open(String)
  }

  /// The changes that are made, with ranges in the text as it is; empty for what has no place there.
  package private(set) var changes: AnnotationChanges
  /// Which annotation of the document as it is each annotation before is.
  package private(set) var numbers: [Int?]
  /// The changes that are left to people, with why.
  package private(set) var open: [(change: AnnotationChange, reason: String)] = []

  private let base: [StandoffAnnotation]
  private let now: [StandoffAnnotation]
  /// What the format says of the annotations that are there now; nil for what it leaves out.
  private let said: [StandoffAnnotation?]
  private var places: ContextPlaces
  /// The annotations of now by identifier, and by range.
  private var identified: [String: [Int]] = [:]
  private var located: [Range<Int>: [Int]] = [:]
  /// Those that are one of base.
  private var known: Set<Int> = []

  /// - Parameters:
  ///   - changes: Between what the format says of the document as it was, and what came back.
  ///   - base: The annotations as they were, over the text of `changes`.
  ///   - origins: Which of base each annotation before is.
  ///   - now: The document as it is.
  ///   - said: What the format says of each annotation of now.
  package init(
    _ changes: AnnotationChanges, base: [StandoffAnnotation], origins: [Int?], now: StandoffDocument,
    said: [StandoffAnnotation?]
  ) {
    self.changes = changes
    self.base = base
    self.now = now.annotations
    self.said = said
    numbers = Array(repeating: nil, count: changes.before.annotations.count)
    places = ContextPlaces(from: changes.before.text, to: now.text)
    for (index, annotation) in now.annotations.enumerated() {
      if annotation.hasIdentifier { identified[annotation.id, default: []].append(index) }
      located[annotation.range, default: []].append(index)
    }
    var partners: [Partner] = []
    for annotation in base { partners.append(partner(of: annotation)) }
    for case .same(let index) in partners { known.insert(index) }
    for case .other(let index) in partners { known.insert(index) }
    var (before, after) = (changes.before, changes.after)
    before.text = now.text
    after.text = now.text
    let given = changes
    var kept: [Int] = []
    for (number, change) in given.changes.enumerated() {
      let partner = change.before.flatMap { origins[$0] }.map { partners[$0] }
      switch fate(of: change, partner, given, &before, &after) {
      case .made: kept.append(number)
      case .settled: break
      case .open(let reason): open.append((change, reason))
      }
    }
    self.changes = given.only(kept)
    self.changes.before = before
    self.changes.after = after
  }

  /// What an annotation of base is now.
  private enum Partner {
    case same(Int)
    /// Another than it was.
    case other(Int)
    case gone
    case unplaced
  }

  private mutating func partner(of annotation: StandoffAnnotation) -> Partner {
    let place = places.place(of: annotation.range)
    if annotation.hasIdentifier {
      guard let found = identified[annotation.id] else { return .gone }
      guard found.count == 1, let index = found.first else { return .unplaced }
      let isThere = place.map { $0 == now[index].range } ?? places.areSame(annotation.range, now[index].range)
      return isThere && Self.isSame(annotation, now[index]) ? .same(index) : .other(index)
    }
    guard let place else { return .unplaced }
    let found = (located[place] ?? []).filter { !now[$0].hasIdentifier }
    let same = found.filter { Self.isSame(annotation, now[$0]) }
    if same.count == 1 { return .same(same[0]) }
    if same.count > 1 { return .unplaced }
    return found.first.map { .other($0) } ?? .gone
  }

  private static func isSame(_ first: StandoffAnnotation, _ second: StandoffAnnotation) -> Bool {
    first.type == second.type && first.element == second.element && first.entity == second.entity
      && first.certainty == second.certainty && first.value == second.value && first.note == second.note
  }

  private mutating func fate(
    of change: AnnotationChange, _ partner: Partner?, _ given: AnnotationChanges, _ before: inout StandoffDocument,
    _ after: inout StandoffDocument
  ) -> Fate {
    guard let first = change.before else { return added(change.after!, &after) }
    let moved =
      change.parts.contains(.span) ? change.after.flatMap { places.place(of: after.annotations[$0].range) } : nil
    switch partner {
    case .same(let index):
      before.annotations[first].range = now[index].range
      numbers[first] = index
      guard let second = change.after else { return .made }
      if change.parts.contains(.span) {
        guard let moved else { return .open("its new words are not found in the TEI, or not at one place") }
        after.annotations[second].range = moved
      } else {
        after.annotations[second].range = now[index].range
      }
      return .made
    case .other(let index):
      if let second = change.after, let said = said[index] {
        var wanted = after.annotations[second]
        if change.parts.contains(.span) {
          if let moved { wanted.range = moved }
        } else {
          wanted.range = said.range
        }
        let parts = Set(AnnotationChanges.parts(said, wanted))
        if change.parts.allSatisfy({ !parts.contains($0) }) { return .settled }
      }
      before.annotations[first].range = now[index].range
      return .open("the TEI has another one since it was exported")
    case .gone:
      before.annotations[first].range = 0..<0
      return change.after == nil ? .settled : .open("it has been taken out of the TEI since it was exported")
    case .unplaced, nil:
      before.annotations[first].range = 0..<0
      return .open("the TEI has changed around it since it was exported")
    }
  }

  private mutating func added(_ number: Int, _ after: inout StandoffDocument) -> Fate {
    let wanted = after.annotations[number]
    guard let place = places.place(of: wanted.range) else {
      return .open("the TEI has changed around its words since it was exported")
    }
    after.annotations[number].range = place
    let new = (located[place] ?? []).filter { !known.contains($0) }
    if new.contains(where: { said[$0].map { Self.isSaid($0, wanted) } ?? false }) { return .settled }
    return new.isEmpty ? .made : .open("the TEI has another one at its place since it was exported")
  }

  private static func isSaid(_ said: StandoffAnnotation, _ wanted: StandoffAnnotation) -> Bool {
    said.type == wanted.type && said.entity == wanted.entity && said.value == wanted.value && said.note == wanted.note
  }
}
