import ArticleModel
import EntityRecognition
import Foundation

/// Brings lists and registers together: one entity for each thing, with every name that we know for it.
struct Compilation {
  private let words: WordLists
  private let countries: CountryRegister
  private var builder = GazetteerBuilder()
  /// Things by type, canonical name and country.
  private var known: [Key: Int] = [:]
  /// Countries by code.
  private var countryEntities: [String: Int] = [:]
  /// Places by canonical name, to which demonyms lead.
  private var places: [String: GazetteerBuilder.Entity] = [:]

  /// Things by every name that they have.
  private var aliases: [Key: Int] = [:]

  private struct Key: Hashable {
    var type: MentionType
    var name: String
    var country: String
  }

  init(words: WordLists, countries: CountryRegister) {
    self.words = words
    self.countries = countries
  }

  func build() -> [UInt8] {
    var builder = builder
    for word in words.givenNames.sorted() { builder.insert(.isGivenName, word: word) }
    for word in words.surnames.sorted() { builder.insert(.isSurname, word: word) }
    for word in words.commonWords.sorted() { builder.insert(.isCommonWord, word: word) }
    return builder.build()
  }
}

// MARK: - Our lists

extension Compilation {
  mutating func add(_ list: NameList) {
    for row in list.rows {
      let entity = self.entity(of: row)
      var flags = wordFlags(of: row.name)
      if row.flags.contains("ambiguous") { flags.insert(.ambiguous) }
      if row.flags.contains("after-comma") { flags.insert(.afterComma) }
      if row.flags.contains("foreign") { flags.insert(.foreign) }
      // What a list says outweighs what the words could mean.
      if row.type != .settlement, row.type != .region { flags.remove(.commonWord) }
      addName(row.name, of: entity, flags: flags, percent: Self.percent(of: row))
    }
  }

  private mutating func entity(of row: NameList.Row) -> Int {
    let key = Key(type: row.type, name: row.canonicalName, country: row.country)
    if let entity = known[key] { return entity }
    var entity = GazetteerBuilder.Entity(
      type: row.type, name: row.canonicalName, country: CountryCode(row.country))
    entity.flags = row.flags.contains("capital") ? [.listed, .capital] : .listed
    entity.wikidata = row.wikidata
    if let flag = row.flags.first(where: { $0.hasPrefix("iso3166-2=") }) {
      entity.identifier = "iso3166-2:" + flag.dropFirst("iso3166-2=".count)
    }
    if row.type == .country, let country = countries.countries.first(where: { $0.code == row.country }) {
      if entity.wikidata == 0 { entity.wikidata = country.wikidata }
      entity.geonames = country.geonames
    }
    if row.type == .country, !row.country.isEmpty { entity.identifier = "iso3166-1:" + row.country }
    if row.type == .demonym, let place = places[row.canonicalName] {
      (entity.wikidata, entity.geonames, entity.identifier) = (place.wikidata, place.geonames, place.identifier)
    }
    if row.type.isPlace, places[row.canonicalName] == nil { places[row.canonicalName] = entity }
    let number = builder.add(entity)
    known[key] = number
    if row.type == .country, !row.country.isEmpty { countryEntities[row.country] = number }
    return number
  }

  /// Countries and territories of the register that our lists leave out, and names that they do not have.
  mutating func addRemainingCountries() {
    for country in countries.countries {
      let number: Int
      if let known = countryEntities[country.code] {
        number = known
      } else {
        var entity = GazetteerBuilder.Entity(
          type: .country, name: country.names[0], country: CountryCode(country.code))
        entity.flags = .listed
        entity.wikidata = country.wikidata
        entity.geonames = country.geonames
        entity.identifier = "iso3166-1:" + country.code
        number = builder.add(entity)
        countryEntities[country.code] = number
      }
      // The Holy See is the government of the Vatican City, and stands among the organisations.
      for name in country.names where name != "Holy See" {
        addName(name, of: number, flags: wordFlags(of: name).subtracting(.commonWord), percent: 97)
      }
    }
  }

  /// How sure a name of a list is by itself.
  private static func percent(of row: NameList.Row) -> UInt8 {
    let isAmbiguous = row.flags.contains("ambiguous")
    switch row.type {
    case .country: return isAmbiguous ? 93 : 97
    case .demonym: return isAmbiguous ? 70 : 95
    case .settlement: return row.flags.contains("capital") ? 95 : isAmbiguous ? 60 : 88
    case .region, .geography: return isAmbiguous ? 60 : 92
    case .organisation: return isAmbiguous ? 70 : row.name.contains(" ") ? 96 : 93
    default: return isAmbiguous ? 70 : 92
    }
  }
}

// MARK: - Registers

extension Compilation {
  mutating func add(_ register: CityRegister) {
    let bearers = Dictionary(grouping: register.cities, by: \.name)
    for city in register.cities {
      let namesakes = bearers[city.name]!
      let compatriots = namesakes.count { $0.country == city.country }
      if let listed = listedEntity(of: city) {
        // The list says which city is meant; the register gives its number where there is only one.
        if compatriots == 1 { builder.setGeonames(of: listed, to: city.geonames) }
        if compatriots == 1, let region = region(of: city) { builder.setRegion(of: listed, to: region) }
        if compatriots == 1 { continue }
      }
      guard GazetteerBuilder.isUsable(city.name), Self.isName(city.name) else { continue }
      var entity = GazetteerBuilder.Entity(
        type: .settlement, name: city.name, country: CountryCode(city.country))
      entity.geonames = city.geonames
      entity.region = region(of: city)
      var flags = wordFlags(of: city.name)
      if namesakes.count > 1 { flags.insert(.shared) }
      addName(
        city.name, of: builder.add(entity), flags: flags, percent: Self.percent(flags, of: city.name),
        capitals: false)
    }
  }

