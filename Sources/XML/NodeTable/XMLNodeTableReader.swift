/// Lays out one document after another; what it needs for that it keeps. Each worker has one of its own.
public final class XMLNodeTableReader {
  private let names: XMLNodeNames
  private var reader: XMLEventReader
  private var builder: NodeTableBuilder

  /// How many names may come together of many documents before all are forgotten.
  private static let maximumNames = 200_000

  /// - Parameter names: Names that have their numbers already; those of documents follow them.
  public init(names: XMLNodeNames) {
    self.names = names
    reader = XMLEventReader()
    builder = NodeTableBuilder(names, reader.names)
  }

  /// Reads a document in memory.
  ///
  /// - Parameters:
  ///   - name: What to call it in messages.
  ///   - takesParts: Whether a `teiCorpus` comes in parts: each document (`TEI`) as a table of its own, which has the
  ///     elements around it and what stands in them beside documents again, see ``XMLNodeTable/firstNode``.
  ///   - take: Gets the table, or the tables one after another; answers whether more are wanted. What is not kept makes room
  ///     for the next.
  /// - Throws: ``XMLError`` as ``XMLNodeTable/init(parsing:name:names:reader:)``; tables may have come before.
  public func read(
    _ bytes: [UInt8], name: String, takesParts: Bool, _ take: (XMLNodeTable) -> Bool
  ) throws(XMLError) {
    try read(name, takesParts, take) { (tables) throws(XMLError) in
      try reader.read(bytes, name: name, into: &tables)
    }
  }

  /// Reads a document in a file, which is read piece by piece.
  public func read(file path: String, takesParts: Bool, _ take: (XMLNodeTable) -> Bool) throws(XMLError) {
    try read(path, takesParts, take) { (tables) throws(XMLError) in
      try reader.read(file: path, into: &tables)
    }
  }

  private func read(
    _ name: String, _ takesParts: Bool, _ take: (XMLNodeTable) -> Bool,
    _ read: (inout CorpusTables) throws(XMLError) -> Void
  ) throws(XMLError) {
    if builder.names.names.count > names.names.count + Self.maximumNames {
      reader = XMLEventReader()
      builder = NodeTableBuilder(names, reader.names)
    } else {
      builder.restart()
    }
    var fault: XMLError?
    try withoutActuallyEscaping(take) { (take) throws(XMLError) in
      var tables = CorpusTables(builder, reader.names, takesParts: takesParts) { builder, firstNode, earlier in
        do throws(XMLError) {
          return take(
            try XMLNodeTable(builder, name: name, firstNode: firstNode, earlierSiblings: earlier))
        } catch {
          fault = error
          return false
        }
      }
      // Held in one place, so that it is written where it stands.
      builder = NodeTableBuilder(XMLNodeNames(), reader.names)
      defer { builder = tables.builder }
      try read(&tables)
      tables.finish()
    }
    if let fault { throw fault }
  }
}
