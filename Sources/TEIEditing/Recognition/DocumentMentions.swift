import ArticleModel
import Exchange
import TEIEncoding
import TEIText
import XML

/// The mentions that one document gains.
struct DocumentMentions {
  let article: AnnotatedArticle
  let reader: StandoffReader
  let habit: DocumentHabit
  /// What its identifiers begin with.
  let prefix: String
  private(set) var identifiers: IdentifierScheme
  private let responsibility: Responsibility
  private var register: KnownEntities
  private var standOff: StandOffEditing
  private var insertions: [(number: Int, mention: LinkedMention)] = []
  private var apart: [LinkedMention] = []
  private var usage: [String: Int] = [:]
  private var occurrences: [UInt64: Int] = [:]

  init(
    article: AnnotatedArticle, reader: StandoffReader, habit: DocumentHabit, prefix: String,
    identifiers: IdentifierScheme, date: String?
  ) {
    self.article = article
    self.reader = reader
    self.habit = habit
    self.prefix = prefix
    self.identifiers = identifiers
    responsibility = Responsibility(program: reader.top, date: date, identifiers: &self.identifiers, prefix: prefix)
    register = KnownEntities(reader.document.entities)
    standOff = StandOffEditing(top: reader.top)
  }

  /// Notes a mention that is an element in the text, if it nests.
  mutating func insert(_ linked: LinkedMention, into editor: inout TEIEditor) {
    guard let source = reader.text.sourceRange(of: linked.mention.range.bytes) else { return }
    let (element, own) = linked.mention.markup
    var attributes: [NewElement.Attribute] = []
    if habit.identifiesMentions { attributes.append(.init("xml:id", identifier(of: linked.mention))) }
    if let reference = reference(of: linked) { attributes.append(.init("ref", reference)) }
    attributes += own.map { .init($0.name, $0.value) }
    if !habit.isOurs, element == "placeName", linked.mention.type != .place {
      attributes.append(.init("type", linked.mention.type.rawValue))
    }
    attributes.append(.init("cert", linked.mention.certaintyText))
    attributes.append(.init("resp", responsibility.pointer))
    if let analysis = analysis(of: linked.mention) { attributes.append(.init("ana", analysis)) }
    insertions.append((editor.insert(NewElement(element, attributes), around: source), linked))
  }

  /// Notes a mention that crosses another.
  mutating func setApart(_ linked: LinkedMention) { apart.append(linked) }

  /// Writes what does not nest, what registers gain, and what the header says of all that.
  mutating func finish(
    _ refused: Set<Int>, _ description: String, _ editor: inout TEIEditor, _ outcome: inout MentionWriter.Outcome
  ) {
    for (number, linked) in insertions {
      outcome.mentions[linked.mention.type, default: 0] += 1
      if refused.contains(number) {
        editor.cancel(number)
        apart.append(linked)
      } else {
        usage[linked.mention.type.markup.element, default: 0] += 1
      }
    }
    for linked in apart where !linked.mention.range.isEmpty { addStandOff(linked) }
    outcome.standOff += apart.count
    outcome.entities += standOff.declared.count
    standOff.write(to: &editor)
    ProgramHeader(top: reader.top, responsibility: responsibility, description: description, usage: usage)
      .write(to: &editor)
  }

  private mutating func addStandOff(_ linked: LinkedMention) {
    let mention = linked.mention
    guard let source = reader.text.sourceRange(of: mention.range.bytes) else { return }
    let analysis = analysis(of: mention)
    standOff.add(
      StandOffEditing.Mention(
        identifier: identifier(of: mention), range: mention.range.bytes, source: source,
        type: analysis == nil ? mention.type.rawValue : "", element: mention.type.markup.element,
        reference: reference(of: linked), certainty: mention.certaintyText, responsible: responsibility.pointer,
        analysis: analysis, note: ""), reader)
  }

  // MARK: What a mention says

  /// The entry of the entity: one that the document has, or a new one.
  private mutating func reference(of linked: LinkedMention) -> String? {
    guard let index = linked.entity else { return nil }
    let entity = article.entities[index]
    if let known = register.identifier(of: entity) { return "#" + known }
    let identifier = prefix + identifiers.entity(entity)
    var entry = StandoffEntity(id: identifier, type: entity.type.rawValue, name: entity.name)
    entry.variants = entity.variants
    entry.identifiers = entity.identifiers
    standOff.declare(entry, as: entity.type, identifier: identifier, country: entity.country)
    register.add(entry)
    return "#" + identifier
  }

  /// The categories of type and method, in a document that has our taxonomies.
  private func analysis(of mention: Mention) -> String? {
    guard let category = habit.categories[mention.type.rawValue] else { return nil }
    let method = prefix + mention.method.rawValue
    return habit.methods.contains(method) ? "\(category) #\(method)" : category
  }

  /// From the block, the words, and how often they stand in it.
  private mutating func identifier(of mention: Mention) -> String {
    var block = StableHash()
    if let around = reader.text.block(at: Int(mention.range.start)) { block.add(reader.text.text[around.range]) }
    let words = reader.text.text[mention.range.bytes]
    var place = block
    place.add(words)
    defer { occurrences[place.value, default: 0] += 1 }
    return prefix
      + identifiers.mention(block: block.value, words: words, occurrence: occurrences[place.value, default: 0])
  }
}

extension Responsibility {
  /// The program itself, as a header names it.
  init(program top: XMLNodeTable.Node, date: String?, identifiers: inout IdentifierScheme, prefix: String) {
    // An identifier is taken only where the header does not name the program.
    var others = identifiers
    self.init(name: Program.name, date: date, top: top, identifiers: &others, prefix: prefix)
    if !isKnown { pointer = "#" + prefix + identifiers.unique(Program.name) }
  }
}
