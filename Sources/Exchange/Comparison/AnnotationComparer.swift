/// Tells what two annotations differ in, and where they stand.
struct AnnotationComparer {
  private let reference: ComparedVersion
  private let response: ComparedVersion
  private let ignored: Set<ChangedField>
  private let referenceEntities: [String: StandoffEntity]
  private let responseEntities: [String: StandoffEntity]

  init(_ reference: ComparedVersion, _ response: ComparedVersion, _ ignored: Set<ChangedField>) {
    self.reference = reference
    self.response = response
    self.ignored = ignored
    func byIdentifier(_ version: ComparedVersion) -> [String: StandoffEntity] {
      Dictionary(version.document.entities.map { ($0.id, $0) }) { first, _ in first }
    }
    referenceEntities = byIdentifier(reference)
    responseEntities = byIdentifier(response)
  }

  /// What differs, without what is not to be told.
  func fields(_ left: Int, _ right: Int, isSameSpan: Bool) -> [ChangedField] {
    let (one, other) = (reference.document.annotations[left], response.document.annotations[right])
    let isSame: [ChangedField: Bool] = [
      .span: isSameSpan, .type: one.type == other.type, .entity: isSameEntity(left, right),
      .value: one.value == other.value, .cert: one.certainty == other.certainty,
      // A format without elements says nothing against one with them.
      .element: one.element == other.element || one.element.isEmpty || other.element.isEmpty,
      .note: one.note == other.note,
    ]
    return ChangedField.allCases.filter { isSame[$0] == false && !ignored.contains($0) }
  }

  private func isSameEntity(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (reference.document.annotations[left].entity, response.document.annotations[right].entity)
    if one.isEmpty || other.isEmpty { return one.isEmpty && other.isEmpty }
    return EntityIdentity(one, in: referenceEntities).isSame(as: EntityIdentity(other, in: responseEntities))
  }

  /// Counts a pair of annotations of the same span of which one is linked at least.
  func countLink(_ left: Int, _ right: Int, _ scores: inout LinkingScores) {
    let (one, other) = (reference.document.annotations[left].entity, response.document.annotations[right].entity)
    guard !one.isEmpty || !other.isEmpty else { return }
    scores.spans += 1
    guard !one.isEmpty, !other.isEmpty else { return }
    scores.linkedByBoth += 1
    if isSameEntity(left, right) { scores.same += 1 }
  }

  // MARK: Places

  /// - Parameters: Annotations of the reference and of the response; one of them may be nil.
  func difference(_ left: Int?, _ right: Int?, _ fields: [ChangedField]) -> AnnotationDifference {
    let version = left == nil ? response : reference
    let document = version.document
    let annotation = document.annotations[left ?? right!]
    let block = Self.block(around: annotation.range, in: document)
    let around = block?.range ?? 0..<document.text.count
    let (start, end) = (annotation.range.lowerBound, annotation.range.upperBound)
    return AnnotationDifference(
      document: document.identifier, kind: left == nil ? .added : right == nil ? .removed : .changed, fields: fields,
      reference: left.map { Self.side($0, of: reference) }, response: right.map { Self.side($0, of: response) },
      path: block?.path ?? "",
      left: Self.end(of: document.text[min(around.lowerBound, start)..<start]),
      right: Self.start(of: document.text[end..<max(around.upperBound, end)]))
  }

  private static func side(_ index: Int, of version: ComparedVersion) -> AnnotationDifference.Side {
    let annotation = version.document.annotations[index]
    return AnnotationDifference.Side(
      annotation: annotation, text: String(decoding: version.document.text[annotation.range], as: UTF8.self),
      line: index < version.lines.count ? version.lines[index] : 0)
  }

  private static func block(around range: Range<Int>, in document: StandoffDocument) -> StandoffBlock? {
    var (low, high) = (0, document.blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if document.blocks[middle].range.lowerBound <= range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? document.blocks[low - 1] : nil
  }

  /// Bytes of context on each side.
  private static let context = 40

  private static func end(of text: ArraySlice<UInt8>) -> String {
    var text = text.suffix(context)
    while let byte = text.first, byte & 0xC0 == 0x80 { text.removeFirst() }
    return String(decoding: text, as: UTF8.self)
  }

  private static func start(of text: ArraySlice<UInt8>) -> String {
    var end = min(text.endIndex, text.startIndex + context)
    while end < text.endIndex, text[end] & 0xC0 == 0x80 { end -= 1 }
    return String(decoding: text[..<end], as: UTF8.self)
  }
}
