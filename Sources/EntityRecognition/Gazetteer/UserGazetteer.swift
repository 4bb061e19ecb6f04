import ArticleModel

/// The names of a list that a user gives: tab-separated name, type and identifier.
///
///     name              type           identifier
///     Ștefan cel Mare   facility       wikidata:Q12345
///     Cutremurul        event
///
/// The first row may be a header (`name`, `type`); empty lines and lines that begin with `#` are left out. A type is
/// the raw value of a ``MentionType`` that is an entity; an identifier is optional, `authority:value`, a Wikidata item
/// ("Q42") or an address of Wikidata or GeoNames. Rows of one type and one identifier name one thing, under its first
/// name.
public struct UserGazetteer: Sendable {
  /// The names, looked up like those that the program carries.
  public let names: CompiledGazetteer
  /// How many names it has.
  public let count: Int

  /// Reads a list.
  ///
  /// - Parameters:
  ///   - text: the list
  ///   - file: what the list is called in diagnostics
  /// - Returns: the names of the rows that can be used, and a diagnostic for each that cannot.
  public static func parse(
    _ text: SourceText, file: String
  ) -> (gazetteer: UserGazetteer, diagnostics: [Diagnostic]) {
    var reader = UserListReader(text: text, file: file)
    reader.read()
    let gazetteer = UserGazetteer(
      names: CompiledGazetteer(memory: GazetteerMemory(copying: reader.builder.build())), count: reader.count)
    return (gazetteer, reader.diagnostics)
  }
}

extension UserGazetteer {
  /// "authority:value" of an identifier that a user wrote; nil where it is none.
  package static func identifier(_ text: String) -> String? { UserListReader.identifier(text) }
}

private struct UserListReader {
  let text: SourceText
  let file: String
  var builder = GazetteerBuilder()
  var diagnostics: [Diagnostic] = []
  var count = 0
  private var entities: [Key: Int] = [:]

  private struct Key: Hashable {
    var type: MentionType
    var identifier: String
  }

  init(text: SourceText, file: String) {
    self.text = text
    self.file = file
  }

