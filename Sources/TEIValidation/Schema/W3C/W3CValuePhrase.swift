internal import ArticleModel
internal import RelaxNG
internal import XML

/// Says in words what a value must be by a W3C XML Schema.
enum W3CValuePhrase {
  static func expected(_ issue: W3CSchemaIssue) -> String {
    let limit = issue.limit ?? ""
    switch issue.facet {
    case "enumeration": return Phrase.list(values(limit, found: issue.value ?? ""))
    case "pattern": return "text that matches \(limit)"
    case "length": return "a length of \(limit)"
    case "minLength": return limit == "1" ? "text that is not empty" : "a length of at least \(limit)"
    case "maxLength": return "a length of at most \(limit)"
    case "minInclusive": return "\(limit) or more"
    case "maxInclusive": return "\(limit) or less"
    case "minExclusive": return "more than \(limit)"
    case "maxExclusive": return "less than \(limit)"
    case "totalDigits": return "at most \(limit) digits"
    case "fractionDigits": return "at most \(limit) digits behind the point"
    default: break
    }
    if issue.rule == .fixedValue { return "\"\(limit)\"" }
    if issue.text.contains("namespace declaration") { return "a name whose prefix is declared" }
    // `… of the atomic type "xs:integer"`
    let parts = issue.text.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count >= 3, issue.text.hasSuffix("\"") else {
      return issue.text.contains("union") ? "a value of one of the types of its union" : "a value of its type"
    }
    let name = String(parts[parts.count - 2])
    guard name.hasPrefix("xs:") else { return "a value of type \"\(name)\"" }
    let local = String(name.dropFirst(3))
    return dates[local] ?? ValuePhrase.ofType(named: local) ?? "a value of type \(name)"
  }

  private static let dates = [
    "date": "a date as \"2024-06-13\"", "dateTime": "a date and time as \"2024-06-13T14:30:00\"",
    "time": "a time as \"14:30:00\"", "gYear": "a year as \"2024\"", "gYearMonth": "a month as \"2024-06\"",
    "gMonth": "a month as \"--06\"", "gMonthDay": "a day as \"--06-13\"", "gDay": "a day as \"---13\"",
  ]

  /// The values of a list as `'a', 'b'`, the nearest to what was found before all.
  private static func values(_ list: String, found: String) -> [String] {
    var values: [String] = []
    var rest = list[...]
    while rest.first == "'" {
      rest = rest.dropFirst()
      // A value may hold a quote itself: it ends before the next one, or with the list.
      var end = rest.endIndex
      var index = rest.startIndex
      while let quote = rest[index...].firstIndex(of: "'") {
        let behind = rest[rest.index(after: quote)...]
        if behind.isEmpty || behind.hasPrefix(", '") {
          end = quote
          break
        }
        index = behind.startIndex
      }
      values.append(String(rest[..<end]))
      rest = end == rest.endIndex ? "" : rest[rest.index(after: end)...].dropFirst(2)
    }
    if let nearest = NearestName.to(found, among: values), let index = values.firstIndex(of: nearest) {
      values.insert(values.remove(at: index), at: 0)
    }
    return values.map { "\"\($0)\"" }
  }
}
