import ArticleModel

/// Words for offices, ranks, professions and forms of address.
enum RoleWords {
  enum Part: Sendable {
    /// A whole role: "president", "minister".
    case head
    /// It stands before a head: "prime", "foreign", "deputy".
    case modifier
    /// A form of address that stands before a name only: "Mr", "Dr".
    case address
  }

  static let table = WordTable<Part>(
    entries(.address, address) + entries(.head, heads) + entries(.modifier, modifiers))

  private static func entries(_ part: Part, _ words: String) -> [(word: String, entry: Part)] {
    words.split(separator: " ").map { (word: String($0), entry: part) }
  }

  private static let address = """
    mr mrs ms mx dr prof sir dame lord lady rev herr frau monsieur madame mme mlle señor señora don doña sr sra st
    """
  private static let heads = """
    president minister chancellor premier king queen prince princess emperor pope bishop archbishop \
    cardinal rabbi imam senator congressman congresswoman representative governor mayor councillor commissioner \
    ambassador consul envoy secretary chairman chairwoman chair chairperson director \
    general admiral colonel major captain lieutenant sergeant commander marshal brigadier judge justice \
    prosecutor attorney sheriff spokesman spokeswoman spokesperson speaker leader ceo cfo cto founder \
    professor dean rector principal librarian coach manager editor journalist reporter analyst researcher scientist \
    economist historian author writer poet novelist actor actress singer artist architect engineer lawyer doctor \
    surgeon detective inspector constable presidents ministers senators representatives congressmen generals \
    ambassadors caretaker keeper master treasurer deputy head officer adviser advisor counsel sultan emir sheikh ayatollah \
    präsident präsidentin minister ministerin kanzler kanzlerin bundeskanzler bundeskanzlerin bürgermeister \
    bürgermeisterin sprecher sprecherin professorin direktor direktorin président présidente ministre chancelier maire \
    directeur directrice sénateur sénatrice presidente presidenta ministro ministra alcalde alcaldesa \
    director directora portavoz rey reina
    """
  private static let modifiers = """
    prime foreign vice deputy assistant acting interim defence defense interior finance justice health education \
    culture transport energy agriculture environment trade labour labor economy infrastructure fisheries home state \
    chief executive operating financial technology managing major lieutenant brigadier rear attorney \
    solicitor secretary senior junior press national security district crown party group harbour general first
    """
}
