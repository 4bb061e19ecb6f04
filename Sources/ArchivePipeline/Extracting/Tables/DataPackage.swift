import ArticleModel
import Extraction

/// What the tables of a folder are: a Data Package (datapackage.org, version 2.0), which frictionless reads among others.
struct DataPackage {
  static let fileName = "datapackage.json"

  private let format: RowFormat
  private var resources: [[UInt8]] = []
  private var names = TableFileNames(taken: [])

  init(_ format: RowFormat) { self.format = format }

  /// Adds a table and the file that it was written to.
  ///
  /// - Parameter path: Relative to the package.
  mutating func add(_ output: TableOutput, path: String) {
    let isJoined = output.sources.count > 1
    var members: [(String, [UInt8])] = [("name", Self.text(name(path))), ("path", Self.text(path))]
    if isTabular { members.append(("type", Self.text("table"))) }
    members += [
      ("format", Self.text(format.fileExtension)), ("mediatype", Self.text(mediaType)),
      ("encoding", Self.text("utf-8")),
    ]
    if format == .tsv { members.append(("dialect", Self.object([("delimiter", Self.text("\t"))]))) }
    if !output.table.caption.isEmpty { members.append(("title", Self.text(output.table.caption))) }
    if isJoined {
      members.append(("tables", Self.array(output.sources.map { Self.object(Self.source($0)) })))
    } else {
      members += Self.source(output.sources[0])
    }
    if !output.table.language.isEmpty { members.append(("language", Self.text(output.table.language))) }
    members += [
      ("rowCount", Self.number(output.typed.rows.rows.count)), ("columnCount", Self.number(output.typed.columns.count)),
    ]
    if !output.table.notes.isEmpty { members.append(("notes", Self.array(output.table.notes.map(Self.note)))) }
    members.append(("schema", schema(output.typed)))
    resources.append(Self.object(members))
  }

  var json: [UInt8] {
    var json: [UInt8] = Array("{\n".utf8)
    json += Array("  \"$schema\": \"https://datapackage.org/profiles/2.0/datapackage.json\",\n  \"resources\": [".utf8)
    for (index, resource) in resources.enumerated() {
      json += Array((index == 0 ? "\n    " : ",\n    ").utf8) + resource
    }
    return json + Array((resources.isEmpty ? "]\n}\n" : "\n  ]\n}\n").utf8)
  }

  /// Whether programs read rows from the format: a table of Markdown or HTML is for people.
  private var isTabular: Bool { format != .markdown && format != .html }

  private var mediaType: String {
    switch format {
    case .csv: "text/csv"
    case .tsv: "text/tab-separated-values"
    case .json: "application/json"
    case .jsonl: "application/jsonl"
    case .markdown: "text/markdown"
    case .html: "text/html"
    }
  }

  /// A name of lower-case letters, digits, full stops, hyphens and underscores, as version 1 asks for.
  private mutating func name(_ path: String) -> String {
    let stem = Path.stem(of: path).lowercased().unicodeScalars.map { scalar -> Character in
      scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)) || scalar == "."
        || scalar == "-"
        ? Character(scalar) : "_"
    }
    return Path.stem(of: names.unique(String(stem), "x"))
  }

  private func schema(_ typed: TypedTable) -> [UInt8] {
    let isText = typed.rows.types.isEmpty && (format == .json || format == .jsonl)
    let fields = typed.columns.map { column in
      var field = [("name", Self.text(column.name)), ("type", Self.text(isText ? "string" : column.type.rawValue))]
      // What the values would be with --types typed.
      if column.meaning != column.type || isText && column.meaning != .text {
        field.append(("meaning", Self.text(column.meaning.rawValue)))
      }
      if let unit = column.unit { field.append(("unit", Self.text(unit))) }
      return Self.object(field)
    }
    return Self.object([("fields", Self.array(fields))])
  }

  private static func source(_ source: TableOutput.Source) -> [(String, [UInt8])] {
    [("document", text(source.document)), ("table", text(source.table)), ("xpath", text(source.xpath))]
  }

  private static func note(_ note: ExtractedNote) -> [UInt8] {
    var members: [(String, [UInt8])] = []
    if let row = note.row { members.append(("row", number(row))) }
    if let column = note.column { members.append(("column", number(column))) }
    return object(members + [("text", text(note.text))])
  }

  // MARK: JSON

  private static func text(_ text: String) -> [UInt8] {
    var json: [UInt8] = []
    JSONText.append(text, to: &json)
    return json
  }

  private static func number(_ number: Int) -> [UInt8] { Array(String(number).utf8) }

  private static func object(_ members: [(String, [UInt8])]) -> [UInt8] {
    var json: [UInt8] = []
    JSONText.appendObject(members, to: &json) { $1 += $0 }
    return json
  }

  private static func array(_ values: [[UInt8]]) -> [UInt8] {
    Array("[".utf8) + Array(values.joined(separator: Array(",".utf8))) + Array("]".utf8)
  }
}
