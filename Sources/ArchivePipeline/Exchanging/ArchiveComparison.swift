public import ArticleModel
public import Exchange

/// Compares the annotations of two versions of an archive, pair by pair of files, a few at a time, so that archives of any
/// size fit into memory. The first is the reference.
public struct ArchiveComparison: Sendable {
  public var options: ComparisonOptions
  /// The format of files that do not end in `.xml`; TEI beside them is read as that format would have it. nil for TEI.
  public var format: (any ExchangeFormat)?
  /// How many pairs are compared at once, at least 1.
  public var jobs: Int

  public init(
    options: ComparisonOptions = ComparisonOptions(), format: (any ExchangeFormat)? = nil, jobs: Int = 1
  ) {
    self.options = options
    self.format = format
    self.jobs = max(1, jobs)
  }

  /// What two files are compared to.
  public struct Yield: Sendable {
    public var differences: [AnnotationDifference] = []
    public var diagnostics: [Diagnostic] = []
    var documents: [(name: String, comparison: DocumentComparison)] = []
    var onlyReference: [String] = []
    var onlyResponse: [String] = []
  }

  /// The files of a version: TEI, and those of the format by what they end in.
  public func files(at path: String) -> (files: [InputFile], diagnostics: [Diagnostic]) {
    guard let suffix = format?.suffixes.first else { return InputFinder.files(at: [path], extensions: ["xml"]) }
    var (files, diagnostics) = InputFinder.files(at: [path], extensions: ["xml", Path.fileExtension(of: "a" + suffix)])
    files.removeAll { file in
      let isTEI = Path.fileExtension(of: file.path) == "xml"
      return Path.name(of: file.path) == ExportManifest.fileName || !isTEI && !file.path.hasSuffix(suffix)
    }
    if files.isEmpty, diagnostics.isEmpty {
      diagnostics = [Diagnostic(.error, code: "folder-empty", "folder holds no \(suffix) file", file: path)]
    }
    return (files, diagnostics)
  }

  /// - Parameter take: Called for each pair of files, in the order of the first version's.
  /// - Returns: What all pairs add up to.
  public func run(
    _ reference: [InputFile], _ response: [InputFile], _ take: (Yield) throws -> Void
  ) async throws -> ComparisonReport {
    func version(_ files: [InputFile]) -> [VersionFile] {
      let registers = VersionRegisters(files)
      return files.map { VersionFile(input: $0, format: format, registers: registers) }
    }
    let pairing = try await VersionPairing(version(reference), version(response), jobs: jobs)
    var report = ComparisonReport(scheme: options.scheme)
    report.onlyReference = pairing.onlyReference.map(\.input.relativePath)
    report.onlyResponse = pairing.onlyResponse.map(\.input.relativePath)
    let batch = jobs * 8
    for start in stride(from: 0, to: pairing.pairs.count, by: batch) {
      let pairs = Array(pairing.pairs[start..<min(pairing.pairs.count, start + batch)])
      for yield in try await Parallel.map(pairs, jobs: jobs, { self.compare($0) }) {
        report.add(yield)
        try take(yield)
      }
    }
    return report
  }

  private func compare(_ pair: VersionPairing.Pair) -> Yield {
    var yield = Yield()
    var versions: [[ComparedVersion]] = []
    for file in [pair.reference, pair.response] {
      do throws(DiagnosticFault) {
        versions.append(try file.documents())
      } catch {
        yield.diagnostics.append(error.diagnostic)
      }
    }
    guard versions.count == 2 else { return yield }
    compare(versions[0], versions[1], pair.reference.input.relativePath, &yield)
    return yield
  }

  /// Pairs the documents of two files by their identifiers, one with one whatever they are called.
  private func compare(_ left: [ComparedVersion], _ right: [ComparedVersion], _ path: String, _ yield: inout Yield) {
    var rest = right
    for version in left {
      let name = version.document.identifier
      let isAlone = left.count == 1 && right.count == 1
      guard let index = isAlone ? 0 : rest.firstIndex(where: { $0.document.identifier == name }) else {
        yield.onlyReference.append("\(path)#\(name)")
        continue
      }
      var comparison = DocumentComparison(version, rest.remove(at: index), options: options)
      let label = left.count == 1 ? path : "\(path)#\(name)"
      yield.differences += comparison.takeDifferences().map { difference in
        var difference = difference
        difference.document = label
        return difference
      }
      yield.documents.append((label, comparison))
    }
    yield.onlyResponse += rest.map { "\(path)#\($0.document.identifier)" }
  }
}

/// What the annotations of two versions of an archive have in common, in numbers.
public struct ComparisonReport: Sendable {
  /// A document of which the versions have other words.
  public struct CorrectedText: Hashable, Sendable {
    public var document: String
    /// How many words of each version the other does not have.
    public var referenceWords: Int
    public var responseWords: Int
  }

  /// What scores by type and the interval are counted by.
  public let scheme: MatchScheme
  public internal(set) var tally = ComparisonTally()
  /// Documents that were compared.
  public internal(set) var documents = 0
  public internal(set) var onlyReference: [String] = []
  public internal(set) var onlyResponse: [String] = []
  public internal(set) var correctedTexts: [CorrectedText] = []
  /// Files that could not be read.
  public internal(set) var failures = 0
  private var documentScores: [TypeScores] = []

  init(scheme: MatchScheme) { self.scheme = scheme }

  mutating func add(_ yield: ArchiveComparison.Yield) {
    failures += yield.diagnostics.count
    onlyReference += yield.onlyReference
    onlyResponse += yield.onlyResponse
    for (name, comparison) in yield.documents {
      documents += 1
      tally = tally + comparison.tally
      documentScores.append(comparison.tally.overall)
      if let words = comparison.differingWords {
        correctedTexts.append(
          CorrectedText(document: name, referenceWords: words.reference, responseWords: words.response))
      }
    }
  }

  /// Whether both versions are the same: documents, text and annotations.
  public var isSame: Bool {
    tally.isSame && onlyReference.isEmpty && onlyResponse.isEmpty && failures == 0
      && !correctedTexts.contains { $0.referenceWords + $0.responseWords > 0 }
  }

  /// The 95 % interval of the micro-averaged F1.
  public var interval: BootstrapInterval? { BootstrapInterval(documentScores, scheme) }
}
