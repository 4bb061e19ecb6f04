/// The forms of adjectives and nouns of nationality in German, French and Spanish.
enum NationalityForms {
  typealias Form = NationalityAdjectives.Form

  static let german = WordTable(rows.flatMap { germanForms($0[1], nouns: $0[2], of: $0[0]) }.filter(isShort))
  static let french = WordTable(rows.flatMap { forms($0[3], of: $0[0], frenchEndings) }.filter(isShort))
  static let spanish = WordTable(rows.flatMap { forms($0[4], of: $0[0], spanishEndings) }.filter(isShort))

  /// A table's words have sixteen bytes at most.
  private static func isShort(_ entry: (word: String, entry: Form)) -> Bool { entry.word.utf8.count <= 16 }

  private static func germanForms(
    _ adjectives: Substring, nouns: Substring, of place: Substring
  ) -> [(word: String, entry: Form)] {
    var forms = adjectives.split(separator: ",").map {
      (word: String($0), entry: Form(place: String(place), isNoun: false, isPlural: false))
    }
    for noun in nouns.split(separator: ",") {
      let stem = noun.hasSuffix("e") ? noun.dropLast() : noun
      let words = ["\(noun)", "\(noun)n", "\(noun)s", "\(stem)in", "\(stem)innen"]
      forms += words.map { (word: $0, entry: Form(place: String(place), isNoun: true, isPlural: false)) }
    }
    return forms
  }

  private static func forms(
    _ words: Substring, of place: Substring, _ endings: (Substring) -> (one: [String], many: [String])
  ) -> [(word: String, entry: Form)] {
    words.split(separator: ",").flatMap { word in
      let (one, many) = endings(word)
      return one.map { (word: $0, entry: Form(place: String(place), isNoun: true, isPlural: false)) }
        + many.map { (word: $0, entry: Form(place: String(place), isNoun: true, isPlural: true)) }
    }
  }

  private static func frenchEndings(_ word: Substring) -> (one: [String], many: [String]) {
    if word.hasSuffix("e") { return (["\(word)"], ["\(word)s"]) }
    if word.hasSuffix("c") {
      let stem = word.hasSuffix("ec") ? "\(word)que" : "\(word.dropLast())que"
      return (["\(word)", stem], ["\(word)s", stem + "s"])
    }
    if word.hasSuffix("ien") || word.hasSuffix("éen") {
      return (["\(word)", "\(word)ne"], ["\(word)s", "\(word)nes"])
    }
    if word.hasSuffix("s") { return (["\(word)", "\(word)e"], ["\(word)es"]) }
    return (["\(word)", "\(word)e"], ["\(word)s", "\(word)es"])
  }

  private static func spanishEndings(_ word: Substring) -> (one: [String], many: [String]) {
    if word.hasSuffix("o") {
      let stem = word.dropLast()
      return (["\(word)", "\(stem)a"], ["\(stem)os", "\(stem)as"])
    }
    for (accented, plain) in [("és", "es"), ("án", "an"), ("ín", "in")] where word.hasSuffix(accented) {
      let stem = word.dropLast(2) + plain
      return (["\(word)", "\(stem)a"], ["\(stem)es", "\(stem)as"])
    }
    if word.hasSuffix("l") { return (["\(word)", "\(word)a"], ["\(word)es", "\(word)as"]) }
    return (["\(word)"], ["\(word)s", "\(word)es"])
  }

