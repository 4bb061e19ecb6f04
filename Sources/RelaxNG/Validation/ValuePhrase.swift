internal import ArticleModel

/// Says in words what a value must be.
package enum ValuePhrase {
  /// The phrases for a matcher, without repetition: closed values first, the nearest to what was found before all.
  static func expected(_ matchers: [ValueMatcher], found: String, _ advice: SchemaAdvice) -> [String] {
    var values: Set<String> = []
    var types: [String] = []
    var dates: Set<BuiltinType> = []
    forEachLeaf(of: matchers) { leaf, isList in
      switch leaf {
      case .empty: types.append("nothing")
      case .text: types.append("text")
      case .data(let datatype, _) where datatype.type.family == .date && !isList: dates.insert(datatype.type)
      case .data(let datatype, _) where datatype.type == .boolean && !isList: values.formUnion(["true", "false"])
      case .data(let datatype, _): types.append(isList ? listName(of: datatype, advice) : name(of: datatype, advice))
      case .value(let value): values.insert(String(decoding: value.text, as: UTF8.self))
      case .tokens(let tokens): for token in tokens { values.insert(String(decoding: token, as: UTF8.self)) }
      default: break
      }
    }
    if !dates.isEmpty { types.insert(name(of: dates), at: 0) }
    var ordered = values.sorted()
    if let nearest = NearestName.to(found, among: ordered), let index = ordered.firstIndex(of: nearest) {
      ordered.insert(ordered.remove(at: index), at: 0)
    }
    var phrases = ordered.map { "\"\($0)\"" }
    for type in types where !phrases.contains(type) { phrases.append(type) }
    // An empty value may be allowed, but nobody looks for it.
    let telling = phrases.filter { $0 != "\"\"" && $0 != "nothing" }
    return telling.isEmpty ? phrases : telling
  }

  /// Kinds of values whose slips are mended in ways of their own.
  struct Kinds: OptionSet {
    let rawValue: UInt8
    static let pointers = Kinds(rawValue: 1)
    static let dates = Kinds(rawValue: 2)
  }

  static func kinds(_ matchers: [ValueMatcher]) -> Kinds {
    var found: Kinds = []
    forEachLeaf(of: matchers) { leaf, _ in
      guard case .data(let datatype, _) = leaf else { return }
      if datatype.type == .anyURI { found.insert(.pointers) }
      if datatype.type.family == .date { found.insert(.dates) }
    }
    return found
  }

  private static func forEachLeaf(
    of matchers: [ValueMatcher], isList: Bool = false, _ body: (ValueMatcher, _ isList: Bool) -> Void
  ) {
    for matcher in matchers {
      switch matcher {
      case .choice(let parts), .beside(let parts): forEachLeaf(of: parts, isList: isList, body)
      case .list(let list): forEachLeaf(of: list.leaves, isList: list.leaves.count == 1, body)
      default: body(matcher, isList)
      }
    }
  }

  /// The phrase for one of XML Schema's own datatypes, given its local name; nil for others.
  package static func ofType(named name: String) -> String? {
    BuiltinType(rawValue: name).map { self.name(of: $0) }
  }

  /// `a decimal number from 0 to 1`.
  private static func name(of datatype: Datatype, _ advice: SchemaAdvice) -> String {
    let facets = datatype.facets?.written ?? []
    for (name, value) in facets where name == "pattern" {
      if let phrase = advice.patternPhrases[value] { return phrase }
    }
    var phrase = name(of: datatype.type)
    for (name, value) in facets {
      switch name {
      case "minInclusive": phrase += " from \(value)"
      case "maxInclusive": phrase += " to \(value)"
      case "minExclusive": phrase += " above \(value)"
      case "maxExclusive": phrase += " below \(value)"
      case "minLength" where value == "1": phrase += " that is not empty"
      case "minLength": phrase += " of at least \(value) characters"
      case "maxLength": phrase += " of at most \(value) characters"
      case "length": phrase += " of \(value) characters"
      case "pattern" where value == "\\S+" && datatype.type == .anyURI: break
      case "pattern": phrase += " that matches \(value)"
      default: break
      }
    }
    return phrase
  }

  /// What a list of one type is.
  private static func listName(of datatype: Datatype, _ advice: SchemaAdvice) -> String {
    switch datatype.type {
    case .anyURI where datatype.facets == nil || datatype.facets?.written.map(\.value) == ["\\S+"]:
      "pointers with spaces between them, as \"#a #b\""
    default: "\(name(of: datatype, advice)), or several with spaces between them"
    }
  }

  /// TEI's dates are a choice of all their types: one phrase for them, with an example of each kind.
  private static func name(of types: Set<BuiltinType>) -> String {
    let known: [(BuiltinType, String)] = [
      (.date, "2024-06-13"), (.gYearMonth, "2024-06"), (.gYear, "2024"), (.dateTime, "2024-06-13T14:30:00"),
      (.time, "14:30:00"), (.gMonthDay, "--06-13"), (.gMonth, "--06"), (.gDay, "---13"),
    ]
    let hasTime = types.contains(.time) || types.contains(.dateTime)
    let examples = known.filter { types.contains($0.0) && ($0.0 != .dateTime || !types.contains(.time)) }
    let kind = types == [.time] ? "a time" : hasTime ? "a date or time" : "a date"
    return "\(kind) as \(Phrase.list(examples.prefix(4).map { "\"\($0.1)\"" }))"
  }

  private static func name(of type: BuiltinType) -> String {
    switch type {
    case .id: "an XML name as \"p1\", unique in the document"
    case .ncName, .xmlName, .idref: "an XML name as \"p1\""
    case .nmtoken: "a name token"
    case .anyURI: "a pointer as \"#p1\" or \"images/1.png\""
    case .token, .string, .normalizedString: "text"
    case .boolean: "\"true\" or \"false\""
    case .decimal, .double, .float: "a decimal number"
    case .integer: "a whole number"
    case .nonNegativeInteger: "a whole number, 0 or more"
    case .positiveInteger: "a whole number, 1 or more"
    case .language: "a language tag as \"en\""
    case .duration: "a duration as \"P3D\""
    default: "a value of type \(type.rawValue)"
    }
  }
}
