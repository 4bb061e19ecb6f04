import ArticleModel
import Crypto

/// Writes `teiHeader`: what the text is, where it comes from, how it was encoded and by whom.
struct HeaderEncoder {
  let article: AnnotatedArticle
  let options: EncodingOptions
  let identifier: String
  /// How often each element occurs in the text.
  let usage: [String: Int]
  let layout: SourceLayout
  let tree: IndentedTree
  private let title: String
  private let authors: [String]

  init(
    article: AnnotatedArticle, options: EncodingOptions, identifier: String, usage: [String: Int],
    layout: SourceLayout, tree: IndentedTree
  ) {
    self.article = article
    self.options = options
    self.identifier = identifier
    self.usage = usage
    self.layout = layout
    self.tree = tree
    title = Self.title(of: article)
    authors = Self.authors(of: article)
  }

  /// The identifiers that the header gives, without the document's.
  static let identifiers = [Program.name] + TaxonomyEncoder.identifiers

  private var metadata: ArticleMetadata { article.metadata }

  private var hasTypedColumns: Bool {
    article.structure.blocks.contains { block in
      if case .table(let table) = block { table.columns.contains { $0.kind != .text } } else { false }
    }
  }

  func encode() {
    tree.container("fileDesc") {
      titleStatement()
      extent()
      publicationStatement()
      sourceDescription()
    }
    tree.container("encodingDesc") {
      application()
      editorialDeclaration()
      tagsDeclaration()
      tree.container("classDecl") {
        TaxonomyEncoder(identifier: identifier, tree: tree).encode(
          hasColumns: hasTypedColumns, hasSenses: article.mentions.contains { $0.mention.sense != nil })
      }
    }
    tree.container("profileDesc") {
      tree.container("langUsage") {
        tree.leaf("language", [("ident", article.language)], text: LanguageName.english(article.language))
      }
    }
    sourceLayout()
    tree.container("revisionDesc") {
      tree.leaf(
        "change", [("who", "#\(identifier).\(Program.name)")],
        text: "structure read and entities annotated by \(Program.name) \(Program.version)")
    }
  }

  /// The layout, parted where it is longer than libxml2 reads in one node.
  private func sourceLayout() {
    var rest = layout.json()[...]
    repeat {
      var end = min(rest.endIndex, rest.startIndex + RunWriter.longestText)
      while end < rest.endIndex, rest[end] & 0xC0 == 0x80 { end -= 1 }
      let part = rest[..<end]
      tree.leaf("xenoData", [("type", "source-layout")]) { part.withUnsafeBufferPointer { tree.builder.text($0) } }
      rest = rest[end...]
    } while !rest.isEmpty
  }

  // MARK: File description

  /// The title that was given, or that the article has, or else the name of the file.
  private static func title(of article: AnnotatedArticle) -> String {
    if let title = article.metadata.title { return title }
    for case .title(let run) in article.structure.blocks { return displayed(run.range, article.source) }
    return article.source.name
  }

