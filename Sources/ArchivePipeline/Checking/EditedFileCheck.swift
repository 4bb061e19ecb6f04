import ArticleModel
import TEIText
import TEIValidation
import XML

/// The last look at a TEI file into which annotations were written: it must have the text that it had, and no fault that
/// it did not have.
///
/// Our files are held to our schema and to the rules that a file can break by itself, those of others to the schemas that
/// they name by `xml-model`, as far as those are beside them.
struct EditedFileCheck {
  private static let others = CheckerPool(hash: .ofRun, rules: .none)

  private let store: SchemaStore
  private let file: String
  private let table: XMLNodeTable
  private lazy var text = DocumentText(table).text
  private let isOurs: Bool
  /// How often each fault is in the file as it was; nil where that is not known yet.
  private var known: [String: Int]?
  private let before: [UInt8]

  init(_ before: [UInt8], _ table: XMLNodeTable, file: String, store: SchemaStore) {
    self.before = before
    self.file = file
    self.store = store
    self.table = table
    isOurs = table.allElements.contains { $0.isNamed("application") && $0["ident"] == "teikit" }
  }

  /// Why a file is not to be written; nil where nothing speaks against it.
  mutating func fault(of bytes: [UInt8]) -> String? {
    do throws(XMLError) {
      let written = try XMLNodeTable(parsing: bytes, name: file, names: XMLNodeNames())
      guard DocumentText(written).text == text else {
        return "the text would be another; please report this, with the files"
      }
      let found = try faults(of: bytes)
      guard !found.isEmpty else { return nil }
      if known == nil { known = Dictionary(try faults(of: before).map { (Self.key($0), 1) }, uniquingKeysWith: +) }
      var rest = known ?? [:]
      for fault in found {
        guard rest[Self.key(fault), default: 0] > 0 else { return "the TEI would not be valid: \(Self.told(fault))" }
        rest[Self.key(fault)]! -= 1
      }
      return nil
    } catch {
      return "the TEI would not be well-formed: \(error); please report this, with the files"
    }
  }

  private static func key(_ fault: Diagnostic) -> String { "\(fault.code) \(fault.message)" }

  /// Without its place, which is one of a file that is never written.
  private static func told(_ fault: Diagnostic) -> String { "\(fault.code): \(fault.message)" }

  private func faults(of bytes: [UInt8]) throws(XMLError) -> [Diagnostic] {
    let found = isOurs ? try OutputCheck.faults(of: bytes, file: file) : try faultsByNamedSchemas(of: bytes)
    return found.filter { $0.severity == .error }
  }

  private func faultsByNamedSchemas(of bytes: [UInt8]) throws(XMLError) -> [Diagnostic] {
    try Self.others.with { (checker) throws(XMLError) in
      var named = SchemaStore.Named()
      let (faults, _) = try checker.check(.bytes(bytes), file: file) { instructions in
        // A schema that cannot be had is no fault of what came home.
        if !instructions.isEmpty { named = store.schemas(instructions, file: file) }
        return named.schemas.map(\.schema)
      }
      let found = faults.flatMap { $0 }
      guard !named.rules.isEmpty else { return found }
      return found + (try checker.findings(of: named.rules, in: .bytes(bytes), file: file))
    }
  }
}
