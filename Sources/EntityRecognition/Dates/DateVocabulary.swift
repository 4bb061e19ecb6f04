/// The words of dates, by language.
enum DateVocabulary {
  static func words(_ language: GrammarLanguage) -> DateWords {
    switch language {
    case .english: english
    case .german: german
    case .french: french
    case .spanish: spanish
    case .other: other
    }
  }

  private static let english = table(
    """
    month 1 january jan*; month 2 february feb*; month 3 march~ mar*; month 4 april~ apr*; month 5 may~; month 6 june~ \
    jun*; month 7 july jul*; month 8 august~ aug*; month 9 september sept* sep*; month 10 october oct*; \
    month 11 november nov*; month 12 december dec*
    weekday 1 monday mon*; weekday 2 tuesday tue* tues*; weekday 3 wednesday wed*; weekday 4 thursday thu* thur* thurs*
    weekday 5 friday fri*; weekday 6 saturday sat*; weekday 7 sunday sun*
    season 1 spring~ springtime; season 2 summer; season 3 autumn fall~; season 4 winter
    ordinal 1 first; ordinal 2 second; ordinal 3 third; ordinal 4 fourth; ordinal 5 fifth; ordinal 6 sixth
    ordinal 7 seventh; ordinal 8 eighth; ordinal 9 ninth; ordinal 10 tenth; ordinal 11 eleventh; ordinal 12 twelfth
    ordinal 13 thirteenth; ordinal 14 fourteenth; ordinal 15 fifteenth; ordinal 16 sixteenth; ordinal 17 seventeenth
    ordinal 18 eighteenth; ordinal 19 nineteenth; ordinal 20 twentieth
    cardinal 1 one a an; cardinal 2 two; cardinal 3 three; cardinal 4 four; cardinal 5 five; cardinal 6 six
    cardinal 7 seven; cardinal 8 eight; cardinal 9 nine; cardinal 10 ten; cardinal 11 eleven; cardinal 12 twelve
    cardinal 13 thirteen; cardinal 14 fourteen; cardinal 15 fifteen; cardinal 16 sixteen; cardinal 17 seventeen
    cardinal 18 eighteen; cardinal 19 nineteen; cardinal 20 twenty; cardinal 30 thirty; cardinal 40 forty
    cardinal 50 fifty; cardinal 60 sixty; cardinal 70 seventy; cardinal 80 eighty; cardinal 90 ninety
    unit 1 day days; unit 2 week weeks; unit 3 month months; unit 4 years; unit 5 decade decades
    unit 6 century centuries; unit 7 quarter quarters; unit 8 half; unit 9 morning afternoon evening night
    unit 10 weekend weekends; unit 11 fortnight
    relativeDay -1 yesterday; relativeDay 0 today tonight; relativeDay 1 tomorrow
    deictic -1 last past; deictic 1 next coming upcoming; deictic 0 this current
    anaphoric -1 previous preceding; anaphoric 1 following; anaphoric 0 same that
    part 1 early; part 2 mid; part 3 late; edge 1 beginning start; edge 2 middle; edge 3 end close
    holiday 1225 christmas; holiday 101 new; holiday 1031 halloween; holiday 214 valentine valentines; holiday 1226 boxing
    fiscal 0 fiscal fy
    ago 0 ago; later 1 later; later -1 earlier
    era -1 bc bce b.c. b.c.e.; era 1 ad ce a.d. c.e.
    to 0 to until till through thru; and 0 and; from 0 from; between 0 between
    preposition 0 in since by during before after around circa c ca til as into
    preposition 0 throughout beyond past; the 0 the; of 0 of; year 0 year
    decadeName 20 twenties; decadeName 30 thirties; decadeName 40 forties; decadeName 50 fifties
    decadeName 60 sixties; decadeName 70 seventies; decadeName 80 eighties; decadeName 90 nineties
    counted 0 people troops soldiers men women children dollars euros pounds km miles metres meters feet tonnes tons kg \
    percent per words votes jobs employees dead hours minutes seconds points members units vehicles tanks calories \
    casualties square cubic copies steps species times participants students patients respondents hectares acres words \
    million billion thousand pages degrees mm cm m ft lbs pounds g mg mhz mw hp rpm refugees
    notYear 0 over nearly almost about some least than approximately roughly total windows route section article \
    resolution model page no number pages highway boeing flight chapter lines line rule room suite box bus gate zip \
    postcode channel
    future 0 will shall scheduled planned expected due slated won't won’t we'll we’ll it'll it’ll they'll they’ll he'll \
    he’ll she'll she’ll i'll i’ll plans hopes intends aims
    past 0 said says told was were had announced reported added confirmed wrote did posted began became came went took \
    gave made found met won lost fell rose held built grew led sent spent sold bought brought fought shot struck saw \
    knew ran sat stood spoke broke chose born left hit wasn't wasn’t weren't weren’t didn't didn’t
    present 0 is are starts begins opens ends runs takes comes closes expires
    """)

