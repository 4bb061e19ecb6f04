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
  /// The types of annotations that it has, exported or not, where types were asked for.
  var types: Set<String> = []
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
        for top in TEIDocuments.of(table) {
          let document = StandoffReader(table, of: top, declarations: declarations).document
          if selection.types != nil { file.types.formUnion(document.annotations.lazy.map(\.type)) }
          file.documents.append(selection.apply(to: document))
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
    document.selection = text
    return document
  }

  /// As ``StandoffDocument/selection`` has it.
  var text: String {
    var parts: [String] = []
    if let types { parts.append("type=" + types.sorted().joined(separator: " ")) }
    if minimumCertainty > 0 { parts.append("min-cert=\(minimumCertainty)") }
    return parts.joined(separator: "; ")
  }

  /// The selection that such a text says; nil for one that is none.
  init?(_ text: String) {
    self.init()
    for part in text.split(separator: ";") {
      let part = part.drop { $0 == " " }
      guard let sign = part.firstIndex(of: "=") else { return nil }
      let value = part[part.index(after: sign)...]
      switch part[..<sign] {
      case "type": types = Set(value.split(separator: " ").map(String.init))
      case "min-cert":
        guard let number = Double(value), 0...1 ~= number else { return nil }
        minimumCertainty = number
      default: return nil
      }
    }
    if types == nil, minimumCertainty == 0 { return nil }
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
