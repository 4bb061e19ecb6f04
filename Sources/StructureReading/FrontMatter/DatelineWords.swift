import ArticleModel

/// The places and agencies of datelines, and the words that join the names of places.
enum DatelineWords {
  enum Agency { case known, other }

  /// News agencies, in small letters; one with more words is known by "press" or "news" in it.
  private static let agencies = Set(
    words: """
      reuters ap afp dpa efe apa ansa tass xinhua upi bbc cnn epd epdö kna kap sda ats ots sid lusa belga afx aap \
      pti ians ani kyodo yonhap jiji anadolu aa ritzau ntb tt stt pap mti bta interfax ukrinform unian mena wam spa \
      cp notimex télam colpisa tanjug hina sta fena agi adnkronos europapress bloomberg sputnik ria novosti cns cna \
      rnd dts idw lto press presse news
      """)

  /// What an agency's name in brackets holds: one or two words, perhaps several agencies.
  static func agency(_ text: UnsafeBufferPointer<UInt8>) -> Agency? {
    let folded = FoldedLine(SourceRange(0..<text.count), text)
    guard folded.start < folded.bytes.count, !folded.bytes.contains(where: Characters.isDigit) else { return nil }
    var words = 0
    var isKnown = false
    for word in folded.words {
      if agencies.contains(word) { isKnown = true }
      words += 1
    }
    guard words <= 4 else { return nil }
    return isKnown ? .known : .other
  }

  private static let joining = Set(
    words:
      "de del la le les los las el am an der im ob bei auf upon on of the in sur sous du di da do and und et y")

  static func isJoining(_ word: Slice<UnsafeBufferPointer<UInt8>>) -> Bool { joining.contains(word) }

  /// Whether a name is that of a city from which newsrooms report, perhaps with its state or country behind a comma.
  static func isPlace(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    let city = name.prefix { $0 != 0x2C && $0 != 0x2F }
    var folded = FoldedLine()
    let all = SourceRange(0..<city.count)
    folded.fold(all, UnsafeBufferPointer(rebasing: city))
    if cities.contains(folded.bytes) { return true }
    // "SPRINGFIELD, Ill.": a state tells a place.
    guard city.count < name.count else { return false }
    let rest = name[(city.endIndex + 1)...]
    folded.fold(SourceRange(0..<rest.count), UnsafeBufferPointer(rebasing: rest))
    let state = folded.bytes.drop { $0 == 0x20 }
    return states.contains(state) || cities.contains(Array(state))
  }

  private static func lines(_ names: String) -> Set<[UInt8]> {
    Set(names.split(whereSeparator: { $0 == "," || $0 == "\n" }).map { Array($0.drop { $0 == " " }.utf8) })
  }

  /// The abbreviations of American states and Canadian provinces in datelines.
  private static let states = Set(
    words: """
      ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn. miss. mo. mont. \
      neb. nev. n.h. n.j. n.m. n.y. n.c. n.d. okla. ore. pa. r.i. s.c. s.d. tenn. texas utah vt. va. wash. w.va. \
      wis. wyo. iowa maine ohio idaho alaska hawaii d.c. ont. que. b.c. alta. california florida illinois indiana
      """)

