import ArticleModel

/// Words for offices, ranks, professions and forms of address.
enum RoleWords {
  enum Part: Sendable {
    /// A whole role: "president", "minister".
    case head
    /// It stands before a head: "prime", "foreign", "deputy".
    case modifier
    /// A head behind another part of a role only: "chief executive".
    case second
    /// A form of address that stands before a name only: "Mr", "Dr".
    case address
  }

  static let table = WordTable<Part>(
    entries(.address, address) + entries(.head, heads) + entries(.head, professions) + entries(.head, foreignHeads)
      + entries(.second, seconds) + entries(.modifier, modifiers))

  /// What a word means by itself; German writes an office in one word, of which the end tells: "Bundesverkehrsminister".
  @inline(__always)
  static func part(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Part? {
    if let part = table.entry(bytes, start, end) { return part }
    return end - start > 10 && bytes[start] &- 0x41 < 26 && isGermanOffice(bytes, start, end) ? .head : nil
  }

  private static func isGermanOffice(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    // "-ministerin"
    let isFeminine = bytes[end - 1] == 0x6E && bytes[end - 2] == 0x69
    let stemEnd = isFeminine ? end - 2 : end
    for office in germanOffices where stemEnd - start > office.utf8CodeUnitCount {
      let offset = stemEnd - office.utf8CodeUnitCount
      if (0..<office.utf8CodeUnitCount).allSatisfy({ bytes[offset + $0] == office.utf8Start[$0] }) { return true }
    }
    return false
  }

  private static let germanOffices: [StaticString] = [
    "minister", "präsident", "kanzler", "sprecher", "sekretär", "direktor", "bürgermeister", "vorsitzende",
    "vorsitzender", "botschafter", "kommissar", "beauftragte", "beauftragter", "inspekteur", "staatsanwalt",
  ]

  private static func entries(_ part: Part, _ words: String) -> [(word: String, entry: Part)] {
    words.split(separator: " ").map { (word: String($0), entry: part) }
  }

  private static let address = """
    mr mrs ms mx dr prof sir dame lord lady rev herr frau monsieur madame mme mlle señor señora don doña sr sra st \
    gen sgt lt col capt maj cpl adm cmdr brig gov sen rep
    """
  private static let seconds = "executive elect"
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
    taoiseach tánaiste mp mep superintendent corporal viceroy vicar priest pastor patriarch mufti provost \
    curator archivist magistrate barrister warden
    """
  private static let professions = """
    photographer musician composer conductor pianist violinist guitarist drummer rapper comedian filmmaker screenwriter \
    playwright philosopher sociologist psychologist psychiatrist physicist chemist biologist mathematician astronomer \
    geologist ecologist climatologist meteorologist epidemiologist virologist cardiologist physician archaeologist \
    anthropologist linguist translator theologian nurse teacher headteacher headmaster lecturer astronaut cosmonaut pilot \
    skipper businessman businesswoman entrepreneur industrialist philanthropist activist campaigner lobbyist strategist \
    diplomat politician lawmaker legislator dictator columnist correspondent blogger broadcaster presenter publisher \
    firefighter policeman policewoman striker midfielder goalkeeper quarterback
    """
  private static let foreignHeads = """
    präsident präsidentin minister ministerin kanzler kanzlerin bundeskanzler bundeskanzlerin bürgermeister \
    bürgermeisterin sprecher sprecherin professorin direktor direktorin leiter leiterin vorsitzender vorsitzende \
    botschafter botschafterin abgeordneter abgeordnete richter richterin staatssekretär chef chefin forscher forscherin \
    président présidente ministre chancelier maire directeur directrice sénateur sénatrice député députée secrétaire \
    professeur juge procureur ambassadeur écrivain chercheur chercheuse historien historienne économiste \
    presidente presidenta ministro ministra alcalde alcaldesa director directora portavoz rey reina secretario secretaria \
    senador senadora diputado diputada gobernador gobernadora profesor profesora embajador embajadora escritor escritora \
    gerente juez fiscal \
    lehrer lehrerin arzt ärztin ingenieur ingenieurin autor autorin schriftsteller schriftstellerin journalist \
    journalistin wissenschaftler historiker historikerin politiker politikerin unternehmer unternehmerin trainer \
    anwalt anwältin pfarrer pfarrerin bischof kapitän oberst kommandant architekt architektin künstler künstlerin \
    schauspieler schauspielerin regisseur regisseurin komponist dirigent ökonom landrat landrätin \
    avocat avocate médecin infirmière enseignant enseignante ingénieur journaliste architecte auteur acteur actrice \
    chanteur chanteuse réalisateur réalisatrice romancier romancière peintre entraîneur évêque préfet préfète \
    conseiller conseillère procureure agriculteur adjoint adjointe \
    abogado abogada médico médica enfermera maestro maestra ingeniero ingeniera periodista arquitecto arquitecta \
    cantante entrenador entrenadora obispo concejal concejala consejero consejera coronel capitán historiador \
    historiadora economista científico científica investigador investigadora doctora
    """
  private static let modifiers = """
    prime foreign vice deputy assistant acting interim defence defense interior finance justice health education \
    culture transport energy agriculture environment trade labour labor economy infrastructure fisheries home state \
    chief executive operating financial technology managing major lieutenant brigadier rear attorney \
    solicitor secretary senior junior press national security district crown party group harbour general first
    """
}
