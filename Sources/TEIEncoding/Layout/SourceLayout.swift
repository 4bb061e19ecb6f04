import FoundationEssentials

/// What the TEI does not show of its source: bullets, pipes, blank lines, line ends.
///
/// It stands as JSON in `xenoData`. The source is the texts of the runs in order with a gap before each and one after
/// the last. A gap follows from what stands on both its sides; where the source departs from that, the gap is given for
/// the run itself. Documentation/SOURCE-LAYOUT.md has the whole format.
public struct SourceLayout: Codable, Hashable, Sendable {
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
  public struct Replacement: Codable, Hashable, Sendable {
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

  /// The layout as JSON with sorted keys, so that the same layout is always the same text.
  func json() -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(self) else {
      preconditionFailure("a layout of strings and numbers can always be encoded")
    }
    return String(decoding: data, as: UTF8.self).xmlSafe
  }

  /// Reads the JSON of `xenoData`.
  init?(json: String) {
    guard let layout = try? JSONDecoder().decode(SourceLayout.self, from: Data(json.utf8)), layout.version == 1 else {
      return nil
    }
    self = layout
  }
}

extension String {
  /// JSON whose strings hold no character that XML refuses: U+FFFE and U+FFFF as escapes. JSON escapes the others itself.
  fileprivate var xmlSafe: String {
    guard unicodeScalars.contains(where: { $0.value == 0xFFFE || $0.value == 0xFFFF || $0.value == 0x7F }) else {
      return self
    }
    var safe = ""
    for scalar in unicodeScalars {
      switch scalar.value {
      case 0xFFFE: safe += "\\ufffe"
      case 0xFFFF: safe += "\\uffff"
      case 0x7F: safe += "\\u007f"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }
}
