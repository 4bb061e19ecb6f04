public import ArticleModel

/// The nodes of a document as the data model of XPath has them, in flat arrays, numbered in document order.
///
/// Node 0 is the document node. The attributes of an element follow it at once, before its children. Adjacent text and
/// CDATA sections are one text node. Namespace nodes are left out.
public final class XMLNodeTable: Sendable {
  public enum Kind: UInt8, Sendable {
    case document, element, attribute, text, comment, processingInstruction
  }

  /// What the document is called in messages: the path of its file as a rule.
  public let name: String
  public let names: XMLNodeNames
  public let kinds: [Kind]
  /// The parent of each node; -1 for the document node.
  public let parents: [Int32]
  /// One past the last node below each node.
  public let ends: [Int32]
  /// The sibling before each node, attributes apart; -1 for none.
  public let previous: [Int32]
  /// The name of each node as a number in ``names``; -1 for nodes without one.
  public let nodeNames: [Int32]
  /// Where the string value of each node begins and ends: in ``text`` for documents, elements and text, in ``values``
  /// for the others.
  public let starts: [Int32]
  public let stops: [Int32]
  /// All character data of the document, in order.
  public let text: [UInt8]
  /// The values of attributes, comments and processing instructions.
  public let values: [UInt8]
  /// The elements, in order, and where each one's tag begins.
  let elements: [Int32]
  private let positions: [XMLNodePosition]
  /// The first node that was in no table before this one: 0, but for the later parts of a corpus, which have their
  /// ancestors and what these hold beside the part again.
  public let firstNode: Int32
  /// How many siblings of the same name stood before some nodes, which are not in this table.
  let earlierSiblings: [Int32: Int32]
  /// The prefix of each node's name, as a number of a string in ``names``; empty where no node has one but `xml`.
  private let prefixes: [Int32]

  /// Lays out a document in memory.
  ///
  /// - Parameters:
  ///   - name: What to call it in messages.
  ///   - names: Names that have their numbers already.
  ///   - reader: Reads it; one that is kept for many documents has less to do for each.
  /// - Throws: ``XMLError`` as the reader; with code `xml-limit` where the text or the number of its nodes is beyond 2³¹.
  public convenience init(
    parsing bytes: [UInt8], name: String, names: XMLNodeNames, reader: XMLEventReader = XMLEventReader()
  ) throws(XMLError) {
    var builder = NodeTableBuilder(names, reader.names)
    try reader.read(bytes, name: name, into: &builder)
    builder.finish()
    try self.init(builder, name: name)
  }

  /// Lays out a document in a file, which is read piece by piece.
  ///
  /// - Throws: ``XMLError`` as above; with code `xml-unreadable` where there is no such file.
  public convenience init(
    file path: String, names: XMLNodeNames, reader: XMLEventReader = XMLEventReader()
  ) throws(XMLError) {
    var builder = NodeTableBuilder(names, reader.names)
    try reader.read(file: path, into: &builder)
    builder.finish()
    try self.init(builder, name: path)
  }

  /// - Parameters:
  ///   - builder: What has come of the document, all elements closed.
  ///   - firstNode: The first node that no table before this one had.
  ///   - earlierSiblings: How many of the same name stood before some nodes, which are left out.
  init(
    _ builder: NodeTableBuilder, name: String, firstNode: Int32 = 0, earlierSiblings: [Int32: Int32] = [:]
  ) throws(XMLError) {
    guard !builder.isOverfull else {
      throw XMLError(
        .xmlLimit, "the file is too large to have all of it in memory; expected less than 2 GiB", file: name)
    }
    self.name = name
    self.firstNode = firstNode
    self.earlierSiblings = earlierSiblings
    names = builder.names
    kinds = builder.kinds
    parents = builder.parents
    ends = builder.ends
    previous = builder.previous
    nodeNames = builder.nodeNames
    starts = builder.starts
    stops = builder.stops
    text = builder.text
    values = builder.values
    elements = builder.elements
    positions = builder.positions
    prefixes = builder.prefixes
  }

  public var count: Int { kinds.count }

  /// The string value of a node (XPath and XQuery Data Model, section 5.13).
  public func string(_ node: Int32) -> String {
    let range = Int(starts[Int(node)])..<Int(stops[Int(node)])
    switch kinds[Int(node)] {
    case .document, .element, .text: return String(decoding: text[range], as: UTF8.self)
    case .attribute, .comment, .processingInstruction: return String(decoding: values[range], as: UTF8.self)
    }
  }

  /// The name of an element or attribute as written, with its prefix; the target of a processing instruction.
  public func qualifiedName(_ node: Int32) -> String {
    guard nodeNames[Int(node)] >= 0 else { return "" }
    let name = names.local(of: nodeNames[Int(node)])
    if names.namespace(of: nodeNames[Int(node)]) == XMLNamespace.xml { return "xml:" + name }
    guard !prefixes.isEmpty, prefixes[Int(node)] > 0 else { return name }
    return names.strings[Int(prefixes[Int(node)])] + ":" + name
  }

  // MARK: Where nodes stand

  /// The element that a node is or stands in; the root for what stands outside it.
  private func element(of node: Int32) -> Int32 {
    var current = node
    while current > 0, kinds[Int(current)] != .element { current = parents[Int(current)] }
    return current > 0 ? current : elements[0]
  }

  /// The line and column of the tag of the element that a node is or stands in, both from 1.
  public func position(of node: Int32) -> SourcePosition {
    let element = element(of: node)
    var (low, high) = (0, elements.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if elements[middle] <= element { low = middle } else { high = middle }
    }
    return SourcePosition(line: Int(positions[low].line), column: Int(positions[low].column))
  }
}

/// A line and a column, in half the memory.
struct XMLNodePosition {
  var line: Int32
  var column: Int32
}
