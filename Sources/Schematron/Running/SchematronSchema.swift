public import ArticleModel
public import XML
internal import XPath

/// A Schematron schema (ISO/IEC 19757-3), compiled once, to be run on any document from any thread.
///
///     let schema = try SchematronSchema(document)
///     for diagnostic in schema.unsupported { print(diagnostic) }
///     for finding in try schema.findings(inFile: "article.xml") { print(finding.path, finding.message) }
///
/// See `Documentation/SCHEMATRON.md` for what is supported.
public struct SchematronSchema: Sendable {
  private let schema: CompiledSchema

  /// Compiles a schema of its own, or what is embedded in a schema of another language as RELAX NG.
  ///
  /// Where the schema names no query binding, its expressions are taken for XPath 1.0, as the standard has it, and for
  /// XPath 3.1 where that leaves some of them out.
  ///
  /// - Parameters:
  ///   - document: The schema.
  ///   - phase: The phase to run; nil for the schema's default, `#ALL` for all patterns.
  ///   - loader: Gives the files that the schema includes; nil for none.
  /// - Throws: ``SchematronError`` with the place and the reason, where the schema is faulty.
  public init(
    _ document: XMLDocument, phase: String? = nil, loader: SchematronLoader? = nil
  ) throws(SchematronError) {
    let source = try SchemaSource(document, loader: loader)
    if let binding = source.queryBinding {
      guard let language = QueryLanguage(binding: binding) else {
        throw SchematronError(
          "the query binding \"\(binding)\" is not supported; expected \"xslt\", \"xslt2\" or \"xslt3\"",
          file: document.name, position: document.position(of: document.root))
      }
      schema = try SchemaCompiler.compile(source, language: language, phase: phase)
      return
    }
    let first = Result { () throws(SchematronError) in
      try SchemaCompiler.compile(source, language: .xpath1, phase: phase)
    }
    if case .success(let compiled) = first, compiled.unsupported.isEmpty {
      schema = compiled
    } else {
      schema = try SchemaCompiler.compile(source, language: .xpath3, phase: phase)
    }
  }

  /// Whether an element of a schema in RELAX NG takes in another file, which may have rules embedded.
  public static func mayIncludeRules(_ element: XMLElement) -> Bool { SchemaSource.includesRelaxNG(element) }

  /// How many tests there are to run.
  public var testCount: Int { schema.checkCount }

  /// How many tests are not run; ``unsupported`` says why.
  public var skippedTestCount: Int { schema.skippedCheckCount }

  /// Whether a test asks what time it is, as by `current-date()`: what is found today may not be found tomorrow.
  public var readsClock: Bool { schema.readsClock }

  /// What is not run because it is beyond what is supported: a warning with code `schematron-not-run` for each place in the
  /// schema.
  public var unsupported: [Diagnostic] { schema.unsupported }

  /// Runs the schema on a document in memory.
  ///
  /// - Parameters:
  ///   - name: What to call the document in messages.
  ///   - reader: Reads the document; one that is kept for many has less to do for each.
  ///   - clock: Seconds since 1970-01-01 for `current-date()` and its like; nil for now.
  ///   - stepLimit: How many steps the run may take; one test may take a tenth of them. What takes more is given up with a
  ///     finding that says so.
  /// - Returns: The findings in document order.
  /// - Throws: `XMLError` where the document is not well-formed, or has more than numbers of 32 bits can count.
  public func findings(
    in bytes: [UInt8], name: String, reader: XMLEventReader = XMLEventReader(), clock: Int? = nil,
    stepLimit: Int = Self.stepLimit
  ) throws(XMLError) -> [SchematronFinding] {
    run(try XMLNodeTable(parsing: bytes, name: name, names: schema.names, reader: reader), clock, stepLimit)
  }

  /// Runs the schema on a document in a file.
  public func findings(
    inFile path: String, reader: XMLEventReader = XMLEventReader(), clock: Int? = nil, stepLimit: Int = Self.stepLimit
  ) throws(XMLError) -> [SchematronFinding] {
    run(try XMLNodeTable(file: path, names: schema.names, reader: reader), clock, stepLimit)
  }

  /// How many steps a run may take if nothing else is said.
  public static let stepLimit = 1_000_000_000

  private func run(_ table: XMLNodeTable, _ clock: Int?, _ stepLimit: Int) -> [SchematronFinding] {
    var run = SchematronRun(schema, table, clock: clock ?? SystemClock.seconds, stepLimit: stepLimit)
    run.run()
    return run.findings
  }
}
