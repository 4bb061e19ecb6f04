import ArticleModel
import Exchange

/// A document from a text with its annotations marked: `"[Ada Byron|person] met [Riga|place|p1]"`, with an entity where
/// there is a third part; annotations may nest. A line end parts blocks.
enum MarkedDocument {
  static func document(_ marked: String, entities: [StandoffEntity] = []) -> StandoffDocument {
    var text: [UInt8] = []
    var annotations: [StandoffAnnotation] = []
    var open: [Int] = []
    var rest = Array(marked.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "["): open.append(text.count)
      case UInt8(ascii: "|"):
        let end = rest.firstIndex(of: UInt8(ascii: "]"))!
        let parts = String(decoding: rest[..<end], as: UTF8.self).split(separator: "|").map(String.init)
        var annotation = StandoffAnnotation(range: open.removeLast()..<text.count, type: parts[0])
        if parts.count > 1 { annotation.entity = parts[1] }
        annotations.append(annotation)
        rest = rest[(end + 1)...]
      default: text.append(byte)
      }
    }
    var document = StandoffDocument(identifier: "a", text: text)
    document.annotations = annotations.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
    document.entities = entities
    var start = 0
    for line in text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      document.blocks.append(StandoffBlock(range: start..<start + line.count, kind: "paragraph"))
      start += line.count + 1
    }
    return document
  }

  static func compare(
    _ reference: String, _ response: String, _ options: ComparisonOptions = ComparisonOptions()
  ) -> DocumentComparison {
    DocumentComparison(
      ComparedVersion(document(reference)), ComparedVersion(document(response)), options: options)
  }
}
