internal import RegularExpressions
internal import XML

/// The namespace that a prefix stands for where a value is read.
typealias PrefixLookup = (String) -> String?

/// A datatype with its parameters.
final class Datatype: Sendable {
  /// The parameters, called facets in XML Schema.
  struct Facets: Sendable {
    var length: Int?
    var minLength: Int?
    var maxLength: Int?
    var totalDigits: Int?
    var fractionDigits: Int?
    var patterns: [PatternFacet] = []
    var minInclusive: TypedValue?
    var minExclusive: TypedValue?
    var maxInclusive: TypedValue?
    var maxExclusive: TypedValue?
    /// The parameters as written, for messages.
    var written: [(name: String, value: String)] = []
  }

  let type: BuiltinType
  /// Whether it is of RELAX NG's own library, or of that for DTD compatibility.
  let library: DatatypeLibrary
  let facets: Facets?
  private let minimum: DecimalValue?
  private let maximum: DecimalValue?
  private let hasBounds: Bool

  init(_ type: BuiltinType, of library: DatatypeLibrary, facets: Facets? = nil) {
    self.type = type
    self.library = library
    self.facets = facets
    (minimum, maximum) = type.bounds
    hasBounds =
      facets?.minInclusive != nil || facets?.minExclusive != nil || facets?.maxInclusive != nil
      || facets?.maxExclusive != nil
  }

  /// What it means for identifiers, or nil.
  var identifierKind: IdentifierKind? {
    switch type {
    case .id: .id
    case .idref: .reference
    case .idrefs: .references
    default: nil
    }
  }

  /// Whether any text at all is allowed.
  var allowsEverything: Bool {
    (type == .string || type == .token || type == .normalizedString) && facets == nil
  }

  /// Whether values depend on the namespaces in scope.
  var needsNamespaces: Bool { type.family == .qualifiedName }

  /// Whether a text as it stands in a document is one of this type.
  func allows(_ text: Bytes, _ namespaces: PrefixLookup) -> Bool {
    guard let facets else { return isLexical(text, namespaces) }
    return isLexical(text, namespaces) && satisfies(facets, text, namespaces)
  }

  private func isLexical(_ text: Bytes, _ namespaces: PrefixLookup) -> Bool {
    if type == .string || type == .token || type == .normalizedString { return true }
    let text = text.trimmed
    switch type {
    case .string, .normalizedString, .token: return true
    case .language: return Self.isLanguage(text)
    case .xmlName: return XMLNames.isName(text)
    case .ncName, .id, .idref, .entity: return XMLNames.isNCName(text)
    case .nmtoken: return XMLNames.isNMTOKEN(text)
    case .nmtokens: return !text.isEmpty && text.allWords(XMLNames.isNMTOKEN)
    case .idrefs, .entities: return !text.isEmpty && text.allWords(XMLNames.isNCName)
    case .anyURI: return AnyURI.isValid(text)
    case .qName, .notation: return Self.qualifiedName(text, namespaces) != nil
    case .boolean:
      return text.elementsEqual("true".utf8) || text.elementsEqual("false".utf8) || text.elementsEqual("1".utf8)
        || text.elementsEqual("0".utf8)
    case .decimal: return NumberSyntax.isDecimal(text)
    case .float, .double: return NumberSyntax.isDouble(text)
    case .duration: return DurationValue(text) != nil
    case .dateTime, .time, .date, .gYearMonth, .gYear, .gMonthDay, .gDay, .gMonth:
      return DateValue(text, type.dateParts) != nil
    case .hexBinary: return BinarySyntax.hexBinary(text) != nil
    case .base64Binary: return BinarySyntax.base64Binary(text) != nil
    default:
      guard NumberSyntax.isInteger(text) else { return false }
      if minimum == nil, maximum == nil { return true }
      if type == .nonNegativeInteger, text[0] != UInt8(ascii: "-") { return true }
      let value = DecimalValue(text)
      return (minimum.map { $0 <= value } ?? true) && (maximum.map { value <= $0 } ?? true)
    }
  }

  /// RFC 3066: a first part of letters, others of letters and digits, of one to eight each.
  private static func isLanguage(_ text: Bytes) -> Bool {
    var count = 0
    var isFirst = true
    for byte in text {
      if byte == UInt8(ascii: "-") {
        guard count > 0 else { return false }
        count = 0
        isFirst = false
      } else {
        guard byte.isASCIILetter || !isFirst && byte.isASCIIDigit, count < 8 else { return false }
        count += 1
      }
    }
    return count > 0
  }

  static func qualifiedName(_ text: Bytes, _ namespaces: PrefixLookup) -> TypedValue? {
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else {
      return XMLNames.isNCName(text) ? .name(namespace: namespaces("") ?? "", local: text.string) : nil
    }
    let prefix = text.slice(0, colon)
    let local = text.slice(colon + 1, text.count)
    guard XMLNames.isNCName(prefix), XMLNames.isNCName(local), let namespace = namespaces(prefix.string) else {
      return nil
    }
    return .name(namespace: namespace, local: local.string)
  }

