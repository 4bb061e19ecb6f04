/// Writes the nodes of a document into arrays as its events come.
struct NodeTableBuilder: XMLEventHandler {
  private(set) var names: XMLNodeNames
  private(set) var kinds: [XMLNodeTable.Kind] = []
  private(set) var parents: [Int32] = []
  private(set) var ends: [Int32] = []
  private(set) var previous: [Int32] = []
  private(set) var nodeNames: [Int32] = []
  private(set) var starts: [Int32] = []
  private(set) var stops: [Int32] = []
  private(set) var text: [UInt8] = []
  private(set) var values: [UInt8] = []
  private(set) var elements: [Int32] = []
  private(set) var positions: [XMLNodePosition] = []
  private(set) var prefixes: [Int32] = []
  /// Whether there is more than numbers of 32 bits can count.
  private(set) var isOverfull = false
  /// The node that is open.
  private var open: Int32 = -1
  /// The last child of the open node, or -1.
  private var last: Int32 = -1
  private let eventNames: XMLNameTable
  /// The number in ``names`` of each of the reader's names; -1 where it is not known yet.
  private var known: [Int32] = []

  init(_ names: XMLNodeNames, _ eventNames: XMLNameTable) {
    self.names = names
    self.eventNames = eventNames
    enter(.document, name: -1)
  }

  /// Closes the document.
  mutating func finish() { leave() }

  /// Begins another document in the same room. The names stay.
  mutating func restart() {
    cut(to: Mark())
    prefixes.removeAll(keepingCapacity: true)
    isOverfull = false
    open = -1
    last = -1
    enter(.document, name: -1)
  }

  /// How much there is at some moment.
  struct Mark {
    var nodes = 0
    var text = 0
    var values = 0
    var elements = 0
    var last: Int32 = -1
  }

  var mark: Mark {
    Mark(nodes: kinds.count, text: text.count, values: values.count, elements: elements.count, last: last)
  }

  /// Takes back what came after a mark that was made in the element that is open now.
  mutating func cut(to mark: Mark) {
    kinds.removeLast(kinds.count - mark.nodes)
    parents.removeLast(parents.count - mark.nodes)
    ends.removeLast(ends.count - mark.nodes)
    previous.removeLast(previous.count - mark.nodes)
    nodeNames.removeLast(nodeNames.count - mark.nodes)
    starts.removeLast(starts.count - mark.nodes)
    stops.removeLast(stops.count - mark.nodes)
    text.removeLast(text.count - mark.text)
    values.removeLast(values.count - mark.values)
    elements.removeLast(elements.count - mark.elements)
    positions.removeLast(positions.count - mark.elements)
    if !prefixes.isEmpty { prefixes.removeLast(prefixes.count - mark.nodes) }
    last = mark.last
  }

  /// Gives all elements that are open an end here, for a table of what there is so far.
  mutating func closeOpen() {
    var element = open
    while element >= 0 {
      ends[Int(element)] = Int32(truncatingIfNeeded: kinds.count)
      stops[Int(element)] = Int32(truncatingIfNeeded: text.count)
      element = parents[Int(element)]
    }
    checkSize()
  }

  private mutating func checkSize() {
    isOverfull = isOverfull || max(kinds.count, text.count, values.count) > Int(Int32.max) - (1 << 25)
  }

  var wantsMore: Bool { !isOverfull }

  mutating func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
    elements.append(Int32(kinds.count))
    let position = place.position
    positions.append(
      XMLNodePosition(line: Int32(clamping: position.line), column: Int32(clamping: position.column)))
    enter(.element, name: number(name))
    if let prefix = place.prefix { note(prefix) }
    for index in 0..<attributes.count {
      let start = values.count
      values.append(contentsOf: attributes.bytes(index))
      append(.attribute, name: number(attributes.name(index)), start: start)
      stops[kinds.count - 1] = Int32(truncatingIfNeeded: values.count)
      if let prefix = attributes.prefix(index), prefix != "xml" { note(prefix) }
    }
  }

  mutating func endElement(_ name: XMLNameID, _ place: XMLEventPlace) { leave() }

  mutating func characters(_ piece: Span<UInt8>, _ place: XMLEventPlace) {
    if last < 0 || kinds[Int(last)] != .text { addLeaf(.text, name: -1, start: text.count) }
    piece.withUnsafeBufferPointer { text.append(contentsOf: $0) }
    stops[Int(last)] = Int32(truncatingIfNeeded: text.count)
  }

  mutating func comment(_ content: Span<UInt8>, _ place: XMLEventPlace) {
    addValue(content, .comment, name: -1)
  }

  mutating func processingInstruction(target: String, data: String, _ place: XMLEventPlace) {
    var data = data
    let name = names.name(namespace: "", local: target)
    data.withUTF8 { addValue($0.span, .processingInstruction, name: name) }
  }

  private mutating func addValue(_ content: Span<UInt8>, _ kind: XMLNodeTable.Kind, name: Int32) {
    addLeaf(kind, name: name, start: values.count)
    content.withUnsafeBufferPointer { values.append(contentsOf: $0) }
    stops[Int(last)] = Int32(truncatingIfNeeded: values.count)
  }

  private mutating func addLeaf(_ kind: XMLNodeTable.Kind, name: Int32, start: Int) {
    append(kind, name: name, start: start)
    previous[kinds.count - 1] = last
    last = Int32(truncatingIfNeeded: kinds.count - 1)
  }

  private mutating func enter(_ kind: XMLNodeTable.Kind, name: Int32) {
    addLeaf(kind, name: name, start: text.count)
    open = last
    last = -1
  }

  private mutating func leave() {
    ends[Int(open)] = Int32(truncatingIfNeeded: kinds.count)
    stops[Int(open)] = Int32(truncatingIfNeeded: text.count)
    last = open
    open = parents[Int(open)]
    checkSize()
  }

  private mutating func append(_ kind: XMLNodeTable.Kind, name: Int32, start: Int) {
    kinds.append(kind)
    parents.append(open)
    ends.append(Int32(truncatingIfNeeded: kinds.count))
    previous.append(-1)
    nodeNames.append(name)
    starts.append(Int32(truncatingIfNeeded: start))
    stops.append(Int32(truncatingIfNeeded: start))
    if !prefixes.isEmpty { prefixes.append(0) }
  }

  /// Notes the prefix of the last node.
  private mutating func note(_ prefix: String) {
    if prefixes.isEmpty { prefixes = Array(repeating: 0, count: kinds.count) }
    prefixes[kinds.count - 1] = names.string(prefix)
  }

  private mutating func number(_ name: XMLNameID) -> Int32 {
    let index = Int(name.rawValue)
    if index < known.count, known[index] >= 0 { return known[index] }
    while known.count <= index { known.append(-1) }
    known[index] = names.name(namespace: eventNames.namespace(name) ?? "", local: eventNames.local(name))
    return known[index]
  }
}