  private static let german = table(
    """
    month 1 januar jänner jan*; month 2 februar feb* feber; month 3 märz mär* mrz*; month 4 april apr*; month 5 mai
    month 6 juni jun*; month 7 juli jul*; month 8 august~ aug*; month 9 september sept* sep*; month 10 oktober okt*
    month 11 november nov*; month 12 dezember dez*
    weekday 1 montag mo*; weekday 2 dienstag di*; weekday 3 mittwoch mi*; weekday 4 donnerstag do*
    weekday 5 freitag fr*; weekday 6 samstag sonnabend sa*; weekday 7 sonntag so*
    season 1 frühling frühjahr; season 2 sommer; season 3 herbst; season 4 winter
    ordinal 1 erste ersten erstes; ordinal 2 zweite zweiten zweites; ordinal 3 dritte dritten drittes
    ordinal 4 vierte vierten viertes
    cardinal 1 ein eine einem einer einen; cardinal 2 zwei; cardinal 3 drei; cardinal 4 vier; cardinal 5 fünf
    cardinal 6 sechs; cardinal 7 sieben; cardinal 8 acht; cardinal 9 neun; cardinal 10 zehn; cardinal 11 elf
    cardinal 12 zwölf; cardinal 20 zwanzig; cardinal 30 dreißig; cardinal 50 fünfzig
    unit 1 tag tage tagen tages; unit 2 woche wochen; unit 3 monat monate monaten monats; unit 4 jahre jahren jahres
    unit 5 jahrzehnt jahrzehnte jahrzehnten; unit 6 jahrhundert jahrhunderts jahrhunderte; unit 7 quartal quartals
    unit 8 halbjahr hälfte; unit 10 wochenende
    relativeDay -1 gestern; relativeDay -2 vorgestern; relativeDay 0 heute; relativeDay 1 morgen; relativeDay 2 übermorgen
    deictic -1 letzte letzten letzter letztes letztem vergangene vergangenen vergangenes vergangener vorige vorigen \
    voriges
    deictic 1 nächste nächsten nächster nächstes nächstem kommende kommenden kommendes
    deictic 0 diese diesen dieses dieser diesem
    part 1 anfang; part 2 mitte; part 3 ende
    agoBefore 0 vor; later 1 später; later -1 zuvor
    to 0 bis; and 0 und; from 0 von vom; between 0 zwischen
    preposition 0 seit im in ab nach um ca gegen ende; of 0 des der; the 0 der die das den dem; year 0 jahr
    counted 0 menschen soldaten euro dollar kilometer meter tonnen prozent millionen personen stunden männer frauen \
    kinder einwohner quadratmeter kilogramm stück mitarbeiter km m kg
    notYear 0 rund etwa knapp über mehr fast circa insgesamt seite artikel nummer nr
    decadeName 20 zwanzigerjahre zwanzigerjahren; decadeName 30 dreißigerjahre dreißigerjahren
    decadeName 40 vierzigerjahre vierzigerjahren; decadeName 50 fünfzigerjahre fünfzigerjahren
    decadeName 60 sechzigerjahre sechzigerjahren; decadeName 70 siebzigerjahre siebzigerjahren
    decadeName 80 achtzigerjahre achtzigerjahren; decadeName 90 neunzigerjahre neunzigerjahren
    holiday 1224 heiligabend; holiday 1231 silvester; holiday 101 neujahr
    future 0 wird werden soll sollen; past 0 sagte teilte hatte war wurde waren wurden
    """)

