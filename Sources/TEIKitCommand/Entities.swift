import ArgumentParser
import TEIKit

struct Entities: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Register the entities of an archive: list them, and merge those that are one.",
    subcommands: [List.self, Merge.self])
}

/// What a person decided about entities.
struct DecisionArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Decisions: lines of same, different, rename, ignore or block, divided by tabs.", valueName: "file"))
  var decisions: String?

  /// The decisions, and a digest of the file; a row that cannot be understood ends the command.
  func read() throws -> (decisions: Decisions, digest: String?) {
    guard let path = decisions else { return (Decisions(), nil) }
    let bytes = try Files.read(path)
    let text: SourceText
    do throws(SourceText.Fault) {
      text = try SourceText(name: path, bytes: bytes)
    } catch {
      let message = "file is not UTF-8 or too large; expected lines of decisions in UTF-8"
      Console.report([Diagnostic(.error, code: "decisions-unreadable", message, file: path)])
      throw ExitCode.usage
    }
    let (decisions, diagnostics) = Decisions.parse(text, file: path)
    Console.report(diagnostics)
    guard diagnostics.isEmpty else { throw ExitCode.usage }
    return (decisions, String(Digest.sha256(bytes).prefix(12)))
  }
}

extension Entities {
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a row for each entity of an archive.",
      discussion: """
        What several articles name has one row. Its id stays as articles come and go; a decisions file calls entities by \
        these ids, or by those of their entries in the articles.
        """)

    @OptionGroup var archive: ArchiveArguments

    @OptionGroup var decided: DecisionArguments

    @Option(name: .customLong("type"), help: "Only entities of this type, as country or person. May be repeated.")
    var types: [String] = []

    @Option(help: "csv, tsv, json, jsonl, markdown or html.")
    var format: RowFormat = .csv

    @Option(name: [.customShort("o"), .customLong("output")], help: "File to write to. (default: standard output)")
    var output: String?

    func validate() throws {
      let known = MentionType.allCases.filter { $0.isEntity && $0 != .demonym }.map(\.rawValue)
      for type in types where !known.contains(type) {
        throw ValidationError("Unknown type '\(type)'; expected \(known.joined(separator: ", ")).")
      }
    }

    func run() async throws {
      let (inputs, isComplete) = try archive.inputs()
      try Files.keep(inputs, from: output)
      let entities = ArchiveEntities(decisions: try decided.read().decisions, jobs: archive.jobs ?? Annotator.coreCount)
      let (register, diagnostics) = try await entities.register(of: inputs)
      Console.report(diagnostics + register.diagnostics)
      var writer = RowWriter(format, columns: CorpusEntity.columns)
      for entity in register.entities where types.isEmpty || types.contains(entity.entity.type.rawValue) {
        writer.write(entity.row)
      }
      let rows = writer.take() + writer.finish()
      if let output { try Files.write(rows, to: output) } else { Console.print(rows) }
      let hasErrors = (diagnostics + register.diagnostics).contains { $0.severity == .error }
      if hasErrors || !isComplete { throw ExitCode.findings }
    }
  }

  struct Merge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Give what several articles name one entry in corpus.xml, and propose what may be one.",
      discussion: """
        One is what has the same identifier of an authority, or the same name where that tells it from others; decisions \
        say the rest. Pairs that may be one go to standard output as a decisions file in which nothing is decided: put \
        same or different for the question mark of a row, and give the file to --decisions next time. Nothing is written \
        without --in-place or -o; the articles stay as they are.
        """)

    @Argument(help: ArgumentHelp("The folder of an archive.", valueName: "archive"))
    var folder: String

    @OptionGroup var decided: DecisionArguments

    @Flag(help: "Write corpus.xml of the archive again.")
    var inPlace = false

    @Option(
      name: [.customShort("o"), .customLong("output")],
      help: "Folder for a copy of the archive with the new corpus.xml; made where it is not there.")
    var output: String?

    @Option(help: ArgumentHelp("File for the proposals. (default: standard output)", valueName: "file"))
    var proposals: String?

    @Flag(help: "Write over files that differ.")
    var force = false

    @Option(help: "How many files to work on at once. (default: one a core)")
    var jobs: Int?

    func validate() throws {
      if let jobs, jobs < 1 { throw ValidationError("'--jobs' is \(jobs); expected 1 or more.") }
      if inPlace, output != nil { throw ValidationError("'--in-place' and '-o' exclude each other.") }
    }

    func run() async throws {
      guard FileSystem.kind(of: folder) == .folder else {
        let message =
          FileSystem.kind(of: folder) == nil ? "no such folder" : "not a folder; expected that of an archive"
        Console.report([Diagnostic(.error, code: "file-missing", message, file: folder)])
        throw ExitCode.usage
      }
      let (decisions, _) = try decided.read()
      let (found, missing) = InputFinder.files(at: [folder], extensions: ["xml"])
      Console.report(missing)
      // The root of an archive takes in what lies beside it, and not what lies below.
      let inputs = found.filter { !$0.relativePath.contains("/") }
      guard !inputs.isEmpty else { throw ExitCode.usage }
      try Files.keep(inputs, from: proposals)
      let entities = ArchiveEntities(decisions: decisions, jobs: jobs ?? Annotator.coreCount)
      let (register, faults) = try await entities.register(of: inputs) {
        Console.progress($0, of: inputs.count, "files")
      }
      Console.report(faults + register.diagnostics)
      // A register from half of the archive, or from decisions that contradict each other, is none.
      guard !(faults + register.diagnostics).contains(where: { $0.severity == .error }) else { throw ExitCode.findings }
      let open = register.proposals()
      try write(open)
      try write(register, with: entities)
      Console.error(summary(register, open.count, decisions))
    }

    private func write(_ open: [Proposal]) throws {
      var writer = RowWriter(.tsv, columns: Decisions.columns)
      for proposal in open { writer.write(proposal.row) }
      let rows = writer.take() + writer.finish()
      guard let proposals else { return Console.print(rows) }
      if FileSystem.kind(of: proposals) != nil, !force, try Files.read(proposals) != rows {
        // It may hold somebody's work.
        let message = "another version of the file is there; --force writes over it"
        Console.report([Diagnostic(.error, code: "output-exists", message, file: proposals)])
        throw ExitCode.findings
      }
      try Files.write(rows, to: proposals)
    }

    private func write(_ register: CorpusLinker.Register, with entities: ArchiveEntities) throws {
      do throws(DiagnosticFault) {
        if let output { try entities.copy(folder, into: output, overwrites: force) }
        if let target = output ?? (inPlace ? folder : nil) {
          _ = try entities.write(register, into: target, overwrites: force)
        }
      } catch {
        Console.report([error.diagnostic])
        throw error.diagnostic.code == "output-exists" ? ExitCode.findings : ExitCode.usage
      }
    }

    private func summary(_ register: CorpusLinker.Register, _ open: Int, _ decisions: Decisions) -> String {
      let entries = register.entities.reduce(0) { $0 + $1.members.count }
      let shared = register.entities.filter { $0.members.count > 1 }.count
      let decided = decisions.rows.count
      let target = output ?? (inPlace ? folder : nil)
      return "\(entries) entries are \(register.entities.count) entities, \(shared) of them in several articles; "
        + "\(decided) decision\(decided == 1 ? "" : "s"), \(open) proposal\(open == 1 ? "" : "s")"
        + (target.map { "; \(Path.join($0, "corpus.xml")) is up to date" } ?? "")
    }
  }
}
