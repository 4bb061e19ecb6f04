import ArticleModel

/// The element and the attributes that encode a mention.
struct MentionMarkup {
  var element: StaticString
  var attributes: [IndentedTree.Attribute]

  init(_ mention: Mention) {
    switch mention.type {
    case .person: self.init("persName")
    case .role: self.init("roleName")
    case .organisation: self.init("orgName")
    case .country, .settlement, .region, .facility, .geography, .place: self.init("placeName")
    case .demonym: self.init("rs", [("type", "demonym")])
    case .event, .product, .programme, .law: self.init("name", [("type", mention.type.rawValue)])
    case .work: self.init("title")
    case .date: self.init("date", Self.date(mention.value))
    case .time: self.init("time", Self.time(mention.value))
    case .number:
      // A bare figure in a column whose head has the unit.
      if case .quantity(let quantity) = mention.value, let unit = quantity.unit {
        self.init("measure", Self.measure(Self.kind(ofUnit: unit), mention.value))
      } else {
        self.init("num", Self.number(mention.value))
      }
    case .percentage, .money, .measure: self.init("measure", Self.measure(mention.type, mention.value))
    case .reference: self.init("ref", Self.target(mention.value))
    }
  }

  private init(_ element: StaticString, _ attributes: [IndentedTree.Attribute] = []) {
    self.element = element
    self.attributes = attributes
  }

  private static func date(_ value: MentionValue) -> [IndentedTree.Attribute] {
    guard case .date(let date) = value else { return [] }
    return [
      ("when", date.when), ("from", date.from), ("to", date.to), ("notBefore", date.notBefore),
      ("notAfter", date.notAfter), ("dur", date.duration),
    ]
  }

  private static func time(_ value: MentionValue) -> [IndentedTree.Attribute] {
    if case .time(let time) = value { [("when", time)] } else { [] }
  }

  private static func number(_ value: MentionValue) -> [IndentedTree.Attribute] {
    guard case .quantity(let quantity) = value else { return [] }
    return [("value", quantity.quantity), ("atLeast", quantity.atLeast), ("atMost", quantity.atMost)]
  }

  private static func measure(_ type: MentionType, _ value: MentionValue) -> [IndentedTree.Attribute] {
    let type: IndentedTree.Attribute = ("type", type.rawValue)
    guard case .quantity(let quantity) = value else { return [type] }
    return [
      type, ("quantity", quantity.quantity), ("atLeast", quantity.atLeast), ("atMost", quantity.atMost),
      ("unit", quantity.unit),
    ]
  }

  /// What a unit measures: currencies have three capitals, and no unit of UCUM has.
  private static func kind(ofUnit unit: String) -> MentionType {
    if unit == "%" { return .percentage }
    return unit.utf8.count == 3 && unit.utf8.allSatisfy { $0 &- 0x41 < 26 } ? .money : .measure
  }

  private static func target(_ value: MentionValue) -> [IndentedTree.Attribute] {
    if case .target(let target) = value { [("target", target)] } else { [] }
  }
}

extension MentionType {
  /// The element that a mention of this type is encoded as, and its `@type`; nil for none.
  package var markup: (element: String, type: String?) {
    let markup = MentionMarkup(Mention(SourceRange(start: 0, end: 0), self, method: .external, certainty: 1))
    return ("\(markup.element)", markup.attributes.first { "\($0.name)" == "type" }?.value)
  }
}

extension Mention {
  /// The element that the mention is encoded as, with the attributes that say what it stands for.
  package var markup: (element: String, attributes: [(name: String, value: String)]) {
    let markup = MentionMarkup(self)
    return (
      "\(markup.element)", markup.attributes.compactMap { name, value in value.map { ("\(name)", $0) } }
    )
  }

  /// As `@cert` has it.
  package var certaintyText: String { CertaintyText.text(certainty) }
}

/// A certainty as TEI's `@cert`: two decimals at most.
enum CertaintyText {
  static func text(_ certainty: Float) -> String {
    let hundredths = max(1, min(100, Int((certainty * 100).rounded())))
    if hundredths == 100 { return "1" }
    return hundredths % 10 == 0 ? "0.\(hundredths / 10)" : (hundredths < 10 ? "0.0\(hundredths)" : "0.\(hundredths)")
  }
}
