/// The errors of a set, by kind and by words, so that the commonest are seen first.
struct NameErrors {
  /// A name that is missed, false, of another type, or longer or shorter than it should be.
  private enum Kind: Hashable {
    case missed(NameType)
    case invented(NameType)
    case retyped(NameType, as: NameType)
    case cut(NameType)

    var words: String {
      switch self {
      case .missed(let type): "missed \(type.rawValue)"
      case .invented(let type): "false \(type.rawValue)"
      case .retyped(let type, let other): "\(type.rawValue) as \(other.rawValue)"
      case .cut(let type): "boundary of \(type.rawValue)"
      }
    }
  }

  private var kinds: [Kind: Int] = [:]
  private var strings: [String: Int] = [:]

  /// Lists the errors of a document with what stands around them.
  mutating func list(_ found: Set<NameSpan>, in document: NameDocument) {
    let expected = document.names
    let wrong = found.subtracting(expected).sorted { $0.isBefore($1) }
    let missed = expected.subtracting(found).filter { name in
      !wrong.contains { $0.range.overlaps(name.range) }
    }
    let errors =
      wrong.map { span in
        let touched = expected.filter { $0.range.overlaps(span.range) }.min { $0.isBefore($1) }
        return (kind(of: span, touched), span, touched)
      } + missed.map { (Kind.missed($0.type), $0, nil) }
    for (kind, span, touched) in errors.sorted(by: { $0.1.isBefore($1.1) }) {
      let words = document.string(span.range).replacing("\n", with: " ")
      kinds[kind, default: 0] += 1
      strings["\(kind.words): \(words)", default: 0] += 1
      let gold = touched.flatMap { $0.range == span.range ? nil : " for [\(document.string($0.range))]" } ?? ""
      print("  \(document.id):\(span.range.lowerBound) \(kind.words): \(context(of: span.range, in: document))\(gold)")
    }
  }

  private func kind(of span: NameSpan, _ touched: NameSpan?) -> Kind {
    guard let touched else { return .invented(span.type) }
    return touched.type == span.type ? .cut(span.type) : .retyped(touched.type, as: span.type)
  }

  private func context(of range: Range<Int>, in document: NameDocument) -> String {
    let text = document.text
    let before = String(decoding: text[max(0, range.lowerBound - 40)..<range.lowerBound], as: UTF8.self)
    let after = String(decoding: text[range.upperBound..<min(text.count, range.upperBound + 30)], as: UTF8.self)
    return "\(before)[\(document.string(range))]\(after)".replacing("\n", with: " ")
  }

  /// Prints how many there are of each kind, and the words that come most often.
  func printCommonest() {
    let byKind = kinds.map { ($0.words, $1) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    print("  Errors by kind: " + byKind.map { "\($1) \($0)" }.joined(separator: ", "))
    for (words, count) in strings.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }).prefix(20) where count > 1 {
      print("  \(count) times \(words)")
    }
  }
}
