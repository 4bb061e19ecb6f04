public import ArticleModel
public import Schematron
public import XML

/// The Schematron rules that documents are held to: a schema of its own, or what is embedded in RELAX NG.
///
/// They are compiled once and may be shared between threads.
public struct SchematronRules: Sendable {
  private let schema: SchematronSchema

  /// Compiles the rules in a file; nil where it has none.
  ///
  /// - Parameters:
  ///   - document: The schema, in Schematron or in RELAX NG's XML syntax.
  ///   - phase: The phase to run; nil for the schema's default.
  ///   - loader: Gives the files that the schema includes; nil for none.
  /// - Throws: `SchematronError` with the place of the fault.
  public init?(
    _ document: XMLDocument, phase: String? = nil, loader: SchematronLoader? = nil
  ) throws(SchematronError) {
    let namespaces: Set<String?> = [Self.namespace, Self.formerNamespace]
    var includes = false
    let hasRules = ([document.root] + document.root.descendants).contains { element in
      includes = includes || SchematronSchema.mayIncludeRules(element)
      return namespaces.contains(element.namespace)
    }
    guard hasRules || includes else { return nil }
    schema = try SchematronSchema(document, phase: phase, loader: loader)
    // What is included may have none either.
    if !hasRules, schema.testCount + schema.skippedTestCount == 0, schema.unsupported.isEmpty { return nil }
  }

  /// Schematron's namespace since ISO/IEC 19757-3, and that of Schematron 1.5.
  public static let namespace = "http://purl.oclc.org/dsdl/schematron"
  private static let formerNamespace = "http://www.ascc.net/xml/schematron"

  /// What is not run, because it is beyond what is supported: a warning for each place in the schema.
  public var notRun: [Diagnostic] { schema.unsupported }

  /// Whether what they find depends on the time, too.
  package var dependOnTime: Bool { schema.readsClock }

  /// What the rules find in a document, in the order of its text.
  ///
  /// - Throws: `XMLError` where it is not well-formed, or too large.
  func diagnostics(of source: DocumentSource, file: String, _ reader: XMLEventReader) throws(XMLError) -> [Diagnostic] {
    let findings =
      switch source {
      case .file(let path): try schema.findings(inFile: path, reader: reader)
      case .bytes(let bytes): try schema.findings(in: bytes, name: file, reader: reader)
      }
    return findings.map { finding in
      Diagnostic(
        finding.severity, code: finding.code, finding.message, file: file, position: finding.position,
        xpath: finding.path)
    }
  }

  /// What the rules find in a document that files were included in: each finding where its element stands.
  public func diagnostics(of document: XMLDocument, file: String) -> [Diagnostic] {
    do throws(XMLError) {
      return document.movingBack(
        try diagnostics(of: .bytes(document.serialized()), file: file, XMLEventReader()), file: file)
    } catch {
      return [error.diagnostic]
    }
  }
}
