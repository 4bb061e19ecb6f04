/// What a word means to the grammar of quantities.
struct QuantityWord: Sendable {
  enum Role: UInt8, Sendable {
    case none
    /// 1 to 99
    case cardinal
    /// "a", "one": a figure only before a multiplier or a unit
    case one
    /// A power of ten
    case multiplier
    case dozen, half
    case percent
    /// "per", and "points" after a percentage
    case per, points
    case basis
    /// A currency, by its place in ``QuantityVocabulary/codes``
    case currency
    /// A currency whose country another word has to tell: "dollars", "francs"
    case dollar, franc, krone, pound, peso, dinar
    /// "US", "Canadian" before such a currency
    case country
    /// A unit of measurement, by its place in the codes
    case unit
    case square, cubic
    case nautical
    case degree
    case minus
    /// After a duration: the date's business
    case ago
    case month
    case to, and, from
    /// Before a figure that only numbers something: "page", "article"
    case label
    /// A word that may begin a sentence before a figure
    case function
  }

  var role: Role
  /// The number, the power of ten, or the place of the code.
  var value: Int32
  static let none = QuantityWord(role: .none, value: 0)
}

/// The words and symbols of quantities. Units are UCUM codes, currencies ISO 4217.
enum QuantityVocabulary {
  /// The codes that entries point to.
  static let codes: [String] = tables.codes
  /// Symbols, case and all: "MW" is not "mW".
  static let symbols: WordTable<QuantityWord> = tables.symbols

  static func words(_ language: GrammarLanguage) -> WordTable<QuantityWord> {
    switch language {
    case .english: tables.words[0]
    case .german: tables.words[1]
    case .french: tables.words[2]
    case .spanish: tables.words[3]
    case .other: tables.words[4]
    }
  }

  private static let tables = Tables()

  private struct Tables: Sendable {
    var codes: [String] = []
    var symbols: WordTable<QuantityWord>
    var words: [WordTable<QuantityWord>] = []