  mutating func read() {
    let bytes = text.bytes
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var isFirst = true
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let line = start..<(end > start && bytes[end - 1] == 0x0D ? end - 1 : end)
      let fields = self.fields(of: line)
      if bytes[line].first != 0x23, fields.contains(where: { !$0.isEmpty }) {
        if !(isFirst && isHeader(fields)) { add(fields, line) }
        isFirst = false
      }
      start = end + 1
    }
  }

  private func isHeader(_ fields: [SourceRange]) -> Bool {
    fields.count >= 2 && text.string(fields[0]).lowercased() == "name"
      && text.string(fields[1]).lowercased() == "type"
  }

  /// The fields of a line without the spaces around them.
  private func fields(of line: Range<Int>) -> [SourceRange] {
    text.bytes[line].split(separator: 0x09, omittingEmptySubsequences: false).map { field in
      var range = field.indices
      while let first = range.first, text.bytes[first] == 0x20 { range = range.dropFirst() }
      while let last = range.last, text.bytes[last] == 0x20 { range = range.dropLast() }
      return SourceRange(range)
    }
  }

  private mutating func add(_ fields: [SourceRange], _ line: Range<Int>) {
    guard (2...3).contains(fields.count) else {
      report(
        "gazetteer-columns", "row has \(fields.count) columns; expected name, type and, optionally, identifier",
        at: line.lowerBound)
      return
    }
    let name = text.string(fields[0])
    guard GazetteerBuilder.isUsable(name) else {
      report(
        "gazetteer-name",
        "name \"\(name.prefix(40))\" cannot be looked up; expected a letter or digit, at most 254 bytes",
        at: Int(fields[0].start))
      return
    }
    let typeName = text.string(fields[1])
    guard let type = MentionType(rawValue: typeName), type.isEntity else {
      let expected = MentionType.allCases.filter(\.isEntity).map(\.rawValue).joined(separator: ", ")
      report(
        "gazetteer-type", "type \"\(typeName)\" is not known; expected one of \(expected)", at: Int(fields[1].start))
      return
    }
    var entity = GazetteerBuilder.Entity(type: type, name: name)
    if fields.count == 3, !fields[2].isEmpty {
      guard let identifier = Self.identifier(text.string(fields[2])) else {
        report(
          "gazetteer-identifier",
          "identifier \"\(text.string(fields[2]))\" is not one; expected authority:value or a Wikidata item such as Q42",
          at: Int(fields[2].start))
        return
      }
      entity.identifier = identifier
    }
    let key = Key(type: type, identifier: entity.identifier ?? "name:" + name)
    let number = entities[key] ?? builder.add(entity)
    entities[key] = number
    builder.add(name: name, of: number, percent: 100)
    count += 1
  }

  private mutating func report(_ code: String, _ message: String, at offset: Int) {
    diagnostics.append(
      Diagnostic(.error, code: code, message, file: file, position: text.position(at: offset)))
  }

  /// "authority:value" of what a user wrote.
  static func identifier(_ text: String) -> String? {
    if isWikidataItem(text[...]) { return "wikidata:" + text }
    for (address, authority) in addresses {
      guard let rest = text.stripping(prefix: address) else { continue }
      let value = rest.prefix { $0 != "/" && $0 != "#" && $0 != "?" }
      if authority == "wikidata" ? isWikidataItem(value) : !value.isEmpty && value.allSatisfy(\.isNumber) {
        return "\(authority):\(value)"
      }
    }
    guard let colon = text.firstIndex(of: ":") else { return nil }
    let authority = text[..<colon].lowercased()
    let value = text[text.index(after: colon)...]
    guard !authority.isEmpty, authority.utf8.allSatisfy({ $0 &- 0x61 < 26 || Characters.isDigit($0) || $0 == 0x2D }),
      !value.isEmpty, !value.hasPrefix("//"), !value.contains(" ")
    else { return nil }
    if authority == "wd" || authority == "wikidata" { return isWikidataItem(value) ? "wikidata:\(value)" : nil }
    return "\(authority):\(value)"
  }

  private static let addresses = ["https://", "http://"].flatMap { scheme in
    [
      (scheme + "www.wikidata.org/wiki/", "wikidata"), (scheme + "www.wikidata.org/entity/", "wikidata"),
      (scheme + "sws.geonames.org/", "geonames"), (scheme + "www.geonames.org/", "geonames"),
    ]
  }

  private static func isWikidataItem(_ text: Substring) -> Bool {
    text.first == "Q" && text.count > 1 && text.dropFirst().utf8.allSatisfy(Characters.isDigit)
  }
}

extension String {
  fileprivate func stripping(prefix: String) -> Substring? {
    hasPrefix(prefix) ? self[utf8.index(startIndex, offsetBy: prefix.utf8.count)...] : nil
  }
}

/// Finds the names of a user's list, wherever they stand and whatever stands beside them.
public struct UserGazetteerRecognizer: EntityRecognizer {
  private let gazetteer: UserGazetteer

  public init(_ gazetteer: UserGazetteer) { self.gazetteer = gazetteer }

  public func mentions(in input: RecognitionInput) -> [Mention] {
    input.source.bytes.withUnsafeBufferPointer { bytes in
      let scan = CandidateScan(gazetteer: gazetteer.names, includesLowerCase: true)
      return scan.candidates(in: input, bytes).flatMap { candidate in
        let range = SourceRange(
          start: input.tokens[candidate.tokens.lowerBound].range.start,
          end: input.tokens[candidate.tokens.upperBound - 1].range.end)
        // A name that the user gave to two things stands for both; who links mentions decides.
        return candidate.match.alternatives.map {
          Mention(range, $0.type, method: .userGazetteer, certainty: 1, identity: $0.identity)
        }
      }
    }
  }
}
