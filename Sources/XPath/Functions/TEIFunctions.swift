internal import XML

/// Functions of TEI: of an element, or of the context node.
extension FunctionLibrary {
  static let tei: [String: Function] = [
    "text": Function(arity: 0...1, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
      var texts: [String] = []
      for item in try arguments.orContext(0, evaluation).items {
        guard case .node(let node) = item else {
          texts.append(Whitespace.collapsed(evaluation.string(item)))
          continue
        }
        try evaluation.spend(1 + Int(evaluation.table.stops[Int(node)] - evaluation.table.starts[Int(node)]) / 8)
        texts.append(ReadText.of(node, in: evaluation.document))
      }
      return .item(.string(texts.joined(separator: " ")))
    },
    "date": date, "iso-date": date,
    "year": Function(arity: 0...1, language: .xpath1, mayBeNumber: true) {
      evaluation, arguments throws(EvaluationFault) in
      guard let item = try arguments.orContext(0, evaluation).first else { return .empty }
      if let date = evaluation.date(of: item) { return .item(.integer(date.year)) }
      return Self.onlyYear(in: evaluation.string(item)).map { .item(.integer($0)) } ?? .empty
    },
  ]

  private static let date = Function(arity: 0...1, language: .xpath1) { evaluation, arguments throws(EvaluationFault) in
    guard let item = try arguments.orContext(0, evaluation).first else { return .empty }
    return evaluation.date(of: item).map { .item(.string($0.description)) } ?? .empty
  }

  /// The year that a text names, if it names one: four digits that stand alone, from 1000 to 2999.
  private static func onlyYear(in text: String) -> Int? {
    var years: Set<Int> = []
    for run in text.utf8.split(whereSeparator: { $0 < 0x30 || $0 > 0x39 }) where run.count == 4 {
      if let year = Int(Substring(run)), (1000..<3000).contains(year) { years.insert(year) }
    }
    return years.count == 1 ? years.first : nil
  }
}

extension Evaluation {
  /// The attributes that date an element (TEI P5, att.datable), the surest first; of a span its beginning.
  private static let datingAttributes = [
    "when", "when-iso", "from", "from-iso", "notBefore", "notBefore-iso", "to", "to-iso", "notAfter", "notAfter-iso",
  ]

  /// The date that an element's attributes give, or else its text; of other items that of their text.
  func date(of item: Item) -> ISODate? {
    guard case .node(let node) = item else { return ISODate(string(item)) }
    if table.kinds[Int(node)] == .element {
      let element = XMLNodeTable.Node(table, node)
      for name in Self.datingAttributes {
        if let value = element[name] { return ISODate(value) }
      }
      guard table.stops[Int(node)] - table.starts[Int(node)] < 100 else { return nil }
    }
    return ISODate(string(of: node))
  }
}