  /// Capitals and cities from which newsrooms report, in English, German, French and Spanish.
  private static let cities = lines(
    """
    abidjan, abu dhabi, abuja, accra, addis ababa, addis abeba, adelaide, algier, algiers, alger, argel, almaty, amman, amsterdam, ankara
    antananarivo, ashgabat, astana, asunción, athen, athens, athènes, atenas, atlanta, auckland, bagdad, baghdad, baku, bakou, bamako
    bangkok, bangui, barcelona, barcelone, basel, bâle, beijing, peking, pékin, pekín, beirut, beyrouth, belgrad, belgrade, belgrado
    belfast, berlin, berlín, bern, berne, berna, bilbao, bischkek, bishkek, bogota, bogotá, bonn, bordeaux, boston, brasilia, brasília
    bratislava, brazzaville, bremen, brisbane, brussels, brüssel, bruxelles, bruselas, bucharest, bukarest, bucarest, budapest
    buenos aires, bujumbura, cairo, kairo, le caire, el cairo, calgary, canberra, cape town, kapstadt, le cap, caracas, casablanca
    chennai, chicago, chisinau, chișinău, ciudad de méxico, méxico, colombo, conakry, copenhagen, kopenhagen, copenhague, dakar
    dallas, damascus, damaskus, damas, damasco, delhi, den haag, denver, detroit, dhaka, dili, djibouti, doha, dortmund, dresden
    dubai, dubái, dublin, dublín, durban, dushanbe, düsseldorf, edinburgh, edimbourg, erfurt, essen, florence, frankfurt, francfort
    frankfurt am main, freetown, gaborone, gaza, gaza city, gaza-stadt, geneva, genf, genève, ginebra, glasgow, graz, guatemala
    guatemala city, hamburg, hamburgo, hannover, hanoi, harare, havana, havanna, la havane, la habana, helsinki, ho chi minh city, hong kong
    hongkong, houston, islamabad, istanbul, estambul, jakarta, djakarta, yakarta, jerusalem, jérusalem, jerusalén, johannesburg, juba
    kabul, kaboul, kampala, karachi, karlsruhe, kathmandu, katmandou, kharkiv, charkiw, khartoum, khartum, kigali, kinshasa, kingston
    kuala lumpur, kuwait city, kyiv, kiew, kiev, köln, cologne, la paz, lagos, lausanne, leipzig, lille, lima, linz, lisbon, lissabon
    lisbonne, lisboa, ljubljana, london, londres, los angeles, los ángeles, luanda, lusaka, luxembourg, luxemburg, luxemburgo, luzern
    lyon, madrid, mainz, málaga, male, malmö, managua, manama, manchester, manila, manille, maputo, marseille, marsella, melbourne
    mexico city, mexiko-stadt, mexico, miami, mailand, milan, milán, minneapolis, minsk, mogadishu, mogadischu, monaco, monrovia
    monterrey, montevideo, montpellier, montreal, montréal, moscow, moskau, moscou, moscú, mumbai, munich, münchen, múnich, muscat
    nairobi, nantes, naples, neapel, nassau, n'djamena, new delhi, neu-delhi, new orleans, new york, nueva york, niamey, nice, nicosia
    nikosia, nouakchott, nürnberg, odesa, odessa, oslo, ottawa, ouagadougou, palma, panama city, panamá, paris, parís, perth
    philadelphia, phnom penh, phoenix, podgorica, port-au-prince, port moresby, porto, potsdam, prag, prague, praga, praia, pretoria
    prishtina, pristina, pyongyang, pjöngjang, quito, rabat, ramallah, rangoon, yangon, rennes, reykjavik, riad, riyadh, riga, rio de janeiro
    rom, rome, roma, rotterdam, saarbrücken, salzburg, salt lake city, san diego, san francisco, san josé, san jose, san juan
    san salvador, sanaa, santiago, santiago de chile, santo domingo, são paulo, sarajevo, schwerin, seattle, seoul, séoul, seúl, sevilla
    séville, shanghai, schanghai, singapore, singapur, singapour, skopje, sofia, sofía, st. louis, st. petersburg, stockholm, estocolmo
    strasbourg, straßburg, estrasburgo, stuttgart, sydney, taipei, taipeh, tallinn, tashkent, tbilisi, tiflis, tegucigalpa, tehran
    teheran, téhéran, teherán, tel aviv, the hague, la haye, la haya, tirana, tokyo, tokio, toronto, toulouse, tripoli, tripolis, trípoli
    tunis, túnez, turin, ulaanbaatar, united nations, vaduz, valencia, valletta, vancouver, vatican city, vatikanstadt, venedig, venice
    vienna, wien, vienne, viena, vientiane, vilnius, warsaw, warschau, varsovie, varsovia, washington, wellington, wiesbaden, windhoek, yaoundé
    yerevan, eriwan, zagreb, zaragoza, zürich, zurich, zúrich
    """)
}
