import ArticleModel
import Exchange
import TEIEncoding
import TEIText
import XML

/// The documents of one TEI file, as an export writes them.
struct ExportedFile: Sendable {
  var input: InputFile
  /// SHA-256 of the file's bytes.
  var digest = ""
  var documents: [StandoffDocument] = []
  var diagnostics: [Diagnostic] = []
}

/// Reads TEI files for an export: of a corpus each `TEI` is a document.
struct ExportReader: Sendable {
  var selection: ExportSelection
  /// Whether the file is all there is: among others a corpus without documents is the root of theirs.
  var isAlone = false

  func read(_ input: InputFile) -> ExportedFile {
    var file = ExportedFile(input: input)
    switch DocumentReader.bytes(of: input) {
    case .failure(let fault): file.diagnostics = [fault.diagnostic]
    case .success(let bytes):
      file.digest = Digest.sha256(bytes)
      do throws(XMLError) {
        let table = try XMLNodeTable(parsing: bytes, name: input.path, names: XMLNodeNames())
        let declarations = StandoffDeclarations(table)
        file.documents = TEIDocuments.of(table).map {
          selection.apply(to: StandoffReader(table, of: $0, declarations: declarations).document)
        }
        if file.documents.isEmpty, isAlone {
          let message = "no TEI stands in the file; expected the folder of those that the corpus takes in"
          file.diagnostics = [Diagnostic(.error, code: "export-empty", message, file: input.path)]
        }
      } catch {
        file.diagnostics = [error.diagnostic]
      }
    }
    return file
  }
}

/// Which annotations an export takes.
public struct ExportSelection: Hashable, Sendable {
  /// nil for all.
  public var types: Set<String>?
  /// 0 to 1; what says no certainty is an editor's, and certain.
  public var minimumCertainty: Double

  public init(types: Set<String>? = nil, minimumCertainty: Double = 0) {
    self.types = types
    self.minimumCertainty = minimumCertainty
  }

  /// The document with those annotations that are taken.
  public func apply(to document: StandoffDocument) -> StandoffDocument {
    guard types != nil || minimumCertainty > 0 else { return document }
    var document = document
    document.annotations.removeAll { !includes($0) }
    return document
  }

  /// The numbers of those annotations that are taken.
  func kept(of document: StandoffDocument) -> [Int] {
    document.annotations.indices.filter { includes(document.annotations[$0]) }
  }

  func includes(_ annotation: StandoffAnnotation) -> Bool {
    if let types, !types.contains(annotation.type) { return false }
    return Certainty.number(annotation.certainty).map { $0 >= minimumCertainty } ?? true
  }
}

/// What the values of `@cert` mean as numbers.
enum Certainty {
  /// TEI's words stand for quarters (att.global.responsibility); nil where nothing is said, or it is unknown.
  static func number(_ text: String) -> Double? {
    switch text {
    case "high": 0.75
    case "medium": 0.5
    case "low": 0.25
    default: Double(text)
    }
  }
}
