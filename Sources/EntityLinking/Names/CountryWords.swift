/// An ISO 3166-1 alpha-2 code.
struct CountryKey: Hashable, Sendable, CustomStringConvertible {
  private var code: UInt16

  init?(_ text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 2 else { return nil }
    code = UInt16(bytes[0]) << 8 | UInt16(bytes[1])
  }

  var hash: UInt64 { UInt64(code) }

  var description: String { String(decoding: [UInt8(code >> 8), UInt8(code & 0xFF)], as: UTF8.self) }
}

/// The country that a word of an official name means: "Ukrainian Ministry of Health", "Ministry of Health of Ukraine".
enum CountryWords {
  /// The code that a word of a name means.
  static func code(_ word: FoldedWord) -> CountryKey? { codes[word.hash] }

  private static let codes: [UInt64: CountryKey] = {
    var codes: [UInt64: CountryKey] = [:]
    for line in list.split(separator: "\n") {
      let words = line.split(separator: " ")
      for word in words.dropFirst() { codes[FoldedWord(word.utf8).hash] = CountryKey(words[0]) }
    }
    return codes
  }()

  /// Countries whose name and adjective are one word each, and that are nothing else.
  private static let list = """
    AF afghanistan afghan
    AL albania albanian
    DZ algeria algerian
    AO angola angolan
    AR argentina argentine argentinian
    AM armenia armenian
    AU australia australian
    AT austria austrian
    AZ azerbaijan azerbaijani azeri
    BH bahrain bahraini
    BD bangladesh bangladeshi
    BY belarus belarusian belarussian
    BE belgium belgian
    BO bolivia bolivian
    BA bosnia bosnian
    BR brazil brazilian
    GB britain british uk
    BG bulgaria bulgarian
    KH cambodia cambodian
    CM cameroon cameroonian
    CA canada canadian
    CL chile chilean
    CN china chinese
    CO colombia colombian
    HR croatia croatian
    CU cuba cuban
    CY cyprus cypriot
    CZ czechia czech
    DK denmark danish
    EC ecuador ecuadorian
    EG egypt egyptian
    EE estonia estonian
    ET ethiopia ethiopian
    FI finland finnish
    FR france french
    DE germany german
    GH ghana ghanaian
    GR greece greek
    HU hungary hungarian
    IS iceland icelandic
    IN india indian
    ID indonesia indonesian
    IR iran iranian
    IQ iraq iraqi
    IE ireland irish
    IL israel israeli
    IT italy italian
    JP japan japanese
    KZ kazakhstan kazakh
    KE kenya kenyan
    KW kuwait kuwaiti
    KG kyrgyzstan kyrgyz
    LV latvia latvian
    LB lebanese
    LY libya libyan
    LT lithuania lithuanian
    LU luxembourg
    MY malaysia malaysian
    ML malian
    MT malta maltese
    MX mexico mexican
    MD moldova moldovan
    MN mongolia mongolian
    ME montenegro montenegrin
    MA morocco moroccan
    MM myanmar burmese
    NP nepal nepalese nepali
    NL netherlands dutch
    NZ zealand
    NE nigerien
    NG nigeria nigerian
    MK macedonia macedonian
    NO norway norwegian
    OM oman omani
    PK pakistan pakistani
    PS palestine palestinian
    PE peru peruvian
    PH philippines philippine
    PL poland polish
    PT portugal portuguese
    QA qatar qatari
    RO romania romanian
    RU russia russian
    RW rwanda rwandan
    SA saudi
    SN senegal senegalese
    RS serbia serbian
    SG singapore singaporean
    SK slovakia slovak
    SI slovenia slovenian slovene
    SO somalia somali
    ES spain spanish
    LK lankan
    SD sudan sudanese
    SE sweden swedish
    CH switzerland swiss
    SY syria syrian
    TW taiwan taiwanese
    TJ tajikistan tajik
    TZ tanzania tanzanian
    TH thailand thai
    TN tunisia tunisian
    TR turkiye turkish
    TM turkmenistan turkmen
    UG uganda ugandan
    UA ukraine ukrainian
    US us usa american
    UY uruguay uruguayan
    UZ uzbekistan uzbek
    VE venezuela venezuelan
    VN vietnam vietnamese
    YE yemen yemeni
    ZM zambia zambian
    ZW zimbabwe zimbabwean
    XK kosovo kosovan kosovar
    """
}
