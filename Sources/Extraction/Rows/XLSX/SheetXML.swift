/// The XML of one sheet (ECMA-376, part 1, section 18.3).
struct SheetXML {
  /// What a sheet of a spreadsheet program holds.
  static let maximumRowCount = 1_048_576
  static let maximumColumnCount = 16_384
  private static let maximumCellLength = 32_767

  private let table: RowTable
  private let units: [String?]
  /// The sheets that the first column leads to, a row each.
  private let links: [String]
  private(set) var cutCells = 0

  init(_ table: RowTable, units: [String?], links: [String]) {
    self.table = table
    self.units = units
    self.links = links
  }

  mutating func xml(_ styles: inout SheetStyles) -> [UInt8] {
    var xml: [UInt8] = []
    xml.append(WorkbookParts.declaration)
    xml.append(#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>"#)
    xml.append(
      #"<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>"#)
    xml.append("</sheetView></sheetViews>")
    appendWidths(to: &xml)
    xml.append("<sheetData>")
    appendRow(1, table.columns, styles: table.columns.map { _ in SheetStyles.header }, types: [], to: &xml)
    let numberStyles = table.columns.indices.map { column -> Int in
      let unit = column < units.count ? units[column] : nil
      return table.type(column).isNumber ? unit.map { styles.style(unit: $0) } ?? 0 : 0
    }
    let types = table.columns.indices.map(table.type)
    for (index, row) in table.rows.enumerated() {
      appendRow(index + 2, row, styles: numberStyles, types: types, to: &xml)
    }
    xml.append("</sheetData>")
    appendLinks(to: &xml)
    xml.append("</worksheet>\n")
    return xml
  }

  private mutating func appendRow(
    _ number: Int, _ values: [String], styles: [Int], types: [RowType], to xml: inout [UInt8]
  ) {
    xml.append("<row r=\"\(number)\">")
    for (column, value) in values.prefix(table.columns.count).enumerated() where !value.isEmpty {
      xml.append("<c r=\"\(Self.columnName(column))\(number)\"")
      switch column < types.count ? types[column] : .text {
      case .integer, .number, .year: append(value, style: styles[column], to: &xml)
      case .boolean: xml.append(" t=\"b\"><v>\(value == "true" ? 1 : 0)</v></c>")
      case .date:
        if let serial = SpreadsheetDate.serial(value) {
          append(String(serial), style: SheetStyles.date, to: &xml)
        } else {
          appendText(value, style: 0, to: &xml)
        }
      case .text, .yearmonth:
        appendText(value, style: column < styles.count && number == 1 ? styles[column] : 0, to: &xml)
      }
    }
    xml.append("</row>")
  }

  private func append(_ number: String, style: Int, to xml: inout [UInt8]) {
    xml.append(style == 0 ? "><v>\(number)</v></c>" : " s=\"\(style)\"><v>\(number)</v></c>")
  }

  /// Text in its cell: formulas are none, whatever they begin with.
  private mutating func appendText(_ text: String, style: Int, to xml: inout [UInt8]) {
    xml.append(
      style == 0
        ? " t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        : " s=\"\(style)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">")
    // A byte is at least as long as its UTF-16.
    if text.utf8.count > Self.maximumCellLength, text.utf16.count > Self.maximumCellLength {
      cutCells += 1
      var length = 0
      let kept = text.unicodeScalars.prefix {
        length += $0.value > 0xFFFF ? 2 : 1; return length < Self.maximumCellLength
      }
      SheetText.append(String(kept) + "…", to: &xml)
    } else {
      SheetText.append(text, to: &xml)
    }
    xml.append("</t></is></c>")
  }

  /// Columns as wide as what stands in the first rows, within reason.
  private func appendWidths(to xml: inout [UInt8]) {
    guard !table.columns.isEmpty else { return }
    xml.append("<cols>")
    for (column, name) in table.columns.enumerated() {
      let longest = table.rows.prefix(100).reduce(name.count) {
        max($0, column < $1.count ? $1[column].prefix(60).count : 0)
      }
      xml.append(
        "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(min(max(longest, 6), 60) + 2)\" customWidth=\"1\"/>"
      )
    }
    xml.append("</cols>")
  }

  private func appendLinks(to xml: inout [UInt8]) {
    // Spreadsheet programs take no more links in a sheet.
    guard !links.isEmpty, links.count <= 65_530 else { return }
    xml.append("<hyperlinks>")
    for (index, name) in links.enumerated() {
      xml.append("<hyperlink ref=\"A\(index + 2)\" location=\"")
      SheetText.append("'\(name.replacing("'", with: "''"))'!A1", to: &xml)
      xml.append("\"/>")
    }
    xml.append("</hyperlinks>")
  }

  /// `A`, `Z`, `AA`.
  static func columnName(_ column: Int) -> String {
    var name = ""
    var rest = column + 1
    while rest > 0 {
      rest -= 1
      name = String(UnicodeScalar(UInt8(0x41 + rest % 26))) + name
      rest /= 26
    }
    return name
  }
}

/// Text of cells: what XML 1.0 has no character for is written `_x0001_` (ECMA-376, part 1, section 22.9.2.19), and so is
/// the underscore of text that looks like that.
enum SheetText {
  static func append(_ text: String, to output: inout [UInt8]) {
    let needsCare =
      text.utf8.contains { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 } || text.contains("_x") || text.contains("\u{FFFE}")
      || text.contains("\u{FFFF}")
    guard needsCare else { return EscapedText.append(text, to: &output) }
    var escaped = String.UnicodeScalarView()
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isEscape = scalar == "_" && isEscape(scalars[index...])
      if isEscape || scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || scalar.value == 0xFFFE
        || scalar.value == 0xFFFF
      {
        let code = String(scalar.value, radix: 16, uppercase: true)
        escaped.append(contentsOf: "_x\(String(repeating: "0", count: 4 - code.count))\(code)_".unicodeScalars)
      } else {
        escaped.append(scalar)
      }
    }
    EscapedText.append(String(escaped), to: &output)
  }

  private static func isEscape(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    text.count >= 7 && text.dropFirst().first == "x"
      && text.dropFirst(2).prefix(4).allSatisfy { $0.properties.isASCIIHexDigit }
      && text.dropFirst(6).first == "_"
  }
}
