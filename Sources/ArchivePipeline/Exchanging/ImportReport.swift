public import ArticleModel
public import Exchange

/// What an import did to one mention.
public struct ImportedChange: Hashable, Sendable {
  public var document: String
  public var kind: AnnotationChange.Kind
  public var parts: [AnnotationChange.Part]
  /// As it was; nil for a new one.
  public var before: StandoffAnnotation?
  /// As it is; nil for one that is gone.
  public var after: StandoffAnnotation?
  public var words: String
  public var wordsAfter: String
  /// Whether it nests with no element, and stands off.
  public var isStandOff: Bool

  /// What changed, as `type person to organisation`.
  public var details: [String] {
    guard let before, let after else { return [] }
    return parts.map { part in
      switch part {
      case .span: "words to \"\(wordsAfter)\""
      case .type: "type \(before.type) to \(after.type)"
      case .element: "element \(before.element) to \(after.element)"
      case .entity: "entity \(Self.text(before.entity)) to \(Self.text(after.entity))"
      case .certainty: "certainty \(Self.text(before.certainty)) to \(Self.text(after.certainty))"
      case .value: "value \(Self.text(before.value)) to \(Self.text(after.value))"
      case .note: after.note.isEmpty ? "note taken away" : "note \"\(after.note)\""
      }
    }
  }

  private static func text(_ value: String) -> String { value.isEmpty ? "none" : "\"\(value)\"" }
}

/// What an import did to a TEI file.
public struct ImportedFile: Sendable {
  public var input: InputFile
  public var changes: [ImportedChange] = []
  /// Conflicts, and why a document or the file was left as it is.
  public var diagnostics: [Diagnostic] = []
  /// How many documents came home.
  public var documents = 0
  /// The file as it is to be; nil where it stays as it is.
  var bytes: [UInt8]?
  /// What a document is once it has come home without a conflict.
  struct Settled: Sendable {
    /// SHA-256 of the file.
    var digest: String
    var state: ExportManifest.State
  }

  /// A document of a manifest: another export of the same TEI file may come home beside it.
  struct Entry: Hashable, Sendable {
    /// The folder of the manifest, as it was named.
    var folder: String
    /// The number of the document in it.
    var number: Int
  }

  var settled: [Entry: Settled] = [:]
  /// What it is to be written over, where an output folder gets a copy.
  var original: [UInt8] = []
}
