import ArticleModel

/// Brings what programs of the user reported together with our own mentions.
///
/// Names: those of the user's lists stand, then those of the programs in their order, then our own; a name that overlaps
/// one that stands is dropped. Dates, numbers and the like: ours stand, since they come with their values; a program's
/// stands in their place where it says a value, or alone where we found none. Where a name and a date overlap, the
/// encoder decides as it does among our own.
struct MentionMerging {
  /// Whether our own names are kept where no program has one.
  var keepsOwnNames = true

  /// - Parameter reported: The mentions of each program, in the order in which the programs were named.
  func merged(_ own: [Mention], with reported: [[ReportedMention]]) -> [Mention] {
    var standing = RangeCover(own.lazy.filter { $0.method == .userGazetteer }.map(\.range))
    let ownNames = Dictionary(grouping: own.filter(\.isReplaceableName), by: \.range)
    var names: [Mention] = []
    for program in reported {
      let found = program.filter { $0.mention.isName && !standing.overlaps($0.mention.range) }
      names += found.map { Self.completed($0, from: ownNames[$0.mention.range] ?? []) }
      standing = RangeCover(standing.ranges + found.map(\.mention.range))
    }
    let values = self.values(own, with: reported)
    let kept = own.filter { mention in
      guard mention.isReplaceableName else { return mention.isName }
      return keepsOwnNames && !standing.overlaps(mention.range)
    }
    return kept + names + values
  }

  /// Our own dates and numbers, and those of the programs that go before them or beside them.
  private func values(_ own: [Mention], with reported: [[ReportedMention]]) -> [Mention] {
    let reported = reported.map { $0.map(\.mention).filter { !$0.isName } }
    var values: [Mention] = []
    var standing = RangeCover([SourceRange]())
    func add(_ mentions: [Mention]) {
      let free = mentions.filter { !standing.overlaps($0.range) }
      values += free
      standing = RangeCover(standing.ranges + free.map(\.range))
    }
    for program in reported { add(program.filter { $0.value != .none }) }
    add(own.filter { !$0.isName })
    for program in reported { add(program.filter { $0.value == .none }) }
    return values
  }

  /// A mention with what we know of the same words: which kind of place they name, its name and its identifiers.
  private static func completed(_ reported: ReportedMention, from own: [Mention]) -> Mention {
    var mention = reported.mention
    let agreeing = own.filter { $0.type == mention.type || reported.isCoarse && $0.type.isPlace }
    let best = agreeing.max {
      ($0.certainty, $1.type.rawValue, $1.identity?.name ?? "")
        < ($1.certainty, $0.type.rawValue, $0.identity?.name ?? "")
    }
    guard let best else { return mention }
    mention.type = best.type
    if mention.identity == nil { mention.identity = best.identity }
    return mention
  }
}

extension Mention {
  /// Whether it names something, rather than stating a date, a number or an address.
  fileprivate var isName: Bool { type.isEntity || type == .role }

  fileprivate var isReplaceableName: Bool { isName && method != .userGazetteer }
}

/// Ranges that may overlap, asked whether one of them overlaps another.
struct RangeCover {
  let ranges: [SourceRange]
  /// The furthest end of the ranges up to each.
  private var ends: [Int32] = []

  init(_ ranges: some Sequence<SourceRange>) {
    self.ranges = ranges.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    ends.reserveCapacity(self.ranges.count)
    for range in self.ranges { ends.append(Swift.max(range.end, ends.last ?? 0)) }
  }

  func overlaps(_ range: SourceRange) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].start < range.end { low = middle + 1 } else { high = middle }
    }
    return low > 0 && ends[low - 1] > range.start
  }
}
