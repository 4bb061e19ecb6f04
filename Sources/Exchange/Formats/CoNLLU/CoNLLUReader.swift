/// Reads CoNLL-U: with multiword tokens, empty nodes, columns in another order where `global.columns` says so.
struct CoNLLUReader {
  private let file: ExchangeFile
  private let original: StandoffDocument?
  private let references: EntityReferences
  private var placement: TokenPlacement
  private var chunks = ChunkReader()
  private var tokens: [StandoffToken] = []
  private var sentences: [Range<Int>] = []
  private var columns = Columns()
  private var identifier = ""
  private var selection = ""
  private var lineIDs: [Int: String] = [:]
  private var lineCount = 0
  /// What stands before the next token.
  private var gap = ""
  private var endsLine = false
  private var sentenceStart = 0
  /// The last word inside the multiword token that was read last.
  private var lastWord = 0
  private var hasTags = false
  private var hasEntities = false

  private struct Columns {
    var places = [
      "ID": 0, "FORM": 1, "LEMMA": 2, "UPOS": 3, "XPOS": 4, "FEATS": 5, "HEAD": 6, "DEPREL": 7, "DEPS": 8, "MISC": 9,
    ]
    var count = 10

    subscript(_ name: String, _ fields: [Substring]) -> Substring { places[name].map { fields[$0] } ?? "_" }
  }

  init(_ file: ExchangeFile, over original: StandoffDocument?) {
    self.file = file
    self.original = original
    references = EntityReferences(original)
    placement = TokenPlacement(over: original, file: file.name)
  }

  mutating func read(identifier fallback: String) throws(ExchangeError) -> StandoffDocument {
    var lines = try ColumnLines(file)
    while let line = lines.next() {
      if ColumnLines.trimmed(line).isEmpty {
        endSentence()
      } else if line.utf8.first == UInt8(ascii: "#") {
        try readComment(line, lines)
      } else {
        try readRow(ColumnLines.fields(line), lines)
      }
    }
    endSentence()
    if gap != " ", !gap.utf8.contains(0x0A) { placement.end(with: gap) }
    try placement.finish()
    var document = StandoffDocument(
      identifier: identifier.isEmpty ? fallback : identifier, text: placement.text, over: original, lineIDs: lineIDs)
    document.selection = selection
    document.tokens = tokens
    document.sentences = sentences
    document.annotations = chunks.annotations
    if !hasTags { document.missingLayer = "\"NER=\" in MISC" }
    if !hasEntities { document.noteUnsaid([.entity], isCertain: true) }
    return document
  }

  private mutating func readComment(_ line: Substring, _ lines: ColumnLines) throws(ExchangeError) {
    guard let (key, value) = ColumnLines.comment(line) else { return }
    switch key {
    case "newdoc id":
      if identifier.isEmpty { identifier = String(value) }
      beginLine()
    case "teikit_selection": selection = String(value)
    case "newdoc", "newpar": beginLine()
    case "newpar id":
      beginLine()
      lineIDs[lineCount] = String(value)
    case "global.columns":
      let names = value.split(separator: " ").map(String.init)
      guard names.contains("ID"), names.contains("FORM") else {
        throw lines.fault("global.columns has no \"ID\" and \"FORM\"; expected the names of all columns")
      }
      columns.places = Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
      columns.count = names.count
    default: break
    }
  }

  /// A line of the text begins, unless nothing stands in the one before.
  private mutating func beginLine() {
    endSentence()
    guard !tokens.isEmpty, !endsLine else { return }
    endsLine = true
    lineCount += 1
  }

  private mutating func endSentence() {
    chunks.endSentence()
    lastWord = 0
    guard sentenceStart < tokens.count, let last = tokens.last else { return }
    sentences.append(tokens[sentenceStart].range.lowerBound..<last.range.upperBound)
    sentenceStart = tokens.count
  }