  private static let french = table(
    """
    month 1 janvier janv*; month 2 février févr*; month 3 mars; month 4 avril d'avril d’avril avr*; month 5 mai; month 6 juin
    month 7 juillet juil*; month 8 août aout d'août d’août; month 9 septembre sept*; month 10 octobre d'octobre d’octobre oct*; month 11 novembre nov*
    month 12 décembre déc*
    weekday 1 lundi; weekday 2 mardi; weekday 3 mercredi; weekday 4 jeudi; weekday 5 vendredi; weekday 6 samedi
    weekday 7 dimanche
    season 1 printemps; season 2 été~; season 3 automne; season 4 hiver
    ordinal 1 premier première; ordinal 2 deuxième second seconde; ordinal 3 troisième; ordinal 4 quatrième
    cardinal 1 un une; cardinal 2 deux; cardinal 3 trois; cardinal 4 quatre; cardinal 5 cinq; cardinal 6 six
    cardinal 7 sept; cardinal 8 huit; cardinal 9 neuf; cardinal 10 dix; cardinal 11 onze; cardinal 12 douze
    cardinal 15 quinze; cardinal 20 vingt; cardinal 30 trente; cardinal 40 quarante; cardinal 50 cinquante
    cardinal 60 soixante
    unit 1 jour jours; unit 2 semaine semaines; unit 3 mois; unit 4 an ans l'an l’an
    unit 5 décennie décennies; unit 6 siècle siècles; unit 7 trimestre; unit 8 semestre moitié; unit 10 week-end
    relativeDay -1 hier; relativeDay -2 avant-hier; relativeDay 0 aujourd'hui aujourd’hui; relativeDay 1 demain
    unit 9 matin soir nuit; deictic 0 ce cet cette
    deictic -1 dernier dernière derniers dernières passé passée; deictic 1 prochain prochaine prochains prochaines
    part 1 début; part 2 mi; part 3 fin
    agoBefore 0 y; later 1 tard; later -1 tôt
    to 0 à au jusqu'en jusqu’en; and 0 et; from 0 de du; between 0 entre
    preposition 0 en depuis dès avant après vers l'an l’an pour; of 0 de d' du; the 0 le la les
    year 0 année l'année l’année
    decadeNoun 0 années
    counted 0 personnes soldats euros dollars kilomètres mètres tonnes pour millions habitants hommes femmes enfants \
    heures km m kg morts blessés
    notYear 0 environ quelque près plus total page article numéro
    future 0 sera seront aura; past 0 a ont était dit déclaré
    """)

