import ArticleModel
import Exchange
import TEIEncoding
import TEIText
import XML

/// Makes the changes of one document.
struct DocumentEditing {
  var editor: TEIEditor
  let changes: AnnotationChanges
  let reader: StandoffReader
  let numbers: [Int?]
  let habit: DocumentHabit
  let responsibility: Responsibility
  var outcome = AnnotationEditor.Outcome()
  var standOff: StandOffEditing
  /// How many elements more than before stand in the text, by name.
  var usage: [String: Int] = [:]
  /// The insertions that are not known to nest yet.
  var insertions: [Insertion] = []
  var identifiers: IdentifierScheme
  /// The identifiers that are new.
  var issued: Set<String> = []
  var occurrences: [Range<Int>: Int] = [:]
  let pointers: [String: Int]
  /// The types of the document that the format calls by one name.
  var formatTypes: [String: Set<String>] = [:]
  private let top: XMLNodeTable.Node

  struct Insertion {
    var number: Int
    var change: Int
    var mention: StandOffEditing.Mention
  }

  init(
    editor: TEIEditor, changes: AnnotationChanges, reader: StandoffReader, numbers: [Int?],
    identifiers: IdentifierScheme, pointers: [String: Int], responsible: String, date: String?
  ) {
    self.editor = editor
    self.changes = changes
    self.reader = reader
    self.numbers = numbers
    self.pointers = pointers
    top = reader.top
    habit = DocumentHabit(top, reader)
    self.identifiers = identifiers
    let prefix = habit.document.isEmpty ? "" : habit.document + "."
    responsibility = Responsibility(
      name: responsible, date: date, top: top, identifiers: &self.identifiers, prefix: prefix)
    issued = [responsibility.identifier]
    standOff = StandOffEditing(top: top)
    for (index, annotation) in changes.before.annotations.enumerated() {
      guard let number = numbers[index] else { continue }
      formatTypes[annotation.type, default: []].insert(reader.document.annotations[number].type)
    }
  }

  var prefix: String { habit.document.isEmpty ? "" : habit.document + "." }

  mutating func apply() -> AnnotationEditor.Outcome {
    for (index, change) in changes.changes.enumerated() {
      let isMade =
        switch change.kind {
        case .added: add(index, change)
        case .removed: remove(index, change)
        case .changed: self.change(index, change)
        }
      if isMade { outcome.applied.append(index) }
    }
    settle()
    guard !outcome.applied.isEmpty else { return outcome }
    standOff.write(to: &editor)
    let counts = AnnotationChange.Kind.allCases.map { kind in
      (kind, outcome.applied.count { changes.changes[$0].kind == kind })
    }
    HeaderEditing(top: top, isOurs: habit.isOurs).write(
      responsibility, counts: counts.filter { $0.1 > 0 }.map { "\($0.1) \($0.0.rawValue)" }, usage: usage, to: &editor)
    return outcome
  }

  /// What nests with nothing stands off.
  private mutating func settle() {
    // Documents nest in no others: what was inserted into those before is no obstacle.
    let refused = insertions.map(\.number).min().map { editor.refused(from: $0) } ?? []
    for insertion in insertions where refused.contains(insertion.number) {
      editor.cancel(insertion.number)
      usage[insertion.mention.element, default: 0] -= 1
      var mention = insertion.mention
      if mention.identifier.isEmpty { mention.identifier = newIdentifier(mention.range) }
      standOff.add(mention, reader)
      outcome.standOff.insert(insertion.change)
    }
  }
}
