import TEIKit

/// Compares the mentions that annotate writes with careful readings: span and type must both be right.
struct EntityEvaluation {
  struct GoldMention: Hashable {
    var start: Int
    var end: Int
    var type: String
  }

  /// Gold mentions by article, with the digest of the article they were read in.
  static func gold(_ path: String) throws -> [(article: String, digest: String, mentions: Set<GoldMention>)] {
    var order: [String] = []
    var digests: [String: String] = [:]
    var mentions: [String: Set<GoldMention>] = [:]
    for line in try Lines.read(path).dropFirst() {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count >= 5, let start = Int(fields[2]), let end = Int(fields[3]) else { continue }
      if digests.updateValue(fields[1], forKey: fields[0]) == nil { order.append(fields[0]) }
      mentions[fields[0], default: []].insert(GoldMention(start: start, end: end, type: fields[4]))
    }
    return order.map { ($0, digests[$0]!, mentions[$0]!) }
  }

  /// Scores by type over all articles of a gold file that lie in a folder; errors are listed on request.
  static func run(gold path: String, folder: String, listsErrors: Bool) throws -> (
    byType: [String: Score], total: Score
  ) {
    var byType: [String: Score] = [:]
    var total = Score()
    let annotator = Annotator()
    for (article, digest, expected) in try gold(path) {
      let bytes = try FileSystem.read(Path.join(folder, article))
      guard Digest.sha256(bytes) == digest else {
        print("\(article): has changed since it was read; left out")
        continue
      }
      let source = try SourceText(name: article, bytes: bytes)
      guard let annotated = annotator.annotate(source) else { continue }
      let found = Set(
        MentionSelection(annotated.mentions).inline.map {
          GoldMention(
            start: Int($0.mention.range.start), end: Int($0.mention.range.end), type: $0.mention.type.rawValue)
        })
      for type in Set(found.map(\.type)).union(expected.map(\.type)) {
        let score = Score(
          right: found.intersection(expected).lazy.filter { $0.type == type }.count,
          found: found.lazy.filter { $0.type == type }.count, expected: expected.lazy.filter { $0.type == type }.count)
        byType[type, default: Score()] += score
        total += score
      }
      if listsErrors { list(found, expected, source) }
    }
    return (byType, total)
  }

  private static func list(_ found: Set<GoldMention>, _ expected: Set<GoldMention>, _ source: SourceText) {
    let wrong = found.subtracting(expected).map { ("false", $0) } + expected.subtracting(found).map { ("missed", $0) }
    for (kind, mention) in wrong.sorted(by: { ($0.1.start, $0.0) < ($1.1.start, $1.0) }) {
      let words = source.string(SourceRange(mention.start..<mention.end))
      let before = source.string(SourceRange(source.characterStart(mention.start - 30)..<mention.start))
      print("  \(source.name):\(mention.start) \(kind) \(mention.type): \(before.suffix(24))[\(words)]")
    }
  }
}

extension SourceText {
  /// The beginning of the character that holds an offset, the beginning of the text for a negative one.
  func characterStart(_ offset: Int) -> Int {
    var start = max(0, offset)
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}

enum Lines {
  static func read(_ path: String) throws -> [Substring] {
    String(decoding: try FileSystem.read(path), as: UTF8.self).split(separator: "\n")
  }
}