  private mutating func readRow(_ fields: [Substring], _ lines: ColumnLines) throws(ExchangeError) {
    guard fields.count == columns.count else {
      throw lines.fault("row has \(fields.count) columns; expected \(columns.count), with tabs between them")
    }
    let id = columns["ID", fields]
    let misc = MiscText.fields(columns["MISC", fields])
    if let dash = id.firstIndex(of: "-") {
      guard let first = Int(id[..<dash]), let last = Int(id[id.index(after: dash)...]), first > 0, last >= first else {
        throw lines.fault("\"\(id)\" is no identifier of a multiword token; expected \"1-2\" or the like")
      }
      lastWord = last
      try readToken(fields, misc, lines)
      return
    }
    guard let number = Int(id), number > 0 else {
      let parts = id.split(separator: ".", omittingEmptySubsequences: false)
      // An empty node has no text.
      if parts.count == 2, parts.allSatisfy({ Int($0) != nil }) { return }
      throw lines.fault("\"\(id)\" is no identifier of a word; expected a whole number from 1")
    }
    if number <= lastWord {
      readWordOfToken(fields, misc)
    } else {
      try readToken(fields, misc, lines)
    }
  }

  private mutating func readToken(
    _ fields: [Substring], _ misc: [Substring: Substring], _ lines: ColumnLines
  ) throws(ExchangeError) {
    let form = columns["FORM", fields]
    guard !form.isEmpty else { throw lines.fault("the form is empty; expected a word") }
    let before = misc["SpacesBefore"].map(MiscText.unescape) ?? ""
    if endsLine {
      // UDPipe says of the end of a paragraph that a line end follows.
      gap = gap == " " ? "\n" : gap.utf8.contains(0x0A) ? gap : gap + "\n"
      endsLine = false
    }
    let range = try placement.place(String(form), behind: tokens.isEmpty ? before : gap + before, line: lines.number)
    var token = StandoffToken(range: range)
    token.lemma = ColumnText.orEmpty(String(columns["LEMMA", fields]))
    TokenAnalysis.read(columns["UPOS", fields], columns["XPOS", fields], columns["FEATS", fields], into: &token)
    tokens.append(token)
    gap = misc["SpaceAfter"] == "No" ? "" : misc["SpacesAfter"].map(MiscText.unescape) ?? " "
    try readTag(misc, lines, at: range)
  }

  /// The analysis and the tag of a multiword token stand with its words.
  private mutating func readWordOfToken(_ fields: [Substring], _ misc: [Substring: Substring]) {
    let last = tokens.count - 1
    let lemma = ColumnText.orEmpty(String(columns["LEMMA", fields]))
    if tokens[last].lemma.isEmpty { tokens[last].lemma = lemma }
    if tokens[last].partOfSpeech.isEmpty {
      TokenAnalysis.read(
        columns["UPOS", fields], columns["XPOS", fields], columns["FEATS", fields], into: &tokens[last])
    }
    if misc["NER"] != nil { hasTags = true }
    if misc["EntityId"] != nil || misc["Wikidata"] != nil { hasEntities = true }
    let range = tokens[last].range
    if let tag = misc["NER"], chunks.annotations.last?.range.upperBound != range.upperBound {
      readEntity(misc, chunks.add(Substring(MiscText.unescape(tag)), at: range))
    }
  }

  private mutating func readTag(
    _ misc: [Substring: Substring], _ lines: ColumnLines, at range: Range<Int>
  ) throws(ExchangeError) {
    if misc["EntityId"] != nil || misc["Wikidata"] != nil { hasEntities = true }
    let field = misc["NER"] ?? misc["ner"] ?? misc["NE"] ?? misc["name"]
    guard let field else {
      // A multiword token without a tag of its own: its words have it.
      if lastWord == 0 { chunks.add("O", at: range) }
      return
    }
    hasTags = true
    let tag = Substring(MiscText.unescape(field))
    guard ChunkReader.isTag(tag) else {
      throw lines.fault("\"NER=\(tag)\" is no tag of a named entity; expected \"O\", or \"B-\" or \"I-\" and a type")
    }
    readEntity(misc, chunks.add(tag, at: range))
  }

  private mutating func readEntity(_ misc: [Substring: Substring], _ chunk: (place: Int, isFirst: Bool)?) {
    guard let chunk, chunk.isFirst else { return }
    if let entity = misc["EntityId"] {
      chunks[chunk.place].entity = MiscText.unescape(entity)
    } else if let item = misc["Wikidata"].map(String.init), EntityReferences.item(in: item) == item {
      chunks[chunk.place].entity = references.reference(ofItem: item)
    }
  }
}
