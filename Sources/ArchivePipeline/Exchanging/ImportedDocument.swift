import ArticleModel
import Exchange
import TEIEditing
import TEIEncoding
import XML

/// A document that came back, beside what its TEI says now.
struct ImportedDocument {
  let reader: StandoffReader
  /// nil where the text is another.
  private(set) var changes: AnnotationChanges?
  /// Which annotation of the reader each annotation before is.
  private(set) var numbers: [Int?] = []
  private var conflicts: [AnnotationConflict] = []
  private var difference: Diagnostic?
  private let name: String

  /// Whether all that came back is in the TEI now.
  private(set) var isSettled = true

  init(
    _ document: ImportedFiles, _ files: [ExchangeFile], _ reader: StandoffReader, format: any ExchangeFormat,
    selection: ExportSelection, digest: String, allowsRemovals: Bool = false
  ) throws(ExchangeError) {
    self.reader = reader
    name = reader.document.identifier
    var current = selection.apply(to: reader.document)
    current.identifier = document.name
    let exported = format.files(of: current)
    let before = try format.document(from: exported, aligningWith: current)
    let isStale =
      document.digest.map { $0 != digest } ?? false && !Self.isAsExported(current, document, files, format)
    // A text file of its own says more than what annotations make of it.
    if let text = Self.plainText(exported), let found = Self.plainText(files) {
      differ(text, found, document, isStale: isStale)
    }
    guard difference == nil else { return }
    var after = try format.document(from: files, aligningWith: current)
    if let answer = after.rejection {
      difference = Diagnostic(
        .note, code: "import-passed", "the answer is \"\(answer)\"; the document is passed over",
        file: document.files.first?.path)
      isSettled = false
      return
    }
    differ(before.text, after.text, document, isStale: isStale)
    guard difference == nil else { return }
    if let layer = after.missingLayer, !before.annotations.isEmpty {
      throw ExchangeError(
        "the file has no layer of annotations; expected \(layer)", file: document.files.first?.name ?? "")
    }
    after.text = before.text
    normalise(&after)
    var changes = AnnotationChanges(from: before, to: after)
    numbers = Self.numbers(before, selection, reader)
    keepCertain(&changes, isStale: isStale, isKnown: document.digest != nil)
    if document.digest == nil, !allowsRemovals { keepFiltered(&changes) }
    self.changes = changes
  }

  /// Whether the document would be exported as it was, though its TEI file is another: its header, say, or its neighbour.
  private static func isAsExported(
    _ current: StandoffDocument, _ document: ImportedFiles, _ files: [ExchangeFile], _ format: any ExchangeFormat
  ) -> Bool {
    var current = current
    // Where the TEI file lay is not known here.
    current.source = (try? format.document(from: files, aligningWith: current))?.source ?? current.source
    let again = format.files(of: current)
    return !again.isEmpty && again.allSatisfy { document.digests[$0.name] == Digest.sha256($0.bytes) }
  }

  private static func plainText(_ files: [ExchangeFile]) -> [UInt8]? {
    guard var text = files.first(where: { $0.name.hasSuffix(".txt") })?.bytes else { return nil }
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    text.removeAll { $0 == 0x0D }
    return text
  }

  /// Notes where the text that came back is another. Line ends at its end are as editors like.
  private mutating func differ(_ text: [UInt8], _ found: [UInt8], _ document: ImportedFiles, isStale: Bool) {
    let end = { (bytes: [UInt8]) in (bytes.lastIndex { $0 != 0x0A && $0 != 0x0D } ?? -1) + 1 }
    let place = TextDifference(from: Array(text[..<end(text)]), to: Array(found[..<end(found)]))
    guard let place else { return }
    let start = place.found.isEmpty ? "the text ends" : "the text has \"\(place.found)\""
    let expected = place.expected.isEmpty ? "its end" : "\"\(place.expected)\""
    let reason = isStale ? " (the TEI has changed since it was exported)" : ""
    let file = document.files.first { $0.name.hasSuffix(".txt") } ?? document.files.first
    difference = Diagnostic(
      .error, code: "import-text", "\(start); expected \(expected), as the TEI has it\(reason)", file: file?.path,
      position: SourcePosition(line: place.line, column: place.column))
    isSettled = false
  }

