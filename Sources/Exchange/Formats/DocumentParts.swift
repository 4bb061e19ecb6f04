/// A document of a file that holds several.
public struct DocumentPart: Hashable, Sendable {
  public var identifier: String
  public var file: ExchangeFile
  /// How many lines stand before it.
  public var lines: Int
}

extension ExchangeFormat {
  /// The documents of a file that holds several, by what they are called: lines of JSON by `meta.id`, CoNLL-U by
  /// `# newdoc id`.
  ///
  /// - Returns: nothing where the file holds one document, or does not call them anything.
  /// - Throws: ``ExchangeError``.
  public func parts(of file: ExchangeFile) throws(ExchangeError) -> [DocumentPart] {
    let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    var starts: [(line: Int, identifier: String)] = []
    for (number, line) in lines.enumerated() {
      if suffixes[0] == ".jsonl" {
        guard !line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { continue }
        let bytes = number == 0 ? Array(line.drop { $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }) : Array(line)
        let root = try JSONReader.read(bytes, file: file.name, line: number + 1)
        guard let identifier = try root["meta"]?.string("id") else { return [] }
        starts.append((number, identifier))
      } else if suffixes[0] == ".conllu", line.starts(with: "# newdoc id".utf8) {
        let text = String(decoding: line, as: UTF8.self)
        if let (_, value) = ColumnLines.comment(text[...]) {
          starts.append((number, String(ColumnLines.trimmed(value).filter { $0 != "\r" })))
        }
      }
    }
    guard starts.count > 1 else { return [] }
    return starts.indices.map { index in
      let first = index == 0 ? 0 : starts[index].line
      let end = index + 1 < starts.count ? starts[index + 1].line : lines.count
      var bytes: [UInt8] = []
      for line in lines[first..<end] { bytes += line + [0x0A] }
      return DocumentPart(
        identifier: starts[index].identifier, file: ExchangeFile(name: file.name, bytes: bytes), lines: first)
    }
  }
}
