public import Extraction

/// Writes tables: a file each with a manifest, or all in one long form.
public final class TableWriter {
  private let format: RowFormat
  private let folder: String?
  private var long: RowWriter?
  private var pending: [UInt8] = []
  private var manifest = TableManifest()
  private var taken: Set<String> = [TableWriter.manifestName]
  /// How many tables have been written.
  public private(set) var count = 0

  public static let manifestName = "manifest.json"

  /// - Parameters:
  ///   - folder: Where files go; nil where the caller takes the long form from ``take()``.
  ///   - isLong: Whether all tables make one.
  public init(format: RowFormat, folder: String?, isLong: Bool) {
    self.format = format
    self.folder = folder
    if isLong { long = RowWriter(format, columns: ExtractedTable.longColumns) }
  }

  /// Writes a table, or adds it to the long form.
  ///
  /// - Throws: ``FileFault``.
  public func write(_ table: ExtractedTable) throws(FileFault) {
    count += 1
    if long != nil {
      for row in table.longRows { long?.write(row) }
      pending += long?.take() ?? []
      return
    }
    guard let folder else { return }
    try FileSystem.makeFolder(folder)
    let name = name(of: table)
    try FileSystem.write(format.bytes(of: table.rowTable), to: Path.join(folder, name))
    manifest.entries.append(TableManifest.Entry(table, file: name))
  }

  /// What the long form has gained since the last call.
  public func take() -> [UInt8] {
    defer { pending.removeAll(keepingCapacity: true) }
    return pending
  }

  /// Ends the run: writes the manifest, or the long form, to the folder; without one answers the rest of the long form.
  ///
  /// - Throws: ``FileFault``.
  public func finish() throws(FileFault) -> [UInt8] {
    if var writer = long {
      let bytes = take() + writer.finish()
      guard let folder else { return bytes }
      try FileSystem.makeFolder(folder)
      try FileSystem.write(bytes, to: Path.join(folder, "tables.\(format.fileExtension)"))
    } else if let folder {
      try FileSystem.makeFolder(folder)
      try FileSystem.write(RowFormat.json.bytes(of: manifest.rowTable), to: Path.join(folder, Self.manifestName))
    }
    return []
  }

  /// The file of a table: its identifier, behind that of its document where it does not begin with it.
  private func name(of table: ExtractedTable) -> String {
    let stem = table.id.hasPrefix(table.document + ".") ? table.id : "\(table.document).\(table.id)"
    let safe = String(stem.map { $0 == "/" || $0 == "\0" ? "_" : $0 })
    var name = "\(safe).\(format.fileExtension)"
    var number = 1
    while !taken.insert(name.lowercased()).inserted {
      number += 1
      name = "\(safe)-\(number).\(format.fileExtension)"
    }
    return name
  }
}
