/// A document of a file that holds several.
public struct DocumentPart: Hashable, Sendable {
  /// What the file calls it; empty where its format has no place for that.
  public var identifier: String
  public var file: ExchangeFile
  /// How many lines stand before it.
  public var lines: Int
}

extension ExchangeFormat {
  /// Whether a file of the format may hold several documents, which ``parts(of:)`` takes apart.
  public var mayHoldSeveral: Bool { suffixes == [".jsonl"] || separator != nil }

  private var separator: DocumentSeparator? {
    switch suffixes[0] {
    case ".conllu": CoNLLUSeparator()
    case ".conll": DocstartSeparator()
    case ".tsv" where self is HIPEFormat: HIPESeparator()
    default: nil
    }
  }

  /// The documents of a file that holds several, by what they are called: lines of JSON by `meta.id`, CoNLL-U by
  /// `# newdoc id`, HIPE by `# hipe2022:document_id` or `# document_id`; those of CoNLL-2003 have no names.
  ///
  /// - Returns: nothing where the file holds one document, or does not call them anything though it could.
  /// - Throws: ``ExchangeError``.
  public func parts(of file: ExchangeFile) throws(ExchangeError) -> [DocumentPart] {
    let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var starts: [(line: Int, identifier: String)] = []
    var head: [UInt8] = []
    if var separator {
      for (number, line) in lines.enumerated() {
        let line = line.last == 0x0D ? line.dropLast() : line
        if let start = separator.start(number, line) { starts.append(start) }
      }
      head = separator.head
    } else if suffixes == [".jsonl"] {
      for (number, line) in lines.enumerated() {
        guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { continue }
        let bytes = number == 0 ? Array(line.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }) : Array(line)
        let root = try JSONReader.read(bytes, file: file.name, line: number + 1)
        guard let identifier = try root["meta"]?.string("id") else { return [] }
        starts.append((number, identifier))
      }
    }
    guard starts.count > 1 else { return [] }
    return starts.indices.map { index in
      let first = index == 0 ? 0 : starts[index].line
      let end = index + 1 < starts.count ? starts[index + 1].line : lines.count
      var bytes = index == 0 ? [] : head
      for line in lines[first..<end] { bytes += line + [0x0A] }
      return DocumentPart(
        identifier: starts[index].identifier, file: ExchangeFile(name: file.name, bytes: bytes),
        lines: first - (index == 0 || head.isEmpty ? 0 : 1))
    }
  }
}

/// Tells where the documents of a file of lines begin.
private protocol DocumentSeparator {
  /// The line that stands before all documents.
  var head: [UInt8] { get }

  /// The line that a document begins with, and what it is called, once that is known.
  mutating func start(_ number: Int, _ line: ArraySlice<UInt8>) -> (line: Int, identifier: String)?
}

extension DocumentSeparator {
  var head: [UInt8] { [] }

  /// What stands behind the equals sign of a comment with one of some names.
  fileprivate func value(_ line: ArraySlice<UInt8>, of names: [String]) -> String? {
    let text = String(decoding: line, as: UTF8.self)
    guard let (key, value) = ColumnLines.comment(text[...]), names.contains(String(key)) else { return nil }
    return String(ColumnLines.trimmed(value))
  }
}

private struct CoNLLUSeparator: DocumentSeparator {
  func start(_ number: Int, _ line: ArraySlice<UInt8>) -> (line: Int, identifier: String)? {
    guard line.starts(with: "# newdoc".utf8) else { return nil }
    return value(line, of: ["newdoc id"]).map { (number, $0) }
  }
}

private struct DocstartSeparator: DocumentSeparator {
  func start(_ number: Int, _ line: ArraySlice<UInt8>) -> (line: Int, identifier: String)? {
    let line = number == 0 ? line.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF } : line
    return line.starts(with: "-DOCSTART-".utf8) ? (number, "") : nil
  }
}

private struct HIPESeparator: DocumentSeparator {
  private(set) var head: [UInt8] = []
  /// Where the comments begin that the line before belongs to.
  private var comments: Int?

  mutating func start(_ number: Int, _ line: ArraySlice<UInt8>) -> (line: Int, identifier: String)? {
    if number == 0, line.firstRange(of: "TOKEN".utf8) != nil {
      head = line + [0x0A]
      return nil
    }
    guard line.first == UInt8(ascii: "#"), !line.contains(0x09) else {
      if !line.isEmpty { comments = nil }
      return nil
    }
    if comments == nil { comments = number }
    return value(line, of: ["hipe2022:document_id", "document_id"]).map { (comments ?? number, $0) }
  }
}
