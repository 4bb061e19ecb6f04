import TEIKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What the certainties of dates are worth, by the dates of ../shared/ner: a date is right where its span is.
enum DateReliability {
  private struct Record: Decodable {
    struct Entity: Decodable, Hashable {
      var start: Int
      var end: Int
      var type: String
    }

    var id: String
    var text: String
    var entities: [Entity]
  }

  static func run(_ path: String) throws -> Reliability {
    var reliability = Reliability()
    let reading = RawTextReading()
    for line in try Lines.read(path) {
      let record = try JSONDecoder().decode(Record.self, from: Data(line.utf8))
      let expected = Set(record.entities.lazy.filter { $0.type == "DATE" }.map { $0.start..<$0.end })
      for mention in try reading.mentions(in: Array(record.text.utf8), of: record.id) where mention.type == "date" {
        guard let place = mention.codePoints else { continue }
        reliability.add(Double(mention.certainty) ?? 1, isRight: expected.contains(place))
      }
    }
    return reliability
  }
}