  private static let spanish = table(
    """
    month 1 enero; month 2 febrero; month 3 marzo; month 4 abril; month 5 mayo; month 6 junio; month 7 julio
    month 8 agosto; month 9 septiembre setiembre; month 10 octubre; month 11 noviembre; month 12 diciembre
    weekday 1 lunes; weekday 2 martes; weekday 3 miércoles; weekday 4 jueves; weekday 5 viernes; weekday 6 sábado
    weekday 7 domingo
    season 1 primavera; season 2 verano; season 3 otoño; season 4 invierno
    ordinal 1 primer primero primera; ordinal 2 segundo segunda; ordinal 3 tercer tercero tercera; ordinal 4 cuarto cuarta
    cardinal 1 un una; cardinal 2 dos; cardinal 3 tres; cardinal 4 cuatro; cardinal 5 cinco; cardinal 6 seis
    cardinal 7 siete; cardinal 8 ocho; cardinal 9 nueve; cardinal 10 diez; cardinal 11 once; cardinal 12 doce
    cardinal 15 quince; cardinal 20 veinte; cardinal 30 treinta; cardinal 40 cuarenta; cardinal 50 cincuenta
    cardinal 60 sesenta; cardinal 70 setenta; cardinal 80 ochenta; cardinal 90 noventa
    unit 1 día días; unit 2 semana semanas; unit 3 mes meses; unit 5 década décadas; unit 6 siglo siglos
    unit 7 trimestre; unit 8 semestre mitad
    relativeDay -1 ayer anoche; relativeDay -2 anteayer; relativeDay 0 hoy; relativeDay 1 mañana
    deictic -1 pasado pasada último última; deictic 1 próximo próxima; deictic 0 este esta
    part 1 principios comienzos inicios; part 2 mediados; part 3 finales fines
    agoBefore 0 hace; later 1 después; later -1 antes
    to 0 a al hasta; and 0 y; from 0 de del desde; between 0 entre
    preposition 0 en desde hacia para tras; of 0 de del; the 0 el la los las; year 0 año
    decadeNoun 0 años
    counted 0 personas soldados euros dólares kilómetros metros toneladas por millones habitantes hombres mujeres niños \
    horas km m kg muertos heridos
    notYear 0 unos unas cerca casi más total página artículo número
    holiday 1224 nochebuena; holiday 1231 nochevieja
    future 0 será serán; past 0 dijo fue era había
    """)

  /// Months of Italian, Dutch, Portuguese, Swedish, Danish, Norwegian and Polish, for days with their year.
  private static let other = table(
    """
    era 1 ad ce; era -1 bc bce; of 0 de do
    month 1 gennaio januari janeiro januar stycznia; month 2 febbraio februari fevereiro februar lutego
    month 3 marzo maart março mars marts marca; month 4 aprile april abril kwietnia; month 5 maggio mei maio maj mai maja
    month 6 giugno juni junho czerwca; month 7 luglio juli julho lipca; month 8 agosto augustus augusti august sierpnia
    month 9 settembre september setembro września; month 10 ottobre oktober outubro października
    month 11 novembre november novembro listopada; month 12 dicembre december dezembro desember grudnia
    """)

  /// Reads lines and clauses of "role value word word …"; `*` marks an abbreviation, `~` an ambiguous word.
  private static func table(_ text: String) -> DateWords {
    var entries: [(word: String, entry: DateWord)] = []
    for clause in text.split(whereSeparator: { $0 == ";" || $0 == "\n" }) {
      let fields = clause.split(separator: " ")
      guard fields.count > 2, let role = role(fields[0]), let value = Int16(fields[1]) else {
        preconditionFailure("bad clause in a table of dates: \(clause)")
      }
      for field in fields.dropFirst(2) {
        let isAbbreviation = field.hasSuffix("*")
        let isAmbiguous = field.hasSuffix("~")
        let word = isAbbreviation || isAmbiguous ? field.dropLast() : field
        entries.append(
          (
            String(word),
            DateWord(role: role, value: value, isAbbreviation: isAbbreviation, isAmbiguous: isAmbiguous)
          ))
      }
    }
    return DateWords(entries)
  }

  private static func role(_ name: Substring) -> DateWord.Role? {
    switch name {
    case "month": .month
    case "weekday": .weekday
    case "season": .season
    case "ordinal": .ordinal
    case "cardinal": .cardinal
    case "unit": .unit
    case "relativeDay": .relativeDay
    case "deictic": .deictic
    case "anaphoric": .anaphoric
    case "part": .part
    case "ago": .ago
    case "agoBefore": .agoBefore
    case "later": .later
    case "era": .era
    case "to": .to
    case "and": .and
    case "from": .from
    case "between": .between
    case "preposition": .preposition
    case "of": .of
    case "the": .the
    case "year": .year
    case "decadeName": .decadeName
    case "decadeNoun": .decadeNoun
    case "counted": .counted
    case "notYear": .notYear
    case "future": .future
    case "past": .past
    case "present": .present
    case "edge": .edge
    case "holiday": .holiday
    case "fiscal": .fiscal
    default: nil
    }
  }
}
