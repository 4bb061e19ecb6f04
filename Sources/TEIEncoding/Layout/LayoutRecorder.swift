import ArticleModel

/// Gathers the layout of a source while its runs are encoded.
struct LayoutRecorder {
  private struct Gap {
    var contexts: LeafContext.Gap
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
  mutating func add(_ run: SourceRange, _ context: LeafContext, identifier: String, number: String? = nil) {
    precondition(run.start >= position, "the runs of an article stand in the order of the source")
    gaps.append(
      Gap(
        contexts: LeafContext.Gap(before: before, after: context),
        range: SourceRange(start: position, end: run.start), run: identifier, number: number))
    before = context
    position = run.end
  }

  mutating func replace(_ replacement: SourceLayout.Replacement, in run: String) {
    replacements[run, default: []].append(replacement)
  }

  /// The layout, after the last run.
  mutating func finish() -> SourceLayout {
    add(SourceRange(start: Int32(bytes.count), end: Int32(bytes.count)), .end, identifier: LeafContext.end.name)
    var layout = SourceLayout()
    let commonest = commonestGaps()
    var departures: [String: String] = [:]
    for gap in gaps {
      let text = bytes[gap.range.bytes]
      let implied = commonest[gap.contexts] ?? []
      let isImplied = gap.number == nil ? implied == text : GapTemplate.filled(implied, gap.number) == text
      if !isImplied { departures[gap.run] = String(decoding: text, as: UTF8.self) }
    }
    for (contexts, template) in commonest { layout.gaps[contexts.name] = String(decoding: template, as: UTF8.self) }
    layout.departures = departures.isEmpty ? nil : departures
    layout.replacements = replacements.isEmpty ? nil : replacements
    layout.lineEnd = lineEnd == .lineFeed ? nil : lineEnd.rawValue
    return layout
  }

  /// The gap that stands most often between each pair of contexts; of equals, the one that sorts first. Compared by
  /// bytes: two spaces of different kinds may be equal as Swift strings.
  private func commonestGaps() -> [LeafContext.Gap: ArraySlice<UInt8>] {
    var variants: [LeafContext.Gap: [(template: ArraySlice<UInt8>, count: Int)]] = [:]
    for gap in gaps {
      let template = GapTemplate.template(bytes[gap.range.bytes], gap.number)
      if let index = variants[gap.contexts]?.firstIndex(where: { $0.template == template }) {
        variants[gap.contexts]![index].count += 1
      } else {
        variants[gap.contexts, default: []].append((template, 1))
      }
    }
    return variants.mapValues { variants in
      variants.max { $0.count == $1.count ? $1.template.lexicographicallyPrecedes($0.template) : $0.count < $1.count }!
        .template
    }
  }
}

/// A gap in which `{n}` stands for the number of the item behind it.
enum GapTemplate {
  private static let placeholder = Array("{n}".utf8)

  static func template(_ gap: ArraySlice<UInt8>, _ number: String?) -> ArraySlice<UInt8> {
    guard let number else { return gap }
    return gap.replacingLast(Array(number.utf8), with: placeholder)
  }

  static func filled(_ template: ArraySlice<UInt8>, _ number: String?) -> ArraySlice<UInt8> {
    guard let number else { return template }
    return template.replacingLast(placeholder, with: Array(number.utf8))
  }
}

extension ArraySlice<UInt8> {
  /// A copy in which the last place of `part` is `replacement`; the same where it has none.
  fileprivate func replacingLast(_ part: [UInt8], with replacement: [UInt8]) -> ArraySlice<UInt8> {
    guard !part.isEmpty, count >= part.count else { return self }
    for start in (startIndex...(endIndex - part.count)).reversed()
    where self[start..<(start + part.count)].elementsEqual(part) {
      return ArraySlice(self[..<start] + replacement + self[(start + part.count)...])
    }
    return self
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
