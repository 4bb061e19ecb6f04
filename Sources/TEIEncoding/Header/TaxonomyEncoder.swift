import ArticleModel

/// Writes the taxonomies that `@ana` points to: what a mention names, how it was found, what a column holds, and
/// what a name stands for.
struct TaxonomyEncoder {
  let identifier: String
  let tree: IndentedTree

  /// What the columns of tables may hold but text, which goes without saying.
  private static let columns = TableColumn.Kind.allCases.filter { $0 != .text }

  /// The identifiers that the taxonomies give, without the document's.
  static let identifiers =
    ["types", "methods", "columns", "senses"] + MentionType.allCases.map(\.rawValue)
    + RecognitionMethod.allCases.map(\.rawValue) + columns.map(identifier) + MentionSense.allCases.map(\.rawValue)

  static func identifier(of kind: TableColumn.Kind) -> String { "column-\(kind.rawValue)" }

  /// - Parameters:
  ///   - hasColumns: Whether a table says what its columns hold.
  ///   - hasSenses: Whether a mention says what it stands for.
  func encode(hasColumns: Bool, hasSenses: Bool = false) {
    taxonomy("types", "What a mention names.", MentionType.allCases.map { ($0.rawValue, Self.gloss($0)) })
    taxonomy("methods", "How a mention was found.", RecognitionMethod.allCases.map { ($0.rawValue, Self.gloss($0)) })
    if hasColumns {
      taxonomy("columns", "What a column holds.", Self.columns.map { (Self.identifier(of: $0), Self.gloss($0)) })
    }
    if hasSenses {
      taxonomy(
        "senses", "What a name stands for beside what it names.",
        MentionSense.allCases.map { ($0.rawValue, Self.gloss($0)) })
    }
  }

  private func taxonomy(_ local: String, _ description: String, _ categories: [(String, String)]) {
    tree.container("taxonomy", [("xml:id", "\(identifier).\(local)")]) {
      tree.leaf("desc", text: description)
      for (name, gloss) in categories {
        tree.container("category", [("xml:id", "\(identifier).\(name)")]) { tree.leaf("catDesc", text: gloss) }
      }
    }
  }

  private static func gloss(_ type: MentionType) -> String {
    switch type {
    case .person: "a person"
    case .role: "an office, a rank or a profession that a person holds"
    case .organisation: "an organisation, institution, company or group with a name"
    case .country: "a country or territory of ISO 3166-1, Kosovo, or a country of the United Kingdom"
    case .settlement: "a city, town or village"
    case .region: "a part of a country or an area of several countries"
    case .facility: "a building or installation with a name, as a base or an airport"
    case .geography: "a sea, river, mountain, island or other natural feature"
    case .place: "a place of a kind that is not known"
    case .demonym: "an adjective or noun of nationality"
    case .date: "a date or a span of time"
    case .time: "a time of day"
    case .number: "a number"
    case .percentage: "a percentage"
    case .money: "an amount of money"
    case .measure: "a quantity with its unit"
    case .event: "an event with a name, as a war or an exercise"
    case .product: "a product with a name, as a vehicle or a program"
    case .programme: "a programme, project or initiative with a name"
    case .law: "a law, treaty or agreement with a name"
    case .work: "a work with a title, as a book, a film or a painting"
    case .reference: "a URL or an e-mail address"
    }
  }

  private static func gloss(_ column: TableColumn.Kind) -> String {
    switch column {
    case .text: "text"
    case .number: "numbers, bare or with a unit"
    case .percentage: "percentages"
    case .money: "sums of money"
    case .date: "dates"
    }
  }

  private static func gloss(_ sense: MentionSense) -> String {
    switch sense {
    case .metonymyGovernment: "a capital that stands for the government that sits there"
    }
  }

  private static func gloss(_ method: RecognitionMethod) -> String {
    switch method {
    case .gazetteer: "it stands in a list that the program carries"
    case .userGazetteer: "it stands in a list that the user gave"
    case .external: "a program that the user named found it"
    case .pattern: "it has the shape of such a name"
    case .personEvidence: "a title, an office, a given name or a verb of saying beside it"
    case .acronym: "an acronym and the long form that introduces it"
    case .shortForm: "a short form of a name that stands in full elsewhere in the article"
    case .tagger: "a network that was trained on annotated texts, from the words around it"
    case .grammar: "a grammar of dates, numbers, units or addresses"
    }
  }
}
