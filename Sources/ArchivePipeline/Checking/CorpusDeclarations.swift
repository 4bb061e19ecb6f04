import RelaxNG
import TEIValidation
import XML

/// What the files of a corpus declare for each other: after XInclude they are one document.
///
/// A file that a `teiCorpus` includes may point at what its root declares, or another of its files; may use its prefixes,
/// and its languages. It is not asked which file it was that declared something.
struct CorpusDeclarations {
  /// The identifiers that files of the corpus lack, and others of its files have.
  private(set) var identifiers: Set<UInt64> = []
  private(set) var prefixes: Set<String> = []
  private(set) var languages: Set<String> = []

  /// - Parameters:
  ///   - files: The files of the corpus.
  ///   - summary: What is known of a file; nil where it cannot be read.
  init(_ files: [String], summary: (String) -> DocumentSummary?) {
    var wanted: Set<UInt64> = []
    for file in files {
      if let missing = summary(file)?.suspects.pointers { wanted.formUnion(missing) }
    }
    for file in files {
      guard let summary = summary(file) else { continue }
      prefixes.formUnion(summary.prefixDefinitions.map { $0.prefix.lowercased() })
      languages.formUnion(summary.languages)
      take(summary.identifiers, of: &wanted)
    }
  }

  /// Takes in what a file has of what is wanted; the shorter list is gone through.
  private mutating func take(_ known: FingerprintList, of wanted: inout Set<UInt64>) {
    var found: Set<UInt64> = []
    if known.count > wanted.count {
      found = wanted.filter(known.contains)
    } else {
      for part in 0..<16 { known.forEach(inPart: part) { if wanted.contains($0) { found.insert($0) } } }
    }
    identifiers.formUnion(found)
    wanted.subtract(found)
  }

  /// Takes from what a file may have wrong what its corpus declares.
  func clear(_ suspects: inout Suspects) {
    suspects.pointers.subtract(identifiers)
    suspects.prefixes.subtract(prefixes)
    suspects.clearLanguages(languages)
  }
}

/// The declarations of each corpus, gathered when first asked for.
final class CorpusMemory: @unchecked Sendable {
  // Unchecked: `known` is only touched under the lock.
  private let lock = Lock()
  private var known: [String: CorpusDeclarations] = [:]

  /// Who asks while they are being gathered waits for them.
  func declarations(of whole: String, gather: () -> CorpusDeclarations) -> CorpusDeclarations {
    lock.withLock {
      if let declarations = known[whole] { return declarations }
      let declarations = gather()
      known[whole] = declarations
      return declarations
    }
  }
}
