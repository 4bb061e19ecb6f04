import ArticleModel
import Exchange
import TEIEditing
import XML

/// Tells what came home, and what did not.
extension ImportedDocument {
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
      // What has no place in the TEI has an empty range.
      position: conflict.range == 0..<0 ? nil : block.map { table.position(of: $0.node) })
  }

  func changesMade(_ outcome: AnnotationEditor.Outcome, of changes: AnnotationChanges) -> [ImportedChange] {
    outcome.applied.map { index in
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
