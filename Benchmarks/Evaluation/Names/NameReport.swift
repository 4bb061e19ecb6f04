import TEIKit

/// Measures names on the development sets of ../shared/ner and prints what comes of it.
struct NameReport {
  var folder: String
  /// One set alone.
  var set: String?
  /// A file of names that another program found in the texts of that set, to be measured in place of ours.
  var predictions: String?
  var listsErrors: Bool

  private var reliability: [NameType: Reliability] = [:]
  private var reliabilityBySet: [(name: String, reliability: Reliability)] = []
  private var allReliability: Reliability { reliabilityBySet.reduce(into: Reliability()) { $0 += $1.reliability } }

  init(folder: String, set: String? = nil, predictions: String? = nil, listsErrors: Bool) {
    self.folder = folder
    self.set = set
    self.predictions = predictions
    self.listsErrors = listsErrors
  }

  /// - Returns: The figures, to be held against the floors.
  mutating func run() throws -> [(name: String, value: Double)] {
    var figures: [(name: String, value: Double)] = []
    for data in try NameDataSet.all(in: folder, only: set) {
      print("\nNames, \(data.title) (\(data.name))")
      reliabilityBySet.append((data.name, Reliability()))
      let evaluations = try evaluate(data)
      for (part, evaluation) in evaluations {
        print(part, evaluation)
        figures.append(("names/\(data.name)/\(part)", evaluation.total.f1))
      }
    }
    guard predictions == nil else { return figures }
    let all = allReliability
    all.print("names of all these sets")
    for type in NameType.allCases { reliability[type]?.print(type.rawValue) }
    print("\nCertainty of names, set by set")
    for (name, reliability) in reliabilityBySet { print("  \(name.padded(24))\(reliability.row)") }
    if set == nil, all.count > 0 { figures.append(("certainty/names", 1 - all.calibrationError)) }
    return figures
  }

  /// The evaluation of a set, by genre where it has any, and of all of it.
  private mutating func evaluate(_ data: NameDataSet) throws -> [(part: String, evaluation: NameEvaluation)] {
    let others = try predictions.map(data.predictions)
    let reading = RawTextReading()
    var genres: [String: NameEvaluation] = [:]
    var all = NameEvaluation()
    var errors = NameErrors()
    for document in data.documents {
      let found: Set<NameSpan>
      if let others {
        found = others[document.id] ?? []
      } else {
        let names = try reading.names(in: document)
        for name in names { weigh(name, isRight: document.names.contains(name.span)) }
        found = Set(names.map(\.span))
      }
      all.add(found, in: document)
      if let genre = document.genre { genres[genre, default: NameEvaluation()].add(found, in: document) }
      if listsErrors { errors.list(found, in: document) }
    }
    if listsErrors { errors.printCommonest() }
    return genres.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } + [("all", all)]
  }

  private mutating func weigh(_ name: RawTextReading.FoundName, isRight: Bool) {
    reliabilityBySet[reliabilityBySet.count - 1].reliability.add(name.certainty, isRight: isRight)
    reliability[name.span.type, default: Reliability()].add(name.certainty, isRight: isRight)
  }

  private func print(_ part: String, _ evaluation: NameEvaluation) {
    print("  \(part)")
    for type in NameType.allCases { row(type.rawValue, evaluation.byType[type, default: Score()]) }
    row("all", evaluation.total)
    row("boundaries normalised", evaluation.normalized)
  }

  private func row(_ name: String, _ score: Score) {
    if score.found + score.expected > 0 { print("    \(name.padded(24))\(score.row)") }
  }

  private func print(_ line: String) { Swift.print(line) }
}
