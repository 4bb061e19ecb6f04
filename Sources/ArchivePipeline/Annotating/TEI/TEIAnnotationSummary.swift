import ArticleModel

/// What a run over TEI files added, in a few lines.
public struct TEIAnnotationSummary: Sendable {
  private let outcomes: [TEIAnnotationRun.Outcome]

  public init(_ outcomes: [TEIAnnotationRun.Outcome]) { self.outcomes = outcomes }

  /// A line for the files, one for what they have gained.
  public var text: String {
    func count(_ result: TEIAnnotationRun.Outcome.Result) -> Int { outcomes.count { $0.result == result } }
    func plural(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
    var lines = [
      "\(plural(outcomes.count, "file")): \(count(.written)) written, \(count(.unchanged)) unchanged, "
        + "\(count(.failed)) failed"
    ]
    var mentions: [MentionType: Int] = [:]
    var (standOff, entities) = (0, 0)
    for outcome in outcomes where outcome.result != .failed {
      mentions.merge(outcome.added.mentions, uniquingKeysWith: +)
      standOff += outcome.added.standOff
      entities += outcome.added.entities
    }
    guard !mentions.isEmpty else { return lines[0] + (count(.failed) < outcomes.count ? "; nothing to add" : "") }
    let types = mentions.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    let apart = standOff > 0 ? ", \(standOff) of them in standOff" : ""
    lines.append(
      "\(plural(mentions.values.reduce(0, +), "mention")) added\(apart): "
        + types.map { "\($0.value) \($0.key.rawValue)" }.joined(separator: ", "))
    lines.append("\(entities) new \(entities == 1 ? "entity" : "entities") registered")
    return lines.joined(separator: "\n")
  }
}
