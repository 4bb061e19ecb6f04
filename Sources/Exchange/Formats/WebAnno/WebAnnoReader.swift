/// Reads WebAnno TSV 3, as INCEpTION and WebAnno export it: with any layers, of which that of named entities counts.
struct WebAnnoReader {
  private let file: ExchangeFile
  private let original: StandoffDocument?
  private let references: EntityReferences
  private var placement: WebAnnoPlacement
  private var columns = WebAnnoColumns()
  private var tokens: [StandoffToken] = []
  private var sentences: [Range<Int>] = []
  private var sentenceStart = 0
  private var annotations: [StandoffAnnotation] = []
  /// The places of annotations that stand on several tokens, by their numbers.
  private var numbered: [Int: Int] = [:]
  /// The layers that are not read and have annotations.
  private var passed: [String] = []
  /// Where the token that was read last begins, in UTF-16.
  private var tokenOffset = 0

  init(_ file: ExchangeFile, over original: StandoffDocument?) {
    self.file = file
    self.original = original
    references = EntityReferences(original)
    placement = WebAnnoPlacement(file, over: original)
  }

  mutating func read(identifier: String) throws(ExchangeError) -> StandoffDocument {
    var lines = try ColumnLines(file)
    let first = lines.next() ?? ""
    guard first.hasPrefix("#FORMAT=WebAnno TSV 3.") else {
      throw ExchangeError(
        "\"\(first.prefix(60))\" is no header of WebAnno TSV 3; expected \"#FORMAT=WebAnno TSV 3.3\"", file: file.name,
        line: 1)
    }
    while let line = lines.next() {
      if line.isEmpty {
        endSentence()
      } else if line.hasPrefix("#T_") {
        columns.add(line)
      } else if let id = ColumnLines.value(behind: "#Sentence.id=", of: line) {
        endSentence()
        placement.sentenceID = BackslashEscapes.unescape(id)
      } else if let text = ColumnLines.value(behind: "#Text=", of: line) {
        endSentence()
        placement.addLine(BackslashEscapes.unescape(text))
      } else if line.utf8.first != UInt8(ascii: "#") {
        try readRow(ColumnLines.fields(line), lines)
      }
    }
    endSentence()
    try placement.finish()
    var document = StandoffDocument(
      identifier: identifier, text: placement.text, over: original, lineIDs: placement.lineIDs)
    document.tokens = tokens
    document.sentences = sentences
    document.annotations = annotations
    document.passed = passed.map { ExchangeError("layer \"\($0)\" is not that of named entities", file: file.name) }
    document.sortAnnotations()
    if !columns.features.contains(where: { $0.feature == .type }) { document.missingLayer = "\(WebAnnoFormat.layer)" }
    let features: [(WebAnnoColumns.Feature, AnnotationChange.Part)] = [
      (.entity, .entity), (.certainty, .certainty), (.note, .note),
    ]
    let absent = features.filter { feature, _ in !columns.features.contains { $0.feature == feature } }
    document.noteUnsaid(Set(absent.map(\.1)), isCertain: true)
    return document
  }

  private mutating func endSentence() {
    guard sentenceStart < tokens.count else { return }
    sentences.append(tokens[sentenceStart].range.lowerBound..<tokens[tokens.count - 1].range.upperBound)
    sentenceStart = tokens.count
    placement.endSentence()
  }

  private mutating func readRow(_ fields: [Substring], _ lines: ColumnLines) throws(ExchangeError) {
    guard fields.count >= 3 + columns.count else {
      throw lines.fault("row has \(fields.count) columns; expected \(3 + columns.count), as the header has it")
    }
    let ends = fields[1].split(separator: "-").map { Int($0) }
    guard ends.count == 2, let start = ends[0], let end = ends[1], start <= end else {
      throw lines.fault("\"\(fields[1])\" are no offsets; expected \"0-4\" or the like")
    }
    guard let isPart = Self.isPart(fields[0]) else {
      throw lines.fault("\"\(fields[0])\" is no identifier of a token; expected \"1-1\" or \"1-1.1\"")
    }
    let range: Range<Int>
    if isPart {
      guard let token = tokens.last, let part = placement.part(start - tokenOffset, end - tokenOffset, of: token.range)
      else { throw lines.fault("the part \(start)-\(end) is not inside its token; expected offsets inside it") }
      range = part
    } else {
      range = try placement.place(String(fields[2]), at: start..<end, line: lines.number)
      tokenOffset = start
      tokens.append(StandoffToken(range: range))
    }
    if !range.isEmpty { try annotate(range, fields, lines) }
  }

  /// Whether an identifier is that of a part of a token, `1-1.1`, or of a token, `1-1`; nil where it is neither.
  private static func isPart(_ text: Substring) -> Bool? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts[0].split(separator: "-", omittingEmptySubsequences: false)
    guard numbers.count == 2, numbers.allSatisfy({ Int($0) != nil }),
      parts.count == 1 || (parts.count == 2 && Int(parts[1]) != nil)
    else { return nil }
    return parts.count == 2
  }

  private mutating func annotate(
    _ range: Range<Int>, _ fields: [Substring], _ lines: ColumnLines
  ) throws(ExchangeError) {
    for other in columns.others where !passed.contains(other.layer) {
      let cells = other.columns.map { fields[3 + $0] }
      if cells.contains(where: { $0 != "_" && !$0.isEmpty }) { passed.append(other.layer) }
    }
    var found: [(values: [WebAnnoColumns.Feature: String], number: Int)] = []
    for (place, feature) in columns.features {
      let values = WebAnnoEscapes.values(of: fields[3 + place])
      if found.isEmpty { found = values.map { ([:], $0.number) } }
      guard values.count == found.count else {
        throw lines.fault(
          "columns of one layer have \(found.count) and \(values.count) values; expected as many in each")
      }
      for (index, value) in values.enumerated() {
        if let value = value.value { found[index].values[feature] = value }
      }
    }
    for (values, number) in found {
      if number > 0, let place = numbered[number] {
        annotations[place].range =
          min(
            annotations[place].range.lowerBound, range.lowerBound)..<max(
            annotations[place].range.upperBound, range.upperBound)
        continue
      }
      var annotation = StandoffAnnotation(range: range, type: values[.type] ?? "")
      annotation.entity = references.reference(ofURI: values[.entity] ?? "")
      annotation.note = values[.note] ?? ""
      annotation.certainty = values[.certainty] ?? ""
      if number > 0 { numbered[number] = annotations.count }
      annotations.append(annotation)
    }
  }
}
