import ArticleModel
import FoundationEssentials

/// What the TEI does not show of its source: bullets, pipes, blank lines, line ends.
///
/// It stands as JSON in `xenoData`. The source is the texts of the runs in order with a gap before each and one after
/// the last. A gap follows from what stands on both its sides; where the source departs from that, the gap is given for
/// the run itself. Documentation/SOURCE-LAYOUT.md has the whole format.
public struct SourceLayout: Decodable, Hashable, Sendable {
  /// The version of this format.
  public var version = 1
  /// The character encoding of the source, by its IANA name; nil for UTF-8.
  public var encoding: String?
  /// The bytes of the source in base 64, where they do not follow from the text and the encoding.
  public var bytes: String?
  /// What ends a line inside a run, where not LF.
  public var lineEnd: String?
  /// The gap between two runs by their contexts; `{n}` stands for the number of the item behind it.
  public var gaps: [String: String] = [:]
  /// Gaps that differ from that, by the identifier of the run behind them.
  public var departures: [String: String]?
  /// Characters inside runs that stand otherwise in the source, by the identifier of the run.
  public var replacements: [String: [Replacement]]?

  /// A stretch of a run's text in the TEI and what the source has instead.
  public struct Replacement: Decodable, Hashable, Sendable {
    /// UTF-8 bytes from the beginning of the run's text in the TEI.
    public var at: Int
    /// UTF-8 bytes of the TEI text that are replaced.
    public var length: Int
    public var source: String

    public init(at: Int, length: Int, source: String) {
      self.at = at
      self.length = length
      self.source = source
    }
  }

  public init() {}

  /// The bytes of the source, where they are recorded as such.
  public var originalBytes: [UInt8]? { bytes.flatMap(Base64.decode) }

  /// The layout as JSON (UTF-8), its members in order, so that the same layout is always the same text.
  ///
  /// It holds no character that XML refuses: U+FFFE and U+FFFF stand as escapes, and U+007F, which XML advises against.
  public func json() -> [UInt8] {
    var json: [UInt8] = []
    json.reserveCapacity(1024)
    func add(_ name: StaticString, _ value: (inout [UInt8]) -> Void) {
      json.append(UInt8(ascii: json.isEmpty ? "{" : ","))
      JSONText.append(name.description, to: &json)
      json.append(UInt8(ascii: ":"))
      value(&json)
    }
    func add(_ name: StaticString, _ value: String?) {
      if let value { add(name) { JSONText.append(value, to: &$0) } }
    }
    func add(_ name: StaticString, _ value: [String: String]) {
      add(name) { json in
        JSONText.appendObject(value.sorted { $0.key < $1.key }.lazy.map { ($0.key, $0.value) }, to: &json) {
          JSONText.append($0, to: &$1)
        }
      }
    }
    add("bytes", bytes)
    if let departures { add("departures", departures) }
    add("encoding", encoding)
    add("gaps", gaps)
    add("lineEnd", lineEnd)
    if let replacements {
      add("replacements") { json in
        JSONText.appendObject(
          replacements.sorted { $0.key < $1.key }.lazy.map { ($0.key, $0.value) }, to: &json, Self.append)
      }
    }
    add("version") { $0.append(contentsOf: String(version).utf8) }
    json.append(UInt8(ascii: "}"))
    return json.xmlSafe
  }

  private static func append(_ replacements: [Replacement], to json: inout [UInt8]) {
    json.append(UInt8(ascii: "["))
    for (index, replacement) in replacements.enumerated() {
      if index > 0 { json.append(UInt8(ascii: ",")) }
      json.append(contentsOf: "{\"at\":\(replacement.at),\"length\":\(replacement.length),\"source\":".utf8)
      JSONText.append(replacement.source, to: &json)
      json.append(UInt8(ascii: "}"))
    }
    json.append(UInt8(ascii: "]"))
  }

  /// Reads the JSON of `xenoData`, UTF-8; nil where it is no layout of a version that is known.
  public init?(json: [UInt8]) {
    guard let layout = try? JSONDecoder().decode(SourceLayout.self, from: Data(json)), layout.version == 1 else {
      return nil
    }
    self = layout
  }
}

extension [UInt8] {
  /// JSON whose strings hold no character that XML refuses. JSON itself escapes all others.
  fileprivate var xmlSafe: [UInt8] {
    guard contains(where: { $0 == 0x7F || $0 == 0xEF }) else { return self }
    var safe: [UInt8] = []
    for (index, byte) in enumerated() {
      switch byte {
      case 0x7F: safe.append(contentsOf: "\\u007f".utf8)
      // U+FFFE and U+FFFF are EF BF BE and EF BF BF.
      case 0xEF where self[index + 1] == 0xBF && self[index + 2] >= 0xBE: safe.append(contentsOf: "\\ufff".utf8)
      case 0xBF where index > 0 && self[index - 1] == 0xEF && self[index + 1] >= 0xBE: continue
      case 0xBE...0xBF where index > 1 && self[index - 2] == 0xEF && self[index - 1] == 0xBF:
        safe.append(UInt8(ascii: byte == 0xBE ? "e" : "f"))
      default: safe.append(byte)
      }
    }
    return safe
  }
}
