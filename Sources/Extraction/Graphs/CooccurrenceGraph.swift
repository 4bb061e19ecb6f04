/// Entities, and how often each two of them are named together. Undirected.
public struct CooccurrenceGraph: Sendable {
  /// The most frequent first.
  public var nodes: [TalliedEntity]
  public var edges: [Edge]
  public var window: Cooccurrences.Window

  /// Indices of ``nodes``, the smaller one first.
  public struct Pair: Hashable, Sendable {
    public let first: Int
    public let second: Int

    init(_ left: Int, _ right: Int) { (first, second) = left < right ? (left, right) : (right, left) }
  }

  public struct Edge: Hashable, Sendable {
    public var pair: Pair
    /// In how many windows both are named.
    public var weight: Int
  }

  mutating func drop(below minimum: Int) {
    let kept = edges.filter { $0.weight >= minimum }
    let used = Set(kept.flatMap { [$0.pair.first, $0.pair.second] }).sorted()
    let places = Dictionary(uniqueKeysWithValues: used.enumerated().map { ($1, $0) })
    nodes = used.map { nodes[$0] }
    edges = kept.map { Edge(pair: Pair(places[$0.pair.first]!, places[$0.pair.second]!), weight: $0.weight) }
  }
}

/// The formats in which graphs are written; the raw value is the name on the command line.
public enum GraphFormat: String, Sendable, CaseIterable { case graphml, gexf, gephi }

/// What the attributes of nodes are called, and their values.
enum NodeAttribute: String, CaseIterable {
  case entity, type, identifiers, mentions, documents, first, last, latitude, longitude

  /// The type as GraphML and GEXF name it.
  var type: String {
    switch self {
    case .mentions, .documents: "integer"
    case .latitude, .longitude: "double"
    default: "string"
    }
  }

  /// The value; nil where it is not known.
  func value(of node: TalliedEntity) -> String? {
    let value: String? =
      switch self {
      case .entity: node.id
      case .type: node.type
      case .identifiers: node.identifiers.joined(separator: " ")
      case .mentions: String(node.mentions)
      case .documents: String(node.documents)
      case .first: node.first
      case .last: node.last
      case .latitude: node.latitude.map { "\($0)" }
      case .longitude: node.longitude.map { "\($0)" }
      }
    return value?.isEmpty == true ? nil : value
  }
}
