internal import XML

/// Says what a datatype of XML Schema asks for.
enum DatatypePhrase {
  /// What a `data` pattern asks for: `a decimal number from 0 to 1`.
  static func expected(_ data: XMLElement) -> String {
    var phrase = name(of: data["type"] ?? "")
    for parameter in data.children where parameter.name == "param" {
      let value = parameter.text
      switch parameter["name"] {
      case "minInclusive": phrase += " from \(value)"
      case "maxInclusive": phrase += " to \(value)"
      case "minLength" where value == "1": phrase += " that is not empty"
      case "pattern" where value == "\\S+" || value == "[^\\p{C}\\p{Z}]+": phrase += " without spaces"
      case "pattern": phrase += " that matches \(value)"
      default: break
      }
    }
    return phrase
  }

  private static func name(of type: String) -> String {
    switch type {
    case "ID": "an XML name that is unique"
    case "NCName": "an XML name"
    case "anyURI": "a pointer"
    case "token", "string": "text"
    case "decimal": "a decimal number"
    case "integer": "a whole number"
    case "nonNegativeInteger": "a whole number, 0 or more"
    case "positiveInteger": "a whole number, 1 or more"
    case "language": "a language tag as \"en\""
    case "duration": "a duration as \"P3D\""
    // TEI's dates are a choice of all of these: one phrase for them.
    case "date", "gYear", "gYearMonth", "gMonth", "gMonthDay", "gDay", "time", "dateTime":
      "a date or time as \"2024\", \"2024-06-13\", \"--06-13\" or \"14:30:00\""
    default: "a value of type \(type)"
    }
  }
}
