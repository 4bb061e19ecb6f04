/// A text file and a JSON file beside it with all that stands off: our own format, described by
/// `schemas/standoff.schema.json` and Documentation/STANDOFF-JSON.md. Loses nothing of a ``StandoffDocument``.
package struct StandoffJSONFormat: ExchangeFormat {
  package let name = "standoff"
  package let summary = "plain text with stand-off JSON: all that is known of a document"
  package let suffixes = [".json", ".txt"]

  static let version = 1

  package init() {}

  package func files(of document: StandoffDocument) -> [ExchangeFile] {
    let text = PlainTextFile.file(of: document)
    return [ExchangeFile(name: document.identifier + ".json", bytes: StandoffJSONWriter.bytes(of: document)), text]
  }

  package func document(from files: [ExchangeFile]) throws(ExchangeError) -> StandoffDocument {
    let file = try PlainTextFile.find(".json", among: files)
    let root = try JSONReader.read(file.bytes, file: file.name)
    return try StandoffJSONReader(root, text: try PlainTextFile.text(among: files)).document(
      named: PlainTextFile.identifier(of: file.name, without: ".json"))
  }
}
