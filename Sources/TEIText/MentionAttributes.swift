package import XML

/// The numbers of the attributes of mentions in one table's names, found out as they come.
package struct MentionAttributeNames {
  private var kinds: [UInt8]
  private let names: XMLNodeNames

  static let wanted = [
    "when", "when-iso", "from", "to", "from-iso", "to-iso", "notBefore", "notAfter", "quantity", "unit", "value",
    "target", "ref", "key", "corresp", "type", "ana", "cert", "id",
  ]

  package init(_ table: XMLNodeTable) {
    names = table.names
    kinds = Array(repeating: UInt8.max, count: names.names.count)
  }

  /// The index in ``wanted``, or its count for another attribute.
  mutating func kind(_ name: Int32) -> Int {
    if kinds[Int(name)] != .max { return Int(kinds[Int(name)]) }
    let local = names.local(of: name)
    let space = names.namespace(of: name)
    let isWanted = space.isEmpty || (space == XMLNamespace.xml && local == "id")
    let kind = isWanted ? Self.wanted.firstIndex(of: local) ?? Self.wanted.count : Self.wanted.count
    kinds[Int(name)] = UInt8(kind)
    return kind
  }
}

/// What the attributes of a mention say, read once.
package struct MentionAttributes {
  private var values: [String?] = Array(repeating: nil, count: MentionAttributeNames.wanted.count + 1)

  package init(_ node: XMLNodeTable.Node, _ names: inout MentionAttributeNames) {
    let table = node.table
    var next = node.number + 1
    while next < table.ends[Int(node.number)], table.kinds[Int(next)] == .attribute {
      let kind = names.kind(table.nodeNames[Int(next)])
      if kind < MentionAttributeNames.wanted.count { values[kind] = table.string(next) }
      next += 1
    }
  }

  package var id: String { values[18] ?? "" }
  package var type: String? { values[15] }
  package var ana: String? { values[16] }
  package var certainty: String { values[17] ?? "" }
  /// The pointers to what it refers to; of `@key`, which is none, the first word.
  package func references(standsOff: Bool) -> [Substring] {
    if !standsOff, values[12] == nil {
      let key = (values[13] ?? "").split(whereSeparator: \.isWhitespace)
      return Array(key.prefix(1))
    }
    return (reference(standsOff: standsOff) ?? "").split(whereSeparator: \.isWhitespace)
  }

  /// What it refers to; of an annotation that stands off, what it corresponds to.
  package func reference(standsOff: Bool) -> String? { standsOff ? values[14] : values[12] ?? values[13] }

  /// The normal form (att.datable, att.measurement, att.pointing): a date or a span as in ISO 8601-2, where an open end is
  /// `..`; a quantity with its unit; a number; a URL.
  package var value: String {
    if let when = values[0] ?? values[1] { return when }
    for start in [2, 4, 6] where values[start] != nil || values[start + 1] != nil {
      return "\(values[start] ?? "..")/\(values[start + 1] ?? "..")"
    }
    if let quantity = values[8] { return quantity + (values[9].map { " " + $0 } ?? "") }
    return values[10] ?? values[11] ?? ""
  }
}
