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
    /// A part, by its denominator: "third", "quarters"
    case fraction
    case percent
    /// "per", and "points" after a percentage
    case per, points
    case basis
    /// A currency, by its place in ``QuantityVocabulary/codes``
    case currency
    /// A currency whose country another word has to tell: "dollars", "francs"
    case dollar, franc, krone, pound, peso, dinar
    /// A hundredth of a currency
    case cent, pence
    /// "US", "Canadian" before such a currency
    case country
    /// A unit of measurement, by its place in the codes
    case unit
    case square, cubic
    case nautical, light
    case degree
    case minus
    /// After a duration: the date's business
    case ago
    case month
    case to, and, from
    /// Before a change and where it led to: "fell 2% to 5%"
    case change
    /// Beside a score
    case score
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
  /// Stands for a code where a word is of several currencies, or of one that is no more.
  static let open = "?"
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
    case "fraction": .fraction
    case "light": .light
    case "cent": .cent
    case "pence": .pence
    case "change": .change
    case "score": .score
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
