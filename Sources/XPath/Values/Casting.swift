internal import XML

/// Casts between atomic types (XPath and XQuery Functions and Operators 3.1, section 19).
package enum Casting {
  /// An atomic value as another type.
  ///
  /// - Throws: A dynamic fault where the value has no place in the type.
  static func cast(_ item: Item, to type: AtomicType) throws(EvaluationFault) -> Item {
    guard let result = value(item, as: type) else {
      throw EvaluationFault("\(quoted(string(item))) is not \(phrase(type))")
    }
    return result
  }

  /// The cast, or nil where it fails.
  static func value(_ item: Item, as type: AtomicType) -> Item? {
    switch type {
    case .string, .anyURI: return .string(string(item))
    case .untypedAtomic: return .untyped(string(item))
    case .anyAtomicType: return item
    case .token(let kind): return token(string(item), kind)
    case .boolean: return boolean(item).map { .boolean($0) }
    case .double, .numeric: return double(item).map { .double($0) }
    case .float: return double(item).map { .float(Float($0)) }
    case .decimal: return decimal(item).map { .decimal($0) }
    case .integer(let min, let max):
      guard let value = integer(item), value >= min ?? value, value <= max ?? value else { return nil }
      return .integer(value)
    case .date(let kind):
      if case .date(let value) = item { return convert(value, to: kind).map { .date($0) } }
      return text(item).flatMap { DateReader.date(trimmed($0), kind) }.map { .date($0) }
    case .duration(let kind):
      if case .duration(var value) = item {
        if kind == .yearMonth { value.nanoseconds = 0 }
        if kind == .dayTime { value.months = 0 }
        value.kind = kind
        return .duration(value)
      }
      return text(item).flatMap { DateReader.duration(trimmed($0), kind) }.map { .duration($0) }
    }
  }

  /// The lexical form of an atomic value.
  static func string(_ item: Item) -> String {
    switch item {
    case .node: ""
    case .string(let text), .untyped(let text): text
    case .boolean(let truth): truth ? "true" : "false"
    case .integer(let number): String(number)
    case .decimal(let number): number.description
    case .float(let number): NumberText.canonical(number)
    case .double(let number): NumberText.canonical(number)
    case .date(let value): value.description
    case .duration(let value): value.description
    }
  }

  static func boolean(_ item: Item) -> Bool? {
    switch item {
    case .boolean(let truth): truth
    case .string(let text), .untyped(let text):
      switch trimmed(text) {
      case "true", "1": true
      case "false", "0": false
      default: nil
      }
    default: item.double.map { !($0 == 0 || $0.isNaN) }
    }
  }

  static func double(_ item: Item) -> Double? {
    switch item {
    case .boolean(let truth): truth ? 1 : 0
    case .string(let text), .untyped(let text): double(trimmed(text))
    default: item.double
    }
  }

  /// The lexical space of `xs:double`, which is smaller than what `Double` reads.
  private static func double(_ text: Substring) -> Double? {
    switch text {
    case "INF", "+INF": return .infinity
    case "-INF": return -.infinity
    case "NaN": return .nan
    default:
      let isPlain = text.utf8.allSatisfy {
        $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+")
          || $0 | 0x20 == UInt8(ascii: "e")
      }
      guard isPlain, let last = text.utf8.last else { return nil }
      return Double(last == UInt8(ascii: ".") ? text + "0" : text)
    }
  }

  private static func decimal(_ item: Item) -> DecimalNumber? {
    switch item {
    case .decimal(let value): return value
    case .integer(let value): return DecimalNumber(value)
    case .boolean(let truth): return DecimalNumber(truth ? 1 : 0)
    case .string(let text), .untyped(let text): return DecimalNumber(trimmed(text))
    default:
      guard let number = item.double, number.isFinite, abs(number) < 1e15 else { return nil }
      return DecimalNumber(NumberText.plain(number))
    }
  }

  private static func integer(_ item: Item) -> Int? {
    switch item {
    case .integer(let value): return value
    case .decimal(let value): return value.truncated
    case .boolean(let truth): return truth ? 1 : 0
    case .string(let text), .untyped(let text):
      let digits = trimmed(text)
      return digits.hasPrefix("+") && digits.dropFirst().hasPrefix("-") ? nil : Int(digits)
    default:
      guard let number = item.double, abs(number) < 9e18 else { return nil }
      return Int(number)
    }
  }

  private static func convert(_ value: DateValue, to kind: DateValue.Kind) -> DateValue? {
    if value.kind == kind { return value }
    guard value.kind == .dateTime || (value.kind == .date && kind != .time) else { return nil }
    var result = value
    result.kind = kind
    switch kind {
    case .date, .dateTime: if kind == .date { result.nanoseconds = 0 }
    case .time: (result.year, result.month, result.day) = (1972, 1, 1)
    case .gYearMonth: (result.day, result.nanoseconds) = (1, 0)
    case .gYear: (result.month, result.day, result.nanoseconds) = (1, 1, 0)
    case .gMonthDay: (result.year, result.nanoseconds) = (1972, 0)
    case .gDay: (result.year, result.month, result.nanoseconds) = (1972, 1, 0)
    case .gMonth: (result.year, result.day, result.nanoseconds) = (1972, 1, 0)
    }
    return result
  }

  private static func token(_ text: String, _ kind: AtomicType.TokenKind) -> Item? {
    if kind == .normalizedString {
      return .string(String(String.UnicodeScalarView(text.unicodeScalars.map { isSpace($0) ? " " : $0 })))
    }
    let collapsed = Whitespace.collapsed(text)
    let scalars = collapsed.unicodeScalars
    let isValid =
      switch kind {
      case .normalizedString, .token: true
      case .nmtoken: !scalars.isEmpty && scalars.allSatisfy { isNamePart($0, allowsColon: true) }
      case .name: isName(scalars, allowsColon: true)
      case .ncName: isName(scalars, allowsColon: false)
      case .language:
        collapsed.split(separator: "-", omittingEmptySubsequences: false).enumerated().allSatisfy { index, part in
          (1...8).contains(part.utf8.count)
            && part.utf8.allSatisfy {
              ($0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A) || (index > 0 && $0 >= 0x30 && $0 <= 0x39)
            }
        }
      }
    return isValid ? .string(collapsed) : nil
  }

  private static func isName(_ scalars: String.UnicodeScalarView, allowsColon: Bool) -> Bool {
    guard let first = scalars.first, NameEdition.fifth.isStart(first.value) || allowsColon && first == ":" else {
      return false
    }
    return scalars.allSatisfy { isNamePart($0, allowsColon: allowsColon) }
  }

  private static func isNamePart(_ scalar: Unicode.Scalar, allowsColon: Bool) -> Bool {
    NameEdition.fifth.isPart(scalar.value) || allowsColon && scalar == ":"
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar == "\t" || scalar == "\n" || scalar == "\r" }

  private static func text(_ item: Item) -> String? {
    switch item {
    case .string(let text), .untyped(let text): text
    default: nil
    }
  }

  private static func trimmed(_ text: String) -> Substring { Whitespace.trimmed(text) }

  package static func quoted(_ text: String) -> String {
    let collapsed = Whitespace.collapsed(text)
    return "\"\(collapsed.count > 60 ? collapsed.prefix(59) + "…" : collapsed[...])\""
  }

  private static func phrase(_ type: AtomicType) -> String {
    switch type {
    case .integer(let min, let max):
      switch (min, max) {
      case (nil, nil): "an integer"
      case (let min?, nil): "an integer, \(min) or more"
      case (nil, let max?): "an integer, \(max) or less"
      case (let min?, let max?): "an integer from \(min) to \(max)"
      }
    case .date(let kind): "a value of type \(kind.rawValue)"
    case .duration: "a duration"
    case .boolean: "a boolean"
    case .decimal, .double, .float, .numeric: "a number"
    case .token(let kind): "a value of type \(kind)"
    case .string, .anyURI, .untypedAtomic, .anyAtomicType: "a string"
    }
  }
}
