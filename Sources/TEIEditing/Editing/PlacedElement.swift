/// An element that is put in, with the places of its tags.
struct PlacedElement {
  /// In the order in which they were asked for.
  var number: Int
  var tags: ElementPlacement.Tags

  var range: Range<Int> { tags.start.byte..<tags.end.byte }

  /// How many new elements may nest: readers of XML stop at 256 to some thousands.
  private static let maximumNesting = 100

  /// Takes away what crosses another, or nests too deep, the later of the two, and answers their numbers.
  static func dropCrossing(_ elements: inout [PlacedElement]) -> [Int] {
    elements.sort {
      ($0.range.lowerBound, $1.range.upperBound, $0.number) < ($1.range.lowerBound, $0.range.upperBound, $1.number)
    }
    var dropped: Set<Int> = []
    var open: [PlacedElement] = []
    for element in elements {
      open.removeAll { $0.range.upperBound <= element.range.lowerBound }
      while let crossed = open.last(where: { $0.range.upperBound < element.range.upperBound }) {
        if crossed.number < element.number {
          dropped.insert(element.number)
          break
        }
        dropped.insert(crossed.number)
        open.removeAll { $0.number == crossed.number }
      }
      if open.count >= maximumNesting { dropped.insert(element.number) }
      if !dropped.contains(element.number) { open.append(element) }
    }
    elements.removeAll { dropped.contains($0.number) }
    return dropped.sorted()
  }
}
