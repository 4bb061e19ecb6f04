import XML

/// What a prefix of references stands for: `prefixDef` (TEI P5, chapter 17.2.3).
struct ReferencePrefix {
  let ident: String
  let replacement: String

  /// The definitions of a document, its headers' alone.
  static func all(in table: XMLNodeTable) -> [ReferencePrefix] {
    table.allElements.filter { $0.name == "prefixDef" }.compactMap { definition in
      guard let ident = definition["ident"], let replacement = definition["replacementPattern"] else { return nil }
      return ReferencePrefix(ident: ident, replacement: replacement)
    }
  }

  /// What a local part stands for; nil where the pattern takes it apart in another way than as a whole.
  func expanded(_ local: String) -> String? {
    let parts = replacement.split(separator: "$", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasPrefix("1"), parts[1].dropFirst().first?.isNumber != true else { return nil }
    return "\(parts[0])\(local)\(parts[1].dropFirst())"
  }
}