  private func satisfies(_ facets: Facets, _ text: Bytes, _ namespaces: PrefixLookup) -> Bool {
    if type == .string { return satisfies(facets, normalized: text, namespaces) }
    if type == .normalizedString {
      return text.map { $0.isXMLSpace ? 0x20 : $0 }.withUnsafeBufferPointer {
        satisfies(facets, normalized: $0, namespaces)
      }
    }
    let text = text.trimmed
    if text.needsCollapse {
      return text.collapsed.withUnsafeBufferPointer { satisfies(facets, normalized: $0, namespaces) }
    }
    return satisfies(facets, normalized: text, namespaces)
  }

  private func satisfies(_ facets: Facets, normalized text: Bytes, _ namespaces: PrefixLookup) -> Bool {
    for pattern in facets.patterns where !pattern.matches(text) { return false }
    if facets.length != nil || facets.minLength != nil || facets.maxLength != nil {
      let length = length(of: text)
      if let wanted = facets.length, length != wanted { return false }
      if let minimum = facets.minLength, length < minimum { return false }
      if let maximum = facets.maxLength, length > maximum { return false }
    }
    if facets.totalDigits != nil || facets.fractionDigits != nil {
      let value = DecimalValue(text)
      if let total = facets.totalDigits, value.digitCount > total { return false }
      if let fraction = facets.fractionDigits, value.fraction.count > fraction { return false }
    }
    return !hasBounds || isWithinBounds(facets, text, namespaces)
  }

  private func isWithinBounds(_ facets: Facets, _ text: Bytes, _ namespaces: PrefixLookup) -> Bool {
    guard let value = TypedValue(text, type, namespaces) else { return false }
    if let bound = facets.minInclusive, !(value.compare(bound).map { $0 >= 0 } ?? false) { return false }
    if let bound = facets.minExclusive, !(value.compare(bound).map { $0 > 0 } ?? false) { return false }
    if let bound = facets.maxInclusive, !(value.compare(bound).map { $0 <= 0 } ?? false) { return false }
    if let bound = facets.maxExclusive, !(value.compare(bound).map { $0 < 0 } ?? false) { return false }
    return true
  }

  private func length(of text: Bytes) -> Int {
    switch type {
    case .hexBinary: return text.count / 2
    case .base64Binary: return BinarySyntax.base64Binary(text)?.count ?? 0
    case .nmtokens, .idrefs, .entities:
      var count = 0
      _ = text.allWords { _ in
        count += 1
        return true
      }
      return count
    default: return text.codePointCount
    }
  }
}

/// A value in the value space of its type.
enum TypedValue: Hashable, Sendable {
  case text([UInt8])
  case boolean(Bool)
  case decimal(DecimalValue)
  /// Compared by bits: NaN equals itself, and the zeros differ.
  case floating(UInt64)
  case date(DateValue)
  case duration(DurationValue)
  case binary([UInt8])
  case name(namespace: String, local: String)

  /// The value of a text in the lexical space of a type, white space normalised; nil where it has none.
  init?(_ text: Bytes, _ type: BuiltinType, _ namespaces: PrefixLookup) {
    switch type.family {
    case .text, .list: self = .text(Array(text))
    case .qualifiedName:
      guard let name = Datatype.qualifiedName(text, namespaces) else { return nil }
      self = name
    case .boolean: self = .boolean(text.first == UInt8(ascii: "t") || text.first == UInt8(ascii: "1"))
    case .decimal: self = .decimal(DecimalValue(text))
    case .floating:
      self = .floating((type == .float ? NumberSyntax.float(text) : NumberSyntax.double(text)).bitPattern)
    case .date:
      guard let date = DateValue(text, type.dateParts) else { return nil }
      self = .date(date)
    case .duration:
      guard let duration = DurationValue(text) else { return nil }
      self = .duration(duration)
    case .binary:
      guard let bytes = type == .hexBinary ? BinarySyntax.hexBinary(text) : BinarySyntax.base64Binary(text) else {
        return nil
      }
      self = .binary(bytes)
    }
  }

  /// -1, 0 or 1; nil where the two cannot be compared.
  func compare(_ other: TypedValue) -> Int? {
    switch (self, other) {
    case (.decimal(let left), .decimal(let right)): return left < right ? -1 : right < left ? 1 : 0
    case (.floating(let left), .floating(let right)):
      let (left, right) = (Double(bitPattern: left), Double(bitPattern: right))
      // NaN is equal to itself and above all others.
      if left.isNaN || right.isNaN { return left.isNaN ? (right.isNaN ? 0 : 1) : -1 }
      return left < right ? -1 : left > right ? 1 : 0
    case (.date(let left), .date(let right)): return left.compare(right)
    case (.duration(let left), .duration(let right)): return left.compare(right)
    default: return nil
    }
  }
}
