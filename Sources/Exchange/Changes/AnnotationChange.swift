/// What an annotator did to one mention.
public struct AnnotationChange: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable { case added, removed, changed }

  /// What of a mention is another than before.
  public enum Part: String, Sendable, CaseIterable { case span, type, element, entity, certainty, value, note }

  public var kind: Kind
  /// Its number among the annotations before; nil for one that is new.
  public var before: Int?
  /// Its number among the annotations after; nil for one that is gone.
  public var after: Int?
  /// In the order of ``Part``; empty unless it is changed.
  public var parts: [Part] = []
}

/// What differs between the annotations of two documents with the same text.
public struct AnnotationChanges: Hashable, Sendable {
  public var before: StandoffDocument
  public var after: StandoffDocument
  /// In the order of the text: of their ranges before, or after for those that are new.
  public private(set) var changes: [AnnotationChange] = []
  /// The annotations after whose identifier stands on several: which of them is the one before is not to be told.
  public private(set) var ambiguous: [Int] = []
  /// The annotations after whose identifier none before has.
  public private(set) var unknown: [Int] = []

  /// Pairs the annotations of two documents: by identifier where both have one; else by range and type, then by range,
  /// then by type where they overlap. What is left is added or removed.
  public init(from before: StandoffDocument, to after: StandoffDocument) {
    self.before = before
    self.after = after
    var pairing = AnnotationPairing(before.annotations, after.annotations)
    ambiguous = pairing.ambiguous
    unknown = pairing.unknown
    pairing.pair()
    let unsaid = Self.unsaid(pairing.partners, before.annotations, after.annotations)
    for (index, partner) in pairing.partners.enumerated() {
      if let partner {
        let silent = after.annotations[partner].unsaid.here.union(unsaid)
        let parts = Self.parts(before.annotations[index], after.annotations[partner]).filter { !silent.contains($0) }
        if !parts.isEmpty {
          changes.append(AnnotationChange(kind: .changed, before: index, after: partner, parts: parts))
        }
      } else if !pairing.isHeld(index) {
        changes.append(AnnotationChange(kind: .removed, before: index, after: nil))
      }
    }
    for index in pairing.unpaired { changes.append(AnnotationChange(kind: .added, before: nil, after: index)) }
    changes = changes.sorted { key($0) < key($1) }
  }

  /// Takes changes away.
  public mutating func keep(where isWanted: (AnnotationChange, AnnotationChanges) -> Bool) {
    let all = self
    changes.removeAll { !isWanted($0, all) }
  }

  /// Some of the changes, by their numbers.
  public func only(_ numbers: some Sequence<Int>) -> AnnotationChanges {
    var some = self
    some.changes = numbers.map { changes[$0] }
    return some
  }

  /// Which annotation of the second list each of the first is; nil for none.
  public static func partners(of first: [StandoffAnnotation], in second: [StandoffAnnotation]) -> [Int?] {
    var pairing = AnnotationPairing(first, second)
    pairing.pair()
    return pairing.partners
  }

  /// The text that a change is about.
  public func range(of change: AnnotationChange) -> Range<Int> {
    change.before.map { before.annotations[$0].range } ?? change.after.map { after.annotations[$0].range } ?? 0..<0
  }

  private func key(_ change: AnnotationChange) -> (Int, Int, Int, Int) {
    let range = range(of: change)
    return (range.lowerBound, -range.upperBound, change.before ?? Int.max, change.after ?? Int.max)
  }

  /// The parts that several annotations had, and of which the file after says nothing at all.
  private static func unsaid(
    _ partners: [Int?], _ before: [StandoffAnnotation], _ after: [StandoffAnnotation]
  ) -> Set<AnnotationChange.Part> {
    guard let absent = after.first?.unsaid.anywhere, !absent.isEmpty else { return [] }
    var counts: [AnnotationChange.Part: Int] = [:]
    for case (let index, let partner?) in partners.enumerated() {
      for part in parts(before[index], after[partner]) { counts[part, default: 0] += 1 }
    }
    return absent.filter { counts[$0, default: 0] > 1 }
  }

  static func parts(_ before: StandoffAnnotation, _ after: StandoffAnnotation) -> [AnnotationChange.Part] {
    AnnotationChange.Part.allCases.filter { part in
      switch part {
      case .span: before.range != after.range
      case .type: before.type != after.type
      // A format that names no element says nothing of it, and a new one follows from a new type.
      case .element: before.type == after.type && before.element != after.element && !after.element.isEmpty
      case .entity: before.entity != after.entity
      case .certainty: before.certainty != after.certainty
      case .value: before.value != after.value
      case .note: before.note != after.note
      }
    }
  }
}
