import TEIText

/// Writes a document as WebAnno TSV.
struct WebAnnoWriter {
  /// A token, or the part of one that an annotation covers.
  private struct Unit {
    var range: Range<Int>
    var annotations: [Int] = []
  }

  /// Of more annotations over one token the inner ones are left out: each takes up room on all of its tokens, so that
  /// thousands inside each other would make a file of any size.
  private static let highestStack = 64

  private let document: StandoffDocument
  private let tokenized: TokenizedDocument
  private let references: EntityReferences
  private let offsets: TextOffsets
  /// The token and the parts of each token, in their order.
  private var units: [[Unit]]
  /// What tells annotations apart that stand on several tokens, or on one with others; 0 for none.
  private var numbers: [Int]

  init(_ document: StandoffDocument) {
    self.document = document
    tokenized = TokenizedDocument(document)
    references = EntityReferences(document)
    offsets = TextOffsets(document.text, in: .utf16)
    units = tokenized.tokens.map { [Unit(range: $0.range)] }
    numbers = [Int](repeating: 0, count: document.annotations.count)
    layOut()
  }

  private mutating func layOut() {
    var needsNumber = [Bool](repeating: false, count: document.annotations.count)
    for (index, annotation) in document.annotations.enumerated() {
      guard let range = VisibleText.trim(annotation.range, of: document.text) else { continue }
      var place = firstToken(endingBehind: range.lowerBound)
      var count = 0
      // All that was laid out before and overlaps this one covers its first token.
      guard place < units.count, units[place].reduce(0, { $0 + $1.annotations.count }) < Self.highestStack else {
        continue
      }
      while place < units.count, units[place][0].range.lowerBound < range.upperBound {
        add(index, to: place, covering: range.clamped(to: units[place][0].range))
        place += 1
        count += 1
      }
      if count > 1 { needsNumber[index] = true }
    }
    for unit in units.joined() where unit.annotations.count > 1 {
      for annotation in unit.annotations { needsNumber[annotation] = true }
    }
    var next = 1
    for unit in units.joined() {
      for annotation in unit.annotations where needsNumber[annotation] && numbers[annotation] == 0 {
        numbers[annotation] = next
        next += 1
      }
    }
  }

  private func firstToken(endingBehind offset: Int) -> Int {
    var (low, high) = (0, units.count)
    while low < high {
      let middle = (low + high) / 2
      if units[middle][0].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func add(_ annotation: Int, to place: Int, covering range: Range<Int>) {
    if let unit = units[place].firstIndex(where: { $0.range == range }) {
      units[place][unit].annotations.append(annotation)
    } else {
      let behind = units[place].dropFirst().firstIndex {
        ($0.range.lowerBound, range.upperBound) > (range.lowerBound, $0.range.upperBound)
      }
      units[place].insert(Unit(range: range, annotations: [annotation]), at: behind ?? units[place].count)
    }
  }

  func write() -> [UInt8] {
    var output = "#FORMAT=WebAnno TSV 3.3\n#T_SP=\(WebAnnoFormat.layer)|identifier|value\n\n"
    let ids = Dictionary(document.blocks.map { ($0.range.lowerBound, $0.id) }) { first, _ in first }
    var line = -1
    var numberInLine = 0
    for (number, sentence) in tokenized.sentences.enumerated() {
      numberInLine = sentence.line == line ? numberInLine + 1 : 1
      line = sentence.line
      let id = ids[tokenized.lines.ranges[line].lowerBound] ?? ""
      output += "\n#Sentence.id=\(BackslashEscapes.escape(id.isEmpty ? "line-\(line + 1)" : id)).\(numberInLine)\n"
      output += "#Text=\(BackslashEscapes.escape(text(sentence.range)))\n"
      for (place, token) in sentence.tokens.enumerated() {
        for (part, unit) in units[token].enumerated() {
          output += "\(number + 1)-\(place + 1)\(part > 0 ? ".\(part)" : "")\t"
          let range = offsets.offsets(of: unit.range)
          output += "\(range.lowerBound)-\(range.upperBound)\t\(text(unit.range))\t"
          output += column(unit) { references.uri(of: document.annotations[$0].entity) }
          output += column(unit) { document.annotations[$0].type }
          output += "\n"
        }
      }
    }
    return Array(output.utf8)
  }

  private func column(_ unit: Unit, _ value: (Int) -> String) -> String {
    let values = unit.annotations.map { annotation in
      let text = value(annotation)
      let number = numbers[annotation] > 0 ? "[\(numbers[annotation])]" : ""
      return (text.isEmpty ? "*" : WebAnnoEscapes.value(text)) + number
    }
    return (values.isEmpty ? "_" : values.joined(separator: "|")) + "\t"
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: document.text[range], as: UTF8.self) }
}
