import ArticleModel

/// Gathers the layout of a source while its runs are encoded.
struct LayoutRecorder {
  private struct Gap {
    var contexts: String
    var range: SourceRange
    /// The identifier of the run behind it.
    var run: String
    /// The number of the item behind it.
    var number: String?
  }

  private let bytes: [UInt8]
  private var gaps: [Gap] = []
  private var before = LeafContext.start
  private var position: Int32 = 0
  private var replacements: [String: [SourceLayout.Replacement]] = [:]
  let lineEnd: LineEnd

  init(_ source: SourceText) {
    bytes = source.bytes
    lineEnd = LineEnd.commonest(in: source.bytes)
  }

  /// Records the gap before a run.
  mutating func add(_ run: SourceRange, _ context: String, identifier: String, number: String? = nil) {
    precondition(run.start >= position, "the runs of an article stand in the order of the source")
    gaps.append(
      Gap(
        contexts: LeafContext.gap(before, context), range: SourceRange(start: position, end: run.start),
        run: identifier, number: number))
    before = context
    position = run.end
  }

  mutating func replace(_ replacement: SourceLayout.Replacement, in run: String) {
    replacements[run, default: []].append(replacement)
  }

  /// The layout, after the last run.
  mutating func finish() -> SourceLayout {
    add(SourceRange(start: Int32(bytes.count), end: Int32(bytes.count)), LeafContext.end, identifier: LeafContext.end)
    var layout = SourceLayout()
    layout.gaps = commonestGaps()
    var departures: [String: String] = [:]
    for gap in gaps {
      let text = String(decoding: bytes[gap.range.bytes], as: UTF8.self)
      let implied = layout.gaps[gap.contexts].map { GapTemplate.filled($0, gap.number) } ?? ""
      // By bytes: two spaces of different kinds may be equal as Swift strings.
      if !implied.utf8.elementsEqual(text.utf8) { departures[gap.run] = text }
    }
    layout.departures = departures.isEmpty ? nil : departures
    layout.replacements = replacements.isEmpty ? nil : replacements
    layout.lineEnd = lineEnd == .lineFeed ? nil : lineEnd.rawValue
    return layout
  }

  /// The gap that stands most often between each pair of contexts; of equals, the one that sorts first.
  private func commonestGaps() -> [String: String] {
    var counts: [String: [String: Int]] = [:]
    for gap in gaps {
      let text = String(decoding: bytes[gap.range.bytes], as: UTF8.self)
      counts[gap.contexts, default: [:]][GapTemplate.template(text, gap.number), default: 0] += 1
    }
    return counts.mapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }!.key }
  }
}

/// A gap in which `{n}` stands for the number of the item behind it.
enum GapTemplate {
  static let number = "{n}"

  static func template(_ gap: String, _ number: String?) -> String {
    guard let number, let found = gap.lastRange(of: number) else { return gap }
    return gap.replacingCharacters(in: found, with: Self.number)
  }

  static func filled(_ template: String, _ number: String?) -> String {
    guard let number, let found = template.lastRange(of: Self.number) else { return template }
    return template.replacingCharacters(in: found, with: number)
  }
}

extension String {
  /// The last place where `part`, which is ASCII, stands.
  fileprivate func lastRange(of part: String) -> Range<Index>? {
    let whole = Array(utf8)
    let part = Array(part.utf8)
    guard !part.isEmpty, whole.count >= part.count else { return nil }
    for start in (0...(whole.count - part.count)).reversed()
    where whole[start..<(start + part.count)].elementsEqual(part) {
      let lower = utf8.index(utf8.startIndex, offsetBy: start)
      return lower..<utf8.index(lower, offsetBy: part.count)
    }
    return nil
  }

  fileprivate func replacingCharacters(in range: Range<Index>, with replacement: String) -> String {
    // By code units: "\r" and "\n" would melt into one Character.
    let bytes = Array(utf8[..<range.lowerBound]) + Array(replacement.utf8) + Array(utf8[range.upperBound...])
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What ends a line.
enum LineEnd: String {
  case lineFeed = "\n"
  case carriageReturnLineFeed = "\r\n"
  case carriageReturn = "\r"

  static func commonest(in bytes: [UInt8]) -> LineEnd {
    var (feeds, both, returns) = (0, 0, 0)
    guard bytes.contains(0x0D) else { return .lineFeed }
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0D {
        if index + 1 < bytes.count, bytes[index + 1] == 0x0A { both += 1 } else { returns += 1 }
      } else if byte == 0x0A, index == 0 || bytes[index - 1] != 0x0D {
        feeds += 1
      }
    }
    if both > feeds, both >= returns { return .carriageReturnLineFeed }
    return returns > feeds ? .carriageReturn : .lineFeed
  }
}
