import ArticleModel
import EntityRecognition

/// A mention that a recogniser reported.
struct ReportedMention {
  var mention: Mention
  /// Whether its label says less than its type: what else is known may say which kind of place it is.
  var isCoarse: Bool
}

/// The mentions that a recogniser reported of an article, as far as they can be used.
struct ReportedMentions {
  private(set) var mentions: [ReportedMention] = []
  /// What is wrong with the others, and where it is known in the article.
  private(set) var faults: [(message: String, byte: Int?)] = []
  /// Labels that mean nothing here, and how often they were used.
  private(set) var unknownLabels: [String: Int] = [:]

  /// What a mention has whose recogniser says no certainty.
  static let defaultCertainty: Float = 0.8

  let source: SourceText
  private let runs: [SourceRange]
  private let map: OffsetMap
  private let unit: OffsetUnit
  private let labels: EntityLabels
  private let recognizer: UInt8

  /// - Parameter recognizer: The number of the recogniser, from 1.
  init(
    _ entities: [Result<ReportedEntity, RecognizerLine.Fault>], in input: RecognitionInput, counting unit: OffsetUnit,
    labels: EntityLabels, recognizer: UInt8
  ) {
    source = input.source
    runs = input.runs.map(\.range)
    map = OffsetMap(input.source, counting: unit)
    self.unit = unit
    self.labels = labels
    self.recognizer = recognizer
    for entity in entities {
      switch entity {
      case .success(let entity): add(entity)
      case .failure(let fault): faults.append((fault.message, nil))
      }
    }
  }

  private mutating func add(_ entity: ReportedEntity) {
    let type: MentionType
    let isCoarse: Bool
    switch labels.meaning(of: entity.type) {
    case .type(let meant, let coarse): (type, isCoarse) = (meant, coarse)
    case .nothing: return
    case .unknown:
      unknownLabels[entity.type, default: 0] += 1
      return
    }
    do throws(RecognizerLine.Fault) {
      let range = try range(of: entity)
      var mention = Mention(
        range, type, method: .external, certainty: try certainty(of: entity),
        value: try ReportedValue.value(entity.value, type), identity: try identity(of: entity, at: range))
      mention.recognizer = recognizer
      mentions.append(ReportedMention(mention: mention, isCoarse: isCoarse))
    } catch {
      faults.append((error.message, map.byte(ofOffset: entity.start)))
    }
  }

  private func range(of entity: ReportedEntity) throws(RecognizerLine.Fault) -> SourceRange {
    let span = "span \(entity.start) to \(entity.end)"
    guard entity.start < entity.end else { throw fault("\(span) is empty; expected an end after its start") }
    guard entity.start >= 0, entity.end <= map.count else {
      throw fault("\(span) leaves the text; expected 0 to \(map.count) \(unit.plural)")
    }
    guard let start = map.byte(ofOffset: entity.start), let end = map.byte(ofOffset: entity.end) else {
      throw fault("\(span) cuts a character; expected offsets in \(unit.plural)")
    }
    var range = SourceRange(start..<end)
    if let text = entity.text, text.utf8.elementsEqual(source.bytes[range.bytes]) == false {
      let words = source.string(range)
      throw fault(
        "\(span) holds \"\(words.excerpt())\", not \"\(text.excerpt())\"; expected offsets in \(unit.plural)")
    }
    trim(&range)
    guard !range.isEmpty else { throw fault("\(span) holds white space only") }
    guard let run = runs.last(beginningUpTo: range.start), run.end > range.start else {
      throw fault("\(span) lies outside the blocks; expected a span inside one")
    }
    guard run.contains(range) else { throw fault("\(span) crosses the border of a block; expected a span inside one") }
    return range
  }

  /// Many tokenizers take a space or a line end for part of the last word.
  private func trim(_ range: inout SourceRange) {
    while !range.isEmpty, Characters.isASCIISpace(source.bytes[Int(range.end) - 1]) { range.end -= 1 }
    while !range.isEmpty, Characters.isASCIISpace(source.bytes[Int(range.start)]) { range.start += 1 }
  }

  private func certainty(of entity: ReportedEntity) throws(RecognizerLine.Fault) -> Float {
    guard let certainty = entity.certainty else { return Self.defaultCertainty }
    guard certainty > 0, certainty <= 1 else {
      throw fault("certainty \(certainty) of span \(entity.start) to \(entity.end); expected above 0 and at most 1")
    }
    return Float(certainty)
  }

  private func identity(of entity: ReportedEntity, at range: SourceRange) throws(RecognizerLine.Fault)
    -> EntityIdentity?
  {
    var identifiers: [AuthorityIdentifier] = []
    for (authority, value) in (entity.identifiers ?? [:]).sorted(by: { $0.key < $1.key }) {
      guard let identifier = UserGazetteer.identifier("\(authority):\(value)"),
        let colon = identifier.firstIndex(of: ":")
      else {
        throw fault(
          "identifier \"\(authority.excerpt())\": \"\(value.excerpt())\" is not one; expected as \"wikidata\": \"Q42\"")
      }
      identifiers.append(
        AuthorityIdentifier(
          authority: String(identifier[..<colon]), value: String(identifier[identifier.index(after: colon)...])))
    }
    if identifiers.isEmpty, entity.name == nil { return nil }
    let name = (entity.name ?? "").split(whereSeparator: \.isWhitespace)
    let words = name.isEmpty ? source.string(range).split(whereSeparator: \.isWhitespace) : name
    return EntityIdentity(name: words.joined(separator: " "), identifiers: identifiers)
  }

  private func fault(_ message: String) -> RecognizerLine.Fault { RecognizerLine.Fault(message: message) }
}

extension [SourceRange] {
  /// Of ordered ranges, the last that begins at an offset or before it.
  fileprivate func last(beginningUpTo offset: Int32) -> SourceRange? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : self[low - 1]
  }
}
