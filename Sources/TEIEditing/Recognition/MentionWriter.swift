public import ArticleModel
public import Exchange
import TEIEncoding
import TEIText
import XML

/// Writes mentions that a program found into the bytes of a TEI file, document by document. What the file has stays.
///
///     var writer = MentionWriter(markup)
///     writer.add(article, to: StandoffReader(table))      // an article whose source is the reader's text
///     let (bytes, outcome) = writer.write()
public struct MentionWriter {
  /// What was written.
  public struct Outcome: Hashable, Sendable {
    /// Mentions by type, those that stand off with them.
    public var mentions: [MentionType: Int] = [:]
    public var standOff = 0
    /// Entries that registers have gained.
    public var entities = 0

    public init() {}
  }

  private let markup: SourceMarkup
  private let isNested: Bool
  private let description: String
  private let date: String?
  private var editor: TEIEditor
  private var documents: [DocumentMentions] = []
  /// The identifiers of the file and those that it has gained, by what they begin with.
  private var schemes: [String: IdentifierScheme] = [:]
  /// In order.
  private let identifiers: [String]

  /// - Parameters:
  ///   - isNested: Whether mentions may stand in mentions that the file has, and around them.
  ///   - description: What the program was asked for, for the header.
  ///   - date: When, for the header, ISO 8601; nil to leave it out.
  public init(_ markup: SourceMarkup, isNested: Bool = false, description: String = "", date: String? = nil) {
    self.description = description
    self.date = date
    self.markup = markup
    self.isNested = isNested
    editor = TEIEditor(markup)
    identifiers = markup.table.allElements.compactMap { $0["xml:id"] }.sorted()
  }

  /// Notes the mentions of an article.
  ///
  /// - Parameters:
  ///   - article: Its source is the text that the reader has.
  ///   - reader: The document.
  public mutating func add(_ article: AnnotatedArticle, to reader: StandoffReader) {
    let taken = TakenPlaces(reader.document.annotations, isNested: isNested)
    let selection = MentionSelection(article.mentions, in: article.structure)
    let inline = selection.inline.filter { taken.admit($0.mention) && isProse($0.mention, reader) }
    let standOff = selection.standOff.filter { taken.admit($0.mention) && isProse($0.mention, reader) }
    guard !inline.isEmpty || !standOff.isEmpty else { return }
    let habit = DocumentHabit(reader.top, reader)
    let document = habit.document.isEmpty ? Self.stem(of: markup.table.name) : habit.document
    let prefix = document + "."
    var mentions = DocumentMentions(
      article: article, reader: reader, habit: habit, prefix: prefix,
      identifiers: schemes[prefix] ?? scheme(of: document), date: date)
    for mention in inline { mentions.insert(mention, into: &editor) }
    for mention in standOff { mentions.setApart(mention) }
    schemes[prefix] = mentions.identifiers
    documents.append(mentions)
  }

  /// The file with all mentions; the same bytes where there is nothing new.
  public func write() -> (bytes: [UInt8], outcome: Outcome) {
    var outcome = Outcome()
    guard !documents.isEmpty else { return (markup.bytes, outcome) }
    var editor = self.editor
    let refused = Set(editor.write().refused)
    for var document in documents { document.finish(refused, description, &editor, &outcome) }
    return (editor.write().bytes, outcome)
  }

  private func scheme(of document: String) -> IdentifierScheme {
    var scheme = IdentifierScheme(document: document)
    let prefix = document + "."
    for identifier in identifiers[identifiers.partition { $0 < prefix }...].prefix(while: { $0.hasPrefix(prefix) }) {
      _ = scheme.unique(String(identifier.dropFirst(document.count + 1)))
    }
    return scheme
  }

  /// What a document without an identifier is called: so are the files that `annotate` makes of articles.
  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let dot = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 }
    return DocumentIdentifier.ncName(stem: dot.map { String(name[..<$0]) } ?? name)
  }

  // MARK: Places that hold no names

  /// Elements whose text is no prose: code, formulas, numbers of records, references to works (TEI P5,
  /// chapters 3.4, 3.12, 14.2 and 22).
  private static let unspoken: Set<String> = [
    "code", "eg", "egXML", "formula", "gi", "att", "val", "tag", "ident", "idno", "graphic", "binaryObject", "g", "c",
    "am", "ex", "email", "ptr", "unit", "metamark", "secl", "fs", "notatedMusic", "math", "xenoData", "postBox",
    "postCode", "geo", "depth", "dim", "height", "width", "locus", "measureGrp", "interp",
    "bibl", "biblStruct", "listBibl",
  ]

  /// Whether the words of a mention stand in prose.
  private func isProse(_ mention: Mention, _ reader: StandoffReader) -> Bool {
    guard let source = reader.text.sourceRange(of: mention.range.bytes) else { return false }
    for text in [source.lowerBound, source.upperBound - 1] {
      var current = markup.holder(of: text).map { XMLNodeTable.Node(markup.table, $0) }
      while let element = current, element.number != reader.top.number {
        if Self.unspoken.contains(element.name) || element.namespace != XMLNamespace.tei { return false }
        current = element.parent
      }
    }
    return true
  }
}

/// The places of the mentions that a document has.
struct TakenPlaces {
  private let annotations: [StandoffAnnotation]
  /// For each, how far it and those before it reach.
  private let ends: [Int]
  private let isNested: Bool

  /// - Parameter annotations: In the order of their beginnings.
  init(_ annotations: [StandoffAnnotation], isNested: Bool) {
    self.annotations = annotations
    self.isNested = isNested
    var end = 0
    ends = annotations.map { annotation in
      end = max(end, annotation.range.upperBound)
      return end
    }
  }

  /// Whether a mention is new, and has room: beside all that are there, or, where they may nest, with none around or
  /// inside it that is the same kind of thing.
  func admit(_ mention: Mention) -> Bool {
    let range = mention.range.bytes
    let element = mention.type.markup.element
    var index = annotations.partition { $0.range.lowerBound < range.upperBound } - 1
    while index >= 0, ends[index] > range.lowerBound {
      let other = annotations[index]
      if other.range.overlaps(range) {
        guard isNested, !other.element.isEmpty, other.element != "annotation", other.element != element else {
          return false
        }
      }
      index -= 1
    }
    return true
  }
}
