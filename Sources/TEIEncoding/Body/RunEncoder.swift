import ArticleModel

/// Writes runs of text as elements, each with its identifier, its mentions inline and its place in the layout.
struct RunEncoder {
  private let source: SourceText
  private let tree: IndentedTree
  private let writer: RunWriter
  private let register: EntityRegister
  private let inline: [LinkedMention]
  private let standOff: [LinkedMention]
  private let sentences: [SourceRange]
  private var nextInline = 0
  private var nextStandOff = 0
  private var nextSentence = 0
  private var identifiers: IdentifierScheme
  /// What `@resp` says: the program itself, then the others in their order.
  private let responsibilities: [String]
  private var categories: [Categories: String] = [:]
  private var layout: LayoutRecorder
  private var counts: [(element: StaticString, count: Int)] = []
  private(set) var mentionCounts: [MentionType: Int] = [:]
  private(set) var standOffAnnotations: [StandOffAnnotation] = []
  /// The identifier that was given last, without the document's.
  private(set) var lastLocal = ""

  init(
    _ source: SourceText, _ selection: MentionSelection, _ sentences: [SourceRange], _ register: EntityRegister,
    _ identifiers: IdentifierScheme, recognizers: Int, _ tree: IndentedTree
  ) {
    self.source = source
    self.tree = tree
    self.register = register
    self.identifiers = identifiers
    inline = selection.inline
    standOff = selection.standOff
    self.sentences = sentences
    layout = LayoutRecorder(source)
    writer = RunWriter(source, lineEnd: layout.lineEnd)
    responsibilities = (0...recognizers).map {
      "#" + identifiers.qualified(IdentifierScheme.recognizer(UInt8($0)))
    }
  }

  /// The layout of the source, after the last run.
  mutating func finishLayout() -> SourceLayout { layout.finish() }

  /// Counts an element of the text. A dozen names in all, found by their addresses: quicker than by hashing.
  mutating func count(_ element: StaticString) {
    for index in counts.indices where counts[index].element.utf8Start == element.utf8Start {
      counts[index].count += 1
      return
    }
    counts.append((element, 1))
  }

  /// How often each element occurs.
  var usage: [String: Int] {
    Dictionary(counts.map { ($0.element.description, $0.count) }, uniquingKeysWith: +)
  }

  /// The attributes of an element that holds blocks, its identifier from the text of the first.
  mutating func attributes(
    _ element: StaticString, kind: String, text: SourceRange, _ more: [IndentedTree.Attribute] = []
  ) -> [IndentedTree.Attribute] {
    count(element)
    lastLocal = identifiers.block(kind, text: source.bytes[text.bytes]).local
    return [("xml:id", identifiers.qualified(lastLocal))] + more
  }

  mutating func sectionAttributes(_ heading: TextRun) -> [IndentedTree.Attribute] {
    attributes("div", kind: "s", text: heading.range, [("type", "section")])
  }

  /// Writes a run as an element on a line of its own; unless `isOpen`, when the caller closes it.
  mutating func encode(
    _ run: TextRun, as element: StaticString, _ more: [IndentedTree.Attribute] = [], kind: String, context: LeafContext,
    label: SourceRange? = nil, number: String? = nil, isOpen: Bool = false
  ) {
    count(element)
    let (local, hash) = identifiers.block(kind, text: source.bytes[run.range.bytes])
    layout.add(run.range, context, identifier: local, number: number)
    tree.open(element, [("xml:id", identifiers.qualified(local))] + more)
    content(of: run.range, key: local, block: local, hash, label: label, form: .text)
    if !isOpen { tree.close() }
  }

