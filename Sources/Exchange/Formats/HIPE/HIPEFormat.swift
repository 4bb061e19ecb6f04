/// The columns of CLEF-HIPE-2022 (hipe-eval/HIPE-2022-data, "HIPE format and tagging scheme").
///
/// Carries the text, sentences, tokens, of annotations that overlap the longest, one more level of those inside it, and
/// links to Wikidata. Metonymic senses and components of names are not annotated by us: their columns hold `_`.
package struct HIPEFormat: TokenFormat {
  package let name = "hipe"
  package let summary = "TSV of CLEF-HIPE-2022, with nested names and links to Wikidata"
  package let suffixes = [".tsv"]

  package init() {}

  package func bytes(of document: StandoffDocument) -> [UInt8] {
    var writer = HIPEWriter(document)
    return writer.write()
  }

  package func document(
    named identifier: String, from file: ExchangeFile, over original: StandoffDocument?
  ) throws(ExchangeError) -> StandoffDocument {
    try HIPEReader(file, over: original).document(identifier: identifier)
  }

  static let columns = [
    "TOKEN", "NE-COARSE-LIT", "NE-COARSE-METO", "NE-FINE-LIT", "NE-FINE-METO", "NE-FINE-COMP", "NE-NESTED", "NEL-LIT",
    "NEL-METO", "MISC",
  ]
}
