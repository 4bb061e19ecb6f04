import TEIKit

/// Text to measure with.
enum Workload {
  /// The articles of a folder, over and over, each as an article of its own or all of them joined to a long one.
  static func articles(in folder: String, bytes: Int, joined: Bool) throws -> [SourceText] {
    var articles: [SourceText] = []
    for name in try FileSystem.names(in: folder) where Path.fileExtension(of: name) == "txt" {
      articles.append(try SourceText(name: name, bytes: try FileSystem.read(Path.join(folder, name))))
    }
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

/// Seconds that work takes: the median of several rounds.
enum Stopwatch {
  static let rounds = 5

  static func seconds(_ work: () -> Void) -> Double {
    let clock = ContinuousClock()
    work()
    let times = (0..<rounds).map { _ in clock.measure(work) }.sorted()
    let (seconds, attoseconds) = times[rounds / 2].components
    return Double(seconds) + Double(attoseconds) / 1e18
  }
}

/// What was measured, in columns.
struct SpeedTable {
  let bytes: Int
  let articles: Int
  /// What the names of the stages to measure begin with.
  let stage: String
  private var rows: [(name: String, seconds: Double)] = []

  init(bytes: Int, articles: Int, stage: String) {
    self.bytes = bytes
    self.articles = articles
    self.stage = stage
  }

  mutating func add(_ name: String, _ work: () -> Void) {
    if name.hasPrefix(stage) { rows.append((name, Stopwatch.seconds(work))) }
  }

  func print() {
    Swift.print("\("stage".padded(40))\("MB/s".padded(10))articles/s")
    for (name, seconds) in rows {
      let speed = Decimal.tenths(Double(bytes) / 1_000_000 / seconds)
      Swift.print("\(name.padded(40))\(speed.padded(10))\(Int(Double(articles) / seconds))")
    }
  }
}

extension String {
  fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(1, width - count)) }
}
