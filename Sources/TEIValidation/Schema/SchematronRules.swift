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

  /// What the rules find in a document, in the order of its text.
  public func diagnostics(of document: XMLDocument, file: String) -> [Diagnostic] {
    var paths = ElementPaths()
    return schema.findings(in: document).map { finding in
      // After XInclude an element may stand in another file than the document.
      let name = document.fileName(of: finding.element)
      return Diagnostic(
        finding.severity, code: finding.code, finding.message, file: name == document.name ? file : name,
        position: document.position(of: finding.element),
        xpath: paths.path(of: finding.element).map { $0 + finding.step })
    }
  }
}
