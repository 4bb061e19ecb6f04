/// Counts in how many sentences, blocks, sections or documents entities are named together.
public struct Cooccurrences {
  /// What two mentions have to stand in together.
  public enum Window: String, Sendable, CaseIterable { case sentence, block, section, document }

  private struct Place: Hashable {
    var document: String
    var number: Int
  }

  private let window: Window
  private var tally = EntityTally()
  private var weights: [UInt64: Int] = [:]
  /// How many windows named too much to be counted.
  public private(set) var leftOutCount = 0

  /// How many entities a window may name: their pairs are as many as its square.
  public static let maximumEntityCount = 1_000

  public init(within window: Window) { self.window = window }

  /// How many mentions name nothing with an identifier.
  public var unreferredCount: Int { tally.unreferredCount }

  package mutating func join(_ links: [EntityKey]) { tally.join(links) }

  /// Takes the mentions of documents in; those of one document come together.
  public mutating func add(_ mentions: [ExtractedMention]) {
    var windows: [Place: Set<Int32>] = [:]
    for mention in mentions {
      guard let entity = tally.add(mention) else { continue }
      let number =
        switch window {
        case .sentence: mention.place.sentence
        case .block: mention.place.block
        case .section: mention.place.section
        case .document: 0
        }
      let place = Place(document: "\(mention.place.document) \(mention.document)", number: number)
      windows[place, default: []].insert(entity)
      if !mention.others.isEmpty { windows[place]!.formUnion(tally.addOthers(of: mention)) }
    }
    for entities in windows.values { count(entities.sorted()) }
  }

  private mutating func count(_ entities: [Int32]) {
    guard entities.count <= Self.maximumEntityCount else {
      leftOutCount += 1
      return
    }
    for (index, first) in entities.enumerated() {
      for second in entities[(index + 1)...] { weights[UInt64(first) << 32 | UInt64(second), default: 0] += 1 }
    }
  }

  /// The graph of what was counted.
  ///
  /// - Parameter minimumWeight: Edges with less are left out, and then the nodes without edges.
  public mutating func graph(minimumWeight: Int = 1) -> CooccurrenceGraph {
    let (entities, indices) = tally.joined()
    var joined: [CooccurrenceGraph.Pair: Int] = [:]
    for (pair, weight) in weights {
      guard let first = indices[Int32(pair >> 32)], let second = indices[Int32(pair & 0xFFFF_FFFF)], first != second
      else { continue }
      joined[CooccurrenceGraph.Pair(first, second), default: 0] += weight
    }
    var graph = CooccurrenceGraph(nodes: entities, edges: [], window: window)
    graph.edges = joined.map { CooccurrenceGraph.Edge(pair: $0.key, weight: $0.value) }
      .sorted { ($0.pair.first, $0.pair.second) < ($1.pair.first, $1.pair.second) }
    if minimumWeight > 1 { graph.drop(below: minimumWeight) }
    return graph
  }
}
