import TEIText
import XML

/// The `annotation`s of a document's `standOff`: mentions that nest with no element, and notes on mentions.
struct StandOffAnnotations {
  /// A mention that stands off.
  struct Mention {
    /// The `annotation`, as a number of the node table.
    var node: Int32
    /// Bytes of the text.
    var range: Range<Int>
    /// The `type` of the note that repeats its words: where no taxonomy says what it is.
    var type: String
    /// What is said of it beside its words.
    var note: String
  }

  private(set) var mentions: [Mention] = []
  /// What is said of the elements with these identifiers.
  private(set) var notes: [String: String] = [:]

  init(_ top: XMLNodeTable.Node, text: DocumentText) {
    let annotations = top.descendants.filter { $0.isNamed("annotation") && $0["target"]?.hasPrefix("#") == true }
    guard !annotations.isEmpty else { return }
    let elements = Self.identified(top)
    for annotation in annotations {
      guard let target = annotation["target"]?.dropFirst() else { continue }
      let notes = annotation.children.filter { $0.isNamed("note") }.map(\.string)
      guard let pointer = StringRange(target) else {
        if elements[String(target)] != nil {
          self.notes[String(target), default: ""] +=
            (self.notes[String(target)] == nil ? "" : "\n") + notes.joined(separator: "\n")
        }
        continue
      }
      let element = elements[pointer.element] ?? pointer.steps.flatMap { Self.element(at: $0, in: top.table) }
      guard let element, let range = pointer.range(in: element, text) else { continue }
      let words = String(decoding: text.text[range], as: UTF8.self)
      let said = notes.drop { $0 == words || $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") == words }
      let type = annotation.child("note")?["type"] ?? annotation.name
      mentions.append(
        Mention(node: annotation.number, range: range, type: type, note: said.joined(separator: "\n")))
    }
  }

  private static func identified(_ top: XMLNodeTable.Node) -> [String: XMLNodeTable.Node] {
    var elements: [String: XMLNodeTable.Node] = [:]
    for element in top.descendants { if let id = element["xml:id"] { elements[id] = element } }
    return elements
  }

  /// The element at the end of steps from the root, each a name and its place among its like.
  private static func element(at steps: [StringRange.Step], in table: XMLNodeTable) -> XMLNodeTable.Node? {
    guard let first = steps.first, table.qualifiedName(table.root.number) == first.name else { return nil }
    return steps.dropFirst().reduce(table.root as XMLNodeTable.Node?) { element, step in
      element?.children.filter { table.qualifiedName($0.number) == step.name }.dropFirst(step.number - 1).first { _ in
        true
      }
    }
  }
}

/// The TEI pointer `string-range(element, offset, length)` (TEI P5, section 17.2.4.6): the element by its `xml:id` or by an XPath.
public struct StringRange: Hashable, Sendable {
  struct Step: Hashable, Sendable {
    var name: String
    var number: Int
  }

  /// An identifier, or an XPath as ``StandoffBlock/path`` has it.
  public var element: String
  /// In code points of the element's string value.
  public var offset: Int
  public var length: Int

  public init(element: String, offset: Int, length: Int) {
    self.element = element
    self.offset = offset
    self.length = length
  }

  /// - Parameter pointer: What follows the `#`.
  init?(_ pointer: some StringProtocol) {
    guard pointer.hasPrefix("string-range("), pointer.hasSuffix(")") else { return nil }
    let parts = pointer.dropFirst("string-range(".count).dropLast().split(separator: ",")
    guard parts.count == 3, let offset = Int(parts[1]), let length = Int(parts[2]), offset >= 0, length > 0 else {
      return nil
    }
    element = Self.decoded(parts[0])
    (self.offset, self.length) = (offset, length)
  }

  /// As the value of an attribute: brackets are no characters of URIs.
  public var target: String {
    var escaped = ""
    for character in element {
      switch character {
      case "[": escaped += "%5B"
      case "]": escaped += "%5D"
      default: escaped.append(character)
      }
    }
    return "#string-range(\(escaped),\(offset),\(length))"
  }

  private static func decoded(_ text: some StringProtocol) -> String {
    var result = ""
    var rest = text[...]
    while let percent = rest.firstIndex(of: "%") {
      result += rest[..<percent]
      switch rest[percent...].prefix(3).lowercased() {
      case "%5b": result += "["
      case "%5d": result += "]"
      default: return String(text)
      }
      rest = rest[percent...].dropFirst(3)
    }
    return result + rest
  }

  /// The steps of a path from the root; nil where it is none.
  var steps: [Step]? {
    guard element.hasPrefix("/") else { return nil }
    var steps: [Step] = []
    for part in element.split(separator: "/") {
      guard let bracket = part.firstIndex(of: "[") else {
        steps.append(Step(name: String(part), number: 1))
        continue
      }
      guard part.hasSuffix("]"), let number = Int(part[bracket...].dropFirst().dropLast()), number > 0 else {
        return nil
      }
      steps.append(Step(name: String(part[..<bracket]), number: number))
    }
    return steps
  }

  /// The bytes of the text that are meant.
  func range(in element: XMLNodeTable.Node, _ text: DocumentText) -> Range<Int>? {
    let value = Int(element.table.starts[Int(element.number)])..<Int(element.table.stops[Int(element.number)])
    var (start, end): (Int?, Int?) = (nil, nil)
    var count = 0
    for index in value where element.table.text[index] & 0xC0 != 0x80 {
      if count == offset { start = index }
      if count == offset + length {
        end = index
        break
      }
      count += 1
    }
    if end == nil, count == offset + length { end = value.upperBound }
    guard let start, let end, start < end else { return nil }
    return text.range(ofSource: start..<end)
  }
}
