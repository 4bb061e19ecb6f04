import ArticleModel

/// Finds facilities, events, programmes, laws, products and works by the shape of their names: "Mihail Kogalniceanu
/// airbase", "Operation …", "Human Rights Act 1998", "Treaty of …", "Directive 2012/34/EU", "HMS …", the novel “…”; and the
/// adjectives of nationality that German, French and Spanish write small.
public struct NamedThingRecognizer: EntityRecognizer {
  private let gazetteer: CompiledGazetteer

  public init(gazetteer: CompiledGazetteer = .embedded) { self.gazetteer = gazetteer }

  public func mentions(in input: RecognitionInput) -> [Mention] {
    var mentions: [Mention] = []
    let adjectives = NationalityAdjectives(language: GrammarLanguage(tag: input.language), gazetteer: gazetteer)
    input.forEachNamedRun(gazetteer) { run, names in
      let scan = NamedThingScan(names: names)
      let titles = WorkTitles(reader: names.reader)
      var index = run.tokens.lowerBound
      while index < run.tokens.upperBound {
        defer { index += 1 }
        switch names.tokens[index].kind {
        case .word:
          if let adjective = adjectives?.mention(at: index, names) { mentions.append(adjective) }
          if !names.isTitleCase, let thing = scan.mention(at: index) { mentions.append(thing) }
        case .punctuation:
          guard let title = titles.title(at: index) else { continue }
          mentions.append(
            Mention(names.range(title.lowerBound, title.upperBound - 1), .work, method: .pattern, certainty: 0.85))
        case .number, .mixed, .clitic, .address: break
        }
      }
    }
    return mentions
  }
}