  /// Writes a cell of a table: it has no identifier of its own, `key` names its place.
  ///
  /// - Parameter column: What the column holds, where the cell is to say so.
  mutating func encodeCell(
    _ cell: TextRun, role: TableRow.Role, span: CellSpan, column: TableColumn.Kind?, context: LeafContext, key: String
  ) {
    count("cell")
    layout.add(cell.range, context, identifier: key)
    var hash = StableHash()
    hash.add(source.bytes[cell.range.bytes])
    hash.add(key.utf8)
    // Only a cell that an annotation points to has an identifier: tables stay legible.
    let isTarget = nextStandOff < standOff.count && standOff[nextStandOff].mention.range.start < cell.range.end
    let local = isTarget ? identifiers.unique("cell.\(hash.digits(7))") : nil
    tree.open(
      "cell",
      [
        ("xml:id", local.map(identifiers.qualified)), ("role", role.rawValue),
        ("rows", span.rows > 1 ? String(span.rows) : nil), ("cols", span.columns > 1 ? String(span.columns) : nil),
        ("ana", column.map { "#" + identifiers.qualified(TaxonomyEncoder.identifier(of: $0)) }),
      ])
    content(
      of: cell.range, key: key, block: local ?? "", hash.value, label: nil, form: writer.form(ofCell: cell.range))
    tree.close()
  }

  // MARK: Text and mentions

  private mutating func content(
    of range: SourceRange, key: String, block: String, _ hash: UInt64, label: SourceRange?,
    form: RunWriter.Form
  ) {
    var run = RunState(key: key, block: block, hash: hash, position: range.start, form: form)
    annotateStandOff(range, run)
    if let label {
      count("label")
      tree.inline("label") { text(label, &run) }
    }
    sentences(in: range, &run)
    text(SourceRange(start: run.position, end: range.end), &run)
  }

  private struct RunState {
    let key: String
    let block: String
    let hash: UInt64
    /// How far the source is written.
    var position: Int32
    let form: RunWriter.Form
    /// Bytes of TEI text written so far in this run.
    var written = 0
    /// How often mentions of the same words, and sentences, stood in this run, by the hash of the words.
    var occurrences: [UInt64: Int] = [:]

    /// How often the same words were a mention in this run before.
    mutating func occurrence(ofMention words: ArraySlice<UInt8>) -> Int {
      var hash = StableHash()
      hash.add(words)
      return occurrence(of: hash)
    }

    /// How often the same words were a sentence in this run before: counted apart, so that mentions have the same
    /// identifiers with sentences and without.
    mutating func occurrence(ofSentence words: ArraySlice<UInt8>) -> Int {
      var hash = StableHash()
      hash.add(UInt8(ascii: "s"))
      hash.add(words)
      return occurrence(of: hash)
    }

    private mutating func occurrence(of hash: StableHash) -> Int {
      let occurrence = occurrences[hash.value, default: 0]
      occurrences[hash.value] = occurrence + 1
      return occurrence
    }
  }

  /// Writes the sentences of a run, and what stands before and between them.
  private mutating func sentences(in range: SourceRange, _ run: inout RunState) {
    while nextSentence < sentences.count, sentences[nextSentence].start < range.end {
      let sentence = sentences[nextSentence]
      nextSentence += 1
      guard sentence.start >= run.position, sentence.end <= range.end else { continue }
      text(SourceRange(start: run.position, end: sentence.start), &run)
      let words = source.bytes[sentence.bytes]
      let local = identifiers.sentence(block: run.hash, words: words, occurrence: run.occurrence(ofSentence: words))
      count("s")
      let builder = tree.builder
      builder.open("s")
      builder.attribute("xml:id", identifiers.qualified(local))
      text(sentence, &run)
      builder.close()
    }
  }

  /// Writes a range with the mentions that lie in it.
  private mutating func text(_ range: SourceRange, _ run: inout RunState) {
    while nextInline < inline.count, inline[nextInline].mention.range.start < range.end {
      let mention = inline[nextInline]
      nextInline += 1
      let place = mention.mention.range
      // What began in an earlier run or goes on beyond this range cannot be an element in it.
      guard place.start >= run.position, place.end <= range.end else { continue }
      plain(SourceRange(start: run.position, end: place.start), &run)
      self.mention(mention, &run)
    }
    plain(SourceRange(start: run.position, end: range.end), &run)
  }

  private mutating func plain(_ range: SourceRange, _ run: inout RunState) {
    run.position = range.end
    guard !range.isEmpty else { return }
    let source = self.source
    if let text = writer.text(of: range, as: run.form) {
      for var replacement in text.replacements {
        replacement.at += run.written
        layout.replace(replacement, in: run.key)
      }
      run.written += text.bytes.count
      text.bytes.withUnsafeBufferPointer { write($0) }
    } else {
      run.written += range.count
      source.bytes.withUnsafeBufferPointer { write(UnsafeBufferPointer(rebasing: $0[range.bytes])) }
    }
  }

