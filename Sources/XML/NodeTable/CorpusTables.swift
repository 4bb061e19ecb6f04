/// Makes tables of the documents of a `teiCorpus` as they come, so that a corpus of any size is read in bounded memory;
/// of any other document one table.
///
/// Each table has one document (`TEI`) with all that is around it: the `teiCorpus` elements with their attributes and what
/// stands in them beside documents, headers and registers as a rule. Where that is more than a document, a table has
/// several documents, so that the time is in proportion to the file.
struct CorpusTables: XMLEventHandler {
  /// Gets what makes a table; answers whether more is wanted.
  typealias Take = (NodeTableBuilder, _ firstNode: Int32, _ earlierSiblings: [Int32: Int32]) -> Bool

  private(set) var builder: NodeTableBuilder
  private let eventNames: XMLNameTable
  private let takesParts: Bool
  private let take: Take
  /// The `teiCorpus` elements that are open, the outermost first.
  private var corpora: [Corpus] = []
  private var depth = 0
  /// Up to where nodes were handed out already.
  private var firstNode: Int32 = 0
  private var goesOn = true

  private struct Corpus {
    /// What there was before its tag.
    var before: NodeTableBuilder.Mark
    /// What there was when documents were last handed out.
    var handedOut: NodeTableBuilder.Mark?
    /// Where the nodes of the first document begin that waits, and of what is dropped with it.
    var part: NodeTableBuilder.Mark?
    var firstPart: Int32 = 0
    /// How many documents, and corpora, stood in it that are no longer here.
    var earlierParts: Int32 = 0
    var earlierCorpora: Int32 = 0
    /// How many documents wait.
    var waiting: Int32 = 0
  }

  /// - Parameters:
  ///   - builder: Empty.
  ///   - takesParts: Whether a corpus is taken apart.
  init(_ builder: NodeTableBuilder, _ eventNames: XMLNameTable, takesParts: Bool, take: @escaping Take) {
    self.builder = builder
    self.eventNames = eventNames
    self.takesParts = takesParts
    self.take = take
  }

  var wantsMore: Bool { goesOn && builder.wantsMore }

  mutating func startElement(_ name: XMLNameID, _ attributes: XMLEventAttributes, _ place: XMLEventPlace) {
    if takesParts, depth == corpora.count { enter(name) }
    depth += 1
    builder.startElement(name, attributes, place)
  }

  /// Notes a corpus, or a document of one. Both stand in corpora alone, or are the root.
  private mutating func enter(_ name: XMLNameID) {
    let local = eventNames.local(name)
    if local == "teiCorpus" || local == "teiCorpus.2" {
      handOut()
      corpora.append(Corpus(before: builder.mark))
    } else if local == "TEI" || local == "TEI.2", var corpus = corpora.popLast() {
      if corpus.part == nil {
        let now = builder.mark
        // Comments and white space between documents are dropped with them.
        let former = corpus.handedOut ?? now
        corpus.part = former.elements == now.elements ? former : now
        corpus.firstPart = Int32(truncatingIfNeeded: now.nodes)
      }
      corpus.waiting += 1
      corpora.append(corpus)
    }
  }

  mutating func endElement(_ name: XMLNameID, _ place: XMLEventPlace) {
    builder.endElement(name, place)
    depth -= 1
    guard !corpora.isEmpty else { return }
    if depth == corpora.count {
      if let part = corpora[corpora.count - 1].part, isLarge(builder.mark, beside: part) { handOut() }
    } else if depth == corpora.count - 1, depth > 0 {
      // A corpus in another one goes whole. The outermost one is left to the end of the document.
      handOut()
      let corpus = corpora.removeLast()
      builder.cut(to: corpus.before)
      firstNode = min(firstNode, Int32(truncatingIfNeeded: corpus.before.nodes))
      corpora[corpora.count - 1].earlierCorpora += 1
    }
  }

  private func isLarge(_ whole: NodeTableBuilder.Mark, beside part: NodeTableBuilder.Mark) -> Bool {
    whole.nodes >= 2 * part.nodes && whole.text + whole.values >= 2 * (part.text + part.values)
  }

  /// Hands out what has come since the last time, and drops the documents.
  private mutating func handOut() {
    guard goesOn, !corpora.isEmpty, builder.mark.nodes > Int(firstNode),
      corpora[corpora.count - 1].part != nil || depth < corpora.count
    else { return }
    var earlier: [Int32: Int32] = [:]
    for (index, corpus) in corpora.enumerated() {
      if index > 0, corpora[index - 1].earlierCorpora > 0 {
        earlier[Int32(corpus.before.nodes)] = corpora[index - 1].earlierCorpora
      }
      if corpus.waiting > 0 { earlier[corpus.firstPart] = corpus.earlierParts }
    }
    builder.closeOpen()
    goesOn = take(builder, firstNode, earlier)
    guard var corpus = corpora.popLast() else { return }
    if let part = corpus.part, depth == corpora.count + 1 { builder.cut(to: part) }
    corpus.earlierParts += corpus.waiting
    corpus.waiting = 0
    corpus.part = nil
    corpus.handedOut = builder.mark
    corpora.append(corpus)
    firstNode = Int32(truncatingIfNeeded: builder.mark.nodes)
  }

  mutating func characters(_ piece: Span<UInt8>, _ place: XMLEventPlace) { builder.characters(piece, place) }

  mutating func comment(_ content: Span<UInt8>, _ place: XMLEventPlace) { builder.comment(content, place) }

  mutating func processingInstruction(target: String, data: String, _ place: XMLEventPlace) {
    builder.processingInstruction(target: target, data: data, place)
  }

  /// Hands out what is left at the end of the document.
  mutating func finish() {
    builder.finish()
    guard goesOn, builder.mark.nodes > Int(firstNode) else { return }
    var earlier: [Int32: Int32] = [:]
    if let corpus = corpora.first, corpus.waiting > 0 { earlier[corpus.firstPart] = corpus.earlierParts }
    _ = take(builder, firstNode, earlier)
  }
}
