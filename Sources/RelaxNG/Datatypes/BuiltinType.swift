/// The datatypes of XML Schema, Part 2, and of RELAX NG's own library.
enum BuiltinType: String, Sendable {
  case string, normalizedString, token, language
  case xmlName = "Name", ncName = "NCName", nmtoken = "NMTOKEN", nmtokens = "NMTOKENS"
  case id = "ID", idref = "IDREF", idrefs = "IDREFS", entity = "ENTITY", entities = "ENTITIES"
  case qName = "QName", notation = "NOTATION"
  case anyURI, boolean, decimal, integer, nonPositiveInteger, negativeInteger, long, int, short, byte
  case nonNegativeInteger, unsignedLong, unsignedInt, unsignedShort, unsignedByte, positiveInteger
  case float, double, duration, dateTime, time, date, gYearMonth, gYear, gMonthDay, gDay, gMonth
  case hexBinary, base64Binary

  /// What parameters it takes.
  enum Family { case text, list, qualifiedName, boolean, decimal, floating, date, duration, binary }

  var family: Family {
    switch self {
    case .string, .normalizedString, .token, .language, .xmlName, .ncName, .nmtoken, .id, .idref, .entity, .anyURI:
      .text
    case .nmtokens, .idrefs, .entities: .list
    case .qName, .notation: .qualifiedName
    case .boolean: .boolean
    case .float, .double: .floating
    case .duration: .duration
    case .dateTime, .time, .date, .gYearMonth, .gYear, .gMonthDay, .gDay, .gMonth: .date
    case .hexBinary, .base64Binary: .binary
    default: .decimal
    }
  }

  var isInteger: Bool { family == .decimal && self != .decimal }

  /// The bounds of the types derived from `integer`.
  var bounds: (minimum: DecimalValue?, maximum: DecimalValue?) {
    switch self {
    case .nonPositiveInteger: (nil, DecimalValue("0"))
    case .negativeInteger: (nil, DecimalValue("-1"))
    case .nonNegativeInteger: (DecimalValue("0"), nil)
    case .positiveInteger: (DecimalValue("1"), nil)
    case .long: (DecimalValue("-9223372036854775808"), DecimalValue("9223372036854775807"))
    case .int: (DecimalValue("-2147483648"), DecimalValue("2147483647"))
    case .short: (DecimalValue("-32768"), DecimalValue("32767"))
    case .byte: (DecimalValue("-128"), DecimalValue("127"))
    case .unsignedLong: (DecimalValue("0"), DecimalValue("18446744073709551615"))
    case .unsignedInt: (DecimalValue("0"), DecimalValue("4294967295"))
    case .unsignedShort: (DecimalValue("0"), DecimalValue("65535"))
    case .unsignedByte: (DecimalValue("0"), DecimalValue("255"))
    default: (nil, nil)
    }
  }

  var dateParts: DateValue.Parts {
    switch self {
    case .dateTime: [.year, .month, .day, .time]
    case .time: .time
    case .date: [.year, .month, .day]
    case .gYearMonth: [.year, .month]
    case .gYear: .year
    case .gMonthDay: [.month, .day]
    case .gDay: .day
    default: .month
    }
  }
}

/// What a datatype means for identifiers (RELAX NG DTD Compatibility, section 5).
enum IdentifierKind: UInt8, Sendable { case id, reference, references }
