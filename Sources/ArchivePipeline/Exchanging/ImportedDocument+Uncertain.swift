import ArticleModel
import Exchange
import TEIEditing

/// Takes the changes away that are left to people, and notes why.
extension ImportedDocument {
  /// Takes the white space from the ends of spans, and what has no words in one block away.
  mutating func normalise(_ after: inout StandoffDocument) {
    let text = after.text
    var kept: [StandoffAnnotation] = []
    for var annotation in after.annotations {
      guard annotation.range.lowerBound >= 0, annotation.range.upperBound <= text.count else {
        conflicts.append(AnnotationConflict(.span, "the span leaves the text", at: 0..<0))
        continue
      }
      let isSpace = { (byte: UInt8) in byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
      var (start, end) = (annotation.range.lowerBound, annotation.range.upperBound)
      while start < end, isSpace(text[start]) { start += 1 }
      while end > start, isSpace(text[end - 1]) { end -= 1 }
      annotation.range = start..<end
      if start == end {
        conflicts.append(
          AnnotationConflict(.span, "the new \(annotation.type) has no words; expected some", at: annotation.range))
      } else if let feed = text[start..<end].firstIndex(of: 0x0A) {
        let first = Self.quote(text[start..<feed])
        conflicts.append(
          AnnotationConflict(
            .span, "the \(annotation.type) that begins with \(first) goes on in another block; expected one block",
            at: start..<feed))
        if !annotation.id.isEmpty { unfit.insert(annotation.id) }
      } else {
        kept.append(annotation)
      }
    }
    after.annotations = kept
  }

  static func quote(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.count <= 60 ? "\"\(text)\"" : "\"\(text.prefix(60))…\""
  }

  /// Takes the changes away of which is not to be told what they mean.
  mutating func keepCertain(_ changes: inout AnnotationChanges, isStale: Bool, hasBase: Bool, isKnown: Bool) {
    let after = changes.after.annotations
    for index in changes.ambiguous {
      conflicts.append(
        AnnotationConflict(
          .identifier, "\"\(after[index].id)\" is the identifier of several annotations; expected one",
          at: after[index].range))
    }
    let unknown = Set(changes.unknown)
    let hasIdentifiers = changes.before.annotations.contains(where: \.hasIdentifier)
    let unfit = self.unfit
    var dropped: [AnnotationConflict] = []
    changes.keep { change, changes in
      let annotation = change.after.map { after[$0] } ?? changes.before.annotations[change.before!]
      let what = "\(annotation.type) \(Self.quote(changes.before.text[annotation.range]))"
      if change.kind == .removed { if unfit.contains(annotation.id) { return false } }
      if let index = change.after, change.kind == .added, unknown.contains(index), hasIdentifiers,
        isStale && !hasBase || !isKnown
      {
        dropped.append(
          AnnotationConflict(
            .identifier,
            "\(what) has identifier \"\(annotation.id)\", which the TEI does not have; expected none for a new one",
            at: annotation.range))
        return false
      }
      // An editor took the certainty away; the file still has the program's.
      if isStale, !hasBase, change.parts == [.certainty], changes.before.annotations[change.before!].certainty.isEmpty {
        return false
      }
      guard isStale, !hasBase, change.kind != .added || !hasIdentifiers else { return true }
      dropped.append(
        AnnotationConflict(
          .version,
          "\(what) is \(change.kind.rawValue), but the TEI has changed since it was exported; expected the same file",
          at: annotation.range))
      return false
    }
    conflicts += dropped
  }

  /// Takes removals away that look like an export of some annotations only, of which nothing tells.
  mutating func keepFiltered(_ changes: inout AnnotationChanges) {
    let before = changes.before.annotations
    let removed = Set(changes.changes.lazy.filter { $0.kind == .removed }.compactMap(\.before))
    guard let reason = Self.sweep(removed, of: before) else { return }
    changes.keep { change, _ in change.kind != .removed }
    let first = removed.min() ?? 0
    conflicts.append(
      AnnotationConflict(
        .removal,
        "\(reason) would be removed, and no teikit-export.json says which were exported; expected that file, or "
          + "--allow-removals where it is meant", at: before[first].range))
  }

  /// What is removed as a whole; nil where it looks like single decisions.
  private static func sweep(_ removed: Set<Int>, of before: [StandoffAnnotation]) -> String? {
    guard !removed.isEmpty else { return nil }
    if removed.count * 2 > before.count { return "\(removed.count) of \(before.count) annotations" }
    var types: [String: (all: Int, removed: Int)] = [:]
    for (index, annotation) in before.enumerated() {
      types[annotation.type, default: (0, 0)].all += 1
      if removed.contains(index) { types[annotation.type]!.removed += 1 }
    }
    let type = types.filter { $0.value.all > 1 && $0.value.all == $0.value.removed }.keys.min()
    if let type { return "every \(type)" }
    // Everything below a certainty.
    let numbers = before.map { Certainty.number($0.certainty) ?? 1 }
    let highest = removed.map { numbers[$0] }.max() ?? 1
    let lowest = before.indices.lazy.filter { !removed.contains($0) }.map { numbers[$0] }.min() ?? 0
    return removed.count > 1 && highest < lowest ? "everything with a certainty below \(lowest)" : nil
  }

  /// Notes a change that would make the file invalid.
  mutating func hold(_ change: AnnotationChange, of changes: AnnotationChanges, _ reason: String) {
    let annotation = change.after.map { changes.after.annotations[$0] } ?? changes.before.annotations[change.before!]
    let range = changes.range(of: change)
    let what = "\(annotation.type) \(Self.quote(changes.before.text[range]))"
    conflicts.append(
      AnnotationConflict(.invalid, "\(what) is \(change.kind.rawValue), and left as it was: \(reason)", at: range))
  }
}