  /// Appends text, parted by anchors where it is longer than libxml2 reads in one node.
  private mutating func write(_ text: UnsafeBufferPointer<UInt8>) {
    var rest = text
    while rest.count > RunWriter.longestText {
      var end = RunWriter.longestText
      while rest[end] & 0xC0 == 0x80 { end -= 1 }
      tree.builder.text(UnsafeBufferPointer(rebasing: rest[..<end]))
      count("anchor")
      tree.inline("anchor", [("xml:id", identifiers.qualified(identifiers.unique("anchor")))])
      rest = UnsafeBufferPointer(rebasing: rest[end...])
    }
    tree.builder.text(rest)
  }

  private mutating func mention(_ mention: LinkedMention, _ run: inout RunState) {
    let markup = MentionMarkup(mention.mention)
    count(markup.element)
    mentionCounts[mention.mention.type, default: 0] += 1
    let local = mentionIdentifier(mention.mention, &run)
    let builder = tree.builder
    builder.open(markup.element)
    builder.attribute("xml:id", identifiers.qualified(local))
    if let reference = mention.entity.flatMap(register.reference) { builder.attribute("ref", reference) }
    tree.write(markup.attributes)
    builder.attribute("cert", CertaintyText.text(mention.mention.certainty))
    builder.attribute("resp", responsibilities[Int(mention.mention.recognizer)])
    builder.attribute("ana", categories(of: mention.mention))
    text(mention.mention.range, &run)
    builder.close()
  }

  private mutating func mentionIdentifier(_ mention: Mention, _ run: inout RunState) -> String {
    let words = source.bytes[mention.range.bytes]
    return identifiers.mention(block: run.hash, words: words, occurrence: run.occurrence(ofMention: words))
  }

  /// Who says so, how sure, what it is and how it was found.
  private mutating func evidence(_ mention: Mention) -> [IndentedTree.Attribute] {
    [
      ("cert", CertaintyText.text(mention.certainty)), ("resp", responsibilities[Int(mention.recognizer)]),
      ("ana", categories(of: mention)),
    ]
  }

  /// What `@ana` says: what a mention is, how it was found and what it stands for, as pointers to the taxonomies.
  private mutating func categories(of mention: Mention) -> String {
    let triple = Categories(type: mention.type, method: mention.method, sense: mention.sense)
    if let known = categories[triple] { return known }
    let type = identifiers.qualified(mention.type.rawValue)
    let method = identifiers.qualified(mention.method.rawValue)
    let sense = mention.sense.map { " #" + identifiers.qualified($0.rawValue) } ?? ""
    let pointers = "#\(type) #\(method)\(sense)"
    categories[triple] = pointers
    return pointers
  }

  private struct Categories: Hashable {
    var type: MentionType
    var method: RecognitionMethod
    var sense: MentionSense?
  }

  // MARK: Stand-off

  private mutating func annotateStandOff(_ range: SourceRange, _ run: RunState) {
    while nextStandOff < standOff.count, standOff[nextStandOff].mention.range.start < range.end {
      let mention = standOff[nextStandOff]
      nextStandOff += 1
      guard range.contains(mention.mention.range) else { continue }
      let local = identifiers.mention(
        block: run.hash, words: source.bytes[mention.mention.range.bytes],
        occurrence: -1 - Int(mention.mention.range.start - range.start))
      let before = SourceRange(start: range.start, end: mention.mention.range.start)
      mentionCounts[mention.mention.type, default: 0] += 1
      standOffAnnotations.append(
        StandOffAnnotation(
          mention: mention, local: local, block: run.block, offset: codePoints(before, run.form),
          length: codePoints(mention.mention.range, run.form), words: source.string(mention.mention.range),
          attributes: [("corresp", mention.entity.flatMap(register.reference))] + evidence(mention.mention)))
    }
  }

  private func codePoints(_ range: SourceRange, _ form: RunWriter.Form) -> Int {
    let text = writer.text(of: range, as: form)?.bytes ?? Array(source.bytes[range.bytes])
    return text.lazy.filter { $0 & 0xC0 != 0x80 }.count
  }
}
