/// The atomic types of XML Schema that expressions may name.
package enum AtomicType: Hashable, Sendable {
  case string, untypedAtomic, anyAtomicType, boolean, decimal, float, double, anyURI, numeric
  /// `xs:integer` and what is derived from it, with its bounds.
  case integer(min: Int?, max: Int?)
  case date(DateValue.Kind)
  case duration(DurationValue.Kind)
  /// What is derived from `xs:string`: told by its lexical space alone.
  case token(TokenKind)

  package enum TokenKind: Sendable {
    case normalizedString, token, language, name, ncName, nmtoken
  }

  /// The type with a name in the namespace of XML Schema.
  init?(_ name: String) {
    switch name {
    case "string": self = .string
    case "untypedAtomic": self = .untypedAtomic
    case "anyAtomicType": self = .anyAtomicType
    case "boolean": self = .boolean
    case "decimal": self = .decimal
    case "float": self = .float
    case "double": self = .double
    case "anyURI": self = .anyURI
    case "numeric": self = .numeric
    case "integer": self = .integer(min: nil, max: nil)
    case "nonNegativeInteger": self = .integer(min: 0, max: nil)
    case "positiveInteger": self = .integer(min: 1, max: nil)
    case "nonPositiveInteger": self = .integer(min: nil, max: 0)
    case "negativeInteger": self = .integer(min: nil, max: -1)
    case "long": self = .integer(min: Int.min, max: Int.max)
    case "int": self = .integer(min: Int(Int32.min), max: Int(Int32.max))
    case "short": self = .integer(min: Int(Int16.min), max: Int(Int16.max))
    case "byte": self = .integer(min: -128, max: 127)
    case "unsignedLong": self = .integer(min: 0, max: nil)
    case "unsignedInt": self = .integer(min: 0, max: Int(UInt32.max))
    case "unsignedShort": self = .integer(min: 0, max: Int(UInt16.max))
    case "unsignedByte": self = .integer(min: 0, max: 255)
    case "duration": self = .duration(.duration)
    case "yearMonthDuration": self = .duration(.yearMonth)
    case "dayTimeDuration": self = .duration(.dayTime)
    case "normalizedString": self = .token(.normalizedString)
    case "token": self = .token(.token)
    case "language": self = .token(.language)
    case "Name": self = .token(.name)
    case "NCName", "ID", "IDREF", "ENTITY": self = .token(.ncName)
    case "NMTOKEN": self = .token(.nmtoken)
    default:
      guard let kind = DateValue.Kind(rawValue: name) else { return nil }
      self = .date(kind)
    }
  }

  /// Whether an atomic value is of this type.
  func holds(_ item: Item) -> Bool {
    switch (self, item) {
    case (_, .node): false
    case (.anyAtomicType, _), (.string, .string), (.untypedAtomic, .untyped), (.boolean, .boolean),
      (.decimal, .decimal), (.decimal, .integer), (.float, .float), (.double, .double), (.anyURI, .string):
      true
    case (.numeric, _): item.isNumber
    case (.integer(let min, let max), .integer(let value)): value >= min ?? value && value <= max ?? value
    case (.date(let kind), .date(let value)): kind == value.kind
    case (.duration(let kind), .duration(let value)): kind == .duration || kind == value.kind
    default: false
    }
  }
}
