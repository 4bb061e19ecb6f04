/// The columns that the header of a WebAnno TSV file declares, and those of named entities among them.
struct WebAnnoColumns {
  enum Feature: Hashable {
    case type, entity, note, certainty
  }

  /// How many there are behind identifier, offsets and token.
  private(set) var count = 0
  private(set) var features: [(place: Int, feature: Feature)] = []

  /// Other layers: the columns of each.
  private(set) var others: [(layer: String, columns: Range<Int>)] = []

  private static let names: [Substring: Feature] = [
    "value": .type, "identifier": .entity, "note": .note, "comment": .note, "certainty": .certainty,
  ]

  /// Takes in `#T_SP=layer|feature|feature`: a column a feature, one for a layer without.
  mutating func add(_ line: Substring) {
    let declaration = line.split(separator: "=", maxSplits: 1).last ?? ""
    let fields = declaration.split(separator: "|")
    if line.hasPrefix("#T_SP="), fields.first.map({ $0 == WebAnnoFormat.layer }) ?? false {
      for (index, name) in fields.dropFirst().enumerated() {
        if let feature = Self.names[name] { features.append((count + index, feature)) }
      }
    }
    let columns = count..<count + max(1, fields.count - 1)
    if let layer = fields.first, layer != WebAnnoFormat.layer { others.append((String(layer), columns)) }
    count = columns.upperBound
  }
}
