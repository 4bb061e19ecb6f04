public import Extraction
public import XML
import XPath

/// The mentions of archives, file by file, in the order of the files.
public struct ArchiveMentions: Sendable {
  /// What is wanted of them; its condition is that of ``init(jobs:where:)``.
  public var request = MentionRequest()
  /// What was found so far.
  public let findings = MentionFindings()
  private let documents: ArchiveDocuments

  /// - Parameters:
  ///   - jobs: How many files are read at once.
  ///   - condition: An expression of XPath that has to hold on the element of a mention.
  /// - Throws: ``XMLError`` with code `xpath-syntax`.
  public init(jobs: Int = 1, where condition: String? = nil) throws(XMLError) {
    var names = XMLNodeNames()
    if let condition { request.condition = try XPathQuery(condition, names: &names) }
    documents = ArchiveDocuments(jobs: jobs, names: names)
  }

  /// What a document has.
  struct Found: Sendable {
    var mentions: [ExtractedMention]
    /// What its registers say to be the same as something elsewhere.
    var links: [EntityKey] = []
  }

  /// Reads all files, on threads of their own.
  ///
  /// - Parameter take: Gets what each document has, in the order of the files and of the documents in them.
  /// - Throws: What `take` throws.
  public func each(
    _ inputs: [InputFile], _ take: (ArchiveDocuments.Yield<[ExtractedMention]>) throws -> Void
  ) throws {
    try each(inputs, linked: false) { yield in
      try take(
        ArchiveDocuments.Yield(input: yield.input, value: yield.value?.mentions, diagnostics: yield.diagnostics))
    }
  }

  func each(
    _ inputs: [InputFile], linked: Bool, _ take: (ArchiveDocuments.Yield<Found>) throws -> Void
  ) throws {
    let request = request
    let extract = { @Sendable (document: ArchiveDocuments.Document) throws(XMLError) -> Found in
      Found(
        mentions: try EntityExtractor.mentions(in: document.expressions, request),
        links: linked ? EntityKey.links(in: document.table) : [])
    }
    var labels = DistinctLabels()
    try documents.each(inputs, extract) { yield in
      var yield = yield
      labels.begin(yield.input)
      for index in yield.value?.mentions.indices ?? 0..<0 {
        let mention = yield.value!.mentions[index]
        let label = labels.label(mention.document, node: mention.place.document)
        if label != mention.document { yield.value!.mentions[index].document = label }
      }
      findings.add(yield.value?.mentions ?? [])
      try take(yield)
    }
  }
}