  /// The text of a range with one space for white space.
  private static func displayed(_ range: SourceRange, _ source: SourceText) -> String {
    source.string(range).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// The author that was given, or else the persons whom the by-line names.
  private static func authors(of article: AnnotatedArticle) -> [String] {
    if let author = article.metadata.author { return [author] }
    var authors: [String] = []
    for case .byline(let run) in article.structure.blocks {
      for mention in article.mentions
      where mention.mention.type == .person && run.range.contains(mention.mention.range) {
        let name = displayed(mention.mention.range, article.source)
        if !authors.contains(name) { authors.append(name) }
      }
    }
    return authors
  }

  private func titleStatement() {
    tree.container("titleStmt") {
      tree.leaf("title", [("type", "main")], text: title)
      for author in authors { tree.leaf("author", text: author) }
      tree.container("respStmt") {
        tree.leaf("resp", text: "structure read and entities annotated by program")
        tree.leaf("name", [("xml:id", "\(identifier).\(Program.name)"), ("type", "software")], text: Program.name)
      }
      for (index, name) in article.recognizers.enumerated() {
        tree.container("respStmt") {
          tree.leaf("resp", text: "entities recognised by program")
          let local = IdentifierScheme.recognizer(UInt8(index + 1))
          tree.leaf("name", [("xml:id", "\(identifier).\(local)"), ("type", "software")], text: name)
        }
      }
    }
  }

  private func extent() {
    tree.container("extent") {
      let words = WordCount.words(in: article)
      tree.leaf("measure", [("unit", "words"), ("quantity", String(words))], text: "\(words) words")
      let bytes = article.source.bytes.count
      tree.leaf("measure", [("unit", "bytes"), ("quantity", String(bytes))], text: "\(bytes) bytes of UTF-8")
    }
  }

  private func publicationStatement() {
    tree.container("publicationStmt") {
      if let publisher = metadata.publisher {
        tree.leaf("publisher", text: publisher)
      } else {
        tree.leaf("distributor", text: "not stated")
      }
      tree.leaf("idno", [("type", "file")], text: article.source.name)
      if let licence = metadata.licence {
        tree.container("availability", [("status", "restricted")]) {
          tree.leaf("licence", [("target", AbsoluteURI.checked(licence))], text: licence)
        }
      } else {
        tree.container("availability", [("status", "unknown")]) {
          tree.leaf("p", text: "No licence is stated.")
        }
      }
      if let date = metadata.date { tree.leaf("date", [("when", date)], text: date) }
    }
  }

  private func sourceDescription() {
    let original = options.originalBytes ?? article.source.bytes
    tree.container("sourceDesc") {
      tree.container("bibl") {
        tree.leaf("title", text: title)
        for author in authors { tree.leaf("author", text: author) }
        if let publisher = metadata.publisher { tree.leaf("publisher", text: publisher) }
        if let date = metadata.date { tree.leaf("date", [("when", date)], text: date) }
        if let url = metadata.url { tree.leaf("ref", [("target", AbsoluteURI.checked(url))], text: url) }
        tree.leaf("idno", [("type", "file")], text: article.source.name)
        tree.leaf("idno", [("type", "sha256")], text: Digest.sha256(original))
        tree.container("extent") {
          tree.leaf(
            "measure", [("unit", "bytes"), ("quantity", String(original.count))], text: "\(original.count) bytes")
        }
      }
    }
  }

  // MARK: Encoding description

  private func application() {
    tree.container("appInfo") {
      tree.container("application", [("ident", Program.name), ("version", Program.version)]) {
        tree.leaf("label", text: Program.name)
        let run = options.runOptions.isEmpty ? "defaults" : options.runOptions
        let model = options.modelDigest.isEmpty ? "" : "; gazetteers and models: \(options.modelDigest)"
        tree.leaf("desc", text: "options: \(run)\(model)")
      }
    }
  }

  private func editorialDeclaration() {
    tree.container("editorialDecl") {
      let others =
        article.recognizers.isEmpty
        ? "" : " Names that other programs found stand in place of those of \(Program.name) that they overlap."
      let sentences =
        article.sentences == nil
        ? ""
        : " Paragraphs and items were divided into sentences (s) by program; a label is outside of its item’s sentences."
      paragraph(
        "segmentation", "Sections follow the headings, blocks the lines and blank lines of the source.\(sentences)")
      paragraph(
        "normalization",
        "The text is that of the source, character by character; characters that XML does not admit stand as U+FFFD. "
          + "The markup of the source, and those characters, are recorded in xenoData: the source can be rebuilt from it."
      )
      paragraph(
        "interpretation",
        "Names, dates, numbers and measures were found by program, each with its certainty from 0 to 1 (cert), its type "
          + "and the method that found it (ana) and who says so (resp).\(others)")
    }
  }

  private func paragraph(_ name: StaticString, _ text: String) {
    tree.container(name) { tree.leaf("p", text: text) }
  }

  private func tagsDeclaration() {
    tree.container("tagsDecl") {
      tree.container("namespace", [("name", TEIEncoder.namespace)]) {
        for (element, count) in usage.sorted(by: { $0.key < $1.key }) {
          tree.leaf("tagUsage", [("gi", element), ("occurs", String(count))])
        }
      }
    }
  }
}

/// A digest as the header gives it.
public enum Digest {
  /// SHA-256 (FIPS 180-4) as 64 hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    for byte in SHA256.hash(data: bytes) { text += [digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The words of an article: stretches of its runs between white space.
enum WordCount {
  static func words(in article: AnnotatedArticle) -> Int {
    var words = 0
    article.source.bytes.withUnsafeBufferPointer { bytes in
      article.structure.forEachRun { run in
        var inWord = false
        for index in run.range.bytes {
          let isSpace = Characters.isASCIISpace(bytes[index])
          if !isSpace, !inWord { words += 1 }
          inWord = !isSpace
        }
      }
    }
    return words
  }
}