  /// Place, German adjectives and nouns, French and Spanish masculines.
  private static let rows: [[Substring]] = """
    Germany|deutsch|deutsche,deutscher|allemand|alemán
    France|französisch|franzose|français|francés
    United Kingdom|britisch|brite|britannique|británico
    England|englisch|engländer|anglais|inglés
    Scotland|schottisch|schotte|écossais|escocés
    Wales|walisisch|waliser|gallois|galés
    Northern Ireland|nordirisch|||
    Ireland|irisch|ire|irlandais|irlandés
    United States|amerikanisch|amerikaner|américain|estadounidense
    Spain|spanisch|spanier|espagnol|español
    Portugal|portugiesisch|portugiese|portugais|portugués
    Italy|italienisch|italiener|italien|italiano
    Switzerland|schweizerisch|schweizer|suisse|suizo
    Austria|österreichisch|österreicher|autrichien|austriaco
    Netherlands|niederländisch|niederländer|néerlandais|neerlandés,holandés
    Belgium|belgisch|belgier|belge|belga
    Luxembourg|luxemburgisch|luxemburger|luxembourgeois|luxemburgués
    Denmark|dänisch|däne|danois|danés
    Sweden|schwedisch||suédois|sueco
    Norway|norwegisch|norweger|norvégien|noruego
    Finland|finnisch|finne|finlandais|finlandés
    Iceland|isländisch|isländer|islandais|islandés
    Poland|polnisch||polonais|polaco
    Czechia|tschechisch|tscheche|tchèque|checo
    Slovakia|slowakisch|slowake|slovaque|eslovaco
    Hungary|ungarisch||hongrois|húngaro
    Slovenia|slowenisch|slowene|slovène|esloveno
    Croatia|kroatisch|kroate|croate|croata
    Serbia|serbisch|serbe|serbe|serbio
    Bosnia and Herzegovina|bosnisch|bosnier|bosnien|bosnio
    Montenegro|montenegrinisch|montenegriner|monténégrin|montenegrino
    Kosovo|kosovarisch|kosovare|kosovar|kosovar
    Albania|albanisch|albaner|albanais|albanés
    North Macedonia|nordmazedonisch||macédonien|
    Greece|griechisch|grieche|grec|griego
    Bulgaria|bulgarisch|bulgare|bulgare|búlgaro
    Romania|rumänisch|rumäne|roumain|rumano
    Moldova|moldauisch|moldauer|moldave|moldavo
    Ukraine|ukrainisch|ukrainer|ukrainien|ucraniano
    Belarus|belarussisch|belarusse|biélorusse|bielorruso
    Russia|russisch|russe|russe|ruso
    Estonia|estnisch|este|estonien|estonio
    Latvia|lettisch|lette|letton|letón
    Lithuania|litauisch|litauer|lituanien|lituano
    Turkey|türkisch|türke|turc|turco
    Cyprus|zyprisch|zyprer|chypriote|chipriota
    Malta|maltesisch|malteser|maltais|maltés
    Georgia|georgisch|georgier|géorgien|georgiano
    Armenia|armenisch|armenier|arménien|armenio
    Azerbaijan|aserbaidschanisch||azerbaïdjanais|azerbaiyano
    Kazakhstan|kasachisch|kasache|kazakh|kazajo
    Uzbekistan|usbekisch|usbeke|ouzbek|uzbeko
    China|chinesisch|chinese|chinois|chino
    Taiwan|taiwanisch,taiwanesisch|taiwaner|taïwanais|taiwanés
    Japan|japanisch|japaner|japonais|japonés
    South Korea|südkoreanisch|südkoreaner|sud-coréen|surcoreano
    North Korea|nordkoreanisch|nordkoreaner|nord-coréen|norcoreano
    India|indisch|inder|indien|
    Pakistan|pakistanisch|pakistaner|pakistanais|pakistaní
    Bangladesh|bangladeschisch||bangladais|bangladesí
    Afghanistan|afghanisch|afghane|afghan|afgano
    Iran|iranisch|iraner|iranien|iraní
    Iraq|irakisch|iraker|irakien|iraquí
    Syria|syrisch|syrer|syrien|sirio
    Lebanon|libanesisch|libanese|libanais|libanés
    Israel|israelisch||israélien|israelí
    Palestine|palästinensisch|palästinenser|palestinien|palestino
    Jordan|jordanisch|jordanier|jordanien|jordano
    Saudi Arabia|saudisch|saudi|saoudien|saudí,saudita
    Yemen|jemenitisch|jemenit|yéménite|yemení
    Egypt|ägyptisch|ägypter|égyptien|egipcio
    Libya|libysch|libyer|libyen|libio
    Tunisia|tunesisch|tunesier|tunisien|tunecino
    Algeria|algerisch|algerier|algérien|argelino
    Morocco|marokkanisch|marokkaner|marocain|marroquí
    Mali|malisch|malier|malien|maliense
    Senegal|senegalesisch|senegalese|sénégalais|senegalés
    Ivory Coast|ivorisch|ivorer|ivoirien|marfileño
    Nigeria|nigerianisch|nigerianer|nigérian|nigeriano
    Cameroon|kamerunisch|kameruner|camerounais|camerunés
    Ethiopia|äthiopisch|äthiopier|éthiopien|etíope
    Somalia|somalisch|somalier|somalien|somalí
    Kenya|kenianisch|kenianer|kényan|keniano
    Rwanda|ruandisch|ruander|rwandais|ruandés
    South Africa|südafrikanisch|südafrikaner|sud-africain|sudafricano
    Sudan|sudanesisch|sudanese|soudanais|sudanés
    Canada|kanadisch|kanadier|canadien|canadiense
    Mexico|mexikanisch|mexikaner|mexicain|mexicano
    Cuba|kubanisch|kubaner|cubain|cubano
    Haiti|haitianisch|haitianer|haïtien|haitiano
    Colombia|kolumbianisch|kolumbianer|colombien|colombiano
    Venezuela|venezolanisch|venezolaner|vénézuélien|venezolano
    Ecuador|ecuadorianisch||équatorien|ecuatoriano
    Peru|peruanisch|peruaner|péruvien|peruano
    Bolivia|bolivianisch|bolivianer|bolivien|boliviano
    Brazil|brasilianisch|brasilianer|brésilien|brasileño
    Argentina|argentinisch|argentinier|argentin|argentino
    Chile|chilenisch|chilene|chilien|chileno
    Uruguay|uruguayisch|uruguayer|uruguayen|uruguayo
    Paraguay|paraguayisch|paraguayer|paraguayen|paraguayo
    Honduras||||hondureño
    Guatemala||||guatemalteco
    El Salvador||||salvadoreño
    Nicaragua||||nicaragüense
    Costa Rica||||costarricense
    Panama||||panameño
    Australia|australisch|australier|australien|australiano
    New Zealand|neuseeländisch|neuseeländer|néo-zélandais|neozelandés
    Vietnam|vietnamesisch|vietnamese|vietnamien|vietnamita
    Thailand|thailändisch|thailänder|thaïlandais|tailandés
    Indonesia|indonesisch|indonesier|indonésien|indonesio
    Malaysia|malaysisch|malaysier|malaisien|malasio
    Philippines|philippinisch|philippiner|philippin|filipino
    Myanmar|myanmarisch,birmanisch|birmane|birman|birmano
    Mongolia|mongolisch|mongole|mongol|mongol
    Nepal|nepalesisch|nepalese|népalais|nepalí
    Soviet Union|sowjetisch||soviétique|soviético
    Yugoslavia|jugoslawisch|jugoslawe|yougoslave|yugoslavo
    Europe|europäisch|europäer|européen|europeo
    Africa|afrikanisch|afrikaner|africain|africano
    Asia|asiatisch|asiate|asiatique|asiático
    Latin America|lateinamerikanisch||latino-américain|latinoamericano
    Bavaria|bayerisch,bayrisch||bavarois|bávaro
    Saxony|sächsisch||saxon|
    Catalonia|katalanisch|katalane|catalan|catalán
    Basque Country|baskisch|baske|basque|
    Flanders|flämisch|flame|flamand|
    Wallonia|wallonisch|wallone|wallon|
    Corsica|korsisch|korse||
    Brittany|bretonisch|bretone|breton|
    Andalusia|andalusisch|andalusier|andalou|andaluz
    Kurdistan|kurdisch|kurde|kurde|kurdo
    Tibet|tibetisch|tibeter|tibétain|tibetano
    Chechnya|tschetschenisch|tschetschene|tchétchène|checheno
    Scandinavia|skandinavisch|skandinavier|scandinave|escandinavo
    """.split(separator: "\n").map { $0.split(separator: "|", omittingEmptySubsequences: false) }
}