  /// Which annotation of the reader each annotation before is: a format may leave some out, and what they are called.
  private static func numbers(
    _ before: StandoffDocument, _ selection: ExportSelection, _ reader: StandoffReader
  ) -> [Int?] {
    let all = reader.document.annotations
    var one = reader.document
    let kept = all.indices.filter { index in
      one.annotations = [all[index]]
      return !selection.apply(to: one).annotations.isEmpty
    }
    var numbers = [Int?](repeating: nil, count: before.annotations.count)
    for (index, partner) in AnnotationChanges.partners(of: kept.map { all[$0] }, in: before.annotations).enumerated() {
      if let partner { numbers[partner] = kept[index] }
    }
    return numbers
  }

  // MARK: What is left to people

  /// Takes the white space from the ends of spans, and what has no words in one block away.
  private mutating func normalise(_ after: inout StandoffDocument) {
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

  /// The identifiers of those that have no span now: they are not taken for removed.
  private var unfit: Set<String> = []

  private static func quote(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.count <= 60 ? "\"\(text)\"" : "\"\(text.prefix(60))…\""
  }

  /// Takes the changes away of which is not to be told what they mean.
  private mutating func keepCertain(_ changes: inout AnnotationChanges, isStale: Bool, isKnown: Bool) {
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
      if let index = change.after, change.kind == .added, unknown.contains(index), hasIdentifiers, isStale || !isKnown {
        dropped.append(
          AnnotationConflict(
            .identifier,
            "\(what) has identifier \"\(annotation.id)\", which the TEI does not have; expected none for a new one",
            at: annotation.range))
        return false
      }
      // An editor took the certainty away; the file still has the program's.
      if isStale, change.parts == [.certainty], changes.before.annotations[change.before!].certainty.isEmpty {
        return false
      }
      guard isStale, change.kind != .added || !hasIdentifiers else { return true }
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
  private mutating func keepFiltered(_ changes: inout AnnotationChanges) {
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

  mutating func take(_ outcome: AnnotationEditor.Outcome) {
    if outcome.conflicts.contains(where: { !$0.isWarning }) { isSettled = false }
  }

  // MARK: Telling

  mutating func conflicts(in table: XMLNodeTable, file: String) -> [Diagnostic] {
    if !conflicts.isEmpty { isSettled = false }
    return [difference].compactMap { $0 } + conflicts.map { diagnostic($0, in: table, file: file) }
  }

  func diagnostics(of outcome: AnnotationEditor.Outcome, in table: XMLNodeTable, file: String) -> [Diagnostic] {
    outcome.conflicts.map { conflict in
      var told = conflict
      told.message = "\(Self.quote(reader.text.text[conflict.range])): \(conflict.message)"
      return diagnostic(told, in: table, file: file)
    }
  }

  /// A conflict with the place of its block in the TEI file.
  private func diagnostic(_ conflict: AnnotationConflict, in table: XMLNodeTable, file: String) -> Diagnostic {
    let block = reader.text.blocks.last { $0.range.lowerBound <= conflict.range.lowerBound }
    return Diagnostic(
      conflict.isWarning ? .warning : .error, code: conflict.kind.rawValue, conflict.message, file: file,
      position: block.map { table.position(of: $0.node) })
  }

  func changesMade(_ outcome: AnnotationEditor.Outcome) -> [ImportedChange] {
    guard let changes else { return [] }
    return outcome.applied.map { index in
      let change = changes.changes[index]
      let before = change.before.map { changes.before.annotations[$0] }
      let after = change.after.map { changes.after.annotations[$0] }
      func words(_ annotation: StandoffAnnotation?) -> String {
        annotation.map { String(decoding: changes.before.text[$0.range], as: UTF8.self) } ?? ""
      }
      return ImportedChange(
        document: name, kind: change.kind, parts: change.parts, before: before, after: after,
        words: words(before ?? after), wordsAfter: words(after), isStandOff: outcome.standOff.contains(index))
    }
  }
}
