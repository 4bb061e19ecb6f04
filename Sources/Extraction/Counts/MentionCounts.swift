/// How many mentions, of how many documents, there are for each combination of values.
public struct MentionCounts {
  private let keys: [MentionColumn]
  private var counts: [[String]: Count] = [:]
  private var tally = EntityTally()

  private struct Count {
    var mentions = 0
    /// Numbers of documents, ascending.
    var documents: [Int32] = []
  }

  /// - Parameter keys: What to count by; ``MentionColumn/entity`` counts by what is named, over documents.
  public init(by keys: [MentionColumn]) { self.keys = keys }

  /// The columns of ``rows()``; that of entities is followed by their names.
  public var columns: [String] {
    keys.flatMap { $0 == .entity ? ["entity", "entityName"] : [$0.name] } + ["mentions", "documents"]
  }

  public var types: [RowType] { columns.map { $0 == "mentions" || $0 == "documents" ? .integer : .text } }

  package mutating func join(_ links: [EntityKey]) { tally.join(links) }

  public mutating func add(_ mentions: [ExtractedMention]) {
    let hasEntities = keys.contains(.entity)
    for mention in mentions {
      count(mention, hasEntities ? tally.add(mention) : nil)
      guard hasEntities else { continue }
      for other in tally.addOthers(of: mention) { count(mention, other) }
    }
  }

  private mutating func count(_ mention: ExtractedMention, _ entity: Int32?) {
    let document = tally.documentNumber(mention.document)
    let values = keys.map { $0 == .entity ? entity.map(String.init) ?? "" : $0.value(of: mention) }
    counts[values, default: Count()].mentions += 1
    if counts[values]!.documents.last != document { counts[values]!.documents.append(document) }
  }

  /// A row for each combination, in their order.
  public mutating func rows() -> [[String]] {
    var named = counts
    if let place = keys.firstIndex(of: .entity) {
      let (entities, indices) = tally.joined()
      named = [:]
      for (values, count) in counts {
        var values = values
        let entity = Int32(values[place]).flatMap { indices[$0] }.map { entities[$0] }
        values[place] = entity?.id ?? ""
        values.insert(entity?.name ?? "", at: place + 1)
        named[values, default: Count()].mentions += count.mentions
        named[values]!.documents += count.documents
      }
    }
    return named.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { values, count in
      values + [String(count.mentions), String(Set(count.documents).count)]
    }
  }
}
