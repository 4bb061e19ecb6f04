import ArticleModel
import Foundation

/// One of our lists: tab-separated name, type, canonical name, country, Wikidata item and flags; `#` begins a comment.
struct NameList {
  struct Row {
    var name: String
    var type: MentionType
    var canonicalName: String
    var country: String
    var wikidata: UInt32
    var flags: [Substring]
  }

  var rows: [Row] = []

  init(_ url: URL) throws {
    for (index, line) in try String(contentsOf: url, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false
    ).enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 6, let type = MentionType(rawValue: fields[1]) else {
        throw Fault(file: url.lastPathComponent, line: index + 1, message: "expected six fields, the second a type")
      }
      guard fields[4].isEmpty || (fields[4].hasPrefix("Q") && UInt32(fields[4].dropFirst()) != nil) else {
        throw Fault(file: url.lastPathComponent, line: index + 1, message: "\"\(fields[4])\" is no Wikidata item")
      }
      rows.append(
        Row(
          name: fields[0], type: type, canonicalName: fields[2], country: fields[3],
          wikidata: UInt32(fields[4].dropFirst()) ?? 0, flags: fields[5].split(separator: " ")))
    }
  }

  struct Fault: Error, CustomStringConvertible {
    var file: String
    var line: Int
    var message: String
    var description: String { "\(file):\(line): \(message)" }
  }
}
