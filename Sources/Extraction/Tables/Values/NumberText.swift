/// A number as a cell shows it: `−1,234.5`, `12 345 km`, `€ 3,20`, `31 %`, `2½`, `12*`.
///
/// A comma or a full stop parts thousands in one place and decimals in another. What a cell says of that by itself is kept
/// beside its digits, so that a column can be read one way.
struct NumberText: Equatable {
  /// What the separators of a table mean.
  enum Convention: Hashable {
    case pointDecimal, commaDecimal

    var opposite: Convention { self == .pointDecimal ? .commaDecimal : .pointDecimal }

    /// That of a language (BCP 47); nil where it is not known. Source: Unicode CLDR, symbols of numbers.
    static func of(language: String) -> Convention? {
      let parts = language.lowercased().split(separator: "-")
      guard let primary = parts.first else { return nil }
      if parts.contains("ch") || parts.contains("li") { return .pointDecimal }
      if primary == "es",
        parts.contains(where: { ["mx", "us", "gt", "hn", "pa", "pe", "pr", "sv", "ni", "do"].contains($0) })
      {
        return .pointDecimal
      }
      let points: Set<Substring> = ["en", "zh", "ja", "ko", "he", "hi", "th", "ga", "cy", "mt", "ms", "ur", "bn", "ta"]
      let commas: Set<Substring> = [
        "de", "fr", "es", "it", "pt", "nl", "pl", "ru", "uk", "cs", "sk", "sl", "hr", "sr", "bs", "bg", "mk", "ro",
        "hu",
        "da", "sv", "nb", "nn", "no", "fi", "et", "lv", "lt", "is", "el", "tr", "ca", "gl", "eu", "id", "vi", "be",
      ]
      return points.contains(primary) ? .pointDecimal : commas.contains(primary) ? .commaDecimal : nil
    }
  }

  var isNegative = false
  /// The digits in front of the last separator, and those behind it.
  var whole: [UInt8] = []
  var last: [UInt8] = []
  /// The last separator, where it is a comma or a full stop that may part thousands as well as decimals.
  private(set) var isAmbiguous = false
  /// Whether the digits behind the last separator are decimals, where it is not ambiguous.
  private(set) var hasDecimals = false
  /// What the cell proves; nil where it fits either. Of an ambiguous one: what makes its last digits decimals.
  private(set) var convention: Convention?
  /// The unit or currency; empty for none.
  var unit = ""

  /// More digits than a spreadsheet keeps: an identifier.
  private static let digitLimit = 15

  /// The number as JSON writes it; nil where the cell proves that its separators mean something else.
  func value(_ column: Convention?) -> String? {
    if isAmbiguous {
      guard let column else { return nil }
      let isDecimal = column == convention
      return DecimalText.assembled(
        isNegative: isNegative, whole: isDecimal ? whole : whole + last, fraction: isDecimal ? last : [])
    }
    guard column == nil || convention == nil || convention == column else { return nil }
    return DecimalText.assembled(
      isNegative: isNegative, whole: hasDecimals ? whole : whole + last, fraction: hasDecimals ? last : [])
  }

  /// nil for text that is no number, or that may as well be an identifier (`007`).
  init?(_ text: String) {
    var rest = Array(text.unicodeScalars)[...]
    Self.trim(&rest)
    NoteMark.takeSuffix(&rest)
    guard Self.takeSign(&rest, &isNegative) else { return nil }
    if let currency = UnitText.takePrefix(&rest) {
      unit = currency
      if !isNegative, !Self.takeSign(&rest, &isNegative) { return nil }
    }
    let digits = rest.prefix { Self.isDigit($0) || Self.isSeparator($0) }
    guard let end = digits.lastIndex(where: Self.isDigit) else {
      guard digits.isEmpty, let fraction = VulgarFraction.take(&rest) else { return nil }
      (whole, last, hasDecimals) = ([0x30], fraction, true)
      guard takeUnit(rest) else { return nil }
      return
    }
    let number = rest[...end]
    rest = rest[(end + 1)...]
    if number.first == "." {
      // No comma: that may have lost a whole part before it.
      guard number.dropFirst().allSatisfy(Self.isDigit), number.count <= Self.digitLimit else { return nil }
      whole = [0x30]
      last = number.dropFirst().map { UInt8(truncatingIfNeeded: $0.value) }
      (hasDecimals, convention) = (true, .pointDecimal)
      guard takeUnit(rest) else { return nil }
      return
    }
    guard let first = number.first, Self.isDigit(first), read(number) else { return nil }
    if let fraction = VulgarFraction.takeBehindSpace(&rest) {
      guard !hasDecimals, !isAmbiguous else { return nil }
      (whole, last, hasDecimals) = (whole + last, fraction, true)
    }
    guard takeUnit(rest) else { return nil }
  }

