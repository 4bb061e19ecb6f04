import TEIText
import XML

/// The annotations of a document that stand off (`listAnnotation`; TEI P5, chapter 16.10): ours for mentions that cross
/// others, or anybody's.
struct StandoffAnnotationList {
  private let top: XMLNodeTable.Node
  private let text: DocumentText

  init(of top: XMLNodeTable.Node, _ text: DocumentText) {
    self.top = top
    self.text = text
  }

  /// Those whose places are in the text.
  func annotations(
    _ declarations: StandoffDeclarations, _ paths: inout XMLNodePaths
  ) -> [(annotation: StandoffAnnotation, node: Int32)] {
    let elements = top.descendants.filter { $0.name == "annotation" && Self.isMention($0) }
    guard !elements.isEmpty else { return [] }
    var targets: [String: XMLNodeTable.Node] = [:]
    for element in top.descendants {
      if let id = element["xml:id"], targets[id] == nil { targets[id] = element }
    }
    var found: [(annotation: StandoffAnnotation, node: Int32)] = []
    for (index, element) in elements.enumerated() {
      guard let place = place(of: element["target"] ?? "", among: targets),
        let range = text.range(ofSource: place.source)
      else { continue }
      var type = declarations.type(of: element)
      // Without a taxonomy the note that repeats the words has the type.
      if type == "annotation" { type = element.child("note")?["type"] ?? "" }
      var annotation = StandoffAnnotation(range: range, type: type)
      annotation.id = element["xml:id"] ?? "annotation-\(index + 1)"
      annotation.element = element.name
      annotation.entity = declarations.entity(of: element["corresp"] ?? element["ref"])
      annotation.certainty = element["cert"] ?? ""
      annotation.value = MentionValueText.of(element)
      if annotation.value == element["target"] { annotation.value = "" }
      annotation.note = note(of: element, quoting: range, declarations)
      annotation.place = self.place(in: place.element, place.source, &paths)
      found.append((annotation, element.number))
    }
    return found
  }

  private static func isMention(_ element: XMLNodeTable.Node) -> Bool {
    let motivations = (element["motivation"] ?? "").split(separator: " ")
    return motivations.isEmpty
      || motivations.contains { ["identifying", "tagging", "classifying", "linking", "highlighting"].contains($0) }
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

  /// The character data that pointers mean, and the element that it is of: `#id`, `#string-range(id,offset,length)`;
  /// of several all from the first to the last.
  private func place(
    of target: String, among targets: [String: XMLNodeTable.Node]
  ) -> (element: XMLNodeTable.Node, source: Range<Int>)? {
    var result: (element: XMLNodeTable.Node, source: Range<Int>)?
    for pointer in target.split(whereSeparator: \.isWhitespace) where pointer.hasPrefix("#") {
      let body = pointer.dropFirst()
      var id = body
      var part: (offset: Int, length: Int)?
      if body.hasPrefix("string-range("), body.hasSuffix(")") {
        let arguments = body.dropFirst(13).dropLast().split(separator: ",", omittingEmptySubsequences: false)
        guard arguments.count == 3, let offset = Int(arguments[1]), let length = Int(arguments[2]), offset >= 0,
          length > 0
        else { continue }
        id = arguments[0].first == "#" ? arguments[0].dropFirst() : arguments[0]
        part = (offset, length)
      }
      guard let element = targets[String(id)] ?? ElementPointer.element(at: id, in: top.table) else { continue }
      let all = Int(element.table.starts[Int(element.number)])..<Int(element.table.stops[Int(element.number)])
      var source = all
      if let part {
        guard let start = CodePoints.byte(part.offset, in: visible(all, of: element.table), of: element.table.text),
          let end = CodePoints.byte(part.length, in: start..<all.upperBound, of: element.table.text)
        else { continue }
        source = start..<end
      }
      if let before = result {
        source = min(before.source.lowerBound, source.lowerBound)..<max(before.source.upperBound, source.upperBound)
      }
      result = (result?.element ?? element, source)
    }
    return result
  }

  /// A block that holds others may begin with white space that is layout: ours counts from its first word.
  private func visible(_ range: Range<Int>, of table: XMLNodeTable) -> Range<Int> {
    guard !range.isEmpty, table.text[range.lowerBound] == 0x0A else { return range }
    let first = range.first { ![0x0A, 0x0D, 0x09, 0x20].contains(table.text[$0]) }
    return (first ?? range.upperBound)..<range.upperBound
  }

  private func place(
    in element: XMLNodeTable.Node, _ source: Range<Int>, _ paths: inout XMLNodePaths
  ) -> StandoffPlace? {
    let table = element.table
    let start = Int(table.starts[Int(element.number)])
    guard source.lowerBound >= start, source.upperBound <= Int(table.stops[Int(element.number)]),
      let path = paths.path(of: element.number)
    else { return nil }
    let before = CodePoints.count(of: table.text[start..<source.lowerBound])
    return StandoffPlace(path: path, range: before..<(before + CodePoints.count(of: table.text[source])))
  }
}