    init() {
      var places: [Substring: Int32] = [:]
      var codes: [String] = []
      func place(_ code: Substring) -> Int32 {
        if let place = places[code] { return place }
        let place = Int32(codes.count)
        places[code] = place
        codes.append(String(code))
        return place
      }
      func entries(_ text: String) -> [(word: String, entry: QuantityWord)] {
        var entries: [(word: String, entry: QuantityWord)] = []
        for clause in text.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
          let fields = clause.split(separator: " ")
          guard fields.count > 2, let role = QuantityVocabulary.role(fields[0]) else {
            preconditionFailure("bad clause in a table of quantities: \(clause)")
          }
          let value: Int32
          switch role {
          case .currency, .unit, .country: value = place(fields[1])
          default: value = Int32(fields[1]) ?? 0
          }
          for field in fields.dropFirst(2) { entries.append((String(field), QuantityWord(role: role, value: value))) }
        }
        return entries
      }
      symbols = WordTable(entries(QuantityVocabulary.symbolText), foldsCase: false)
      let common = entries(QuantityVocabulary.codeText)
      words = [
        QuantityVocabulary.english, QuantityVocabulary.german, QuantityVocabulary.french, QuantityVocabulary.spanish,
        "",
      ]
      .map { WordTable(entries($0) + common) }
      self.codes = codes
    }
  }

  private static let symbolText = """
    unit km km; unit m m; unit cm cm; unit mm mm; unit nm nm; unit um µm; unit kg kg; unit g g; unit mg mg; unit t t
    unit ug µg; unit L l L; unit mL ml mL; unit hL hl; unit har ha; unit km2 km2 sqkm; unit m2 m2 sqm; unit m3 m3; unit km3 km3
    unit h h hr hrs; unit min min mins; unit s s sec secs; unit ms ms; unit Hz Hz; unit kHz kHz; unit MHz MHz; unit GHz GHz
    unit W W; unit kW kW KW; unit MW MW; unit GW GW; unit TW TW; unit kW.h kWh KWh; unit MW.h MWh; unit GW.h GWh; unit TW.h TWh
    unit V V; unit kV kV KV; unit J J; unit kJ kJ; unit MJ MJ; unit kcal kcal; unit Pa Pa; unit hPa hPa; unit kPa kPa
    unit MPa MPa; unit bar bar; unit mbar mbar; unit dB dB; unit kN kN; unit N.m Nm; unit mA.h mAh
    unit kBy kB KB; unit MBy MB; unit GBy GB; unit TBy TB; unit PBy PB; unit Mbit/s Mbps Mbit; unit Gbit/s Gbps Gbit
    unit [mi_i] mi; unit [mi_i]/h mph; unit km/h kph kmh; unit [ft_i] ft; unit [yd_i] yd; unit [lb_av] lb lbs; unit [oz_av] oz
    unit [kn_i] kt kts kn; unit [in_i] inch; unit [nmi_i] nmi; unit [HP] hp bhp HP; unit {rpm} rpm RPM
    unit Cel °C ºC; unit [degF] °F ºF; unit K K; percent 0 pc pct
    """

  private static let codeText = """
    currency USD usd us$; currency EUR eur; currency GBP gbp; currency CHF chf; currency JPY jpy; currency CNY cny rmb
    currency RUB rub; currency UAH uah; currency PLN pln; currency CZK czk; currency HUF huf; currency RON ron
    currency BGN bgn; currency SEK sek; currency NOK nok; currency DKK dkk; currency CAD cad; currency AUD aud
    currency INR inr; currency RSD rsd; currency ZAR zar; currency BRL brl; currency KRW krw
    currency MDL mdl; currency SGD sgd; currency HKD hkd; currency NZD nzd; currency AED aed
    percent 0 pc
    """

  private static let english = """
    one 1 one a an
    cardinal 2 two; cardinal 3 three; cardinal 4 four; cardinal 5 five; cardinal 6 six; cardinal 7 seven
    cardinal 8 eight; cardinal 9 nine; cardinal 10 ten; cardinal 11 eleven; cardinal 12 twelve; cardinal 13 thirteen
    cardinal 14 fourteen; cardinal 15 fifteen; cardinal 16 sixteen; cardinal 17 seventeen; cardinal 18 eighteen
    cardinal 19 nineteen; cardinal 20 twenty; cardinal 30 thirty; cardinal 40 forty; cardinal 50 fifty
    cardinal 60 sixty; cardinal 70 seventy; cardinal 80 eighty; cardinal 90 ninety; cardinal 0 zero
    multiplier 2 hundred; multiplier 3 thousand; multiplier 6 million millions mln; multiplier 9 billion billions bn
    multiplier 12 trillion trillions tn
    dozen 12 dozen; half 0 half; percent 0 percent percentage; per 0 per; points 0 points point; basis 0 basis
    dollar 0 dollar dollars; franc 0 franc francs; krone 0 kroner kronor krona krone crowns; pound 0 pound pounds
    peso 0 peso pesos; dinar 0 dinar dinars dirhams riyals rials
    currency EUR euro euros; currency JPY yen; currency CNY yuan renminbi; currency INR rupee rupees
    currency RUB ruble rubles rouble roubles; currency UAH hryvnia hryvnias hryvnya; currency PLN zloty zlotys zlotych
    currency HUF forint forints; currency RON lei; currency BGN lev leva; currency TRY lira liras; currency ILS shekel shekels
    currency ZAR rand; currency BRL reais; currency MKD denar denars; currency KRW won; currency THB baht
    currency GEL lari; currency KZT tenge; currency NGN naira
    country USD us u.s. american; country CAD canadian; country AUD australian; country HKD hong; country NZD zealand
    country SGD singapore; country CHF swiss; country SEK swedish; country NOK norwegian; country DKK danish
    country CZK czech; country GBP british; country MXN mexican; country ARS argentine; country RSD serbian
    unit km kilometre kilometres kilometer kilometers; unit m metre metres meter meters; unit cm centimetre centimetres \
    centimeter centimeters; unit mm millimetre millimetres millimeter millimeters; unit kg kilogram kilograms kilo kilos \
    kilogramme kilogrammes; unit g gram grams gramme grammes; unit mg milligram milligrams; unit t tonne tonnes ton tons
    unit L litre litres liter liters; unit mL millilitre millilitres milliliter milliliters; unit har hectare hectares
    unit h hour hours; unit min minute minutes; unit s second seconds; unit ms milliseconds; unit d day days; unit wk week weeks
    unit mo month months; unit a year years; unit decade decade decades; unit century centuries
    unit W watt watts; unit kW kilowatt kilowatts; unit MW megawatt megawatts; unit GW gigawatt gigawatts
    unit kW.h kilowatt-hours; unit GBy gigabyte gigabytes; unit MBy megabyte megabytes; unit TBy terabyte terabytes
    unit V volt volts; unit Hz hertz; unit MHz megahertz; unit GHz gigahertz; unit J joules; unit dB decibel decibels
    unit [in_i] inch inches; unit [ft_i] foot feet; unit [yd_i] yard yards; unit [mi_i] mile miles; unit [oz_av] ounce ounces
    unit [acr_us] acre acres; unit [bbl_us] barrel barrels; unit [gal_us] gallon gallons; unit [kn_i] knot knots
    unit [mi_i]/h mph; unit [ly] light-years; unit [HP] horsepower; unit K kelvin
    square 2 square sq; cubic 3 cubic; nautical 0 nautical; degree 0 degree degrees; minus 0 minus
    ago 0 ago later earlier
    month 0 january february march april may june july august september october november december jan feb mar apr jun jul \
    aug sep sept oct nov dec
    to 0 to; and 0 and; from 0 from
    label 0 page pages article articles chapter section figure fig table no nos number numbers nr phase channel flight \
    room step level type version part volume vol item route highway resolution rule class grade line lines round game \
    day point issue season episode gate pier apt suite box clause paragraph para model mark unit platform
    function 0 in on about over some at more only all the by after with nearly around almost of for than least up are were \
    these those another first last his her our their its among within when while as if but or so just another there \
    between under roughly approximately another exactly other next past every each both total this that we they i it \
    have has had was is be been will would could can since before during until against into through left killed \
    including not now then yet an also even
    """

  private static let german = """
    one 1 ein eine einen einem einer eins
    cardinal 2 zwei; cardinal 3 drei; cardinal 4 vier; cardinal 5 fünf; cardinal 6 sechs; cardinal 7 sieben; cardinal 8 acht
    cardinal 9 neun; cardinal 10 zehn; cardinal 11 elf; cardinal 12 zwölf; cardinal 13 dreizehn; cardinal 14 vierzehn
    cardinal 15 fünfzehn; cardinal 16 sechzehn; cardinal 17 siebzehn; cardinal 18 achtzehn; cardinal 19 neunzehn
    cardinal 20 zwanzig; cardinal 30 dreißig dreissig; cardinal 40 vierzig; cardinal 50 fünfzig; cardinal 60 sechzig
    cardinal 70 siebzig; cardinal 80 achtzig; cardinal 90 neunzig; cardinal 0 null; cardinal 21 einundzwanzig
    multiplier 2 hundert; multiplier 3 tausend tsd; multiplier 6 million millionen mio; multiplier 9 milliarde milliarden mrd
    multiplier 12 billion billionen; dozen 12 dutzend; percent 0 prozent; per 0 pro; points 0 prozentpunkte prozentpunkten
    dollar 0 dollar dollars; franc 0 franken; krone 0 kronen; pound 0 pfund
    currency EUR euro; currency JPY yen; currency CNY yuan; currency RUB rubel; currency PLN zloty; currency UAH hrywnja griwna
    currency HUF forint; currency RON lei; currency TRY lira; currency INR rupien
    country USD us; country CHF schweizer; country SEK schwedische; country NOK norwegische; country DKK dänische
    country CAD kanadische; country GBP britische
    unit km kilometer kilometern; unit m meter metern; unit cm zentimeter zentimetern; unit mm millimeter millimetern
    unit kg kilogramm kilo; unit g gramm; unit t tonne tonnen; unit L liter litern; unit har hektar; unit km2 quadratkilometer
    unit m2 quadratmeter quadratmetern; unit m3 kubikmeter kubikmetern; unit h stunde stunden; unit min minute minuten
    unit s sekunde sekunden; unit d tag tage tagen; unit wk woche wochen; unit mo monat monate monaten; unit a jahr jahre jahren
    unit W watt; unit kW kilowatt; unit MW megawatt; unit GW gigawatt; unit kW.h kilowattstunden; unit km/h stundenkilometer
    unit V volt; unit GBy gigabyte; unit [mi_i] meile meilen; unit decade jahrzehnt jahrzehnte jahrzehnten; unit MBy megabyte
    degree 0 grad; minus 0 minus; ago 0 später zuvor; to 0 bis; and 0 und; from 0 von
    month 0 januar jänner februar märz april mai juni juli august september oktober november dezember
    label 0 seite artikel kapitel paragraf nummer nr tabelle abbildung
    function 0 in im am rund etwa über mehr nur alle die der das den dem nach mit fast für als auf es sind waren bis zu ab \
    insgesamt unter vor seit bei knapp an um ca weitere
    """

  private static let french = """
    one 1 un une
    cardinal 2 deux; cardinal 3 trois; cardinal 4 quatre; cardinal 5 cinq; cardinal 6 six; cardinal 7 sept; cardinal 8 huit
    cardinal 9 neuf; cardinal 10 dix; cardinal 11 onze; cardinal 12 douze; cardinal 13 treize; cardinal 14 quatorze
    cardinal 15 quinze; cardinal 16 seize; cardinal 20 vingt; cardinal 30 trente; cardinal 40 quarante; cardinal 50 cinquante
    cardinal 60 soixante; cardinal 70 septante; cardinal 90 nonante; cardinal 0 zéro
    multiplier 2 cent cents; multiplier 3 mille; multiplier 6 million millions; multiplier 9 milliard milliards
    multiplier 12 billion billions; per 0 pour par; points 0 points point
    dollar 0 dollar dollars; franc 0 franc francs; krone 0 couronnes; pound 0 livre livres
    currency EUR euro euros; currency JPY yen yens; currency CNY yuan yuans; currency RUB rouble roubles; currency PLN zlotys
    currency UAH hryvnias; currency INR roupies
    unit km kilomètre kilomètres; unit m mètre mètres; unit cm centimètre centimètres; unit mm millimètre millimètres
    unit kg kilogramme kilogrammes kilo kilos; unit g gramme grammes; unit t tonne tonnes; unit L litre litres
    unit har hectare hectares; unit h heure heures; unit min minute minutes; unit s seconde secondes; unit d jour jours
    unit wk semaine semaines; unit mo mois; unit a an ans année années; unit W watts; unit MW mégawatts; unit GW gigawatts
    unit decade décennie décennies; unit V volts
    degree 0 degré degrés; minus 0 moins; to 0 à; and 0 et; from 0 de
    month 0 janvier février mars avril mai juin juillet août septembre octobre novembre décembre
    label 0 page article chapitre paragraphe numéro tableau figure
    function 0 en le la les des de du environ plus près sur dans à au aux avec pour par quelque ces ses leurs selon au-delà \
    il elle ils elles sont étaient après depuis entre contre
    """

  private static let spanish = """
    one 1 un una uno
    cardinal 2 dos; cardinal 3 tres; cardinal 4 cuatro; cardinal 5 cinco; cardinal 6 seis; cardinal 7 siete; cardinal 8 ocho
    cardinal 9 nueve; cardinal 10 diez; cardinal 11 once; cardinal 12 doce; cardinal 13 trece; cardinal 14 catorce
    cardinal 15 quince; cardinal 16 dieciséis; cardinal 17 diecisiete; cardinal 18 dieciocho; cardinal 19 diecinueve
    cardinal 20 veinte; cardinal 21 veintiuno veintiún; cardinal 22 veintidós; cardinal 23 veintitrés; cardinal 24 veinticuatro
    cardinal 25 veinticinco; cardinal 30 treinta; cardinal 40 cuarenta; cardinal 50 cincuenta; cardinal 60 sesenta
    cardinal 70 setenta; cardinal 80 ochenta; cardinal 90 noventa; cardinal 0 cero
    multiplier 2 cien; multiplier 3 mil; multiplier 6 millón millones; multiplier 12 billón billones; dozen 12 docena
    per 0 por; points 0 puntos
    dollar 0 dólar dólares; franc 0 francos; krone 0 coronas; pound 0 libras; peso 0 pesos
    currency EUR euro euros; currency JPY yenes; currency CNY yuanes yuan; currency RUB rublos; currency INR rupias
    unit km kilómetro kilómetros; unit m metro metros; unit cm centímetro centímetros; unit mm milímetros
    unit kg kilogramo kilogramos kilo kilos; unit g gramos; unit t tonelada toneladas; unit L litro litros
    unit har hectárea hectáreas; unit h hora horas; unit min minuto minutos; unit s segundo segundos; unit d día días
    unit wk semana semanas; unit mo mes meses; unit a año años; unit W vatios; unit MW megavatios; unit decade década décadas
    degree 0 grado grados; minus 0 menos; to 0 a; and 0 y; from 0 de
    month 0 enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
    label 0 página artículo capítulo número tabla
    function 0 en el la los las de del unos unas cerca casi más sobre con para por estos entre al son eran tras desde
    """

  private static func role(_ name: Substring) -> QuantityWord.Role? {
    switch name {
    case "cardinal": .cardinal
    case "one": .one
    case "multiplier": .multiplier
    case "dozen": .dozen
    case "half": .half
    case "percent": .percent
    case "per": .per
    case "points": .points
    case "basis": .basis
    case "currency": .currency
    case "dollar": .dollar
    case "franc": .franc
    case "krone": .krone
    case "pound": .pound
    case "peso": .peso
    case "dinar": .dinar
    case "country": .country
    case "unit": .unit
    case "square": .square
    case "cubic": .cubic
    case "nautical": .nautical
    case "degree": .degree
    case "minus": .minus
    case "ago": .ago
    case "month": .month
    case "to": .to
    case "and": .and
    case "from": .from
    case "label": .label
    case "function": .function
    default: nil
    }
  }
}
