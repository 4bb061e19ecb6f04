import ArticleModel

/// A day or a month as a cell shows it: `2021-03-05`, `5 March 2021`, `March 5, 2021`, `05.03.2021`, `5/3/2021`, `marzo de 2021`.
enum DateText {
  /// What the first number of `5/3/2021` is.
  enum Order: Hashable { case dayFirst, monthFirst }

  /// Reads a date as ISO 8601; nil for what is none.
  ///
  /// - Parameter order: For dates with slashes; nil leaves those unread of which it matters.
  static func iso(_ text: String, _ order: Order?) -> String? {
    let parts = parts(of: text)
    switch parts.count {
    case 3:
      if parts[0].isYear, parts.separators == ["-", "-"] { return day(parts[0], parts[1].number, parts[2].number) }
      guard parts[2].isYear else { return nil }
      if let month = parts[1].month { return day(parts[2], month, parts[0].number) }
      if let month = parts[0].month { return day(parts[2], month, parts[1].number) }
      if parts.separators == [".", "."] { return day(parts[2], parts[1].number, parts[0].number) }
      guard parts.separators == ["/", "/"] else { return nil }
      let (first, second) = (parts[0].number, parts[1].number)
      guard let order = first == second ? .dayFirst : order else { return nil }
      return order == .dayFirst ? day(parts[2], second, first) : day(parts[2], first, second)
    case 2:
      if parts[0].isYear, parts.separators == ["-"], parts[1].text.utf8.count == 2 {
        return month(parts[0], parts[1].number)
      }
      guard parts[1].isYear, let name = parts[0].month else { return nil }
      return month(parts[1], name)
    case 1: return parts[0].isYear ? String(parts[0].text) : nil
    default: return nil
    }
  }

  /// What a date with slashes proves of their order: a month is no thirteenth.
  static func order(of text: String) -> Order? {
    let parts = parts(of: text)
    guard parts.count == 3, parts.separators == ["/", "/"], let first = parts[0].number, let second = parts[1].number
    else { return nil }
    return first > 12 && second <= 12 ? .dayFirst : second > 12 && first <= 12 ? .monthFirst : nil
  }

  /// The order of a language (BCP 47); nil where its countries differ.
  static func order(language: String) -> Order? {
    let parts = language.lowercased().split(separator: "-")
    if parts.contains("us") { return .monthFirst }
    return parts.isEmpty || parts == ["en"] || parts == ["und"] ? nil : .dayFirst
  }

  /// The type of a date in ISO 8601; nil for times and for what is no date.
  static func type(of iso: String) -> RowType? {
    let parts = parts(of: iso)
    guard parts.first?.isYear == true, parts.separators.allSatisfy({ $0 == "-" }), Self.iso(iso, nil) == iso else {
      return nil
    }
    return [1: .year, 2: .yearmonth, 3: .date][parts.count]
  }

  // MARK: Parts

  private struct Part {
    var text: Substring

    var isYear: Bool {
      text.utf8.count == 4 && text.utf8.allSatisfy(DecimalText.isDigit) && text.utf8.first != UInt8(ascii: "0")
    }
    /// A number of one or two digits, as days and months have.
    var number: Int? {
      var digits = text
      // Ordinals: 5th, 1er, 5º.
      for ending in ["st", "nd", "rd", "th", "er", "º", "ª"] where digits.hasSuffix(ending) {
        digits = digits.dropLast(ending.count)
        break
      }
      return (1...2).contains(digits.utf8.count) && digits.utf8.allSatisfy(DecimalText.isDigit) ? Int(digits) : nil
    }
    var month: Int? { text.utf8.count >= 3 ? DateText.months[text.lowercased()] : nil }
  }

  private struct Parts {
    var all: [Part] = []
    /// What stands between them: a hyphen, a full stop, a slash or a space.
    var separators: [Character] = []
    var count: Int { all.count }
    var first: Part? { all.first }
    subscript(index: Int) -> Part { all[index] }
  }

  /// The words of a text, "de" and "of" apart; none where there are more than a date has.
  private static func parts(of text: String) -> Parts {
    var parts = Parts()
    guard text.utf8.count <= 40 else { return parts }
    var pending: Character = " "
    var word = text.startIndex
    func take(_ end: String.Index) {
      let part = text[word..<end]
      if part.isEmpty || ["de", "of", "del"].contains(part) { return }
      if !parts.all.isEmpty { parts.separators.append(pending) }
      parts.all.append(Part(text: part))
      pending = " "
    }
    for index in text.indices {
      let character = text[index]
      guard "-./ ,\u{A0}".contains(character) else { continue }
      take(index)
      word = text.index(after: index)
      if "-./".contains(character) { pending = character }
    }
    take(text.endIndex)
    return parts
  }

  // MARK: Calendar

  private static func day(_ year: Part, _ month: Int?, _ day: Int?) -> String? {
    guard let month, let day, let number = Int(year.text), (1...12).contains(month), day >= 1,
      day <= GregorianCalendar.days(inMonth: month, of: number)
    else { return nil }
    return "\(year.text)-\(padded(month))-\(padded(day))"
  }

  private static func month(_ year: Part, _ month: Int?) -> String? {
    guard let month, (1...12).contains(month) else { return nil }
    return "\(year.text)-\(padded(month))"
  }

  private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Names and abbreviations in English, German, French, Spanish, Italian, Portuguese, Dutch, Danish, Norwegian, Swedish,
  /// Polish and Russian: no two languages give one name to two months. Hence no "listopada", which is November in Poland
  /// and October in Croatia.
  private static let months: [String: Int] = {
    let names = [
      "january january jan januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia января",
      "february feb februar februari feber février févr fév febrero febbraio fevereiro fev lutego февраля",
      "march mar märz mär mrz mars marzo março maart mrt marts marca марта",
      "april apr avril avr abril abr aprile kwietnia апреля",
      "may mai mayo maggio mag maio mei maj maja мая",
      "june jun juni juin junio giugno giu junho czerwca июня",
      "july jul juli juillet juil julio luglio lug julho lipca июля",
      "august aug août aou agosto ago augustus augusti sierpnia августа",
      "september sep sept septembre septiembre settembre set setembro września сентября",
      "october oct oktober okt octobre octubre ottobre ott outubro out października октября",
      "november nov novembre noviembre novembro ноября",
      "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember grudnia декабря",
    ]
    return Dictionary(
      names.enumerated().flatMap { month, words in words.split(separator: " ").map { (String($0), month + 1) } },
      uniquingKeysWith: { first, _ in first })
  }()
}
