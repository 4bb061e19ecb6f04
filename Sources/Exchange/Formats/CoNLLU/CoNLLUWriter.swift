/// Writes a document as CoNLL-U.
struct CoNLLUWriter {
  private let document: StandoffDocument
  private let tokenized: TokenizedDocument
  private let references: EntityReferences
  private var tags: ChunkTags
  private var output = ""

  init(_ document: StandoffDocument, _ types: TypeNames) {
    self.document = document
    let spans = FlatAnnotations.outermost(
      FlatAnnotations.spans(of: document, types.name(of:)), in: document.text
    ).kept
    tokenized = TokenizedDocument(document, whole: spans.map(\.range))
    tags = ChunkTags(spans)
    references = EntityReferences(document)
  }

  mutating func write() -> [UInt8] {
    let ids = Dictionary(document.blocks.map { ($0.range.lowerBound, $0.id) }) { first, _ in first }
    output += "# newdoc id = \(ColumnText.orUnderscore(document.identifier))\n"
    if !document.selection.isEmpty { output += "# teikit_selection = \(ColumnText.orUnderscore(document.selection))\n" }
    var line = -1
    for (index, sentence) in tokenized.sentences.enumerated() {
      if sentence.line != line {
        line = sentence.line
        let id = ids[tokenized.lines.ranges[line].lowerBound] ?? ""
        output += id.isEmpty ? "# newpar\n" : "# newpar id = \(id)\n"
      }
      write(sentence, number: index + 1)
    }
    return Array(output.utf8)
  }

  private mutating func write(_ sentence: TokenizedDocument.Sentence, number: Int) {
    output += "# sent_id = \(ColumnText.orUnderscore(document.identifier)).s\(number)\n"
    output += "# text = \(text(sentence.range))\n"
    for (number, index) in sentence.tokens.enumerated() {
      let token = tokenized.tokens[index]
      let analysis = TokenAnalysis(token)
      output += "\(number + 1)\t\(text(token.range))\t\(ColumnText.orUnderscore(token.lemma))\t"
      output += "\(analysis.universal)\t\(analysis.own)\t\(analysis.features)\t_\t_\t_\t"
      output += misc(index, token, isFirst: number == 0) + "\n"
    }
    output += "\n"
  }

  private mutating func misc(_ index: Int, _ token: StandoffToken, isFirst: Bool) -> String {
    var fields: [String] = []
    let place = tags.span(at: token.range)
    if let place, place.isFirst {
      let entity = document.annotations[place.span.annotation].entity
      if !entity.isEmpty { fields.append("EntityId=" + MiscText.escape(entity)) }
      if let item = references.item(of: entity) { fields.append("Wikidata=" + item) }
    }
    fields.append("NER=" + MiscText.escape(ChunkTags.tag(place)))
    let line = tokenized.lines.ranges[tokenized.lines.index(of: token.range.lowerBound)]
    let next = index + 1 < tokenized.tokens.count ? tokenized.tokens[index + 1].range.lowerBound : document.text.count
    let gap = text(token.range.upperBound..<min(next, line.upperBound))
    if next > line.upperBound || index + 1 == tokenized.tokens.count {
      if !gap.isEmpty { fields.append("SpacesAfter=" + MiscText.escape(gap)) }
    } else if gap.isEmpty {
      fields.append("SpaceAfter=No")
    } else if gap != " " {
      fields.append("SpacesAfter=" + MiscText.escape(gap))
    }
    if isFirst, index == 0 || tokenized.tokens[index - 1].range.lowerBound < line.lowerBound,
      token.range.lowerBound > line.lowerBound
    {
      fields.append("SpacesBefore=" + MiscText.escape(text(line.lowerBound..<token.range.lowerBound)))
    }
    return fields.sorted().joined(separator: "|")
  }

  /// Text for a column: what would end it becomes a space.
  private func text(_ range: Range<Int>) -> String {
    let bytes = document.text[range]
    guard bytes.contains(where: { $0 < 0x20 }), bytes.contains(where: { $0 > 0x20 }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    return String(decoding: bytes.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self)
  }
}
