import ArticleModel

/// Finds the adjectives and nouns of nationality of German, French and Spanish, most of which are written small and so
/// stand in no list of names: "österreichische", "suisses", "portugués".
///
/// The name of a language is no nationality: "en français", "el español" are left out.
struct NationalityAdjectives {
  private let gazetteer: CompiledGazetteer
  private let language: GrammarLanguage
  private let forms: WordTable<Form>

  struct Form: Sendable {
    /// The English name of the place, under which the gazetteer has it.
    var place: String
    var isNoun: Bool
    var isPlural: Bool
  }

  /// - Returns: nil for a language that has no table here.
  init?(language: GrammarLanguage, gazetteer: CompiledGazetteer) {
    switch language {
    case .german: forms = NationalityForms.german
    case .french: forms = NationalityForms.french
    case .spanish: forms = NationalityForms.spanish
    case .english, .other: return nil
    }
    self.language = language
    self.gazetteer = gazetteer
  }

  @inline(__always)
  func mention(at index: Int, _ names: NameReader) -> Mention? {
    guard names.tokens[index].range.count > 3, let form = form(index, names), stands(form, at: index, names) else {
      return nil
    }
    return Mention(
      names.tokens[index].range, .demonym, method: .gazetteer, certainty: 0.9, identity: identity(of: form.place))
  }

  /// What a word is; a German adjective without its ending.
  private func form(_ index: Int, _ names: NameReader) -> Form? {
    let (start, end) = (Int(names.tokens[index].range.start), Int(names.tokens[index].range.end))
    let bytes = names.reader.bytes
    let isSmall = names.reader.shape(index) == .lower
    // "deutsch" without an ending is the language.
    guard language == .german, isSmall else {
      return forms.entry(bytes, start, end).flatMap { language == .german && !$0.isNoun ? nil : $0 }
    }
    guard end - start > 5 else { return nil }
    let last = bytes[end - 1]
    if last == 0x65 { return forms.entry(bytes, start, end - 1) }
    // "-en", "-er", "-es", "-em"
    guard bytes[end - 2] == 0x65, last == 0x6E || last == 0x72 || last == 0x73 || last == 0x6D else { return nil }
    return forms.entry(bytes, start, end - 2)
  }

  private static let languageMarks = WordTable(
    "le la l en du au un une de d el del al lo parle parlent habla hablan traducido traduit".split(separator: " ").map {
      (word: String($0), entry: true)
    })

  private func stands(_ form: Form, at index: Int, _ names: NameReader) -> Bool {
    let reader = names.reader
    // A part of a longer name: "Deutsche Bank", "Banque française du Commerce".
    let isCapitalised = reader.isCapitalised(index)
    if isCapitalised {
      if form.place == "Switzerland", language == .german { return true }
      return form.isNoun && !reader.isCapitalised(index + 1) && !reader.isDash(index + 1)
        && (names.tokens[index].startsSentence || !reader.isCapitalised(index - 1))
    }
    if reader.isDash(index - 1) || reader.isDash(index + 1) { return false }
    // "Union européenne", "Banco Central Europeo": the adjective belongs to the name before it.
    if language != .german, reader.kind(index - 1) == .word, reader.shape(index - 1) != .lower { return false }
    switch language {
    case .german: return !form.isNoun
    case .french, .spanish: return form.isPlural || !names.has(index - 1, in: Self.languageMarks)
    case .english, .other: return false
    }
  }

  private func identity(of place: String) -> EntityIdentity? {
    let source = SourceText(name: "", place)
    let run = TextRun(SourceRange(0..<source.bytes.count))
    let (tokens, _) = Tokenizer.tokenize(ArticleStructure(blocks: [.paragraph(run)]), of: source)
    return source.bytes.withUnsafeBufferPointer { bytes in
      gazetteer.longestMatch(tokens: tokens, at: 0, limit: tokens.count, in: bytes)?
        .alternatives.first { $0.type == .country || $0.type == .region }?.identity
    }
  }
}
