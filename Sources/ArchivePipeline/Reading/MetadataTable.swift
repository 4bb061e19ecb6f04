import ArticleModel

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a metadata file says of the articles of a run, by their file names.
public struct MetadataTable: Sendable {
  private var entries: [String: ArticleMetadata] = [:]
  private var positions: [String: SourcePosition] = [:]
  let file: String

  private static let columns = ["file", "title", "author", "publisher", "date", "url", "licence", "language"]

  /// Reads CSV with a head, or JSON Lines, told apart by the first visible character.
  ///
  /// - Returns: The table, or why it cannot be read; the first fault ends the reading.
  public static func read(_ bytes: [UInt8], file: String) -> (table: MetadataTable?, diagnostics: [Diagnostic]) {
    var table = MetadataTable(file: file)
    var diagnostics: [Diagnostic] = []
    if let offset = UTF8Check.firstInvalidOffset(in: bytes) {
      let position = SourcePosition(offset: offset, in: bytes)
      return (
        nil,
        [
          Diagnostic(
            .error, code: "metadata-not-utf8", "byte \(offset) is not UTF-8; expected UTF-8", file: file,
            position: position)
        ]
      )
    }
    let first = bytes.first { !Characters.isASCIISpace($0) }
    if first == 0x7B {
      table.readLines(bytes, &diagnostics)
    } else {
      table.readRecords(bytes, &diagnostics)
    }
    return (diagnostics.contains { $0.severity == .error } ? nil : table, diagnostics)
  }

  private init(file: String) { self.file = file }

  /// What is known of a file, by its path below the folder of the run or by its bare name.
  public func metadata(for input: InputFile) -> ArticleMetadata {
    entries[input.relativePath] ?? entries[Path.name(of: input.relativePath)] ?? ArticleMetadata()
  }

  /// Entries that belong to none of the files: a misspelt name, most likely.
  public func unmatched(_ inputs: [InputFile]) -> [Diagnostic] {
    let names = Set(inputs.flatMap { [$0.relativePath, Path.name(of: $0.relativePath)] })
    return positions.filter { !names.contains($0.key) }.sorted { $0.value < $1.value }.map { name, position in
      Diagnostic(
        .warning, code: "metadata-unmatched", "no article of this run is called \"\(name)\"", file: file,
        position: position)
    }
  }

  private mutating func readRecords(_ bytes: [UInt8], _ diagnostics: inout [Diagnostic]) {
    do throws(DelimitedText.Fault) {
      let records = try DelimitedText.records(bytes)
      guard let head = records.first, head.fields.contains("file") else {
        add(
          &diagnostics, "metadata-head", "first line has no column \"file\"; expected \(Self.expectedColumns)", line: 1)
        return
      }
      for name in head.fields where !Self.columns.contains(name) {
        diagnostics.append(
          Diagnostic(
            .warning, code: "metadata-column", "column \"\(name)\" is not used; expected \(Self.expectedColumns)",
            file: file, position: SourcePosition(line: 1, column: 1)))
      }
      for record in records.dropFirst() {
        guard record.fields.count == head.fields.count else {
          add(
            &diagnostics, "metadata-ragged",
            "line has \(record.fields.count) fields; expected \(head.fields.count)", line: record.line)
          continue
        }
        add(Dictionary(zip(head.fields, record.fields)) { first, _ in first }, line: record.line, &diagnostics)
      }
    } catch {
      add(&diagnostics, "metadata-syntax", error.message, line: error.line)
    }
  }

  private static var expectedColumns: String { columns.joined(separator: ", ") }

  private mutating func readLines(_ bytes: [UInt8], _ diagnostics: inout [Diagnostic]) {
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      guard line.contains(where: { !Characters.isASCIISpace($0) }) else { continue }
      guard let values = try? JSONDecoder().decode([String: String?].self, from: Data(line)) else {
        add(&diagnostics, "metadata-syntax", "line is no JSON object of strings", line: index + 1)
        continue
      }
      add(values.compactMapValues { $0 }, line: index + 1, &diagnostics)
    }
  }

  private mutating func add(_ values: [String: String], line: Int, _ diagnostics: inout [Diagnostic]) {
    guard let name = values["file"], !name.isEmpty else {
      add(&diagnostics, "metadata-file", "no file is named; expected a value for \"file\"", line: line)
      return
    }
    let value = { (key: String) in values[key].flatMap { $0.isEmpty ? nil : $0 } }
    if let date = value("date"), !ISODate.isValid(date) {
      add(
        &diagnostics, "metadata-date", "\"\(date)\" is no date; expected YYYY, YYYY-MM or YYYY-MM-DD", line: line)
      return
    }
    if let language = value("language"), !LanguageTag.isValid(language) {
      add(&diagnostics, "metadata-language", "\"\(language)\" is no language tag; expected BCP 47, as en", line: line)
      return
    }
    guard entries[name] == nil else {
      add(&diagnostics, "metadata-twice", "\"\(name)\" has an entry already", line: line)
      return
    }
    entries[name] = ArticleMetadata(
      title: value("title"), author: value("author"), publisher: value("publisher"), date: value("date"),
      url: value("url"), licence: value("licence"), language: value("language"))
    positions[name] = SourcePosition(line: line, column: 1)
  }

  private func add(_ diagnostics: inout [Diagnostic], _ code: String, _ message: String, line: Int) {
    diagnostics.append(
      Diagnostic(.error, code: code, message, file: file, position: SourcePosition(line: line, column: 1)))
  }
}

/// Dates as metadata gives them.
enum ISODate {
  /// Whether a text is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, and a day that exists.
  static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard (1...3).contains(parts.count), zip(parts, widths).allSatisfy({ $0.utf8.count == $1 }),
      parts.allSatisfy({ $0.utf8.allSatisfy(Characters.isDigit) })
    else { return false }
    let numbers = parts.map { Int($0)! }
    guard numbers[0] > 0, numbers.count < 2 || (1...12).contains(numbers[1]) else { return false }
    guard numbers.count == 3 else { return true }
    return (1...GregorianCalendar.days(inMonth: numbers[1], of: numbers[0])).contains(numbers[2])
  }
}

/// Language tags (BCP 47).
public enum LanguageTag {
  /// Whether a text has the shape of a language tag: subtags of one to eight letters or digits, the first of letters.
  public static func isValid(_ tag: String) -> Bool {
    let subtags = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = subtags.first, (2...8).contains(first.utf8.count),
      first.utf8.allSatisfy(Characters.isASCIILetter)
    else { return false }
    return subtags.allSatisfy { subtag in
      (1...8).contains(subtag.utf8.count)
        && subtag.utf8.allSatisfy { Characters.isASCIILetter($0) || Characters.isDigit($0) }
    }
  }
}
