import ArticleModel
import EntityRecognition

/// What a recogniser is told of an article: one line of JSON.
enum RecognizerRequest {
  static func line(_ identifier: String, _ input: RecognitionInput, counting unit: OffsetUnit) -> [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(input.source.bytes.count * 9 / 8 + input.runs.count * 56 + 128)
    line += "{".utf8
    append("id", identifier, to: &line)
    line += ",".utf8
    append("language", input.language, to: &line)
    if let date = input.date {
      line += ",".utf8
      append("date", date.isoText, to: &line)
    }
    line += ",".utf8
    append("text", String(decoding: input.source.bytes, as: UTF8.self), to: &line)
    line += ",\"blocks\":[".utf8
    let map = OffsetMap(input.source, counting: unit)
    var isFirst = true
    for run in input.runs where !run.range.isEmpty {
      if !isFirst { line += ",".utf8 }
      isFirst = false
      let start = map.offset(ofByte: Int(run.range.start))
      let end = map.offset(ofByte: Int(run.range.end))
      line += "{\"start\":\(start),\"end\":\(end),\"kind\":\"\(run.context.name)\"}".utf8
    }
    line += "]}\n".utf8
    return line
  }

  private static func append(_ key: String, _ value: String, to line: inout [UInt8]) {
    JSONText.append(key, to: &line)
    line.append(UInt8(ascii: ":"))
    JSONText.append(value, to: &line)
  }
}

extension TokenizedRun.Context {
  /// As recognisers are told it.
  fileprivate var name: String {
    switch self {
    case .title: "title"
    case .byline: "byline"
    case .dateline: "dateline"
    case .heading: "heading"
    case .paragraph: "paragraph"
    case .item: "item"
    case .caption: "caption"
    case .labelCell, .dataCell: "cell"
    case .furniture: "furniture"
    }
  }
}

extension CalendarDate {
  /// ISO 8601: `2024`, `2024-06` or `2024-06-13`.
  fileprivate var isoText: String {
    func digits(_ number: Int, _ width: Int) -> String {
      let text = String(number)
      return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
    }
    var text = digits(year, 4)
    if let month { text += "-" + digits(month, 2) }
    if month != nil, let day { text += "-" + digits(day, 2) }
    return text
  }
}
