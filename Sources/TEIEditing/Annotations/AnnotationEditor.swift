public import Exchange
import TEIEncoding
import TEIText
import XML

/// Writes what annotators changed into the bytes of a TEI file, document by document, with who did it.
///
///     var editor = AnnotationEditor(markup, responsible: "Ana Kovač", date: "2026-11-21")
///     let outcome = editor.apply(changes, to: StandoffReader(table), numbers: numbers)
///     let bytes = editor.write()
public struct AnnotationEditor {
  /// What became of the changes of one document.
  public struct Outcome: Hashable, Sendable {
    /// The changes that were made, as numbers of ``AnnotationChanges/changes``.
    public var applied: [Int] = []
    /// Those of them that nest with no element, and stand off.
    public var standOff: Set<Int> = []
    public var conflicts: [AnnotationConflict] = []
  }

  let markup: SourceMarkup
  private(set) var editor: TEIEditor
  private let responsible: String
  private let date: String?
  /// The identifiers of the file, and those that are new, by all that stands before a full stop of theirs, which may be
  /// the identifier of a document; of documents without one, all.
  private var identifiers: [String: [String]]
  /// Those that documents without an identifier have in common: made once, where one is asked for.
  private var bare: IdentifierScheme?
  /// What pointers of the file point to, and how many do.
  private let pointers: [String: Int]

  /// - Parameters:
  ///   - responsible: Who decided, for the header.
  ///   - date: When, for the header, ISO 8601; nil to leave it out.
  public init(_ markup: SourceMarkup, responsible: String, date: String?) {
    self.markup = markup
    self.responsible = responsible
    self.date = date
    editor = TEIEditor(markup)
    var identifiers: [String: [String]] = [:]
    var pointers: [String: Int] = [:]
    let table = markup.table
    for element in table.allElements {
      for attribute in element.attributes {
        if attribute.name == "id" {
          Self.add(attribute.string, to: &identifiers)
        } else if table.values[Int(table.starts[Int(attribute.number)])..<Int(table.stops[Int(attribute.number)])]
          .contains(UInt8(ascii: "#"))
        {
          for pointer in attribute.string.split(whereSeparator: \.isWhitespace) where pointer.hasPrefix("#") {
            pointers[String(pointer.dropFirst()), default: 0] += 1
          }
        }
      }
    }
    self.identifiers = identifiers
    self.pointers = pointers
  }

  /// Notes the changes of one document.
  ///
  /// - Parameters:
  ///   - changes: What differs between what a format reads of the document, and what came back.
  ///   - reader: The document.
  ///   - numbers: Which annotation of the reader each annotation before is; nil for none.
  public mutating func apply(
    _ changes: AnnotationChanges, to reader: StandoffReader, numbers: [Int?]
  ) -> Outcome {
    // Handed on, not copied.
    var given = TEIEditor(markup)
    swap(&given, &editor)
    let name = reader.top["xml:id"] ?? ""
    var document = DocumentEditing(
      editor: consume given, changes: changes, reader: reader, numbers: numbers, identifiers: scheme(of: name),
      pointers: pointers, responsible: responsible, date: date)
    let outcome = document.apply()
    editor = document.editor
    if name.isEmpty { bare = document.identifiers }
    if !outcome.applied.isEmpty {
      for identifier in document.issued {
        Self.add(identifier, to: &identifiers)
        if !name.isEmpty { _ = bare?.unique(identifier) }
      }
    }
    return outcome
  }

  /// What gives the identifiers of a document. That of documents without one is handed on, not copied.
  private mutating func scheme(of document: String) -> IdentifierScheme {
    if document.isEmpty, let known = bare {
      bare = nil
      return known
    }
    var scheme = IdentifierScheme(document: document)
    let prefix = document.isEmpty ? "" : document + "."
    for identifier in identifiers[document] ?? [] where identifier.hasPrefix(prefix) {
      _ = scheme.unique(String(identifier.dropFirst(prefix.count)))
    }
    return scheme
  }

  private static func add(_ identifier: String, to identifiers: inout [String: [String]]) {
    identifiers["", default: []].append(identifier)
    var prefix = identifier[...]
    // Ours have two or three.
    for _ in 0..<16 {
      guard let stop = prefix.lastIndex(of: ".") else { break }
      prefix = prefix[..<stop]
      if !prefix.isEmpty { identifiers[String(prefix), default: []].append(identifier) }
    }
  }

  /// The file with all changes.
  public func write() -> [UInt8] { editor.write().bytes }
}
