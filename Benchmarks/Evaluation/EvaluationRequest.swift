/// What a run is asked to measure.
struct EvaluationRequest {
  enum Part: String, CaseIterable {
    case structure, entities, sentences, names, dates
  }

  private(set) var parts: Set<Part> = []
  private(set) var listsErrors = false
  private(set) var shared = "../shared"
  /// One of the sets of names.
  private(set) var set: String?
  private(set) var predictions: String?

  init(_ arguments: some Sequence<String>) {
    var rest = Array(arguments)[...]
    while let argument = rest.popFirst() {
      if let part = Part(rawValue: argument) {
        parts.insert(part)
      } else if argument == "--errors" {
        listsErrors = true
      } else if argument == "--set" {
        set = rest.popFirst()
      } else if argument == "--predictions" {
        predictions = rest.popFirst()
      } else {
        shared = argument
      }
    }
    if parts.isEmpty { parts = Set(Part.allCases) }
  }

  /// Whether a floor belongs to what is measured: those of parts left out, and of what another program found, do not.
  func holds(_ floor: Substring) -> Bool {
    guard set == nil, predictions == nil else { return false }
    let names = floor.split(separator: "/").map(String.init)
    let part = names.first == "certainty" ? names.last : names.first
    return part.flatMap(Part.init).map(parts.contains) ?? (parts.count == Part.allCases.count)
  }
}
