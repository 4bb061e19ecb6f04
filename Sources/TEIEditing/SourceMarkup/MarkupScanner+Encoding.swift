import ArticleModel

/// Whether a file is in an encoding whose bytes can be edited.
extension MarkupScanner {
  func checkEncoding() throws(TEIEditError) {
    let wide: [[UInt8]] = [[0xFE, 0xFF], [0xFF, 0xFE], [0, 0x3C], [0x3C, 0], [0, 0, 0]]
    if let _ = wide.first(where: { bytes.starts(with: $0) }) { throw encoding("UTF-16 or UTF-32") }
    guard !bytes.starts(with: [0xEF, 0xBB, 0xBF]), let declared = declaredEncoding() else { return }
    // A declaration of UTF-16 that can be read byte by byte is wrong, and read as UTF-8.
    if !["utf-8", "utf8", "utf-16"].contains(declared.lowercased()) { throw encoding(declared) }
  }

  private func encoding(_ name: String) -> TEIEditError {
    TEIEditError(
      "the file is in encoding \"\(name)\"; expected UTF-8 (iconv brings it to that)",
      position: SourcePosition(line: 1, column: 1))
  }

  private func declaredEncoding() -> String? {
    guard bytes.starts(with: Array("<?xml".utf8)), let end = bytes.firstIndex(of: UInt8(ascii: ">")) else { return nil }
    let attributes = SourceAttributes.parse(bytes, in: 5..<end)
    return attributes.first { bytes[$0.name].elementsEqual("encoding".utf8) }
      .map { String(decoding: bytes[$0.value], as: UTF8.self) }
  }
}
