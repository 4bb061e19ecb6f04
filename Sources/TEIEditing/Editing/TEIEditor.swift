import ArticleModel
import XML

/// Changes the markup of a TEI file in its bytes: what is not asked for stays as it is, to the byte.
///
/// Changes are noted first and made all at once by ``write()``. They never touch character data: the text of what is
/// written is the text of what was read, but for elements that are put in as a whole (``insert(_:at:)``).
///
///     let table = try XMLNodeTable(parsing: bytes, name: path, names: XMLNodeNames())
///     var editor = TEIEditor(try SourceMarkup(bytes, table))
///     editor.insert(NewElement("persName", [.init("ref", "#p.1")]), around: source)   // bytes of table.text
///     let (written, refused) = editor.write()
public struct TEIEditor: Sendable {
  public let markup: SourceMarkup
  private var removed: Set<Int32> = []
  private var insertions: [Insertion] = []
  private var renamings: [Int32: String] = [:]
  private var attributes: [Int32: [(name: String, value: String?)]] = [:]
  private var pieces: [(byte: Int, text: [UInt8])] = []
  private var replaced: [Int32: [UInt8]] = [:]
  /// Of those, what goes with the white space before it.
  private var deleted: Set<Int32> = []
  private var cancelled: Set<Int> = []
  /// What goes into elements that have no children, with the line end before their end tags.
  private var filled: [Int32: (content: [UInt8], lead: [UInt8])] = [:]

  private struct Insertion: Sendable {
    var range: Range<Int>
    var element: NewElement
    /// An element of the file whose start tag is written as it is, but for changes of it.
    var moved: Int32?
  }

  public init(_ markup: SourceMarkup) { self.markup = markup }

  public var hasChanges: Bool {
    !removed.isEmpty || !insertions.isEmpty || !renamings.isEmpty || !attributes.isEmpty || !pieces.isEmpty
      || !replaced.isEmpty || !filled.isEmpty
  }

  // MARK: Noting changes

  /// Puts an element around text.
  ///
  /// - Parameter range: Bytes of the table's character data; `DocumentText.sourceRange(of:)` gives them.
  /// - Returns: The number by which ``write()`` tells that it does not nest. Of two that cross each other the first stays.
  @discardableResult
  public mutating func insert(_ element: NewElement, around range: Range<Int>) -> Int {
    insertions.append(Insertion(range: range, element: element))
    return insertions.count - 1
  }

  /// Takes the tags of an element away; its content stays.
  public mutating func remove(_ element: Int32) { removed.insert(element) }

  /// Moves the tags of an element to other text; its attributes stay, but for what is set.
  ///
  /// - Returns: As ``insert(_:around:)``; where it does not nest the element is gone.
  @discardableResult
  public mutating func move(_ element: Int32, to range: Range<Int>) -> Int {
    remove(element)
    let name = XMLNodeTable.Node(markup.table, element).name
    insertions.append(Insertion(range: range, element: NewElement(name), moved: element))
    return insertions.count - 1
  }

  /// Gives an element another local name; its prefix stays.
  public mutating func rename(_ element: Int32, to name: String) { renamings[element] = name }

  /// Sets an attribute of an element, named with its prefix; nil takes it away.
  public mutating func set(_ attribute: String, to value: String?, of element: Int32) {
    attributes[element, default: []].removeAll { $0.name == attribute }
    attributes[element, default: []].append((attribute, value))
  }

  /// Puts markup in as it is, at a byte that is outside of all tags and characters.
  public mutating func insert(_ text: [UInt8], at byte: Int) { pieces.append((byte, text)) }

  /// Takes an insertion back.
  mutating func cancel(_ insertion: Int) { cancelled.insert(insertion) }

  /// Puts markup in the place of an element and all that is in it.
  mutating func replace(_ element: Int32, by text: [UInt8]) { replaced[element] = text }

  /// Puts markup into an element without children, behind what was put into it before.
  mutating func fill(_ element: Int32, with text: [UInt8], lead: [UInt8]) {
    filled[element, default: ([], lead)].content += text
  }

  /// Takes an element away with all that is in it and the white space before it.
  mutating func delete(_ element: Int32) {
    replaced[element] = []
    deleted.insert(element)
  }

  // MARK: Writing

  /// Of the insertions from a number on, those that nest with no element, or cross one before them.
  func refused(from first: Int) -> Set<Int> {
    let (_, refused) = placed(from: first, ElementPlacement(markup: markup, removed: removed))
    return Set(refused)
  }

  private func placed(from first: Int, _ placement: ElementPlacement) -> (placed: [PlacedElement], refused: [Int]) {
    var placed: [PlacedElement] = []
    var refused: [Int] = []
    for number in first..<insertions.count where !cancelled.contains(number) {
      if let tags = placement.tags(around: insertions[number].range) {
        placed.append(PlacedElement(number: number, tags: tags))
      } else {
        refused.append(number)
      }
    }
    refused += PlacedElement.dropCrossing(&placed)
    return (placed, refused)
  }

