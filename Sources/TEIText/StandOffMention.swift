import XML

/// An annotation that stands off (`listAnnotation`; TEI P5, chapter 16.10) and the text that it points at: ours for
/// mentions that cross others, or anybody's.
package struct StandOffMention: Sendable {
  /// The `annotation`, as a number of the node table.
  package let annotation: Int32
  /// The element that it points at, or into; of several the first.
  package let element: Int32
  /// Bytes of the table's character data: of several pointers all from the first to the last.
  package private(set) var source: Range<Int>
  /// Whether it points at words, and not only at elements.
  private(set) var isOfWords: Bool
  /// Its place among the annotations of mentions in the document, from 1.
  package let number: Int

  /// Those of a document or corpus, in its order.
  static func all(in top: XMLNodeTable.Node) -> [Self] {
    let annotations = annotations(in: top)
    guard !annotations.isEmpty else { return [] }
    let pointers = annotations.map { TextPointer.all(in: $0["target"] ?? "") }
    let targets = elements(Set(pointers.joined().map(\.id)), in: top)
    return annotations.indices.compactMap { index in
      var mention: Self?
      for pointer in pointers[index] {
        guard let element = targets[pointer.id] ?? ElementPointer.element(at: pointer.id, in: top.table)?.number,
          let source = range(of: pointer, in: element, top.table)
        else { continue }
        let before = mention?.source ?? source
        mention = Self(
          annotation: annotations[index].number, element: mention?.element ?? element,
          source: min(before.lowerBound, source.lowerBound)..<max(before.upperBound, source.upperBound),
          isOfWords: mention?.isOfWords ?? false || pointer.part != nil, number: index + 1)
      }
      return mention
    }
  }

  /// The annotations that are of mentions. Names are looked up once: most documents have no annotation.
  private static func annotations(in top: XMLNodeTable.Node) -> [XMLNodeTable.Node] {
    let table = top.table
    let names = table.names
    let wanted = names.names.indices.filter { number in
      names.local(of: Int32(number)) == "annotation" && names.namespace(of: Int32(number)) == table.teiNamespace
    }
    guard !wanted.isEmpty else { return [] }
    return (top.number..<table.ends[Int(top.number)]).lazy.filter { number in
      table.kinds[Int(number)] == .element && wanted.contains(Int(table.nodeNames[Int(number)]))
    }.map { XMLNodeTable.Node(table, $0) }.filter(isMention)
  }

  /// By the motivations of the Web Annotation vocabulary; comments and the like are of something else.
  private static func isMention(_ annotation: XMLNodeTable.Node) -> Bool {
    let motivations = (annotation["motivation"] ?? "").split(separator: " ")
    return motivations.isEmpty
      || motivations.contains { ["identifying", "tagging", "classifying", "linking", "highlighting"].contains($0) }
  }

  private static func elements(_ wanted: Set<String>, in top: XMLNodeTable.Node) -> [String: Int32] {
    var found: [String: Int32] = [:]
    for element in top.descendants {
      if let id = element.identifier, wanted.contains(id), found[id] == nil { found[id] = element.number }
    }
    return found
  }

  private static func range(of pointer: TextPointer, in element: Int32, _ table: XMLNodeTable) -> Range<Int>? {
    let all = Int(table.starts[Int(element)])..<Int(table.stops[Int(element)])
    guard let part = pointer.part else { return all }
    guard let start = CodePoints.byte(part.offset, in: visible(all, of: table), of: table.text),
      let end = CodePoints.byte(part.length, in: start..<all.upperBound, of: table.text)
    else { return nil }
    return start..<end
  }

  /// A block that holds others may begin with white space that is layout: ours counts from its first word.
  private static func visible(_ range: Range<Int>, of table: XMLNodeTable) -> Range<Int> {
    guard !range.isEmpty, table.text[range.lowerBound] == 0x0A else { return range }
    let first = range.first { !TextLayout.isSpace(table.text[$0]) }
    return (first ?? range.upperBound)..<range.upperBound
  }
}
