/// Writes a document in the columns of HIPE.
struct HIPEWriter {
  private let document: StandoffDocument
  private let tokenized: TokenizedDocument
  private let references: EntityReferences
  private var fine: ChunkTags
  private var nested: ChunkTags

  init(_ document: StandoffDocument) {
    self.document = document
    let spans = FlatAnnotations.spans(of: document) { HIPETypes.names(of: $0)?.fine }
    let outer = FlatAnnotations.outermost(spans, in: document.text)
    // What crosses the end of a longer one is not nested.
    let inner = FlatAnnotations.outermost(Self.spans(outer.rest, inside: outer.kept), in: document.text).kept
    fine = ChunkTags(outer.kept)
    nested = ChunkTags(inner)
    let borders = inner.map(\.range)
    tokenized = TokenizedDocument(document, whole: outer.kept.map(\.range), dividedAt: borders, partsSpaces: true)
    references = EntityReferences(document)
  }

  private static func spans(_ spans: [NamedSpan], inside outer: [NamedSpan]) -> [NamedSpan] {
    spans.filter { span in
      var (low, high) = (0, outer.count)
      while low < high {
        let middle = (low + high) / 2
        if outer[middle].range.lowerBound <= span.range.lowerBound { low = middle + 1 } else { high = middle }
      }
      return low > 0 && span.range.upperBound <= outer[low - 1].range.upperBound
    }
  }

  mutating func write() -> [UInt8] {
    var output = HIPEFormat.columns.joined(separator: "\t") + "\n"
    output += "# hipe2022:document_id = \(ColumnText.orUnderscore(document.identifier))\n"
    if !document.date.isEmpty { output += "# hipe2022:date = \(ColumnText.orUnderscore(document.date))\n" }
    output += "# hipe2022:language = \(document.language.prefix { $0 != "-" })\n"
    if !document.selection.isEmpty { output += "# teikit:selection = \(ColumnText.orUnderscore(document.selection))\n" }
    output +=
      "# hipe2022:applicable_columns = TOKEN NE-COARSE-LIT NE-FINE-LIT NE-NESTED NEL-LIT MISC\n"
    for (number, sentence) in tokenized.sentences.enumerated() {
      for index in sentence.tokens {
        let token = tokenized.tokens[index].range
        let place = fine.span(at: token)
        let coarse = place.map {
          (NamedSpan(range: $0.span.range, name: Self.coarse($0.span.name), annotation: 0), $0.isFirst)
        }
        output += String(decoding: document.text[token], as: UTF8.self)
        output +=
          "\t\(ChunkTags.tag(coarse))\t_\t\(ChunkTags.tag(place))\t_\t_\t\(ChunkTags.tag(nested.span(at: token)))"
        output +=
          "\t\(link(place?.span))\t_\t\(flags(index, isLast: index + 1 == sentence.tokens.upperBound, number))\n"
      }
    }
    return Array(output.utf8)
  }

  private static func coarse(_ fine: String) -> String { String(fine.prefix { $0 != "." }) }

  private func link(_ span: NamedSpan?) -> String {
    guard let span, Self.coarse(span.name) != "time" else { return "_" }
    return references.item(of: document.annotations[span.annotation].entity) ?? "NIL"
  }

  private func flags(_ index: Int, isLast: Bool, _ sentence: Int) -> String {
    var flags: [String] = []
    let endsLine =
      isLast
      && (sentence + 1 == tokenized.sentences.count
        || tokenized.sentences[sentence + 1].line != tokenized.sentences[sentence].line)
    if endsLine { flags.append("EndOfLine") }
    if isLast { flags.append("EndOfSentence") }
    let tokens = tokenized.tokens
    if !endsLine, tokens[index + 1].range.lowerBound == tokens[index].range.upperBound { flags.append("NoSpaceAfter") }
    return flags.isEmpty ? "_" : flags.joined(separator: "|")
  }
}
