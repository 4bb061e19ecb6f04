import ArticleModel

/// What a run of annotations made, in a few lines.
public struct AnnotationSummary: Sendable {
  public private(set) var written = 0
  public private(set) var unchanged = 0
  public private(set) var failed = 0
  public private(set) var tables = 0
  public private(set) var sections = 0
  public private(set) var lists = 0
  public private(set) var entities = 0
  public private(set) var mentions: [MentionType: Int] = [:]

  public init(_ outcomes: [AnnotationRun.Outcome]) {
    for outcome in outcomes {
      switch outcome.result {
      case .written: written += 1
      case .unchanged: unchanged += 1
      case .failed: failed += 1
      }
      guard outcome.result != .failed else { continue }
      tables += outcome.summary.tables
      sections += outcome.summary.sections
      lists += outcome.summary.lists
      entities += outcome.summary.entities
      mentions.merge(outcome.summary.mentions, uniquingKeysWith: +)
    }
  }

  /// A line for the articles, one for their structure, one for their mentions by type, the commonest first.
  public func text(folder: String) -> String {
    let total = written + unchanged + failed
    var lines = [
      "\(count(total, "article")): \(written) written to \(folder), \(unchanged) unchanged, \(failed) failed"
    ]
    if failed == total { return lines[0] }
    lines.append("\(count(sections, "section")), \(count(lists, "list")), \(count(tables, "table"))")
    let types = mentions.sorted { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }
    let sum = mentions.values.reduce(0, +)
    var line = "\(count(sum, "mention")) of \(entities) \(entities == 1 ? "entity" : "entities")"
    if !types.isEmpty { line += ": " + types.map { "\($0.value) \($0.key.rawValue)" }.joined(separator: ", ") }
    lines.append(line)
    return lines.joined(separator: "\n")
  }

  private func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
