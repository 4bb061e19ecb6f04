/// An annotation with its name in a format.
struct NamedSpan {
  /// Without white space at its ends.
  var range: Range<Int>
  var name: String
  /// Its place among the document's annotations.
  var annotation: Int
}

/// What a format can say that has one annotation a token: of those that overlap, the longest.
enum FlatAnnotations {
  /// The annotations of a document that have a name, longer ones first; those without visible text and those over the
  /// end of a line are left out.
  static func spans(of document: StandoffDocument, _ name: (StandoffAnnotation) -> String?) -> [NamedSpan] {
    let lines = TextLines(document.text)
    var spans: [NamedSpan] = []
    for (index, annotation) in document.annotations.enumerated() {
      guard let name = name(annotation), let range = VisibleText.trim(annotation.range, of: document.text),
        range.upperBound <= lines.ranges[lines.index(of: range.lowerBound)].upperBound
      else { continue }
      spans.append(NamedSpan(range: range, name: name, annotation: index))
    }
    return spans.sorted { ($1.range.count, $0.annotation) < ($0.range.count, $1.annotation) }
  }

  /// Divides spans, longer ones first, into those that no longer one overlaps, in the order of the text, and the rest.
  static func outermost(_ spans: [NamedSpan], in text: [UInt8]) -> (kept: [NamedSpan], rest: [NamedSpan]) {
    var isCovered = [Bool](repeating: false, count: text.count)
    var kept: [NamedSpan] = []
    var rest: [NamedSpan] = []
    for span in spans {
      // A longer span that overlaps this one covers its first or its last byte.
      if isCovered[span.range.lowerBound] || isCovered[span.range.upperBound - 1] {
        rest.append(span)
      } else {
        for index in span.range { isCovered[index] = true }
        kept.append(span)
      }
    }
    return (kept.sorted { $0.range.lowerBound < $1.range.lowerBound }, rest)
  }
}
