import TEIKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// English news to measure with, as a folder of articles that the peers read as well.
enum NewsTexts {
  private struct Record: Decodable {
    var genre: String?
    var text: String
  }

  /// The articles on the web stand at the end of `unlabelled.txt`, behind a longer part of speeches.
  private static let webBytes = 370_000
  private static let articleBytes = 4000

  /// Writes the news of GUM, and the articles on the web that `unlabelled.txt` has paragraph by paragraph, cut into
  /// articles of a common length.
  static func write(from shared: String, to folder: String) throws {
    var texts: [String] = []
    let records = try FileSystem.read(Path.join(shared, "ner/train/gum_perm.jsonl"))
    for line in records.split(separator: 0x0A) {
      let record = try JSONDecoder().decode(Record.self, from: Data(line))
      if record.genre == "news" { texts.append(record.text) }
    }
    let web = try FileSystem.read(Path.join(shared, "ner/unlabelled.txt")).suffix(webBytes)
    var article: [UInt8] = []
    for paragraph in web.split(separator: 0x0A).dropFirst() {
      article += paragraph + [0x0A, 0x0A]
      if article.count >= articleBytes {
        texts.append(String(decoding: article, as: UTF8.self))
        article = []
      }
    }
    for (index, text) in texts.enumerated() {
      try FileSystem.write(Array(text.utf8), to: Path.join(folder, "news-\(1000 + index).txt"))
    }
  }
}
