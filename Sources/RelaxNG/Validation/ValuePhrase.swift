internal import ArticleModel

/// Says in words what a value must be.
package enum ValuePhrase {
  /// The phrases for a matcher, without repetition: closed values first, the nearest to what was found before all.
  static func expected(_ matchers: [ValueMatcher], found: String) -> [String] {
    var values: [String] = []
    var types: [String] = []
    for matcher in matchers { collect(matcher, &values, &types, isList: false) }
    values = Array(Set(values)).sorted()
    if let nearest = NearestName.to(found, among: values), let index = values.firstIndex(of: nearest) {
      values.insert(values.remove(at: index), at: 0)
    }
    var phrases = values.map { "\"\($0)\"" }
    for type in types where !phrases.contains(type) { phrases.append(type) }
    return phrases
  }

  private static func collect(_ matcher: ValueMatcher, _ values: inout [String], _ types: inout [String], isList: Bool)
  {
    switch matcher {
    case .never: break
    case .empty: types.append("nothing")
    case .text: types.append("text")
    case .data(let datatype, _): types.append(isList ? "a list of \(name(of: datatype))" : name(of: datatype))
    case .value(let value): values.append(String(decoding: value.text, as: UTF8.self))
    case .tokens(let tokens): values += tokens.map { String(decoding: $0, as: UTF8.self) }
    case .choice(let parts), .beside(let parts): for part in parts { collect(part, &values, &types, isList: isList) }
    case .list(let list): for leaf in list.leaves { collect(leaf, &values, &types, isList: list.leaves.count == 1) }
    }
  }

  /// The phrase for one of XML Schema's own datatypes, given its local name; nil for others.
  package static func ofType(named name: String) -> String? {
    BuiltinType(rawValue: name).map { self.name(of: $0) }
  }

  /// `a decimal number from 0 to 1`.
  private static func name(of datatype: Datatype) -> String {
    var phrase = name(of: datatype.type)
    for (name, value) in datatype.facets?.written ?? [] {
      switch name {
      case "minInclusive": phrase += " from \(value)"
      case "maxInclusive": phrase += " to \(value)"
      case "minExclusive": phrase += " above \(value)"
      case "maxExclusive": phrase += " below \(value)"
      case "minLength" where value == "1": phrase += " that is not empty"
      case "minLength": phrase += " of at least \(value) characters"
      case "maxLength": phrase += " of at most \(value) characters"
      case "length": phrase += " of \(value) characters"
      case "pattern" where value == "\\S+" || value == "[^\\p{C}\\p{Z}]+": phrase += " without spaces"
      case "pattern": phrase += " that matches \(value)"
      default: break
      }
    }
    return phrase
  }

  private static func name(of type: BuiltinType) -> String {
    switch type {
    case .id: "an XML name that is unique"
    case .ncName, .xmlName, .idref: "an XML name"
    case .nmtoken: "a name token"
    case .anyURI: "a pointer"
    case .token, .string, .normalizedString: "text"
    case .boolean: "\"true\" or \"false\""
    case .decimal, .double, .float: "a decimal number"
    case .integer: "a whole number"
    case .nonNegativeInteger: "a whole number, 0 or more"
    case .positiveInteger: "a whole number, 1 or more"
    case .language: "a language tag as \"en\""
    case .duration: "a duration as \"P3D\""
    case .date, .gYear, .gYearMonth, .gMonth, .gMonthDay, .gDay, .time, .dateTime:
      // TEI's dates are a choice of all of these: one phrase for them.
      "a date or time as \"2024\", \"2024-06-13\", \"--06-13\" or \"14:30:00\""
    default: "a value of type \(type.rawValue)"
    }
  }
}

/// Parts of messages.
package enum Phrase {
  /// A handful.
  static let longestList = 6

  /// `"a", "b" or "c"`; of a long list the first, and how many others.
  package static func list(_ phrases: [String]) -> String {
    if phrases.count > longestList {
      return phrases.prefix(longestList - 1).joined(separator: ", ")
        + " or one of \(phrases.count - longestList + 1) others"
    }
    guard let last = phrases.last else { return "nothing" }
    return phrases.count == 1 ? last : phrases.dropLast().joined(separator: ", ") + " or " + last
  }

  package static func quoted(_ text: String) -> String { text.count > 40 ? "\"\(text.prefix(39))…\"" : "\"\(text)\"" }

  /// The beginning of a text in quotes, white space collapsed.
  static func quoted(_ text: Bytes) -> String {
    var end = min(text.count, 400)
    while end > 0, end < text.count, text[end] & 0xC0 == 0x80 { end -= 1 }
    return quoted(String(decoding: text.slice(0, end).collapsed, as: UTF8.self))
  }
}
