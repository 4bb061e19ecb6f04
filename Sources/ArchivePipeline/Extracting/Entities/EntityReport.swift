public import ArticleModel
public import Extraction

/// What is made of the mentions of an archive: rows of them, of entities or of counts, a graph or a map.
public struct EntityReport: Sendable {
  public enum Content: Sendable {
    case mentions([MentionColumn])
    /// With a column for each of some authorities.
    case entities(authorities: [String])
    case counts([MentionColumn])
    case graph(GraphFormat, within: Cooccurrences.Window, minimumWeight: Int)
    case map
  }

  public enum Format: Sendable {
    case rows(RowFormat, RowOptions)
    case sqlite
  }

  public var mentions: ArchiveMentions
  /// What was found so far.
  public var findings: MentionFindings { mentions.findings }
  public var content: Content
  public var format: Format
  /// The file, or for Gephi the folder, to write; nil for ``take`` of ``run(_:report:print:)``.
  public var output: String?

  public init(_ mentions: ArchiveMentions, _ content: Content, format: Format = .rows(.csv, RowOptions())) {
    self.mentions = mentions
    self.content = content
    self.format = format
  }

  /// Reads the files and writes.
  ///
  /// - Parameters:
  ///   - report: Gets what is wrong with files, as it is found.
  ///   - print: Gets what goes to standard output, piece by piece.
  /// - Returns: How many mentions name nothing with an identifier and were left out for that.
  /// - Throws: ``FileFault`` where the output cannot be written.
  public func run(
    _ inputs: [InputFile], report: ([Diagnostic]) -> Void, print: @escaping ([UInt8]) -> Void
  ) throws -> Int {
    var run = self
    run.mentions.request.findsPlaces = if case .graph = content { true } else { false }
    switch content {
    case .mentions(let columns): return try run.writeMentions(inputs, columns, report, print)
    case .entities(let authorities):
      var tally = EntityTally()
      try run.each(inputs, report) { found in
        tally.join(found.links)
        tally.add(found.mentions)
      }
      let rows = tally.entities().map { entity in entity.row + authorities.map { entity.identifiers(of: $0) } }
      let columns = TalliedEntity.columns + authorities
      try run.write(RowTable(columns: columns, types: TalliedEntity.types, rows: rows), as: "entities", print)
      return tally.unreferredCount
    case .counts(let keys):
      var counts = MentionCounts(by: keys)
      try run.each(inputs, report) { found in
        counts.join(found.links)
        counts.add(found.mentions)
      }
      let rows = counts.rows()
      try run.write(RowTable(columns: counts.columns, types: counts.types, rows: rows), as: "counts", print)
      return 0
    case .graph(let format, let window, let minimumWeight):
      var together = Cooccurrences(within: window)
      try run.each(inputs, report) { found in
        together.join(found.links)
        together.add(found.mentions)
      }
      if together.leftOutCount > 0 { report([Self.tooMany(together.leftOutCount, window)]) }
      try run.write(together.graph(minimumWeight: minimumWeight), format, print)
      return together.unreferredCount
    case .map:
      var tally = EntityTally()
      try run.each(inputs, report) { found in
        tally.join(found.links)
        tally.add(found.mentions)
      }
      let entities = tally.entities()
      findings.lacksCoordinates = !entities.contains { $0.latitude != nil && $0.longitude != nil }
      try run.write(GeoJSONEncoding.bytes(of: entities), print)
      return tally.unreferredCount
    }
  }

  private static func tooMany(_ count: Int, _ window: Cooccurrences.Window) -> Diagnostic {
    Diagnostic(
      .warning, code: "graph-too-dense",
      "\(count) \(window.rawValue)\(count == 1 ? " names" : "s name") more than \(Cooccurrences.maximumEntityCount) "
        + "entities; their pairs are left out; expected a narrower '--within'")
  }

  private func each(
    _ inputs: [InputFile], _ report: ([Diagnostic]) -> Void, _ take: (ArchiveMentions.Found) -> Void
  ) throws {
    try mentions.each(inputs, linked: true) { yield in
      report(yield.diagnostics)
      if let found = yield.value { take(found) }
    }
  }
}
