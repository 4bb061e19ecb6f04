import TEIKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Compares the dates of a TEI document with those of ../shared/ner: text in, `date` elements out.
struct DateEvaluation {
  struct Result {
    var spans = Score()
    /// Of the dates with the right span, how many have the `@when` that was expected.
    var when = Share()
    /// The same of all attributes, an early and a late bound meaning the same day being the same.
    var values = Share()
    var errors: [String: [String]] = [:]

    mutating func add(_ other: Result) {
      spans += other.spans
      when.add(other.when)
      values.add(other.values)
      errors.merge(other.errors) { $0 + $1 }
    }
  }

  struct Share {
    var right = 0
    var all = 0

    var value: Double { all == 0 ? 0 : Double(right) / Double(all) }
    var row: String { "\(value.fixed)  (\(right)/\(all))" }

    mutating func count(_ isRight: Bool) {
      all += 1
      right += isRight ? 1 : 0
    }

    mutating func add(_ other: Share) {
      right += other.right
      all += other.all
    }
  }

  private struct Document: Decodable {
    struct Entity: Decodable {
      var start: Int
      var end: Int
      var type: String
      var attrs: [String: String]?
    }

    var id: String
    var genre: String?
    var text: String
    var entities: [Entity]
    /// When the text was written; where it is not told, a date line may tell it.
    var dateCreated: String?
  }

  /// The result over all documents of a file; errors are listed by genre on request.
  static func run(_ path: String, listsErrors: Bool) throws -> Result {
    var total = Result()
    let annotator = Annotator()
    for line in try Lines.read(path) {
      let document = try JSONDecoder().decode(Document.self, from: Data(line.utf8))
      total.add(try compare(document, try dates(in: document, annotator)))
    }
    if listsErrors {
      for (genre, errors) in total.errors.sorted(by: { $0.key < $1.key }) {
        print("  \(genre)\n    " + errors.joined(separator: "\n    "))
      }
    }
    return total
  }

  /// The attributes of the `date` elements in the TEI of a document, by their range in code points.
  private static func dates(in document: Document, _ annotator: Annotator) throws -> [Range<Int>: [String: String]] {
    var metadata = ArticleMetadata()
    metadata.date = document.dateCreated
    let source = SourceText(name: document.id, document.text)
    guard let article = annotator.annotate(source, metadata: metadata) else { return [:] }
    let encoded = TEIEncoder().encode(article, identifier: "document").document.serialized()
    let decoded = DecodedArticle(try XMLDocument(parsing: encoded, name: document.id))
    let codePoints = document.text.codePointOffsets
    var dates: [Range<Int>: [String: String]] = [:]
    for entry in decoded.offsets(of: { $0 == "date" }) {
      let range = codePoints[entry.range.lowerBound]..<codePoints[entry.range.upperBound]
      dates[range] = Dictionary(uniqueKeysWithValues: entry.element.attributes.map { ($0.name, $0.value) })
        .filter { valueNames.contains($0.key) }
    }
    return dates
  }

  private static func compare(_ document: Document, _ found: [Range<Int>: [String: String]]) throws -> Result {
    var result = Result()
    var expected: [Range<Int>: [String: String]] = [:]
    for entity in document.entities where entity.type == "DATE" {
      expected[entity.start..<entity.end] = (entity.attrs ?? [:]).filter { valueNames.contains($0.key) }
    }
    result.spans = Score(
      right: expected.keys.count { found[$0] != nil }, found: found.count, expected: expected.count)
    var errors: [(at: Int, text: String)] = []
    let scalars = Array(document.text.unicodeScalars)
    func note(_ kind: String, _ range: Range<Int>, _ detail: String) {
      let words = scalars.string(range)
      let before = scalars.string(max(0, range.lowerBound - 40)..<range.lowerBound)
      let after = scalars.string(range.upperBound..<min(scalars.count, range.upperBound + 20))
      errors.append((range.lowerBound, "\(document.id) \(kind): \(before)[\(words)]\(after)  \(detail)"))
    }
    for (range, values) in expected {
      guard let ours = found[range] else {
        note("missed", range, "")
        continue
      }
      guard !values.isEmpty else { continue }
      let isRight = normalised(ours) == normalised(values)
      result.values.count(isRight)
      if let when = values["when"] { result.when.count(ours["when"] == when) }
      if !isRight { note("wrong", range, "\(ours.shown) for \(values.shown)") }
    }
    for range in found.keys where expected[range] == nil { note("false", range, "") }
    result.errors[document.genre ?? "all"] = errors.sorted { ($0.at, $0.text) < ($1.at, $1.text) }.map(\.text)
    return result
  }

  private static let valueNames: Set = ["when", "from", "to", "notBefore", "notAfter"]

  /// Bounds as days: from "1990" is from "1990-01-01", to "1999" is to "1999-12-31".
  private static func normalised(_ values: [String: String]) -> [String: String] {
    var values = values
    for (name, value) in values where name != "when" && !value.hasPrefix("-") {
      let isEarly = name == "from" || name == "notBefore"
      let fields = value.split(separator: "-").compactMap { Int($0) }
      let month = fields.count > 1 ? fields[1] : (isEarly ? 1 : 12)
      let length = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      let day = fields.count > 2 ? fields[2] : (isEarly ? 1 : length)
      values[name] = "\(fields.first ?? 0)-\(month)-\(day)"
    }
    return values
  }
}

extension [String: String] {
  fileprivate var shown: String {
    isEmpty ? "nothing" : sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }
}

extension [Unicode.Scalar] {
  fileprivate func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: self[range])
    return String(view).replacing("\n", with: " ")
  }
}

extension String {
  /// For each byte of UTF-8, and for the end, how many code points begin before it.
  fileprivate var codePointOffsets: [Int] {
    var offsets: [Int] = []
    var count = 0
    for byte in utf8 {
      if byte & 0xC0 != 0x80 { count += 1 }
      offsets.append(count - 1)
    }
    return offsets + [count]
  }
}
