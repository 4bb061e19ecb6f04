import ArticleModel
import TEIText
import TEIValidation
import XML

/// The last look at a corrected file before it is written.
enum ImportCheck {
  private static let checkers = CheckerPool(hash: .ofRun, rules: .all)

  /// Why a file is not to be written: it would have another text, or faults that it does not have now.
  static func fault(
    of bytes: [UInt8], before: [UInt8], _ table: XMLNodeTable, file: InputFile
  ) -> Diagnostic? {
    do throws(XMLError) {
      let written = try XMLNodeTable(parsing: bytes, name: file.path, names: XMLNodeNames())
      guard DocumentText(written).text == DocumentText(table).text else {
        return fault("the text would be another; please report this, with the files", file)
      }
      guard table.allElements.contains(where: { $0.isNamed("application") && $0["ident"] == "teikit" }) else {
        return nil
      }
      var known: [String: Int] = [:]
      for fault in try faults(of: before, file.path) { known["\(fault.code) \(fault.message)", default: 0] += 1 }
      for fault in try faults(of: bytes, file.path) {
        let key = "\(fault.code) \(fault.message)"
        if known[key, default: 0] == 0 { return self.fault("the TEI would not be valid: \(fault)", file) }
        known[key]! -= 1
      }
      return nil
    } catch {
      return fault("the TEI would not be well-formed: \(error); please report this, with the files", file)
    }
  }

  /// What is wrong by our schema, and by the rules that a file can break by itself.
  private static func faults(of bytes: [UInt8], _ file: String) throws(XMLError) -> [Diagnostic] {
    try checkers.with { (checker) throws(XMLError) in
      let (faults, summary) = try checker.check(.bytes(bytes), file: file) { _ in [.embedded] }
      guard !summary.suspects.isEmpty else { return faults.flatMap { $0 } }
      let broken = try checker.findings(
        in: .bytes(bytes), file: file, suspects: summary.suspects, context: ValidationContext())
      return (faults.flatMap { $0 } + broken).filter { $0.severity == .error }
    }
  }

  private static func fault(_ message: String, _ file: InputFile) -> Diagnostic {
    Diagnostic(.error, code: "import-invalid", message, file: file.path)
  }
}
