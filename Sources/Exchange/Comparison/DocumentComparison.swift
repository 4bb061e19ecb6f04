import TEIText

/// A document of one of two versions that are compared.
public struct ComparedVersion: Sendable {
  public var document: StandoffDocument
  /// The line of each annotation in its file, from 1; empty where lines mean nothing.
  public var lines: [Int]

  public init(_ document: StandoffDocument, lines: [Int] = []) {
    self.document = document
    self.lines = lines
  }
}

/// The annotations of two versions of a document, compared. The first is the reference.
public struct DocumentComparison: Sendable {
  /// In the order of the text.
  public private(set) var differences: [AnnotationDifference] = []
  public private(set) var tally = ComparisonTally()
  /// How many words of each text are not the other's; nil where the texts are the same.
  public private(set) var differingWords: (reference: Int, response: Int)?

  /// An annotation with its bytes in the text of the reference.
  private struct Placed {
    var index: Int
    var span: AnnotationMatching.Annotation
  }

  public init(
    _ reference: ComparedVersion, _ response: ComparedVersion, options: ComparisonOptions = ComparisonOptions()
  ) {
    let (a, b) = (reference.document, response.document)
    let alignment = a.text == b.text ? nil : TextAlignment(a.text, b.text)
    differingWords = alignment.map { ($0.distance.left, $0.distance.right) }
    let left = place(a, options) { range in
      alignment == nil || alignment?.right(of: range) != nil ? range : nil
    }
    let right = place(b, options) { range in
      guard let alignment else { return range }
      return alignment.left(of: range)
    }
    let matching = AnnotationMatching(left.map(\.span), right.map(\.span))
    let comparer = AnnotationComparer(reference, response, options.ignored)
    for annotation in left { tally.types[annotation.span.type, default: TypeScores()].reference += 1 }
    for annotation in right { tally.types[annotation.span.type, default: TypeScores()].response += 1 }
    var found: [(Int, AnnotationDifference)] = []
    for pair in matching.pairs {
      let (one, other) = (left[pair.left], right[pair.right])
      count(one.span, other.span)
      let isSameSpan = one.span.range == other.span.range
      if isSameSpan { comparer.countLink(one.index, other.index, &tally.linking) }
      let fields = comparer.fields(one.index, other.index, isSameSpan: isSameSpan)
      guard !fields.isEmpty else { continue }
      tally.changed += 1
      guard options.listsDifferences else { continue }
      found.append((one.span.range.lowerBound, comparer.difference(one.index, other.index, fields)))
    }
    tally.removed = matching.onlyLeft.count
    tally.added = matching.onlyRight.count
    for index in matching.onlyLeft {
      tally.confusion[.init(reference: left[index].span.type, response: ""), default: 0] += 1
      guard options.listsDifferences else { continue }
      found.append((left[index].span.range.lowerBound, comparer.difference(left[index].index, nil, [])))
    }
    for index in matching.onlyRight {
      tally.confusion[.init(reference: "", response: right[index].span.type), default: 0] += 1
      guard options.listsDifferences else { continue }
      found.append((right[index].span.range.lowerBound, comparer.difference(nil, right[index].index, [])))
    }
    // Stable, so that what stands at one place comes in the order above.
    differences = found.enumerated().sorted { ($0.element.0, $0.offset) < ($1.element.0, $1.offset) }.map(\.element.1)
    countAgreement(left.map(\.span), right.map(\.span), in: a)
  }

  /// The differences, which are no longer held then: those of an archive go out document by document.
  public mutating func takeDifferences() -> [AnnotationDifference] {
    defer { differences = [] }
    return differences
  }

  /// Annotations with their places in the text of the reference, in order; what has none there is counted.
  private mutating func place(
    _ document: StandoffDocument, _ options: ComparisonOptions, _ map: (Range<Int>) -> Range<Int>?
  ) -> [Placed] {
    var placed: [Placed] = []
    for (index, annotation) in document.annotations.enumerated() where !annotation.range.isEmpty {
      if let types = options.types, !types.contains(annotation.type) { continue }
      if let range = map(annotation.range) {
        placed.append(Placed(index: index, span: .init(range: range, type: annotation.type)))
      } else {
        tally.outside += 1
      }
    }
    return placed.sorted {
      ($0.span.range.lowerBound, $1.span.range.upperBound, $0.index)
        < ($1.span.range.lowerBound, $0.span.range.upperBound, $1.index)
    }
  }

  /// Counts a pair of annotations of which at least a part is the same.
  private mutating func count(_ one: AnnotationMatching.Annotation, _ other: AnnotationMatching.Annotation) {
    let isSameSpan = one.range == other.range
    let isSameType = one.type == other.type
    var score = SIMD4<Double>()
    score[MatchScheme.strict.rawValue] = isSameSpan && isSameType ? 1 : 0
    score[MatchScheme.exact.rawValue] = isSameSpan ? 1 : 0
    score[MatchScheme.partial.rawValue] = isSameSpan ? 1 : 0.5
    score[MatchScheme.type.rawValue] = isSameType ? 1 : 0
    tally.types[one.type]?.found += score
    tally.types[other.type]?.right += score
    tally.confusion[.init(reference: one.type, response: other.type), default: 0] += 1
  }

  // MARK: Agreement

  private mutating func countAgreement(
    _ left: [AnnotationMatching.Annotation], _ right: [AnnotationMatching.Annotation], in document: StandoffDocument
  ) {
    let (left, right) = (outermost(left), outermost(right))
    let tokens = document.tokens.isEmpty ? WordRanges.words(in: document.text) : document.tokens.map(\.range)
    tally.tokens.add(tokens, left, right)
    let offsets = TextOffsets(document.text)
    func counted(_ annotation: AnnotationMatching.Annotation) -> AnnotationMatching.Annotation {
      var annotation = annotation
      annotation.range = offsets.offsets(of: annotation.range)
      return annotation
    }
    tally.units.add(offsets.count, left.map(counted), right.map(counted))
  }

  /// The annotations that do not stand inside another or across its end.
  private mutating func outermost(_ annotations: [AnnotationMatching.Annotation]) -> [AnnotationMatching.Annotation] {
    var end = 0
    return annotations.filter { annotation in
      guard annotation.range.lowerBound >= end else {
        tally.nested += 1
        return false
      }
      end = annotation.range.upperBound
      return true
    }
  }
}
