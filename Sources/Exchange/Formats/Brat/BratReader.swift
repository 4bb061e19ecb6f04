import TEIText

/// Reads the lines of an `.ann` file, in any order; relations, events and what is not known are told and left.
struct BratReader {
  private let file: String
  private let text: [UInt8]
  private let offsets: TextOffsets
  private var annotations: [StandoffAnnotation] = []
  /// The numbers of annotations by their identifiers in the file.
  private var numbers: [Substring: Int] = [:]
  private var line = 0
  private var faults: [ExchangeError] = []
  private var passed: [ExchangeError] = []
  /// The references that annotations have: of each kind one.
  private var references: [Reference: Substring] = [:]

  private struct Reference: Hashable {
    var number: Int
    var isOurs: Bool
  }

  init(file: String, text: [UInt8]) {
    self.file = file
    self.text = text
    offsets = TextOffsets(text)
  }

  mutating func document(named name: String, from bytes: [UInt8]) throws(ExchangeError) -> StandoffDocument {
    guard var content = String(validating: bytes, as: UTF8.self) else {
      throw ExchangeError("the file is not UTF-8", file: file)
    }
    if content.unicodeScalars.first == "\u{FEFF}" { content.unicodeScalars.removeFirst() }
    let lines = content.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Substring.init)
    // What lines speak of may stand behind them.
    for (index, line) in lines.enumerated() where line.first == "T" {
      self.line = index + 1
      try span(line)
    }
    for (index, line) in lines.enumerated() {
      self.line = index + 1
      switch line.unicodeScalars.first {
      case "N": try normalisation(line)
      case "A", "M": try attribute(line)
      case "#": note(line)
      case "R", "E", "*":
        pass("\"\(QuoteFault.excerpt(fields(line, 3).joined(separator: " ")))\" is no annotation of words")
      case nil, "T": break
      default: throw fault("\"\(QuoteFault.excerpt(line))\" is no line of brat; expected T, N, A, #, R, E or *")
      }
    }
    var document = StandoffDocument(identifier: name, text: text)
    document.blocks = TextLines(text).blocks()
    document.annotations = annotations
    document.faults = faults
    document.passed = passed
    document.sortAnnotations()
    document.noteUnsaid([.entity, .certainty, .value], isCertain: false)
    return document
  }

  private func fault(_ message: String) -> ExchangeError { ExchangeError(message, file: file, line: line) }

  private mutating func pass(_ message: String) { passed.append(fault(message)) }

  /// The parts of a line between tabs, at most so many.
  private func fields(_ line: Substring, _ count: Int) -> [Substring] {
    line.unicodeScalars.split(separator: "\t", maxSplits: count - 1, omittingEmptySubsequences: false)
      .map(Substring.init)
  }

  /// `T1\tperson 0 5;7 9\twords`: of a span of several fragments all from the first to the last.
  private mutating func span(_ line: Substring) throws(ExchangeError) {
    let fields = fields(line, 3)
    guard fields.count == 3, let space = fields[1].firstIndex(of: " ") else {
      throw fault(
        "the annotation is not whole; expected an identifier, a type with offsets, and words, divided by tabs")
    }
    var fragments: [Range<Int>] = []
    for part in fields[1][space...].split(separator: ";") {
      let places = part.split(separator: " ").map { Int($0) }
      guard places.count == 2, let start = places[0], let end = places[1] else {
        throw fault("\"\(QuoteFault.excerpt(part))\" is no span; expected a start and an end")
      }
      guard start < end else {
        throw fault("the span \(start) to \(end) has no words; expected an end behind the start")
      }
      guard let range = offsets.bytes(ofOffsets: start, end) else {
        throw fault("the span \(start) to \(end) leaves the text; expected 0 to \(offsets.count)")
      }
      fragments.append(range)
    }
    guard let start = fragments.map(\.lowerBound).min(), let end = fragments.map(\.upperBound).max() else {
      throw fault("the annotation has no span; expected a start and an end")
    }
    try check(words: fields[2], fragments, start..<end)
    numbers[fields[0]] = annotations.count
    annotations.append(StandoffAnnotation(range: start..<end, type: BratName.decode(fields[1][..<space])))
  }

  /// White space apart, which tools write as they like.
  private func check(words: Substring, _ fragments: [Range<Int>], _ range: Range<Int>) throws(ExchangeError) {
    func visible(_ text: some StringProtocol) -> [Unicode.Scalar] {
      text.unicodeScalars.filter { !$0.properties.isWhitespace }
    }
    let found = fragments.flatMap { visible(String(decoding: text[$0], as: UTF8.self)) }
    guard found == visible(words) else { throw fault(QuoteFault.message(words, in: text, at: range)) }
  }

  /// `N1\tReference T1 teikit:place.alps\tAlps`. Of several for one annotation ours counts, else the first.
  private mutating func normalisation(_ line: Substring) throws(ExchangeError) {
    let fields = fields(line, 3)
    let parts = fields.count > 1 ? fields[1].split(separator: " ", maxSplits: 2) : []
    guard parts.count == 3 else {
      throw fault("the normalisation is not whole; expected \"Reference\", an annotation and a reference")
    }
    guard let number = numbers[parts[1]] else { return }
    let isOurs = parts[2].hasPrefix(BratReference.database + ":") || parts[2].hasPrefix("uri:")
    let reference = Reference(number: number, isOurs: isOurs)
    if let other = references.updateValue(parts[2], forKey: reference), other != parts[2] {
      faults.append(
        fault(
          "\"\(parts[1])\" has two references, \"\(QuoteFault.excerpt(other))\" and "
            + "\"\(QuoteFault.excerpt(parts[2]))\"; expected one"))
      // Which is meant is not to be told: what the TEI has stays.
      annotations[number].unsaid.here.insert(.entity)
      return
    }
    if annotations[number].entity.isEmpty || isOurs { annotations[number].entity = BratReference.decode(parts[2]) }
  }

  /// `A1\tCertainty T1 0.9`.
  private mutating func attribute(_ line: Substring) throws(ExchangeError) {
    let fields = fields(line, 2)
    let parts = fields.count > 1 ? fields[1].split(separator: " ") : []
    guard parts.count >= 2 else { throw fault("the attribute is not whole; expected a name and an annotation") }
    guard let number = numbers[parts[1]] else { return }
    guard parts[0] == "Certainty", parts.count > 2 else {
      pass("the attribute \"\(QuoteFault.excerpt(parts[0]))\" of \"\(parts[1])\" has no place in the TEI")
      return
    }
    annotations[number].certainty = IRI.decode(parts[2]) ?? String(parts[2])
  }

  /// `#1\tAnnotatorNotes T1\tfree text`, or ours of type `TEI`. Of several for one annotation each is a line of its note.
  private mutating func note(_ line: Substring) {
    let fields = fields(line, 3)
    let parts = fields.count > 1 ? fields[1].split(separator: " ") : []
    guard parts.count == 2, fields.count == 3 else { return }
    guard let number = numbers[parts[1]] else {
      if parts[0] != "TEI" {
        pass("the note \"\(QuoteFault.excerpt(fields[2]))\" is on \"\(parts[1])\", which is no annotation of words")
      }
      return
    }
    guard parts[0] == "TEI" else {
      if parts[0] == "AnnotatorNotes" {
        let text = BratLine.unescaped(String(fields[2]))
        annotations[number].note += annotations[number].note.isEmpty ? text : "\n" + text
      }
      return
    }
    for member in fields[2].split(separator: " ") {
      guard let equals = member.firstIndex(of: "="),
        let value = IRI.decode(member[member.index(after: equals)...])
      else { continue }
      switch member[..<equals] {
      case "id": annotations[number].id = value
      case "element": annotations[number].element = value
      case "value": annotations[number].value = value
      default: break
      }
    }
  }
}
