import TEIKit

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// One of the data sets of ../shared/ner, as texts.
///
/// Where a set has texts (`NAME.jsonl`), they are taken as they are, tokenised bits of web text ("do n't") included. Of
/// one that has tokens only (`NAME.tsv`), the tokens are joined as a printer would: see ``Detokenizer``.
struct NameDataSet {
  var name: String
  var title: String
  var documents: [NameDocument]

  static let titles: KeyValuePairs = [
    "uner_ewt": "unedited text of the web", "gum_perm": "edited text of many kinds",
    "re3d": "reports on defence and security", "grobidner": "an encyclopedia: history",
    "wikigold": "an encyclopedia, from tokens", "crossner_politics": "politics, sentence by sentence, from tokens",
  ]

  /// The sets of a folder that are there, in the order of ``titles``; of one name, if given.
  static func all(in folder: String, only: String? = nil) throws -> [NameDataSet] {
    try titles.compactMap { name, title in
      guard only == nil || only == name else { return nil }
      let path = Path.join(folder, name)
      if FileSystem.kind(of: path + ".jsonl") == .file {
        return NameDataSet(name: name, title: title, documents: try texts(path + ".jsonl"))
      }
      guard FileSystem.kind(of: path + ".tsv") == .file else { return nil }
      return NameDataSet(name: name, title: title, documents: try tokens(path + ".tsv", named: name))
    }
  }

  private struct Record: Decodable {
    struct Entity: Decodable {
      var start: Int
      var end: Int
      var type: String
      /// False for the common nouns that re3d marks ("the army").
      var named: Bool?
    }

    var id: String
    var genre: String?
    var text: String?
    var entities: [Entity]
  }

  /// The types of grobidner were mapped when the set was made: LOCATION and INSTALLATION are LOC there; INSTITUTION,
  /// ORGANISATION, MEDIA and BUSINESS are ORG; PERSON is PER; the rest is none of the three.
  private static func texts(_ path: String) throws -> [NameDocument] {
    try Lines.read(path).map { line in
      let record = try JSONDecoder().decode(Record.self, from: Data(line.utf8))
      let text = Array((record.text ?? "").utf8)
      return NameDocument(id: record.id, genre: record.genre, text: text, names: spans(record.entities, in: text))
    }
  }

  private static func spans(_ entities: [Record.Entity], in text: [UInt8]) -> Set<NameSpan> {
    let offsets = text.indices.filter { text[$0] & 0xC0 != 0x80 } + [text.count]
    return Set(
      entities.compactMap { entity in
        guard let type = NameType(rawValue: entity.type), entity.named != false, entity.start < entity.end,
          offsets.indices.contains(entity.end)
        else { return nil }
        return NameSpan(range: offsets[entity.start]..<offsets[entity.end], type: type)
      })
  }

  /// The names that another program found in the texts of this set, by document: JSON Lines of `id` and `entities` as in
  /// the sets themselves.
  func predictions(_ path: String) throws -> [String: Set<NameSpan>] {
    let texts = Dictionary(documents.map { ($0.id, $0.text) }) { first, _ in first }
    var found: [String: Set<NameSpan>] = [:]
    for line in try Lines.read(path) {
      let record = try JSONDecoder().decode(Record.self, from: Data(line.utf8))
      if let text = texts[record.id] { found[record.id] = Self.spans(record.entities, in: text) }
    }
    return found
  }

  /// Documents of tokens. A set that marks none holds sentences that have nothing to do with each other.
  private static func tokens(_ path: String, named name: String) throws -> [NameDocument] {
    let sentences = String(decoding: try FileSystem.read(path), as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false)
    let hasDocuments = sentences.contains { $0.hasPrefix("-DOCSTART-") }
    var documents: [NameDocument] = []
    var detokenizer = Detokenizer()
    func finish() {
      let (text, names) = detokenizer.finish()
      if !text.isEmpty {
        documents.append(NameDocument(id: "\(name)-\(documents.count + 1)", text: text, names: names))
      }
    }
    for line in sentences {
      if line.hasPrefix("-DOCSTART-") {
        finish()
      } else if line.isEmpty {
        if hasDocuments { detokenizer.endSentence() } else { finish() }
      } else {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        detokenizer.add(fields[0], label: fields.count > 1 ? fields[1] : "O")
      }
    }
    finish()
    return documents
  }
}
