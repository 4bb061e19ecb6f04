/// The stand-off format of the brat rapid annotation tool: a text and an `.ann` beside it (brat.nlplab.org/standoff.html).
///
/// Text-bound annotations with attributes for certainty, normalisations for what they name and notes. brat renumbers its
/// identifiers as it likes: that of the TEI stands in a note of type `TEI`, with what brat has no field for.
package struct BratFormat: ExchangeFormat {
  package let name = "brat"
  package let summary = "brat stand-off: .ann beside .txt, with the configuration of a collection"
  package let suffixes = [".ann", ".txt"]

  package init() {}

  package func files(of document: StandoffDocument) -> [ExchangeFile] {
    let annotations = ExchangeFile(name: document.identifier + ".ann", bytes: BratWriter.bytes(of: document))
    return [annotations, PlainTextFile.file(of: document)]
  }

  package func commonFiles(for inventory: ExchangeInventory) -> [ExchangeFile] {
    BratConfiguration.files(for: inventory)
  }

  package func document(from files: [ExchangeFile]) throws(ExchangeError) -> StandoffDocument {
    let file = try PlainTextFile.find(".ann", among: files)
    var reader = BratReader(file: file.name, text: try PlainTextFile.text(among: files))
    return try reader.document(
      named: PlainTextFile.identifier(of: file.name, without: ".ann"), from: PlainTextFile.withLineFeeds(file.bytes))
  }
}
