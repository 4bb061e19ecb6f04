import ArticleModel

/// Splits the runs of an article into tokens, in one pass over the bytes.
///
/// Hyphens, dashes and slashes always separate: "EU/NATO", "Russia-Ukraine" and "US-led" hold a name each side, and a
/// name that contains a hyphen ("Asia-Pacific") is put together again by whoever looks names up.
public enum Tokenizer {
  static func tokenize(
    _ structure: ArticleStructure, of source: SourceText, language: String = "en"
  ) -> ([Token], [TokenizedRun]) {
    var scan = TokenScan(reserving: source.bytes.count / 5, elides: GrammarLanguage(tag: language) == .french)
    source.bytes.withUnsafeBufferPointer { bytes in
      for block in structure.blocks { scan.add(block, of: bytes) }
    }
    return (scan.tokens, scan.runs)
  }
}

private struct TokenScan {
  var tokens: [Token] = []
  var runs: [TokenizedRun] = []

  /// Whether articles and pronouns are shortened before vowels, as in French: "l'Union", "qu'elle".
  private let elides: Bool

  init(reserving capacity: Int, elides: Bool) {
    self.elides = elides
    tokens.reserveCapacity(capacity)
  }

  mutating func add(_ block: Block, of bytes: UnsafeBufferPointer<UInt8>) {
    switch block {
    case .title(let run): add(run, .title, of: bytes)
    case .byline(let run): add(run, .byline, of: bytes)
    case .dateline(let run): add(run, .dateline, of: bytes)
    case .heading(let run, _): add(run, .heading, of: bytes)
    case .paragraph(let run): add(run, .paragraph, of: bytes)
    case .furniture(let run, _): add(run, .furniture, of: bytes)
    case .summary(let summary):
      if let heading = summary.heading { add(heading, .heading, of: bytes) }
      for block in summary.blocks { add(block, of: bytes) }
    case .figure(let figure):
      for line in figure.lines { add(line.run, .caption, of: bytes) }
    case .list(let list): add(list, of: bytes)
    case .table(let table): add(table, of: bytes)
    }
  }

  private mutating func add(_ table: TableBlock, of bytes: UnsafeBufferPointer<UInt8>) {
    if let caption = table.caption { add(caption, .caption, of: bytes) }
    let places = TableGeometry(table.rows).columns
    for (row, places) in zip(table.rows, places) {
      for (cell, place) in zip(row.cells, places) {
        guard row.role == .data, place < table.columns.count else {
          add(cell, row.role == .label ? .labelCell : .dataCell, of: bytes)
          continue
        }
        add(cell, .dataCell, column: table.columns[place], of: bytes)
      }
    }
    for note in table.notes { add(note.text, .caption, of: bytes) }
  }

  private mutating func add(_ list: ListBlock, of bytes: UnsafeBufferPointer<UInt8>) {
    for item in list.items {
      if let term = item.term { add(term, .item, of: bytes) }
      add(item.text, .item, of: bytes)
      for sublist in item.sublists { add(sublist, of: bytes) }
    }
  }

  private mutating func add(
    _ run: TextRun, _ context: TokenizedRun.Context, column: TableColumn? = nil, of bytes: UnsafeBufferPointer<UInt8>
  ) {
    let first = tokens.count
    scan(run.range.bytes, of: bytes)
    runs.append(TokenizedRun(range: run.range, tokens: first..<tokens.count, context: context, column: column))
  }

  private mutating func scan(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    var index = range.lowerBound
    let end = range.upperBound
    var followsSpace = true
    var startsSentence = true
    while index < end {
      let start = index
      let scalar = Characters.decode(bytes, at: index, end: end)
      if Characters.isSpace(scalar.value) {
        index += scalar.length
        followsSpace = true
        continue
      }
      var token = Token(
        range: SourceRange(start: Int32(start), end: 0), kind: .punctuation, shape: .caseless,
        followsSpace: followsSpace, startsSentence: startsSentence)
      if Characters.isLetter(scalar.value) || Characters.isDigit(scalar.value) {
        if followsSpace || tokens.last?.kind == .punctuation,
          let addressEnd = AddressScan.end(of: bytes, from: start, to: end)
        {
          index = addressEnd
          token.kind = .address
        } else if elides, let elision = Elision.end(of: bytes, from: start, to: end) {
          index = elision
          token.kind = .clitic
        } else {
          index = wordEnd(bytes, from: start, to: end, &token)
        }
        startsSentence = false
      } else {
        index += scalar.length
        if Characters.isApostrophe(scalar.value), !followsSpace, let clitic = cliticEnd(bytes, after: index, to: end) {
          index = clitic
          token.kind = .clitic
        }
      }
      token.range.end = Int32(index)
      if token.kind == .punctuation {
        startsSentence = sentenceStarts(after: scalar.value, startsSentence, bytes, at: index, to: end)
        if token.startsSentence, Characters.isOpening(scalar.value) { startsSentence = true }
      }
      tokens.append(token)
      // Behind "l'" a word begins.
      followsSpace = elides && token.kind == .clitic
    }
  }

