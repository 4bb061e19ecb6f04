/// The text of a document in a file of its own, as several formats have it beside their annotations.
enum PlainTextFile {
  static func file(of document: StandoffDocument) -> ExchangeFile {
    ExchangeFile(name: document.identifier + ".txt", bytes: document.text)
  }

  /// The file among those of a document that ends so.
  ///
  /// - Throws: ``ExchangeError`` where there is none.
  static func find(_ suffix: String, among files: [ExchangeFile]) throws(ExchangeError) -> ExchangeFile {
    guard let file = files.first(where: { $0.name.hasSuffix(suffix) }) else {
      throw ExchangeError("there is no file that ends in \"\(suffix)\" beside it", file: files.first?.name ?? "")
    }
    return file
  }

  /// The text of a document, without the byte order mark and the line ends that editors on Windows write.
  ///
  /// - Throws: ``ExchangeError`` where there is none, or it is not UTF-8.
  static func text(among files: [ExchangeFile]) throws(ExchangeError) -> [UInt8] {
    let file = try find(".txt", among: files)
    guard String(validating: file.bytes, as: UTF8.self) != nil else {
      throw ExchangeError("the file is not UTF-8", file: file.name)
    }
    var text = file.bytes
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text.removeFirst(3) }
    return withLineFeeds(text)
  }

  /// With a line feed for each carriage return and line feed.
  static func withLineFeeds(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x0D) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for (index, byte) in bytes.enumerated() {
      if byte == 0x0D, index + 1 < bytes.count, bytes[index + 1] == 0x0A { continue }
      result.append(byte)
    }
    return result
  }

  /// The name of a document after a file of it.
  static func identifier(of name: String, without suffix: String) -> String {
    name.hasSuffix(suffix) ? String(name.dropLast(suffix.count)) : name
  }
}