  /// The file with all changes, and the numbers of the insertions that do not nest and were left out.
  public func write() -> (bytes: [UInt8], refused: [Int]) {
    let (placed, refused) = placed(from: 0, ElementPlacement(markup: markup, removed: removed))
    var edits = ByteEdits(markup.bytes)
    for element in removed {
      let tags = markup.tags(of: element)
      edits.replace(tags.start, by: [])
      if !tags.isEmptyTag { edits.replace(tags.end, by: []) }
    }
    for element in Set(renamings.keys).union(attributes.keys) where !removed.contains(element) {
      let tags = markup.tags(of: element)
      if tags.isEmptyTag, filled[element] != nil { continue }
      edits.replace(tags.start, by: startTag(of: element))
      if renamings[element] != nil, !tags.isEmptyTag { edits.replace(tags.end, by: endTag(of: element)) }
    }
    for element in placed {
      let insertion = insertions[element.number]
      let (start, end) =
        insertion.moved.map { (startTag(of: $0), endTag(of: $0)) }
        ?? written(insertion.element, in: element.tags.parent)
      edits.open(start, element)
      edits.close(end, element)
    }
    for (element, text) in replaced where !isInReplaced(element) {
      let lead = deleted.contains(element) ? markup.lead(of: element).count : 0
      let whole = markup.tags(of: element).whole
      edits.replace(whole.lowerBound - lead..<whole.upperBound, by: text)
    }
    for (element, (content, lead)) in filled where replaced[element] == nil && !isInReplaced(element) {
      let tags = markup.tags(of: element)
      guard tags.isEmptyTag else {
        edits.insert(content + lead, at: tags.start.upperBound)
        continue
      }
      let end = Array("</\(newName(of: element))>".utf8)
      var start = startTag(of: element)
      start.removeLast(2)
      edits.replace(tags.whole, by: start + [UInt8(ascii: ">")] + content + lead + end)
    }
    for piece in pieces { edits.insert(piece.text, at: piece.byte) }
    return (edits.result(), refused.sorted())
  }

  private func isInReplaced(_ element: Int32) -> Bool {
    var current = markup.table.parents[Int(element)]
    while current > 0, replaced[current] == nil { current = markup.table.parents[Int(current)] }
    return current > 0
  }

  /// The start tag of an element of the file with what is changed of it.
  private func startTag(of element: Int32) -> [UInt8] {
    let tags = markup.tags(of: element)
    let name = markup.nameRange(of: element)
    var edits = ByteEdits(markup.bytes, in: tags.start)
    if renamings[element] != nil { edits.replace(name, by: Array(newName(of: element).utf8)) }
    let written = markup.attributes(of: element)
    for (attribute, value) in attributes[element] ?? [] {
      let known = written.first { markup.bytes[$0.name].elementsEqual(attribute.utf8) }
      switch (known, value) {
      case (let known?, let value?):
        let quoted = [0x22] + MarkupText.attributeValue(value) + [0x22]
        edits.replace(known.value.lowerBound - 1..<known.value.upperBound + 1, by: quoted)
      case (let known?, nil): edits.replace(known.whole, by: [])
      case (nil, let value?):
        edits.insert(Self.attribute(attribute, value), at: written.last?.whole.upperBound ?? name.upperBound)
      case (nil, nil): break
      }
    }
    return edits.result()
  }

  private func endTag(of element: Int32) -> [UInt8] {
    let tag = markup.tags(of: element).end
    guard renamings[element] != nil else { return Array(markup.bytes[tag]) }
    let behind = tag.lowerBound + 2 + markup.table.qualifiedName(element).utf8.count
    return Array("</\(newName(of: element))".utf8) + markup.bytes[behind..<tag.upperBound]
  }

  private func newName(of element: Int32) -> String {
    let qualified = markup.table.qualifiedName(element)
    guard let new = renamings[element] else { return qualified }
    guard let colon = qualified.firstIndex(of: ":") else { return new }
    return qualified[...colon] + new
  }

  private static func attribute(_ name: String, _ value: String) -> [UInt8] {
    Array(" \(name)=\"".utf8) + MarkupText.attributeValue(value) + [0x22]
  }

  /// The tags of a new element, with the prefix that TEI has where it stands.
  private func written(_ element: NewElement, in parent: Int32) -> (start: [UInt8], end: [UInt8]) {
    let habit = NamespaceHabit(of: parent, in: markup)
    let name = habit.prefix + element.name
    var start = Array("<\(name)".utf8)
    if let declaration = habit.declaration { start += Self.attribute("xmlns", declaration) }
    for attribute in element.attributes { start += Self.attribute(attribute.name, attribute.value) }
    return (start + [UInt8(ascii: ">")], Array("</\(name)>".utf8))
  }
}