  private mutating func takeUnit(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    if rest.isEmpty { return true }
    guard unit.isEmpty, let suffix = UnitText.ofSuffix(rest) else { return false }
    unit = suffix
    return true
  }

  /// Takes apart digits and separators; false where thousands are not parted as thousands are.
  private mutating func read(_ number: ArraySlice<Unicode.Scalar>) -> Bool {
    var groups: [[UInt8]] = [[]]
    var separators: [Unicode.Scalar] = []
    for scalar in number {
      if Self.isDigit(scalar) {
        groups[groups.count - 1].append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        separators.append(scalar == "," || scalar == "." ? scalar : " ")
        groups.append([])
      }
    }
    let digits = groups.reduce(0) { $0 + $1.count }
    guard digits <= Self.digitLimit, !groups.contains([]) else { return false }
    last = groups.count > 1 ? groups[groups.count - 1] : []
    whole = groups.count > 1 ? Array(groups.dropLast().joined()) : groups[0]
    guard whole.count == 1 || whole[0] != UInt8(ascii: "0") else { return false }
    guard let final = separators.last else { return true }
    // A separator that comes once and last may part decimals.
    let isAlone = separators.count { $0 == final } == 1
    let earlier = Set(separators.dropLast())
    let mayBeDecimal =
      final != " " && isAlone && earlier.count <= 1 && Self.areThousands(groups.dropLast(), separators.dropLast())
    let mayBeThousands = Set(separators).count == 1 && Self.areThousands(groups[...], separators[...])
    guard mayBeDecimal || mayBeThousands else { return false }
    if final == " " { return true }
    let decimal: Convention = final == "." ? .pointDecimal : .commaDecimal
    isAmbiguous = mayBeDecimal && mayBeThousands
    hasDecimals = mayBeDecimal && !mayBeThousands
    convention = mayBeDecimal ? decimal : decimal.opposite
    return true
  }

  /// Groups of three behind a first one of one to three; or of two before the last, as in India.
  private static func areThousands(_ groups: ArraySlice<[UInt8]>, _ separators: ArraySlice<Unicode.Scalar>) -> Bool {
    guard groups.count > 1 else { return true }
    guard let first = groups.first, first.count <= 3, first != [0x30], groups.last?.count == 3 else { return false }
    let middle = groups.dropFirst().dropLast()
    if middle.allSatisfy({ $0.count == 3 }) { return true }
    return separators.allSatisfy { $0 == "," } && first.count <= 2 && middle.allSatisfy { $0.count == 2 }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  /// Spaces of several widths and the apostrophes of Switzerland part thousands.
  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case ",", ".", " ", "\u{A0}", "\u{2009}", "\u{202F}", "'", "\u{2019}": true
    default: false
    }
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{A0}" || scalar == "\u{202F}" || scalar == "\u{2009}"
  }

  static func trim(_ text: inout ArraySlice<Unicode.Scalar>) {
    text = text.drop(while: isSpace)
    while let last = text.last, isSpace(last) { text.removeLast() }
  }

  /// A sign, minus also as a dash directly in front; false where nothing is left.
  private static func takeSign(_ text: inout ArraySlice<Unicode.Scalar>, _ isNegative: inout Bool) -> Bool {
    switch text.first {
    case "-", "\u{2212}", "\u{2013}":
      isNegative = true
      text.removeFirst()
    case "+": text.removeFirst()
    default: break
    }
    guard let next = text.first, !isSpace(next) || isNegative == false else { return false }
    return true
  }
}
