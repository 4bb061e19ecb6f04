public import ArticleModel
public import XML
public import XPath

/// The documents of an archive, read one after another as tables of nodes: for queries, tables, entities and exports alike.
///
///     let documents = ArchiveDocuments(jobs: 8, names: names)
///     try documents.each(inputs) { document in rows(of: document.table) } take: { yield in
///       print(yield.diagnostics, yield.value ?? [])
///     }
///
/// A file that cannot be read is a diagnostic and never stops the rest. A `teiCorpus` comes in parts, so that it may be of
/// any size: each document (`TEI`) with the elements around it, and what stands in them beside documents.
public struct ArchiveDocuments: Sendable {
  /// How many files are read at once, at least 1.
  public var jobs: Int
  /// The names that documents are laid out with: those of the expressions that are evaluated on them.
  public var names: XMLNodeNames
  /// Whether a `teiCorpus` comes whole, as one document.
  public var takesWhole = false

  public init(jobs: Int = 1, names: XMLNodeNames = XMLNodeNames()) {
    self.jobs = max(1, jobs)
    self.names = names
  }

  /// A document, or a part of a corpus.
  public struct Document {
    public let input: InputFile
    /// Its nodes, which are gone after the call unless the table is kept.
    ///
    /// Those before `table.firstNode` were in a part before this one; they have been handed out.
    public let table: XMLNodeTable
    /// For expressions that are evaluated on it.
    public let expressions: XPathDocument
  }

  /// What a document yields, or why a file yields nothing, or nothing more.
  public struct Yield<Value: Sendable>: Sendable {
    public var input: InputFile
    public var value: Value?
    public var diagnostics: [Diagnostic]
  }

  /// Reads all files, on threads of their own, and blocks until that is done.
  ///
  /// - Parameters:
  ///   - extract: Called for each document, on any thread. What it throws is a diagnostic of that document.
  ///   - take: Called on the thread of the caller, in the order of the files and the documents in them.
  /// - Throws: What `take` throws; the rest is not read then.
  public func each<Value: Sendable>(
    _ inputs: [InputFile], _ extract: @escaping @Sendable (Document) throws(XMLError) -> Value,
    take: (Yield<Value>) throws -> Void
  ) throws {
    try each(inputs, makeState: {}, { (document, _: inout Void) throws(XMLError) in try extract(document) }, take: take)
  }

  /// As ``each(_:_:take:)``, with something that each thread keeps from document to document.
  public func each<State, Value: Sendable>(
    _ inputs: [InputFile], makeState: @escaping @Sendable () -> State,
    _ extract: @escaping @Sendable (Document, inout State) throws(XMLError) -> Value,
    take: (Yield<Value>) throws -> Void
  ) throws {
    let (names, takesParts, isAlone) = (names, !takesWhole, inputs.count == 1)
    try OrderedWork<Yield<Value>>.run(
      count: inputs.count, jobs: jobs, makeWorker: { (XMLNodeTableReader(names: names), makeState()) },
      { number, worker, give in
        let input = inputs[number]
        let fault = DocumentReader.tables(
          of: input, expandsInclusions: isAlone, takesParts: takesParts, worker.0
        ) { table in
          let document = Document(input: input, table: table, expressions: XPathDocument(table))
          do throws(XMLError) {
            return give(Yield(input: input, value: try extract(document, &worker.1), diagnostics: []))
          } catch {
            return give(Yield(input: input, value: nil, diagnostics: [error.diagnostic]))
          }
        }
        if let fault { _ = give(Yield(input: input, value: nil, diagnostics: [fault])) }
      }, take: take)
  }
}