  /// The end of a word, number or mixture that begins at `start`; sets the token's kind and shape.
  private func wordEnd(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int, _ token: inout Token
  ) -> Int {
    var index = start
    var letters = 0
    var digits = 0
    var uppers = 0
    var lowers = 0
    var firstUpper = false
    while index < end {
      let scalar = Characters.decode(bytes, at: index, end: end)
      let value = scalar.value
      if Characters.isDigit(value) {
        digits += 1
      } else if Characters.isLetter(value) {
        if Characters.isUpper(value) {
          uppers += 1
          if letters == 0 { firstUpper = true }
        } else if Characters.isLower(value) {
          lowers += 1
        }
        letters += 1
      } else if Characters.isMark(value) {
        // A combining mark belongs to the letter before it.
      } else if value == 0x2E, letters == 1, digits == 0, let abbreviation = abbreviationEnd(bytes, start, end) {
        token.kind = .word
        token.shape = .upper
        return abbreviation
      } else if value == 0x2E || value == 0x2C {
        // A separator within a number.
        guard digits > 0, letters == 0, index + 1 < end, Characters.isDigit(bytes[index + 1]) else { break }
      } else if Characters.isApostrophe(value) {
        guard letters > 0, innerApostrophe(bytes, after: index + scalar.length, to: end) else { break }
      } else {
        break
      }
      index += scalar.length
    }
    token.kind = digits == 0 ? .word : (letters == 0 ? .number : .mixed)
    if uppers == 0 {
      token.shape = lowers == 0 ? .caseless : .lower
    } else if lowers == 0 {
      token.shape = .upper
    } else {
      token.shape = firstUpper && uppers == 1 ? .capitalised : .mixed
    }
    return index
  }

  /// The end of "U.S." or "e.g." that begins at `start`: single ASCII letters, each followed by a full stop.
  private func abbreviationEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int? {
    var index = start
    var letters = 0
    while index + 1 < end, Characters.isASCIILetter(bytes[index]), bytes[index + 1] == 0x2E {
      letters += 1
      index += 2
    }
    guard letters >= 2 else { return nil }
    // "U.S" without its last full stop, but not the beginning of a word, as in "a.b.cat".
    if index < end, Characters.isLetter(Characters.decode(bytes, at: index, end: end).value) {
      let next = index + Characters.decode(bytes, at: index, end: end).length
      guard next >= end || !Characters.isLetter(Characters.decode(bytes, at: next, end: end).value) else {
        return letters >= 3 ? index : nil
      }
      return next
    }
    return index
  }

  /// Whether what follows an apostrophe belongs to the same word: "O'Brien", "don't", but not "Kosovo's".
  private func innerApostrophe(_ bytes: UnsafeBufferPointer<UInt8>, after index: Int, to end: Int) -> Bool {
    guard index < end, Characters.isLetter(Characters.decode(bytes, at: index, end: end).value) else { return false }
    return cliticEnd(bytes, after: index, to: end) == nil
  }

  /// The end of the "s" of a possessive whose apostrophe ends at `index`.
  private func cliticEnd(_ bytes: UnsafeBufferPointer<UInt8>, after index: Int, to end: Int) -> Int? {
    guard index < end, bytes[index] | 0x20 == 0x73 else { return nil }
    guard index + 1 < end else { return index + 1 }
    let next = Characters.decode(bytes, at: index + 1, end: end).value
    return Characters.isLetter(next) || Characters.isDigit(next) ? nil : index + 1
  }

  private func sentenceStarts(
    after value: UInt32, _ before: Bool, _ bytes: UnsafeBufferPointer<UInt8>, at index: Int, to end: Int
  ) -> Bool {
    switch value {
    case 0x21, 0x3F, 0x2026, 0x3002: return true
    case 0x2E:
      guard let last = tokens.last, last.kind == .word else { return true }
      if last.range.count == 1, last.shape == .upper { return false }
      return !Abbreviations.contains(bytes, last.range)
    // What closes after the full stop leaves the sentence ended.
    case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0xBB: return before
    default: return false
    }
  }
}
