import SentenceSegmentation
internal import XML

/// The text of a document's `text` elements with the mentions and blocks in it.
struct BlockText {
  private(set) var text: [UInt8] = []
  private(set) var mentions: [(element: XMLElement, range: Range<Int>)] = []
  /// Where sentences begin, in order; none reaches over the border of a block.
  private var sentenceStarts: [Int] = []

  /// The elements that are blocks of text.
  static let blockNames: Set<String> = [
    "p", "head", "trailer", "item", "cell", "ab", "byline", "dateline", "l", "quote", "note",
  ]
  private static let mentionNames: Set<String> = [
    "persName", "orgName", "placeName", "roleName", "name", "rs", "title", "date", "time", "num", "measure", "geogName",
    "settlement", "country",
  ]

  init(_ document: XMLDocument) {
    var blockBorders: Set<Int> = []
    var sentences: [Range<Int>] = []
    for element in Self.texts(of: document) {
      let start = text.count
      let layout = element.textLayout { Self.isMention($0) || Self.isBlock($0) || Self.isSentence($0) }
      text += layout.text
      blockBorders.formUnion([start, text.count])
      for (element, range) in layout.places {
        let shifted = (start + range.lowerBound)..<(start + range.upperBound)
        if Self.isMention(element) {
          mentions.append((element, shifted))
        } else if Self.isSentence(element) {
          sentences.append(shifted)
        } else {
          blockBorders.formUnion([shifted.lowerBound, shifted.upperBound])
        }
      }
    }
    divide(blockBorders, sentences, language: document.root["xml:lang"] ?? "und")
  }

  /// Finds the sentences: those that the document encodes, and what rules find elsewhere. A label before an encoded
  /// sentence goes with it.
  private mutating func divide(_ blockBorders: Set<Int>, _ encoded: [Range<Int>], language: String) {
    let segmenter = SentenceSegmenter(language: language)
    let encodedStarts = Set(encoded.map(\.lowerBound))
    let borders = blockBorders.union(encoded.flatMap { [$0.lowerBound, $0.upperBound] }).sorted()
    var isBehindLabel = false
    for (index, border) in borders.enumerated() {
      if !isBehindLabel || blockBorders.contains(border) { sentenceStarts.append(border) }
      isBehindLabel = false
      guard !encodedStarts.contains(border), index + 1 < borders.count else { continue }
      let sentences = segmenter.sentences(in: border..<borders[index + 1], of: text)
      sentenceStarts += sentences.dropFirst().map { Int($0.start) }
      isBehindLabel = !sentences.isEmpty
    }
  }

  /// The `text` elements of the document, or of each document of a corpus; those inside a `group` belong to theirs.
  private static func texts(of document: XMLDocument) -> [XMLElement] {
    ([document.root] + Array(document.root.descendants)).filter { element in
      element.name == "text" && element.namespace == XMLNamespace.tei && element.parent?.isNamed("group") != true
    }
  }

  private static func isMention(_ element: XMLElement) -> Bool {
    let name = element.name
    guard mentionNames.contains(name) || (name == "ref" && element["target"] != nil) else { return false }
    return element.namespace == XMLNamespace.tei
  }

  private static func isBlock(_ element: XMLElement) -> Bool {
    blockNames.contains(element.name) && element.namespace == XMLNamespace.tei
  }

  private static func isSentence(_ element: XMLElement) -> Bool {
    element.name == "s" && element.namespace == XMLNamespace.tei
  }

  /// The nearest block around an element.
  static func block(around element: XMLElement) -> XMLElement? {
    var current = element.parent
    while let ancestor = current, !isBlock(ancestor) { current = ancestor.parent }
    return current
  }

  /// The sentence of its block in which a range of bytes stands, whitespace normalised. It never ends inside the range.
  func sentence(around range: Range<Int>) -> String {
    let after = sentenceStarts.firstIndex(above: range.lowerBound)
    let start = after > 0 ? sentenceStarts[after - 1] : 0
    let next = sentenceStarts.firstIndex(above: max(range.upperBound - 1, range.lowerBound))
    let end = next < sentenceStarts.count ? sentenceStarts[next] : text.count
    return PlainText.normalized(text[start..<end])
  }
}

extension [Int] {
  /// The index of the first element that is greater, of an array in ascending order.
  fileprivate func firstIndex(above value: Int) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
