import ArgumentParser
import TEIKit

extension GraphFormat: ExpressibleByArgument {}
extension Cooccurrences.Window: ExpressibleByArgument {}

extension Extract {
  struct Entities: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write names, dates, numbers and measures: mentions, entities, counts, graphs or maps.",
      discussion: """
        Without options each mention has a row. start and end count Unicode code points, byteStart and byteEnd bytes, of the \
        article that the file was made from (teikit text --source writes it), or of the text that teikit text prints. \
        Entities are joined over documents by identifiers of authorities and by registers, as teikit entities writes them, \
        never by their names unless --by-name says so. Documentation/ENTITY-EXTRACTION.md has examples.
        """)

    enum Subject: String, ExpressibleByArgument, CaseIterable { case mentions, entities }
    enum Format: String, ExpressibleByArgument, CaseIterable {
      case csv, tsv, json, jsonl, markdown, html, sqlite, geojson
    }
    enum DateOrigin: String, ExpressibleByArgument, CaseIterable { case document, mention }

    @OptionGroup var archive: ArchiveArguments

    @Option(name: .customLong("of"), help: "A row for each of these: mentions or entities.")
    var subject: Subject = .mentions

    @Option(name: .customLong("type"), help: "Only mentions of this type, as country or person. May be repeated.")
    var types: [String] = []

    @Option(help: "Only mentions at least so certain, 0 to 1; what says no certainty is an editor's, and certain.")
    var minCert: Double = 0

    @Option(
      name: .customLong("where"),
      help: ArgumentHelp("Only mentions on whose element this is true, as 'ancestor::head'.", valueName: "xpath"))
    var condition: String?

    @Option(help: ArgumentHelp("The columns of mentions: \(Self.columnNames).", valueName: "a,b"))
    var columns: String?

    @Option(help: "So many words before and after each mention, in columns left and right.")
    var context = 0

    @Option(help: "A column with the identifiers of this authority, as wikidata. May be repeated.")
    var authority: [String] = []

    @Option(
      help: ArgumentHelp(
        "Count mentions and documents by columns, as type,year; entity counts over documents.", valueName: "a,b"))
    var countBy: String?

    @Option(
      help: "What dates, years and months are those of: the document, by its header, or the mention, if it is a date.")
    var dateOf: DateOrigin = .document

    @Flag(help: "Take mentions without reference for one entity where type and text are the same.")
    var byName = false

    @Option(help: "Which entities are named together: graphml, gexf, or gephi (nodes.csv and edges.csv in a folder).")
    var graph: GraphFormat?

    @Option(help: "What they have to be named in: sentence, block, section or document.")
    var within: Cooccurrences.Window = .sentence

    @Option(help: "Only edges of the graph with at least this weight, and what they connect.")
    var minWeight = 1

    @Option(
      help:
        "csv, tsv, json, jsonl, markdown, html, sqlite, or of entities geojson. (default: as the output is called, or csv)"
    )
    var format: Format?

    @Flag(help: "Put an apostrophe before values in csv and tsv that spreadsheets would take for formulas.")
    var escapeFormulas = false

    @Flag(help: "Begin csv and tsv with a byte order mark, by which Excel knows UTF-8.")
    var bom = false

    @Option(
      name: [.customShort("o"), .customLong("output")],
      help: "File to write to, of gephi the folder. (default: standard output)")
    var output: String?

    private static var columnNames: String { MentionColumn.all.map(\.name).joined(separator: ", ") }

    private var chosenFormat: Format {
      if let format { return format }
      switch Path.fileExtension(of: output ?? "") {
      case "sqlite", "sqlite3", "db": return .sqlite
      case "geojson": return .geojson
      case "md": return .markdown
      case let name: return Format(rawValue: name) ?? .csv
      }
    }

    /// A file named as a graph is one.
    private var chosenGraph: GraphFormat? {
      if graph != nil || format != nil { return graph }
      return switch Path.fileExtension(of: output ?? "") {
      case "graphml": .graphml
      case "gexf": .gexf
      default: nil
      }
    }

    func validate() throws {
      if !(0...1).contains(minCert) { throw ValidationError("'--min-cert' is \(minCert); expected 0 to 1.") }
      if context < 0 { throw ValidationError("'--context' is \(context); expected 0 or more words.") }
      if minWeight < 1 { throw ValidationError("'--min-weight' is \(minWeight); expected 1 or more.") }
      if chosenFormat == .sqlite, graph == nil, output == nil {
        throw ValidationError("'--format sqlite' writes a file; expected '-o entities.sqlite'.")
      }
      if graph == .gephi, output == nil {
        throw ValidationError("'--graph gephi' writes two files; expected '-o folder'.")
      }
      if graph != nil, format != nil { throw ValidationError("'--graph' and '--format' exclude each other.") }
      if columns != nil {
        let others = [
          (chosenGraph != nil, "--graph"), (countBy != nil, "--count-by"), (subject == .entities, "--of entities"),
          (chosenFormat == .geojson, "--format geojson"),
        ]
        if let other = others.first(where: \.0)?.1 {
          throw ValidationError("'--columns' and '\(other)' exclude each other; columns are of mentions.")
        }
      }
      if chosenGraph != nil, countBy != nil { throw ValidationError("'--graph' and '--count-by' exclude each other.") }
      if chosenFormat == .geojson, countBy != nil {
        throw ValidationError("'--format geojson' and '--count-by' exclude each other.")
      }
      _ = try content()
    }

    private func parsed(_ list: String, option: String) throws -> [MentionColumn] {
      try list.split(separator: ",").map { part in
        let name = part.drop { $0 == " " }
        if let column = MentionColumn(name: String(name)) { return column }
        if authority.contains(String(name)) { return .authority(String(name)) }
        throw ValidationError("'\(option)' has no column '\(name)'; expected \(Self.columnNames).")
      }
    }

    private func content() throws -> EntityReport.Content {
      if let graph = chosenGraph { return .graph(graph, within: within, minimumWeight: minWeight) }
      if let countBy { return .counts(try parsed(countBy, option: "--count-by")) }
      if chosenFormat == .geojson { return .map }
      if subject == .entities { return .entities(authorities: authority) }
      var chosen = try columns.map { try parsed($0, option: "--columns") } ?? MentionColumn.standard
      if columns == nil {
        if context > 0 { chosen += [.left, .right] }
        chosen += authority.map { .authority($0) }
      }
      return .mentions(chosen)
    }

    private func request(_ content: EntityReport.Content) -> MentionRequest {
      var request = MentionRequest()
      request.types = types.isEmpty ? nil : Set(types)
      request.minimumCertainty = minCert
      request.datesOfMentions = dateOf == .mention
      request.joinsNames = byName
      switch content {
      case .mentions(let columns):
        request.columns = Set(columns)
        request.context = context > 0 ? context : columns.contains(.left) || columns.contains(.right) ? 8 : 0
      case .counts(let keys): request.columns = Set(keys)
      case .entities, .graph, .map: request.columns = [.date]
      }
      return request
    }

    func run() async throws {
      let (inputs, isComplete) = try archive.inputs()
      try Files.keep(inputs, from: output)
      let content = try content()
      var hasErrors = !isComplete
      do {
        var mentions = try ArchiveMentions(jobs: archive.jobs ?? Annotator.coreCount, where: condition)
        let condition = mentions.request.condition
        mentions.request = request(content)
        mentions.request.condition = condition
        var report = EntityReport(mentions, content)
        report.output = output
        report.format =
          RowFormat(rawValue: chosenFormat.rawValue).map {
            .rows($0, RowOptions(escapesFormulas: escapeFormulas, hasByteOrderMark: bom))
          }
          ?? .sqlite
        let leftOut = try report.run(
          inputs,
          report: { diagnostics in
            Console.report(diagnostics)
            if !diagnostics.isEmpty { hasErrors = true }
          }, print: { Console.print($0) })
        Console.report(report.hints)
        if leftOut > 0, !byName {
          let mentions = leftOut == 1 ? "1 mention of a name refers" : "\(leftOut) mentions of names refer"
          Console.error(
            "note: \(mentions) to no entity and \(leftOut == 1 ? "is" : "are") left out; --by-name takes them in")
        }
      } catch let fault as FileFault {
        Console.report([Diagnostic(.error, code: "output-unwritable", fault.reason, file: fault.path)])
        throw ExitCode.usage
      } catch let error as XMLError {
        Console.report([error.diagnostic])
        throw ExitCode.usage
      }
      if hasErrors { throw ExitCode.findings }
    }
  }
}
