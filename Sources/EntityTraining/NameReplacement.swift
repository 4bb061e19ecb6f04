import Foundation
import SequenceLabelling

/// Texts again with other names in place of theirs, so that what stands around a name is learnt from and not the name.
struct NameReplacement {
  private var pools: [String: [String]] = [:]
  private var given: [String]
  private var surnames: [String]
  private var random: SplitMix64

  /// - Parameters:
  ///   - texts: What names are taken from, besides the lists.
  ///   - gazetteers: The folder of the public lists.
  ///   - lists: Our own lists.
  init(_ texts: [AnnotatedText], gazetteers: URL, lists: URL, seed: UInt64) throws {
    func lines(_ url: URL) throws -> [String] {
      try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(String.init)
    }
    for text in texts {
      for span in text.spans { pools[span.type, default: []].append(String(decoding: text.bytes[span.start..<span.end], as: UTF8.self)) }
    }
    given = try lines(gazetteers.appendingPathComponent("given-names.txt")).filter { $0.utf8.count > 2 }
    surnames = try lines(gazetteers.appendingPathComponent("surnames.txt")).filter { $0.utf8.count > 3 }
    let cities = try lines(gazetteers.appendingPathComponent("cities.csv")).dropFirst().compactMap {
      $0.hasPrefix("\"") ? nil : $0.split(separator: ",").first.map(String.init)
    }
    let organisations = try lines(lists.appendingPathComponent("organisations.tsv")).compactMap {
      $0.hasPrefix("#") ? nil : $0.split(separator: "\t").first.map(String.init)
    }
    random = SplitMix64(state: seed)
    // As many from the lists as from the texts.
    for (type, list) in [("LOC", cities), ("ORG", organisations)] {
      let count = pools[type, default: []].count
      guard !list.isEmpty, count > 0 else { continue }
      for _ in 0..<count { pools[type]!.append(list[Int(random.next() % UInt64(list.count))]) }
    }
  }

  mutating func replaced(_ text: AnnotatedText) -> AnnotatedText {
    var result = AnnotatedText(bytes: [], spans: [])
    var chosen: [String: String] = [:]
    var place = 0
    for span in text.spans.sorted(by: { $0.start < $1.start }) where span.start >= place {
      result.bytes += text.bytes[place..<span.start]
      let name = String(decoding: text.bytes[span.start..<span.end], as: UTF8.self)
      let other = chosen[name] ?? replacement(name, span.type)
      chosen[name] = other
      let start = result.bytes.count
      result.bytes += Array(other.utf8)
      result.spans.append(.init(start: start, end: result.bytes.count, type: span.type))
      place = span.end
    }
    result.bytes += text.bytes[place...]
    return result
  }

  private mutating func pick(_ list: [String]) -> String { list[Int(random.next() % UInt64(list.count))] }

  private mutating func replacement(_ name: String, _ type: String) -> String {
    guard let pool = pools[type], !pool.isEmpty, random.next() % 3 != 0 else { return name }
    if type == "PER" {
      let words = name.split(separator: " ").count
      switch random.next() % 4 {
      case 0: return pick(pool)
      default:
        if words == 1 { return random.next() % 3 == 0 ? pick(given).capitalized : pick(surnames).capitalized }
        return pick(given).capitalized + (words == 3 ? " " + pick(given).prefix(1).uppercased() + "." : "") + " " + pick(surnames).capitalized
      }
    }
    return pick(pool)
  }
}
