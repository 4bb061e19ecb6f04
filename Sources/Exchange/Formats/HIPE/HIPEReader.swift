/// Reads the columns of HIPE, in the order of their header.
struct HIPEReader {
  private struct Row {
    var fields: [Substring]
    var line: Int
  }

  private let file: ExchangeFile
  private let original: StandoffDocument?
  private let references: EntityReferences
  /// The columns that are there, by name.
  private var places = Dictionary(uniqueKeysWithValues: HIPEFormat.columns.enumerated().map { ($1, $0) })
  private var documents: [(metadata: [Substring: Substring], rows: [Row])] = []

  init(_ file: ExchangeFile, over original: StandoffDocument?) throws(ExchangeError) {
    self.file = file
    self.original = original
    references = EntityReferences(original)
    var lines = try ColumnLines(file)
    while let line = lines.next() {
      let fields = ColumnLines.fields(line)
      if fields.count == 1 {
        readComment(line)
        guard line.utf8.first != UInt8(ascii: "#"), !ColumnLines.trimmed(line).isEmpty else { continue }
        throw lines.fault("row has one column; expected \(places.count), with tabs between them")
      }
      if fields.contains("TOKEN"), fields.contains("NE-COARSE-LIT") {
        places = Dictionary(fields.enumerated().map { (String($1), $0) }) { first, _ in first }
        continue
      }
      guard fields.count >= places.count else {
        throw lines.fault("row has \(fields.count) columns; expected \(places.count)")
      }
      if documents.isEmpty { documents.append(([:], [])) }
      documents[documents.count - 1].rows.append(Row(fields: fields, line: lines.number))
    }
  }

  private mutating func readComment(_ line: Substring) {
    guard let (key, value) = ColumnLines.comment(line) else { return }
    let name = key.split(separator: ":").last ?? key
    if documents.last.map({ !$0.rows.isEmpty && (name == "document_id" || name == "original_source") }) ?? true {
      documents.append(([:], []))
    }
    documents[documents.count - 1].metadata[name] = value
  }

  /// The file's document; of several the one that is called as the original.
  ///
  /// - Throws: ``ExchangeError`` where a file of several does not say which, and where rows cannot be read.
  func document(identifier fallback: String) throws(ExchangeError) -> StandoffDocument {
    let chosen =
      documents.count > 1
      ? documents.first { $0.metadata["document_id"].map(String.init) == original?.identifier } : documents.first
    guard let chosen else {
      if documents.isEmpty { return StandoffDocument(identifier: fallback, text: original?.text ?? [], over: original) }
      throw ExchangeError(
        "the file holds \(documents.count) documents; expected one, or one that is called as the document to be changed",
        file: file.name)
    }
    return try read(chosen.rows, chosen.metadata, fallback)
  }

  private func read(
    _ rows: [Row], _ metadata: [Substring: Substring], _ fallback: String
  ) throws(ExchangeError) -> StandoffDocument {
    var placement = TokenPlacement(over: original, file: file.name)
    var (outer, nested) = (ChunkReader(), ChunkReader())
    var tokens: [StandoffToken] = []
    var sentences: [Range<Int>] = []
    var start = 0
    var gap = ""
    for row in rows {
      let range = try placement.place(String(field("TOKEN", row)), behind: gap, line: row.line)
      tokens.append(StandoffToken(range: range))
      let misc = field("MISC", row).split(separator: "|")
      let named = part(of: range, misc, placement.text)
      let (coarse, fine) = (try tag("NE-COARSE-LIT", row), try tag("NE-FINE-LIT", row))
      // Systems that find coarse types alone leave the finer column empty.
      if let chunk = outer.add(fine.flatMap { $0 == "O" ? nil : $0 } ?? coarse ?? "O", at: named), chunk.isFirst {
        let link = String(field("NEL-LIT", row))
        if EntityReferences.item(in: link) == link { outer[chunk.place].entity = references.reference(ofItem: link) }
      }
      nested.add(try tag("NE-NESTED", row) ?? "O", at: range)
      gap = misc.contains("EndOfLine") ? "\n" : misc.contains("NoSpaceAfter") ? "" : " "
      if misc.contains("EndOfSentence") {
        sentences.append(tokens[start].range.lowerBound..<range.upperBound)
        start = tokens.count
      }
    }
    if start < tokens.count {
      sentences.append(tokens[start].range.lowerBound..<tokens[tokens.count - 1].range.upperBound)
    }
    try placement.finish()
    var document = StandoffDocument(
      identifier: metadata["document_id"].map(String.init) ?? fallback, text: placement.text, over: original)
    if original == nil {
      document.language = metadata["language"].map(String.init) ?? document.language
      document.date = metadata["date"].map(String.init) ?? ""
    }
    document.selection = metadata["selection"].map(String.init) ?? ""
    document.tokens = tokens
    document.sentences = sentences
    document.annotations = outer.annotations + nested.annotations
    document.sortAnnotations()
    let hasTags = rows.contains { row in ["NE-COARSE-LIT", "NE-FINE-LIT"].contains { field($0, row) != "_" } }
    if !hasTags { document.missingLayer = "NE-COARSE-LIT" }
    if !rows.contains(where: { field("NEL-LIT", $0) != "_" }) { document.noteUnsaid([.entity], isCertain: true) }
    return document
  }

  private func field(_ name: String, _ row: Row) -> Substring {
    places[name].flatMap { $0 < row.fields.count ? row.fields[$0] : nil } ?? "_"
  }

  /// The tag in a column; nil where the column is not used.
  private func tag(_ name: String, _ row: Row) throws(ExchangeError) -> Substring? {
    let tag = field(name, row)
    guard ChunkReader.isTag(tag) else {
      throw ExchangeError(
        "\"\(tag)\" in \(name) is no tag of a named entity; expected \"O\", or \"B-\" or \"I-\" and a type",
        file: file.name,
        line: row.line)
    }
    return tag == "_" || tag.isEmpty ? nil : tag
  }

  /// What a mention covers of its token: `Partial-0:4` gives code points.
  private func part(of range: Range<Int>, _ misc: [Substring], _ text: [UInt8]) -> Range<Int> {
    guard let flag = misc.first(where: { $0.hasPrefix("Partial-") }) else { return range }
    let ends = flag.dropFirst("Partial-".count).split(separator: ":").map { Int($0) }
    let starts = range.filter { text[$0] & 0xC0 != 0x80 } + [range.upperBound]
    guard ends.count == 2, let first = ends[0], let last = ends[1], first >= 0, first < last, last < starts.count else {
      return range
    }
    return starts[first]..<starts[last]
  }
}
