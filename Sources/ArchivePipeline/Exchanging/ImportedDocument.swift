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
  var conflicts: [AnnotationConflict] = []
  private(set) var difference: Diagnostic?
  let name: String
  /// Whether it was held beside the version that was exported, which is not that of the TEI now.
  private(set) var isTransported = false
  /// What of its files cannot be taken over.
  private(set) var faults: [Diagnostic] = []
  /// The identifiers of those that have no span now: they are not taken for removed.
  var unfit: Set<String> = []

  /// Whether all that came back is in the TEI now.
  var isSettled = true

  init(
    _ document: ImportedFiles, _ files: [ExchangeFile], _ reader: StandoffReader, format: any ExchangeFormat,
    selection: ExportSelection, digest: String, allowsRemovals: Bool = false
  ) throws(ExchangeError) {
    self.reader = reader
    // Without a manifest the files may say themselves which annotations they were given.
    let own =
      document.digest == nil
      ? ExportSelection(try format.document(from: files, aligningWith: reader.document).selection) : nil
    let selection = own ?? selection
    name = reader.document.identifier
    var current = selection.apply(to: reader.document)
    current.identifier = document.name
    let isStale =
      document.digest.map { $0 != digest } ?? false && !Self.isAsExported(current, document, files, format)
    let base = isStale ? try Self.base(of: current, document, files, format) : nil
    let original = base ?? current
    let exported = format.files(of: original)
    let before = try format.document(from: exported, aligningWith: original)
    // A text file of its own says more than what annotations make of it.
    if let text = Self.plainText(exported), let found = Self.plainText(files) {
      differ(text, found, document, isStale: isStale)
    }
    guard difference == nil else { return }
    var after = try format.document(from: files, aligningWith: original)
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
    faults = after.faults.map { Self.placed($0, document).diagnostic }
    if !faults.isEmpty { isSettled = false }
    faults += after.passed.map { Self.note($0, document) }
    after.text = before.text
    normalise(&after)
    var changes = AnnotationChanges(from: before, to: after)
    keepCertain(&changes, isStale: isStale, hasBase: base != nil, isKnown: document.digest != nil)
    if let base {
      try transport(&changes, from: base, to: current, selection, format)
    } else {
      numbers = Self.numbers(before.annotations, selection.kept(of: reader.document), reader.document.annotations)
      if document.digest == nil, own == nil, !allowsRemovals { keepFiltered(&changes) }
    }
    self.changes = changes
  }

  /// The document as it was exported, as far as its annotations and the words go; nil where nothing tells.
  private static func base(
    of current: StandoffDocument, _ document: ImportedFiles, _ files: [ExchangeFile], _ format: any ExchangeFormat
  ) throws(ExchangeError) -> StandoffDocument? {
    guard let state = document.state else { return nil }
    var base = current
    var visible = VisibleBytes(current.text)
    if Digest.sha256(visible.bytes) != state.text {
      base = try format.document(from: files, aligningWith: nil)
      base.identifier = current.identifier
      base.entities = current.entities
      visible = VisibleBytes(base.text)
      guard Digest.sha256(visible.bytes) == state.text else { return nil }
    }
    guard let annotations = ExportedState.annotations(state.annotations, over: visible) else { return nil }
    base.annotations = annotations
    return base
  }

  /// Brings the changes of the document as it was exported to the document as it is.
  private mutating func transport(
    _ changes: inout AnnotationChanges, from base: StandoffDocument, to current: StandoffDocument,
    _ selection: ExportSelection, _ format: any ExchangeFormat
  ) throws(ExchangeError) {
    let said = try format.document(from: format.files(of: current), aligningWith: current).annotations
    var now = [StandoffAnnotation?](repeating: nil, count: reader.document.annotations.count)
    let kept = selection.kept(of: reader.document)
    for (index, number) in Self.numbers(said, kept, reader.document.annotations).enumerated() {
      if let number { now[number] = said[index] }
    }
    let origins = Self.numbers(changes.before.annotations, Array(base.annotations.indices), base.annotations)
    let given = changes
    let transport = ChangeTransport(
      given, base: base.annotations, origins: origins, now: reader.document, said: now)
    for (change, reason) in transport.open {
      let annotation =
        change.after.map { given.after.annotations[$0] } ?? given.before.annotations[change.before!]
      let words = Self.quote(given.before.text[given.range(of: change)])
      let range = change.before.map { transport.changes.before.annotations[$0].range } ?? 0..<0
      conflicts.append(
        AnnotationConflict(
          .version, "\(annotation.type) \(words) is \(change.kind.rawValue), but \(reason)", at: range))
    }
    isTransported = true
    changes = transport.changes
    numbers = transport.numbers
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

  /// A fault of a file as the user named it, with the line of the whole file.
  private static func placed(_ fault: ExchangeError, _ document: ImportedFiles) -> ExchangeError {
    var fault = fault
    if let part = document.part { fault.line = fault.line.map { $0 + part.lines } }
    fault.file = document.files.first { $0.name == fault.file }?.path ?? fault.file
    return fault
  }

  private static func note(_ passed: ExchangeError, _ document: ImportedFiles) -> Diagnostic {
    let place = placed(passed, document)
    return Diagnostic(
      .note, code: "import-passed", "\(place.message); it is passed over", file: place.file,
      position: place.line.map { SourcePosition(line: $0, column: 1) })
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

  /// Which annotation of a document each that a format says is: it may leave some out, and what they are called.
  ///
  /// - Parameter kept: Those of the document that the format was given.
  private static func numbers(
    _ said: [StandoffAnnotation], _ kept: [Int], _ all: [StandoffAnnotation]
  ) -> [Int?] {
    var numbers = [Int?](repeating: nil, count: said.count)
    for (index, partner) in AnnotationChanges.partners(of: kept.map { all[$0] }, in: said).enumerated() {
      if let partner { numbers[partner] = kept[index] }
    }
    return numbers
  }

  mutating func take(_ outcome: AnnotationEditor.Outcome) {
    if outcome.conflicts.contains(where: { !$0.isWarning }) { isSettled = false }
  }
}
