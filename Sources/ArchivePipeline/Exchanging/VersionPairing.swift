import ArticleModel

/// Which files of two archives are versions of each other.
struct VersionPairing: Sendable {
  struct Pair: Sendable {
    var reference: VersionFile
    var response: VersionFile
  }

  private(set) var pairs: [Pair] = []
  private(set) var onlyReference: [VersionFile] = []
  private(set) var onlyResponse: [VersionFile] = []

  /// Pairs one file with one, else files by their paths below the folders, else by the identifiers of their documents.
  init(_ reference: [VersionFile], _ response: [VersionFile], jobs: Int) async throws {
    if reference.count == 1, response.count == 1 {
      pairs = [Pair(reference: reference[0], response: response[0])]
      return
    }
    var byPath = Dictionary(response.map { ($0.key, $0) }) { first, _ in first }
    var rest: [VersionFile] = []
    for file in reference {
      if let other = byPath.removeValue(forKey: file.key) {
        pairs.append(Pair(reference: file, response: other))
      } else {
        rest.append(file)
      }
    }
    let paired = Set(pairs.map(\.response.input))
    let others = response.filter { !paired.contains($0.input) }
    try await pairByIdentifier(rest, others, jobs: jobs)
    pairs.sort { $0.reference.input.relativePath < $1.reference.input.relativePath }
  }

  private mutating func pairByIdentifier(_ rest: [VersionFile], _ others: [VersionFile], jobs: Int) async throws {
    guard !rest.isEmpty, !others.isEmpty else {
      (onlyReference, onlyResponse) = (rest, others)
      return
    }
    let names = try await Parallel.map(others, jobs: jobs) { $0.identifiers() }
    var byName: [String: Int] = [:]
    for (index, identifiers) in names.enumerated() {
      for name in identifiers where byName[name] == nil { byName[name] = index }
    }
    var taken: Set<Int> = []
    let wanted = try await Parallel.map(rest, jobs: jobs) { $0.identifiers() }
    for (file, identifiers) in zip(rest, wanted) {
      if let index = identifiers.lazy.compactMap({ byName[$0] }).first, taken.insert(index).inserted {
        pairs.append(Pair(reference: file, response: others[index]))
      } else {
        onlyReference.append(file)
      }
    }
    onlyResponse = others.indices.filter { !taken.contains($0) }.map { others[$0] }
  }
}
