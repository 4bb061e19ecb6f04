import FoundationEssentials

/// Real articles with something done to them.
enum MutatedArticle {
  /// The articles of the repository, and those beside it where they are there.
  static let articles: [[UInt8]] = {
    let root = #filePath.split(separator: "/").dropLast(4).map { "/" + $0 }.joined()
    var articles: [[UInt8]] = []
    for folder in [root + "/corpus", root + "/../shared/articles"] {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      for name in names.sorted() where name.hasSuffix(".txt") {
        if let data = FileManager.default.contents(atPath: folder + "/" + name) { articles.append(Array(data)) }
      }
    }
    return articles
  }()

  /// Some lines of an article, most often, with a few mutations; always valid UTF-8.
  static func bytes(_ generator: inout SeededGenerator) -> [UInt8] {
    let article = generator.pick(articles)
    var scalars = Array(String(decoding: article, as: UTF8.self).unicodeScalars)
    if !generator.once(in: 50), scalars.count > 600 {
      let start = generator.below(scalars.count - 500)
      scalars = Array(scalars[start..<(start + 500)])
    }
    for _ in 0..<generator.size(6) { mutate(&scalars, &generator) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return Array(String(text).utf8)
  }

  private static let insertions = [
    "\n", "\n\n", "\r", "\r\n", " ", "\t", "|", " | ", "\n- ", "\n  - ", "- ", "\n1. ", "\n2. ", "\n---|---|\n", ": ",
    "\u{0}", "\u{FFFF}",
    "\u{FEFF}", "\u{301}", "\\", "\\|", "&", "<", "]]>", "# ", "**", "€5 million", "Paris",
    "\u{200B}", "\u{A0}", "👩‍👩‍👧",
  ]

  private static func mutate(_ scalars: inout [Unicode.Scalar], _ generator: inout SeededGenerator) {
    guard !scalars.isEmpty else { return }
    let place = generator.below(scalars.count)
    let end = min(scalars.count, place + generator.size(80))
    switch generator.below(7) {
    case 0: scalars.removeSubrange(place..<end)
    case 1: scalars.insert(contentsOf: scalars[place..<end], at: generator.below(scalars.count))
    case 2: scalars.insert(contentsOf: generator.pick(insertions).unicodeScalars, at: place)
    case 3: scalars.replaceSubrange(place..<end, with: scalars[place..<end].reversed())
    case 4: scalars[place] = Unicode.Scalar(UInt32(generator.below(0xD800))) ?? " "
    case 5: scalars = scalars.map { $0 == "\n" && generator.once(in: 4) ? " " : $0 }
    default: scalars = scalars.map { $0 == " " && generator.once(in: 12) ? "\n" : $0 }
    }
  }
}
