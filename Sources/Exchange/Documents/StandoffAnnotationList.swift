import TEIText
import XML

/// The annotations of a document that stand off (`listAnnotation`; TEI P5, chapter 16.10): ours for mentions that cross
/// others, or anybody's.
struct StandoffAnnotationList {
  private let text: DocumentText

  init(_ text: DocumentText) { self.text = text }

  /// Those whose places are in the text.
  func annotations(
    _ declarations: StandoffDeclarations, _ paths: inout XMLNodePaths
  ) -> [(annotation: StandoffAnnotation, node: Int32)] {
    var found: [(annotation: StandoffAnnotation, node: Int32)] = []
    for mention in text.standOff {
      guard let range = text.range(ofSource: mention.source) else { continue }
      let element = XMLNodeTable.Node(text.table, mention.annotation)
      var type = declarations.type(of: element)
      // Without a taxonomy the note that repeats the words has the type.
      if type == "annotation" { type = element.child("note")?["type"] ?? "" }
      var annotation = StandoffAnnotation(range: range, type: type)
      annotation.id = element["xml:id"] ?? "annotation-\(mention.number)"
      annotation.element = element.name
      annotation.entity = declarations.entity(of: element["corresp"] ?? element["ref"])
      annotation.certainty = element["cert"] ?? ""
      annotation.value = MentionValueText.of(element)
      if annotation.value == element["target"] { annotation.value = "" }
      annotation.note = note(of: element, quoting: range, declarations)
      annotation.place = place(of: mention, &paths)
      found.append((annotation, element.number))
    }
    return found
  }

  /// What an annotation says beside the words that it is about: ours has these as a note.
  private func note(
    of element: XMLNodeTable.Node, quoting range: Range<Int>, _ declarations: StandoffDeclarations
  ) -> String {
    let words = String(decoding: text.text[range], as: UTF8.self)
    let notes = element.children.filter { $0.name == "note" }
      .map { $0.string.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    var said = notes.filter { !$0.isEmpty && $0 != words }
    if let other = element["xml:id"].flatMap({ declarations.notes[$0] }) { said.append(other) }
    return said.joined(separator: " ")
  }

  private func place(of mention: StandOffMention, _ paths: inout XMLNodePaths) -> StandoffPlace? {
    let table = text.table
    let start = Int(table.starts[Int(mention.element)])
    guard mention.source.lowerBound >= start, mention.source.upperBound <= Int(table.stops[Int(mention.element)]),
      let path = paths.path(of: mention.element)
    else { return nil }
    let before = CodePoints.count(of: table.text[start..<mention.source.lowerBound])
    return StandoffPlace(path: path, range: before..<(before + CodePoints.count(of: table.text[mention.source])))
  }
}
