import TEIKit

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Text to measure with.
enum Workload {
  /// The articles of a folder.
  static func articles(in folder: String) throws -> [SourceText] {
    try FileSystem.names(in: folder).filter { Path.fileExtension(of: $0) == "txt" }.map {
      try SourceText(name: $0, bytes: try FileSystem.read(Path.join(folder, $0)))
    }
  }

  /// The articles of a folder, over and over, each as an article of its own or all of them joined to a long one.
  static func articles(in folder: String, bytes: Int, joined: Bool) throws -> [SourceText] {
    var articles = try articles(in: folder)
    precondition(!articles.isEmpty, "\(folder) has no articles")
    if joined {
      let text = articles.map { $0.string(SourceRange(0..<$0.bytes.count)) }.joined(separator: "\n\n")
      articles = [SourceText(name: "joined.txt", text)]
    }
    var sources: [SourceText] = []
    var size = 0
    while size < bytes {
      for article in articles where size < bytes {
        sources.append(article)
        size += article.bytes.count
      }
    }
    return sources
  }

  static func megabytes(_ bytes: Int) -> String { Decimal.tenths(Double(bytes) / 1_000_000) }
}

enum Decimal {
  /// One decimal.
  static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}

/// Seconds of processor time that work takes, the median of several rounds: a core's worth even where others are busy.
enum Stopwatch {
  static let rounds = 5

  static func seconds(_ work: () -> Void) -> Double {
    work()
    return (0..<rounds).map { _ in once(work) }.sorted()[rounds / 2]
  }

  static func once(_ work: () -> Void) -> Double {
    let start = processorTime()
    work()
    return processorTime() - start
  }

  private static func processorTime() -> Double {
    var time = timespec()
    precondition(clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time) == 0, "the system tells processor time")
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// What was measured, in columns.
struct SpeedTable {
  let bytes: Int
  let articles: Int
  /// Tokens of our tokenizer.
  let tokens: Int
  /// What the names of the stages to measure begin with.
  let stage: String
  private var rows: [(name: String, seconds: Double)] = []

  init(bytes: Int, articles: Int, tokens: Int, stage: String) {
    self.bytes = bytes
    self.articles = articles
    self.tokens = tokens
    self.stage = stage
  }

  mutating func add(_ name: String, _ work: () -> Void) {
    if name.hasPrefix(stage) { rows.append((name, Stopwatch.seconds(work))) }
  }

  func print() {
    Swift.print("\("stage".padded(40))\("MB/s".padded(10))\("articles/s".padded(12))tokens/s")
    for (name, seconds) in rows {
      let speed = Decimal.tenths(Double(bytes) / 1_000_000 / seconds)
      Swift.print("\(name.padded(40))\(speed.padded(10))\(rate(articles, seconds).padded(12))\(rate(tokens, seconds))")
    }
  }
}

private func rate(_ count: Int, _ seconds: Double) -> String { String(Int(Double(count) / seconds)) }

extension String {
  fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
