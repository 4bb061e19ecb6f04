/// The W3C Web Annotation Data Model as JSON-LD (W3C Recommendation, 23 February 2017): a collection with one page.
///
/// Each annotation has two targets: the text file, by position and quotation, and the TEI file, by XPath and position.
/// Bodies tag it with its type, identify what it names, and comment on it.
package struct WebAnnotationFormat: ExchangeFormat {
  package let name = "web-annotation"
  package let summary = "W3C Web Annotation JSON-LD beside .txt: for Recogito, Hypothesis, annotation servers"
  package let suffixes = [".jsonld", ".txt"]

  package init() {}

  package func files(of document: StandoffDocument) -> [ExchangeFile] {
    let annotations = ExchangeFile(
      name: document.identifier + ".jsonld", bytes: WebAnnotationWriter.bytes(of: document))
    return [annotations, PlainTextFile.file(of: document)]
  }

  package func document(from files: [ExchangeFile]) throws(ExchangeError) -> StandoffDocument {
    let file = try PlainTextFile.find(".jsonld", among: files)
    let root = try JSONReader.read(file.bytes, file: file.name)
    let reader = WebAnnotationReader(root, text: try PlainTextFile.text(among: files))
    return try reader.document(named: PlainTextFile.identifier(of: file.name, without: ".jsonld"))
  }
}
