public import XML

/// Where the elements of a document stand in the source that it was made from, or, where it records no layout, in its plain
/// text as `teikit text` prints it.
public struct SourcePlaces {
  /// UTF-8.
  public let text: [UInt8]
  private let ranges: [Int32: Range<Int>]
  /// Where the pieces of the table's character data stand in ``text``, by their places in the table.
  private let pieces: [Piece]

  private struct Piece {
    var source: Range<Int>
    /// Where the run begins in ``text``, and where the piece does in the run.
    var start: Int
    var offset: Int
    var count: Int
    var map: DecodedText<XMLNodeTable.Node>.OffsetMap
  }

  /// Places the elements that stand within the blocks of a document.
  ///
  /// - Parameters:
  ///   - document: The `TEI`.
  ///   - elements: Which elements, as numbers of the table.
  ///   - placesText: Whether ``range(ofSource:)`` is going to be asked.
  public init(_ document: XMLNodeTable.Node, of elements: [Int32], placingText placesText: Bool = false) {
    let wanted = Set(elements)
    let decoded = DecodedText(root: document)
    let source = decoded.placement()
    let placement = source ?? decoded.plainPlacement()
    text = placement.bytes
    var ranges: [Int32: Range<Int>] = [:]
    for entry in decoded.offsets(of: { wanted.contains($0.number) }) where ranges[entry.element.number] == nil {
      ranges[entry.element.number] = entry.range
    }
    self.ranges = ranges
    pieces = placesText ? Self.pieces(of: decoded, placement.starts) : []
  }

  private static func pieces(of decoded: DecodedText<XMLNodeTable.Node>, _ starts: [Int]) -> [Piece] {
    var pieces: [Piece] = []
    for (run, start) in zip(decoded.runs, starts) {
      let map = decoded.offsetMap(of: run)
      let table = run.element.table
      var offset = -run.leading
      var node = run.element.number + 1
      while node < table.ends[Int(run.element.number)] {
        switch table.kinds[Int(node)] {
        case .text:
          let source = Int(table.starts[Int(node)])..<Int(table.stops[Int(node)])
          pieces.append(Piece(source: source, start: start, offset: offset, count: run.text.count, map: map))
          offset += source.count
          node += 1
        case .element where XMLNodeTable.Node(table, node).name == "list": node = table.ends[Int(node)]
        default: node += 1
        }
      }
    }
    return pieces.sorted { $0.source.lowerBound < $1.source.lowerBound }
  }

  /// The bytes of ``text`` that come from bytes of the table's character data; nil where these are not in it.
  public func range(ofSource source: Range<Int>) -> Range<Int>? {
    guard !source.isEmpty, let start = place(of: source.lowerBound, isEnd: false),
      let end = place(of: source.upperBound - 1, isEnd: true), start < end
    else { return nil }
    return start..<end
  }

  private func place(of byte: Int, isEnd: Bool) -> Int? {
    var (low, high) = (0, pieces.count)
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].source.upperBound <= byte { low = middle + 1 } else { high = middle }
    }
    guard low < pieces.count, pieces[low].source.contains(byte) else { return nil }
    let piece = pieces[low]
    let offset = piece.offset + byte - piece.source.lowerBound + (isEnd ? 1 : 0)
    return piece.start + piece.map[min(max(0, offset), piece.count)]
  }

  /// Whether a document records the layout of the source that it was made from.
  public static func recordsSource(_ document: XMLNodeTable.Node) -> Bool {
    document.child("teiHeader")?.children.contains { $0.name == "xenoData" && $0["type"] == "source-layout" } ?? false
  }

  /// The bytes of ``text`` that an element has, or nil where it is not there.
  public func range(of node: Int32) -> Range<Int>? { ranges[node] }
}
