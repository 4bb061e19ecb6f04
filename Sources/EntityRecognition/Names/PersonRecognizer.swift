import ArticleModel

/// Finds persons by what stands beside a name, and the offices and titles that do.
///
/// A title or an office before a name, a given name at its head, a verb of saying or an apposition behind it make a name
/// that of a person. Once a name stands in full, its surname alone is the same person.
public struct PersonRecognizer: EntityRecognizer {
  private let gazetteer: CompiledGazetteer

  public init(gazetteer: CompiledGazetteer = .embedded) { self.gazetteer = gazetteer }

  public func mentions(in input: RecognitionInput) -> [Mention] {
    var found = Found()
    input.forEachNamedRun(gazetteer) { run, names in
      PersonScan(names: names, run: run, source: input.source).scan(&found)
    }
    guard !found.persons.isEmpty else { return found.roles }
    let register = PersonRegister(found.persons)
    var mentions = found.roles
    for person in found.persons { mentions.append(register.mention(of: person)) }
    let taken = Set(found.persons.flatMap { $0.tokens })
    input.forEachNamedRun(gazetteer) { run, names in
      register.shortForms(in: run, names, input.source, taken, &mentions)
    }
    return mentions
  }

  /// What the first pass finds.
  struct Found {
    var persons: [FoundPerson] = []
    var roles: [Mention] = []
  }
}

/// A name that the evidence makes a person's.
struct FoundPerson {
  /// Indices of the tokens of the name.
  var tokens: Range<Int>
  var range: SourceRange
  /// The words of the name, particles among them.
  var words: [String]
  var certainty: Float
}
