/// A workbook of Office Open XML (ECMA-376, SpreadsheetML): a sheet a table, behind a sheet that lists them.
///
/// The values are typed; a header row is bold and stays in sight; dates are dates. The same tables make the same bytes.
public struct Workbook: Sendable {
  /// Why a table cannot be a sheet.
  public enum Fault: Error, Hashable, Sendable {
    /// More rows or columns than a sheet has.
    case sheetTooLarge
    /// More sheets or bytes than a file may have.
    case workbookTooLarge
  }

  private var styles = SheetStyles()
  private var sheets: [(name: String, xml: [UInt8])] = []
  private var size = 0
  private var names: SheetNames
  private let contentsTitle = "Contents"
  private var contents: RowTable
  /// How many cells had more text than a cell holds, and lost the end of it.
  public private(set) var cutCells = 0

  /// - Parameter contentsColumns: What the list of sheets says of each beside its name.
  public init(contentsColumns: [String], types: [RowType] = []) {
    names = SheetNames(taken: [contentsTitle])
    contents = RowTable(columns: ["sheet"] + contentsColumns, types: [.text] + types)
  }

  /// Adds a sheet.
  ///
  /// - Parameters:
  ///   - name: What to call it, as far as sheets may be called so.
  ///   - units: The unit that numbers of a column are shown with.
  ///   - entry: What the list of sheets says of it.
  /// - Throws: ``Fault``.
  public mutating func add(_ table: RowTable, name: String, units: [String?] = [], entry: [String] = []) throws(Fault) {
    guard table.rows.count < SheetXML.maximumRowCount, table.columns.count <= SheetXML.maximumColumnCount else {
      throw .sheetTooLarge
    }
    var sheet = SheetXML(table, units: units, links: [])
    let xml = sheet.xml(&styles)
    guard sheets.count < ZIPArchive.maximumEntryCount - 8, size + xml.count < ZIPArchive.maximumSize else {
      throw .workbookTooLarge
    }
    cutCells += sheet.cutCells
    size += xml.count
    let name = names.unique(name)
    sheets.append((name, xml))
    contents.rows.append([name] + entry)
  }

  /// The file.
  public consuming func bytes() -> [UInt8] {
    var list = SheetXML(contents, units: [], links: sheets.map(\.name))
    let sheets = [(name: contentsTitle, xml: list.xml(&styles))] + sheets
    var archive = ZIPArchive()
    for (name, xml) in WorkbookParts.parts(sheets: sheets.map(\.name), styles: styles) { archive.add(name, xml) }
    for (index, sheet) in sheets.enumerated() { archive.add("xl/worksheets/sheet\(index + 1).xml", sheet.xml) }
    return archive.finish()
  }
}

/// What sheets may be called: at most 31 UTF-16 code units, without `: \ / ? * [ ]`, no two the same but for case.
struct SheetNames {
  private var taken: Set<String>
  private static let limit = 31

  init(taken: [String]) { self.taken = Set((taken + ["History"]).map { $0.lowercased() }) }

  mutating func unique(_ name: String) -> String {
    var safe = String(name.map { ":\\/?*[]".contains($0) || $0.unicodeScalars.contains { $0.value < 32 } ? "_" : $0 })
    while safe.hasPrefix("'") { safe.removeFirst() }
    if safe.isEmpty { safe = "table" }
    var candidate = Self.cut(safe, suffix: "")
    var number = 1
    while !taken.insert(candidate.lowercased()).inserted {
      number += 1
      candidate = Self.cut(safe, suffix: " (\(number))")
    }
    return candidate
  }

  private static func cut(_ name: String, suffix: String) -> String {
    var stem = name
    while stem.utf16.count + suffix.utf16.count > limit { stem.removeLast() }
    // Excel takes no apostrophe at an end either.
    while suffix.isEmpty, stem.hasSuffix("'"), stem.count > 1 { stem.removeLast() }
    return stem + suffix
  }
}
