internal import ArticleModel
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
  private let surveys: NameSurveys?

  /// - Parameters:
  ///   - jobs: How many files are read at once.
  ///   - condition: An expression of XPath that has to hold on the element of a mention.
  /// - Throws: ``XMLError`` with code `xpath-syntax`.
  public init(jobs: Int = 1, where condition: String? = nil) throws(XMLError) {
    let query = try condition.map { condition throws(XMLError) in try Query(condition) }
    request.condition = query?.expression
    surveys = query.map(NameSurveys.init)
    documents = ArchiveDocuments(jobs: jobs, names: query?.names ?? XMLNodeNames())
  }

  /// What a document has.
  struct Found: Sendable {
    var mentions: [ExtractedMention]
    /// What its registers say to be the same as something elsewhere.
    var links: [EntityKey] = []
    /// The types that there are, where some are asked for.
    var metTypes: Set<String> = []
  }

  /// Why no mention was found, where the names in its condition are a likely reason.
  var conditionHints: [Diagnostic] { surveys?.hints ?? [] }

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
    let (request, surveys) = (request, surveys)
    let extract = {
      @Sendable (document: ArchiveDocuments.Document, survey: inout NameSurvey?) throws(XMLError) -> Found in
      let (mentions, metTypes) = try EntityExtractor.typedMentions(in: document.expressions, request)
      survey?.note(document.table, isEmpty: mentions.isEmpty)
      return Found(
        mentions: mentions, links: linked ? EntityKey.links(in: document.table) : [], metTypes: metTypes)
    }
    var labels = DistinctLabels()
    try documents.each(inputs, makeState: { surveys?.make() }, extract) { yield in
      var yield = yield
      labels.begin(yield.input)
      for index in yield.value?.mentions.indices ?? 0..<0 {
        let mention = yield.value!.mentions[index]
        let label = labels.label(mention.document, node: mention.place.document)
        if label != mention.document { yield.value!.mentions[index].document = label }
      }
      findings.add(yield.value?.mentions ?? [])
      if yield.value != nil { findings.add(file: yield.input.path) }
      findings.add(types: yield.value?.metTypes ?? [])
      try take(yield)
    }
  }
}
