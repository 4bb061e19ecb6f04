/// How cells look: the header bold, dates in the order of ISO 8601, numbers with their unit.
struct SheetStyles {
  static let header = 1
  static let date = 2
  private var units: [String] = []

  /// The style of numbers that are shown with a unit.
  mutating func style(unit: String) -> Int {
    if let known = units.firstIndex(of: unit) { return 3 + known }
    units.append(unit)
    return 2 + units.count
  }

  var xml: [UInt8] {
    var xml: [UInt8] = []
    xml.append(WorkbookParts.declaration)
    xml.append(#"<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#)
    xml.append("<numFmts count=\"\(1 + units.count)\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/>")
    for (index, unit) in units.enumerated() {
      xml.append("<numFmt numFmtId=\"\(165 + index)\" formatCode=\"")
      let text = unit.filter { $0 != "\"" }.prefix(40)
      SheetText.append("General\"\(["%", "‰", "°"].contains(text) ? "" : " ")\(text)\"", to: &xml)
      xml.append("\"/>")
    }
    xml.append(#"</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>"#)
    xml.append(#"<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>"#)
    xml.append(
      #"<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>"#
    )
    xml.append("<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>")
    xml.append(#"<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>"#)
    xml.append(
      "<cellXfs count=\"\(3 + units.count)\"><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>")
    xml.append(#"<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>"#)
    for format in 164...(164 + units.count) {
      xml.append(
        "<xf numFmtId=\"\(format)\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"/>")
    }
    xml.append(
      #"</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>"#)
    xml.append("\n")
    return xml
  }
}

/// The parts of a workbook beside its sheets (ECMA-376, part 2, and part 1, section 12).
enum WorkbookParts {
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// The list of contents comes first, by which programs know the type of the file.
  static func parts(sheets: [String], styles: SheetStyles) -> [(name: String, xml: [UInt8])] {
    [
      ("[Content_Types].xml", contentTypes(sheets.count)), ("_rels/.rels", packageRelations),
      ("xl/workbook.xml", workbook(sheets)), ("xl/_rels/workbook.xml.rels", relations(sheets.count)),
      ("xl/styles.xml", styles.xml),
    ]
  }

  private static func contentTypes(_ count: Int) -> [UInt8] {
    let main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    var xml: [UInt8] = []
    xml.append(declaration + #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#)
    xml.append(#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#)
    xml.append(#"<Default Extension="xml" ContentType="application/xml"/>"#)
    xml.append("<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(main).sheet.main+xml\"/>")
    xml.append("<Override PartName=\"/xl/styles.xml\" ContentType=\"\(main).styles+xml\"/>")
    for number in 1...count {
      xml.append("<Override PartName=\"/xl/worksheets/sheet\(number).xml\" ContentType=\"\(main).worksheet+xml\"/>")
    }
    xml.append("</Types>\n")
    return xml
  }

  private static let relationType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static var packageRelations: [UInt8] {
    relations {
      $0.append("<Relationship Id=\"rId1\" Type=\"\(relationType)/officeDocument\" Target=\"xl/workbook.xml\"/>")
    }
  }

  private static func relations(_ count: Int) -> [UInt8] {
    relations { xml in
      for number in 1...count {
        xml.append(
          "<Relationship Id=\"rId\(number)\" Type=\"\(relationType)/worksheet\" Target=\"worksheets/sheet\(number).xml\"/>"
        )
      }
      xml.append("<Relationship Id=\"rId\(count + 1)\" Type=\"\(relationType)/styles\" Target=\"styles.xml\"/>")
    }
  }

  private static func relations(_ append: (inout [UInt8]) -> Void) -> [UInt8] {
    var xml: [UInt8] = []
    xml.append(declaration + #"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">"#)
    append(&xml)
    xml.append("</Relationships>\n")
    return xml
  }

  private static func workbook(_ sheets: [String]) -> [UInt8] {
    var xml: [UInt8] = []
    xml.append(declaration + #"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" "#)
    xml.append("xmlns:r=\"\(relationType)\"><bookViews><workbookView/></bookViews><sheets>")
    for (index, name) in sheets.enumerated() {
      xml.append("<sheet name=\"")
      EscapedText.append(name, to: &xml)
      xml.append("\" sheetId=\"\(index + 1)\" r:id=\"rId\(index + 1)\"/>")
    }
    xml.append("</sheets></workbook>\n")
    return xml
  }
}
