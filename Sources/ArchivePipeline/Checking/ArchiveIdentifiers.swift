import RelaxNG
import TEIValidation
import XML

/// The identifiers of an archive: what pointers from one file to another are checked against.
///
/// They are held as hashes. Their texts are read again where a message needs them.
final class ArchiveIdentifiers: @unchecked Sendable {
  // Unchecked: what changes is only touched under the lock.
  private let lock = Lock()
  private let hash: IdentifierHash
  /// By the path of the file, as the caller named it; without standard input.
  private let files: [String: DocumentSummary]
  private let inclusions: InclusionGraph
  private let corpora: CorpusMemory
  /// The first file, in their order, of each identifier that several inputs have.
  private let owners: [UInt64: String]
  /// Files outside the run that pointers lead to; nil for one that does not exist.
  private var outside: [String: DocumentSummary?] = [:]
  /// The identifiers, as text, of the files that were asked about last.
  private var texts: [(path: String, identifiers: Set<String>)] = []
  private static let maximumTexts = 4
  private var digests: [String: ContentDigest] = [:]

  /// - Parameters:
  ///   - files: The files in their order, each with its summary, nil for one that cannot be read.
  ///   - hash: How the summaries name identifiers.
  init(_ files: [(path: String, summary: DocumentSummary?)], hash: IdentifierHash) {
    self.hash = hash
    // Files that cannot be read declare nothing. Standard input is no file to be named: it comes last.
    let known = files.map { (path: $0.path, identifiers: $0.summary?.identifiers ?? .few([])) }
    self.files = Dictionary(
      files.filter { $0.path != "-" }.map { ($0.path, $0.summary ?? DocumentSummary()) },
      uniquingKeysWith: { first, _ in first })
    var inclusions = InclusionGraph()
    for (path, summary) in self.files { inclusions.enter(path, summary.inclusions) }
    self.inclusions = inclusions
    corpora = CorpusMemory()
    owners = Self.owners(known.filter { $0.path != "-" } + known.filter { $0.path == "-" })
  }

  /// Brings the identifiers of all files together, a sixteenth at a time to take less memory.
  private static func owners(_ files: [(path: String, identifiers: FingerprintList)]) -> [UInt64: String] {
    var owners: [UInt64: String] = [:]
    guard files.count > 1 else { return owners }
    let total = files.reduce(0) { $0 + $1.identifiers.count }
    var first = FirstFiles(capacity: total / 16)
    for part in 0..<16 {
      first.removeAll()
      for (file, entry) in files.enumerated() {
        entry.identifiers.forEach(inPart: part) { identifier in
          if let owner = first.enter(identifier, file), owners[identifier] == nil {
            owners[identifier] = files[owner].path
          }
        }
      }
    }
    return owners
  }

  /// What may be wrong in a file, by itself and beside the others.
  func suspects(of summary: DocumentSummary, file: String) -> Suspects {
    var suspects = summary.suspects
    if !owners.isEmpty {
      var mayShare: [String: Bool] = [:]
      for part in 0..<16 {
        summary.identifiers.forEach(inPart: part) { identifier in
          guard let owner = owner(of: identifier, beside: file) else { return }
          if mayShare[owner] == nil { mayShare[owner] = self.mayShare(owner, file) }
          if mayShare[owner] == false { suspects.shared.insert(identifier) }
        }
      }
    }
    for (path, asked) in summary.files {
      guard let place = LocalReference.path(of: path, from: file) else { continue }
      guard let known = identifiers(of: place) else {
        suspects.files[path] = .everything
        continue
      }
      let missing = asked.filter { !known.contains($0.identifier) && !($0.escaped.map(known.contains) ?? false) }
      guard !missing.isEmpty else { continue }
      suspects.files[path] = .identifiers(Set(missing.flatMap { [$0.identifier, $0.escaped ?? $0.identifier] }))
    }
    suspects.hasInclusions = summary.inclusions.contains { isFault($0, in: file) }
    clear(&suspects, of: file)
    return suspects
  }

  /// Whether two files may have identifiers in common: those of different corpora, and others than ours that belong to none,
  /// of which each has a space of names to itself.
  private func mayShare(_ owner: String, _ file: String) -> Bool {
    let isOurs = files[file]?.suspects.isOurs ?? true
    return !(inclusions.areTogether(owner, file) ?? isOurs)
  }

  func isFault(_ inclusion: InclusionReference, in file: String) -> Bool {
    guard let path = LocalReference.path(of: inclusion.href, from: file), exists(path) else {
      return !inclusion.hasFallback
    }
    guard inclusion.isXML else { return false }
    if let target = inclusion.target {
      // 0 is another form than an identifier.
      return target != 0 && identifiers(of: path)?.contains(target) == false
    }
    return inclusions.takesIn(path, file)
  }

  /// Takes away what the corpus declares that a file is a part of.
  private func clear(_ suspects: inout Suspects, of file: String) {
    guard inclusions.concerns(file),
      !suspects.pointers.isEmpty || !suspects.prefixes.isEmpty || !suspects.languages.isEmpty
    else { return }
    for whole in inclusions.wholes(of: file) {
      let declarations = corpora.declarations(of: whole) {
        CorpusDeclarations(inclusions.all(of: whole)) { summary(of: $0) }
      }
      declarations.clear(&suspects)
    }
  }

  /// What the rules may know of the files.
  var context: ValidationContext {
    var context = ValidationContext(
      identifiers: { self.texts(of: $0) },
      otherFile: { identifier, file in
        guard let owner = self.owner(of: self.hash.of(identifier), beside: file) else { return nil }
        return self.mayShare(owner, file) ? nil : owner
      })
    context.takesIn = { self.inclusions.takesIn($0, $1) }
    return context
  }

  func owner(of identifier: UInt64, beside file: String) -> String? {
    owners[identifier].flatMap { $0 == file ? nil : $0 }
  }

  func exists(_ path: String) -> Bool { files[path] != nil || FileSystem.kind(of: path) == .file }

  /// The identifiers of a file; nil where it does not exist.
  func identifiers(of path: String) -> FingerprintList? { summary(of: path)?.identifiers }

  /// What is known of a file, which is looked at where a pointer leads to it; nil where it does not exist.
  private func summary(of path: String) -> DocumentSummary? {
    if let known = files[path] { return known }
    if let known = lock.withLock({ outside[path] }) { return known }
    let found: DocumentSummary? =
      FileSystem.kind(of: path) == .file
      ? (try? DocumentChecker(hash: hash).check(.file(path), file: path) { _ in [] })?.summary ?? DocumentSummary()
      : nil
    lock.withLock { outside[path] = .some(found) }
    return found
  }

  /// A digest of a file's identifiers; nil where it does not exist.
  func identifierDigest(of path: String) -> ContentDigest? {
    if let known = lock.withLock({ digests[path] }) { return known }
    guard let identifiers = identifiers(of: path) else { return nil }
    var digesting = Digesting()
    for identifier in identifiers.sorted { digesting.update(identifier) }
    let digest = digesting.finish()
    lock.withLock { digests[path] = digest }
    return digest
  }

  private func texts(of path: String) -> Set<String>? {
    guard exists(path) else { return nil }
    if let known = lock.withLock({ texts.first { $0.path == path } }) { return known.identifiers }
    let found = (try? DocumentChecker().identifiers(in: .file(path), file: path)) ?? []
    lock.withLock {
      if texts.count == Self.maximumTexts { texts.removeFirst() }
      texts.append((path, found))
    }
    return found
  }
}
