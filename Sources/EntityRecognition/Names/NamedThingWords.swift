import ArticleModel

/// Words that make a name that of a facility, an event, a programme, a law or a piece of geography.
enum NamedThingWords {
  /// How a word makes a name.
  enum Pattern: Sendable {
    /// It ends the name, capitalised or not: "airbase", "program".
    case ending(MentionType, Float)
    /// It ends the name in small letters where nothing listed stands before: "Fehmarnbelt tunnel", but not "London tunnel".
    case smallEnding(MentionType, Float)
    /// It ends the name and is capitalised itself: "Act", "Bridge", "Summit".
    case properEnding(MentionType, Float)
    /// The same, and a nationality or a country may be all that stands before it: "Korean War", "French Open".
    case contest(MentionType, Float)
    /// It ends the name in small letters behind a first word that goes with it: "power station".
    case pairEnding(StaticString, MentionType, Float)
    /// The same, both capitalised, and nothing has to stand before: "Criminal Code".
    case properPair(first: [StaticString], MentionType, Float)
    /// It begins the name: "Operation", "Exercise", "Storm".
    case beginning(MentionType, Float)
    /// It begins the name and "of" or "on" follows: "Treaty of", "Vertrag von".
    case beginningOf(MentionType, Float)
    /// The same, in small letters as well, as French and Spanish write it: "traité de", "isla de la".
    case smallBeginningOf(MentionType, Float)
    /// A number follows: "Directive 2012/34/EU".
    case numbered(MentionType, Float)
    /// A year to come follows: "Vision 2030".
    case yeared(MentionType, Float)
    /// A model's number follows: "Boeing 737", "Windows 11".
    case model
    /// A number glued by a hyphen follows: "MiG-31K".
    case designator
    /// A ship's name follows: "HMS Victory".
    case ship
  }

  static let table: WordTable<[Pattern]> = {
    var table: [String: [Pattern]] = [:]
    func add(_ words: String, _ pattern: Pattern) {
      for text in words.split(separator: " ") { table[String(text), default: []].append(pattern) }
    }
    facilities(add)
    events(add)
    laws(add)
    programmes(add)
    geography(add)
    add(
      """
      boeing airbus embraer bombardier cessna antonov tupolev ilyushin sukhoi windows playstation iphone ios android \
      ariane falcon soyuz voyager apollo chang'e chandrayaan shenzhou galaxy leopard landsat
      """, .model)
    add("mig su tu yak il ka mi kh ah uh ch mh mq rq kc aim agm bgm mim fim fgm gbu rim btr bmp bmd pzh", .designator)
    add("uss hms hmas hmcs hmnzs usns uscgc rms rrs hnlms hdms hswms tcg", .ship)
    return WordTable(table.map { (word: $0.key, entry: $0.value) })
  }()

  private typealias Add = (String, Pattern) -> Void

  private static func facilities(_ add: Add) {
    add("airbase airfield airport", .ending(.facility, 0.85))
    add("tunnel bridge dam stadium pipeline lighthouse", .smallEnding(.facility, 0.7))
    add("station", .pairEnding("power", .facility, 0.8))
    add("plant", .pairEnding("power", .facility, 0.8))
    add("base", .pairEnding("air", .facility, 0.8))
    add("base", .pairEnding("naval", .facility, 0.8))
    add("station", .pairEnding("railway", .facility, 0.8))
    add(
      """
      base bridge tunnel station stadium harbour harbor port prison palace cathedral dam reactor castle abbey monastery \
      mosque synagogue cemetery arena theatre theater lighthouse viaduct aqueduct pier tower towers refinery pipeline \
      shipyard basilica fortress mausoleum hauptbahnhof centraal
      """, .properEnding(.facility, 0.8))
    add("street avenue boulevard road highway square lane", .properEnding(.facility, 0.75))
    add("camp fort schloss flughafen bahnhof kloster estadio", .beginning(.facility, 0.75))
    add("aéroport gare château aeropuerto estación puente palacio castillo", .smallBeginningOf(.facility, 0.7))
  }

  private static func events(_ add: Add) {
    add("conference forum contest festival uprising referendum massacre marathon", .properEnding(.event, 0.75))
    add("massacre genocide", .ending(.event, 0.75))
    add(
      """
      summit war wars revolution championship championships cup olympics paralympics games open
      """, .contest(.event, 0.75))
    add("prix", .contest(.event, 0.85))
    add("operation exercise hurricane cyclone typhoon opération operación hurrikan taifun", .beginning(.event, 0.85))
    add("storm ouragan huracán", .beginning(.event, 0.75))
    add("battle siege schlacht", .beginningOf(.event, 0.85))
    add("bataille batalla", .smallBeginningOf(.event, 0.8))
    add("guerra guerre", .smallBeginningOf(.event, 0.7))
    add("expo euro eurovision euros", .yeared(.event, 0.8))
  }

  private static func laws(_ add: Add) {
    add("act treaty convention accord accords protocol pact agreement", .properEnding(.law, 0.8))
    add("directive declaration charter covenant statute bill", .properEnding(.law, 0.7))
    add(
      "code",
      .properPair(first: ["criminal", "penal", "civil", "labour", "labor", "electoral", "commercial"], .law, 0.75))
    add("treaty convention protocol covenant", .beginningOf(.law, 0.85))
    add("agreement declaration charter statute", .beginningOf(.law, 0.75))
    add("vertrag abkommen frieden", .beginningOf(.law, 0.75))
    add("traité tratado accord accords acuerdo acuerdos convenio protocole protocolo", .smallBeginningOf(.law, 0.75))
    add("convention convención", .smallBeginningOf(.law, 0.75))
    add(
      """
      directive regulation resolution proposition richtlinie verordnung règlement loi décret reglamento directiva ley decreto
      """, .numbered(.law, 0.85))
    add("order", .numbered(.law, 0.85))
  }

  private static func programmes(_ add: Add) {
    add("program programme initiative", .ending(.programme, 0.75))
    add("fund plan policy facility project scheme", .properEnding(.programme, 0.65))
    add("vision agenda horizon strategy", .yeared(.programme, 0.85))
    add("project", .beginning(.programme, 0.65))
  }

  private static func geography(_ add: Add) {
    add("lake mount river gulf cape", .beginning(.geography, 0.8))
    add("gulf bay strait straits sea cape isle isles", .beginningOf(.geography, 0.85))
    add(
      """
      river sea lake mountains hills peninsula strait bay island islands desert glacier canyon archipelago fjord reef \
      plateau gorge
      """, .properEnding(.geography, 0.75))
    add("île lac mont golfe isla río golfo sierra bahía estrecho delta valle", .smallBeginningOf(.geography, 0.7))
    add("county province oblast prefecture governorate voivodeship", .properEnding(.region, 0.75))
  }
}
