/// Tags that say of each token whether a chunk begins in it or goes on (Ramshaw and Marcus 1995; Tjong Kim Sang and
/// Veenstra 1999).
struct ChunkTags {
  private let spans: [NamedSpan]
  private var next = 0

  /// - Parameter spans: In order and disjoint.
  init(_ spans: [NamedSpan]) { self.spans = spans }

  /// The span in which a token stands, and whether it begins there. To be asked of tokens in order.
  mutating func span(at token: Range<Int>) -> (span: NamedSpan, isFirst: Bool)? {
    while next < spans.count, spans[next].range.upperBound <= token.lowerBound { next += 1 }
    guard next < spans.count, spans[next].range.lowerBound < token.upperBound else { return nil }
    return (spans[next], spans[next].range.lowerBound >= token.lowerBound)
  }

  /// The tag of a token in IOB2.
  static func tag(_ place: (span: NamedSpan, isFirst: Bool)?) -> String {
    place.map { ($0.isFirst ? "B-" : "I-") + $0.span.name } ?? "O"
  }
}

/// Reads such tags: IOB2, IOB1, and what marks ends and single tokens (BIOES, BILOU).
struct ChunkReader {
  private(set) var annotations: [StandoffAnnotation] = []
  private var isOpen = false

  /// Whether a field is such a tag or says that there is none.
  static func isTag(_ tag: Substring) -> Bool {
    if tag == "O" || tag == "_" || tag == "-" || tag == "" { return true }
    return tag.dropFirst().first == "-" && tag.count > 2 && "BIESLUM".contains(tag.first ?? " ")
  }

  /// - Returns: The place in ``annotations`` of the chunk in which the token stands, and whether it begins with it.
  @discardableResult
  mutating func add(_ tag: Substring, at range: Range<Int>) -> (place: Int, isFirst: Bool)? {
    guard tag.dropFirst().first == "-", let mark = tag.first else {
      isOpen = false
      return nil
    }
    let name = String(tag.dropFirst(2))
    let goesOn = isOpen && "IELM".contains(mark) && annotations[annotations.count - 1].type == name
    // In BILOU "L" ends a chunk, in BIOES "E".
    if goesOn {
      annotations[annotations.count - 1].range = annotations[annotations.count - 1].range.lowerBound..<range.upperBound
    } else {
      annotations.append(StandoffAnnotation(range: range, type: name))
    }
    isOpen = !"ELSU".contains(mark)
    return (annotations.count - 1, !goesOn)
  }

  /// Says that no chunk goes on here.
  mutating func endSentence() { isOpen = false }

  subscript(place: Int) -> StandoffAnnotation {
    get { annotations[place] }
    set { annotations[place] = newValue }
  }
}