  private func listedEntity(of city: CityRegister.City) -> Int? {
    for name in [city.name, folded(city.name)] {
      if let entity = known[Key(type: .settlement, name: name, country: city.country)] { return entity }
    }
    return aliases[Key(type: .settlement, name: city.name, country: city.country)]
  }

  private func region(of city: CityRegister.City) -> Int? {
    known[Key(type: .region, name: city.region, country: city.country)]
  }

  /// Short names of the register are more often other things: "Of", "Man", "Bo".
  private static func isName(_ name: String) -> Bool { name.unicodeScalars.count > 2 }

  /// How sure a city of the register is by its name alone.
  private static func percent(_ flags: NameFlags, of name: String) -> UInt8 {
    if flags.contains(.commonWord) { return 30 }
    if flags.contains(.givenName) { return 40 }
    let isLong = name.contains { $0 == " " || $0 == "-" }
    if flags.contains(.surname) { return isLong ? 60 : 50 }
    return isLong ? 75 : 65
  }

  mutating func add(_ register: CompanyRegister) {
    for company in register.companies {
      let number: Int
      if let known = organisation([company.name, company.shortName]) {
        number = known
      } else {
        var entity = GazetteerBuilder.Entity(type: .organisation, name: company.name, country: CountryCode("US"))
        entity.identifier = "cik:" + company.cik
        number = builder.add(entity)
      }
      addName(company.name, of: number, flags: wordFlags(of: company.name).subtracting(.commonWord), percent: 93)
      let flags = wordFlags(of: company.shortName)
      guard company.shortName != company.name else { continue }
      // "Ball", "Block" and "Target" without their "Corporation" are left to the lists.
      if company.shortName.contains(" ") || flags.isDisjoint(with: [.commonWord, .surname, .givenName]) {
        let isPhrase = company.shortName.contains(" ")
        addName(
          company.shortName, of: number, flags: flags.subtracting(.commonWord).union(isPhrase ? [] : .ambiguous),
          percent: isPhrase ? 90 : 70)
      }
    }
  }

  private func organisation(_ names: [String]) -> Int? {
    for name in names {
      for country in ["US", "", "GB", "CH", "IE", "NL"] {
        let key = Key(type: .organisation, name: name, country: country)
        if let entity = known[key] ?? aliases[key] { return entity }
      }
    }
    return nil
  }
}

// MARK: - Names

extension Compilation {
  /// Adds a name with the forms that it takes in plain text: without diacritics, and in capitals.
  private mutating func addName(
    _ name: String, of entity: Int, flags: NameFlags, percent: UInt8, capitals: Bool = true
  ) {
    let thing = builder.entities[entity]
    aliases[Key(type: thing.type, name: name, country: thing.country?.description ?? "")] = entity
    builder.add(name: name, of: entity, flags: flags, percent: percent)
    let plain = folded(name)
    if plain != name {
      // A name may become a common word without its diacritics.
      let isListed = thing.flags.contains(.listed)
      var listedFlags = flags
      if wordFlags(of: plain).contains(.commonWord) { listedFlags.insert(.ambiguous) }
      builder.add(
        name: plain, of: entity, flags: isListed ? listedFlags : flags.union(wordFlags(of: plain)),
        percent: percent - (isListed ? 2 : 5))
    }
    guard capitals, !flags.contains(.afterComma) else { return }
    for form in Set([name, plain]).sorted() where form.unicodeScalars.count > 3 && form != form.uppercased() {
      builder.add(name: form.uppercased(), of: entity, flags: flags.union(.allCapitals), percent: percent - 3)
    }
  }

  /// Whether a name is also a person's name or a word, as a whole.
  private func wordFlags(of name: String) -> NameFlags {
    var flags: NameFlags = []
    let word = words.flags(of: name)
    if word.contains(.isGivenName) { flags.insert(.givenName) }
    if word.contains(.isSurname) { flags.insert(.surname) }
    let parts = name.split(separator: " ")
    if parts.allSatisfy({ words.flags(of: String($0)).contains(.isCommonWord) }) { flags.insert(.commonWord) }
    return flags
  }

  private func folded(_ name: String) -> String {
    var folded = ""
    for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars {
      switch scalar {
      case "ß": folded += "ss"
      case "ł": folded += "l"
      case "Ł": folded += "L"
      case "ø": folded += "o"
      case "Ø": folded += "O"
      case "đ": folded += "d"
      case "Đ": folded += "D"
      case "ı": folded += "i"
      case "æ": folded += "ae"
      case "ʻ", "ʼ", "‘", "’": folded += "'"
      default: if scalar.properties.canonicalCombiningClass == .notReordered { folded.unicodeScalars.append(scalar) }
      }
    }
    return folded
  }
}
