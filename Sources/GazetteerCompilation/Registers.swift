import Foundation

/// The rows of a CSV file (RFC 4180) by the names in its first row.
struct CSVFile {
  var rows: [[String: String]]

  init(_ url: URL) throws {
    let text = try String(contentsOf: url, encoding: .utf8)
    var records: [[String]] = []
    var fields: [String] = []
    var field = ""
    var isQuoted = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted:
        fields.append(field)
        field = ""
      case "\n" where !isQuoted:
        records.append(fields + [field])
        (fields, field) = ([], "")
      case "\r": break
      default: field.unicodeScalars.append(scalar)
      }
    }
    if !fields.isEmpty { records.append(fields + [field]) }
    let header = records.first ?? []
    rows = records.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }
}

/// countries.csv: the codes and identifiers of countries and territories.
struct CountryRegister {
  struct Country {
    var code: String
    var names: [String]
    var capital: String
    var geonames: UInt32
    var wikidata: UInt32
  }

  var countries: [Country] = []
  private var codes: [String: String] = [:]

  init(_ url: URL) throws {
    for row in try CSVFile(url).rows {
      guard let code = row["iso2"], !code.isEmpty else { continue }
      let names = [row["name"], row["short_name"], row["formal_name"]].compactMap { $0.map(Self.clean) }
      countries.append(
        Country(
          code: code, names: names.filter { !$0.isEmpty }, capital: row["capital"] ?? "",
          geonames: UInt32(row["geonames_id"] ?? "") ?? 0, wikidata: UInt32((row["wikidata_id"] ?? "").dropFirst()) ?? 0
        ))
      for name in names where !name.isEmpty { codes[name] = code }
    }
    for (name, code) in Self.otherNames { codes[name] = code }
  }

  /// The code of a country as the register of cities calls it.
  func code(of name: String) -> String? { codes[name] ?? codes[Self.clean(name)] }

  /// "Bahamas (the)" without what is in brackets, "the Holy See *" without article and asterisks.
  private static func clean(_ name: String) -> String {
    var name = name.prefix { $0 != "(" && $0 != "*" }.trimmingCharacters(in: .whitespaces)
    if name.hasPrefix("the ") { name.removeFirst(4) }
    return name
  }

  /// What the register of cities calls countries otherwise.
  private static let otherNames = [
    "Saint Barthélemy": "BL", "Bolivia, Plurinational State of": "BO", "Bonaire, Sint Eustatius and Saba": "BQ",
    "Cocos (Keeling) Islands": "CC", "Congo, The Democratic Republic of the": "CD", "Congo": "CG",
    "Côte d'Ivoire": "CI", "Falkland Islands (Malvinas)": "FK", "Micronesia, Federated States of": "FM",
    "United Kingdom": "GB", "South Georgia and the South Sandwich Islands": "GS", "Iran, Islamic Republic of": "IR",
    "Korea, Democratic People's Republic of": "KP", "Korea, Republic of": "KR",
    "Lao People's Democratic Republic": "LA", "Moldova, Republic of": "MD", "Saint Martin (French part)": "MF",
    "Saint Pierre and Miquelon": "PM", "Palestine, State of": "PS", "Russian Federation": "RU",
    "Saint Helena, Ascension and Tristan da Cunha": "SH", "Svalbard and Jan Mayen": "SJ",
    "Sint Maarten (Dutch part)": "SX", "Syrian Arab Republic": "SY", "Turks and Caicos Islands": "TC",
    "Taiwan, Province of China": "TW", "Tanzania, United Republic of": "TZ", "United States": "US",
    "Holy See (Vatican City State)": "VA", "Venezuela, Bolivarian Republic of": "VE", "Virgin Islands, British": "VG",
    "Virgin Islands, U.S.": "VI", "Wallis and Futuna": "WF", "No country found for alpha-2 code: XK": "XK",
  ]
}

/// cities.csv: cities of 15,000 people and more.
struct CityRegister {
  struct City {
    var name: String
    var country: String
    var region: String
    var geonames: UInt32
  }

  var cities: [City] = []

  init(_ url: URL, countries: CountryRegister) throws {
    for row in try CSVFile(url).rows {
      guard let name = row["name"], let country = row["country"], let geonames = UInt32(row["geonameid"] ?? "") else {
        continue
      }
      guard let code = countries.code(of: country) else {
        throw NameList.Fault(file: url.lastPathComponent, line: 0, message: "no code for \"\(country)\"")
      }
      cities.append(City(name: name, country: code, region: row["subcountry"] ?? "", geonames: geonames))
    }
  }
}

/// companies.csv: listed companies.
struct CompanyRegister {
  struct Company {
    var name: String
    var shortName: String
    var cik: String
  }

  var companies: [Company] = []

  init(_ url: URL) throws {
    for row in try CSVFile(url).rows {
      guard var name = row["Security"], let cik = row["CIK"] else { continue }
      if let bracket = name.firstIndex(of: "(") {
        // "Lilly (Eli)" is "Eli Lilly"; "(The)" and "(Class A)" go.
        let inner = name[name.index(after: bracket)...].prefix { $0 != ")" }
        name = name[..<bracket].trimmingCharacters(in: .whitespaces)
        if inner == "Eli" { name = "Eli " + name }
      }
      guard !companies.contains(where: { $0.name == name }) else { continue }
      companies.append(Company(name: name, shortName: Self.withoutForm(name), cik: cik))
    }
  }

  private static let forms = [
    " Inc.", ", Inc.", " plc", " Corp.", " Ltd.", " & Co.", " Corporation", " Company", " Companies", " Limited",
    " Incorporated", " Holdings", " Group",
  ]

  private static func withoutForm(_ name: String) -> String {
    for form in forms where name.hasSuffix(form) {
      return name.dropLast(form.count).trimmingCharacters(in: .whitespaces)
    }
    return name
  }
}
