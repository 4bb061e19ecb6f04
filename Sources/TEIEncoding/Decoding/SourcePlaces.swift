public import XML

/// Where the elements of a document stand in the source that it was made from, or, where it records no layout, in its plain
/// text as `teikit text` prints it.
public struct SourcePlaces {
  /// UTF-8.
  public let text: [UInt8]
  private let ranges: [Int32: Range<Int>]

  /// Places the elements that stand within the blocks of a document.
  ///
  /// - Parameters:
  ///   - document: The `TEI`.
  ///   - elements: Which elements, as numbers of the table.
  public init(_ document: XMLNodeTable.Node, of elements: [Int32]) {
    let wanted = Set(elements)
    let decoded = DecodedText(root: document)
    let source = decoded.placement()
    text = source?.bytes ?? decoded.plainPlacement().bytes
    var ranges: [Int32: Range<Int>] = [:]
    for entry in decoded.offsets(of: { wanted.contains($0.number) }) where ranges[entry.element.number] == nil {
      ranges[entry.element.number] = entry.range
    }
    self.ranges = ranges
  }

  /// Whether a document records the layout of the source that it was made from.
  public static func recordsSource(_ document: XMLNodeTable.Node) -> Bool {
    document.child("teiHeader")?.children.contains { $0.name == "xenoData" && $0["type"] == "source-layout" } ?? false
  }

  /// The bytes of ``text`` that an element has, or nil where it is not there.
  public func range(of node: Int32) -> Range<Int>? { ranges[node] }
}
