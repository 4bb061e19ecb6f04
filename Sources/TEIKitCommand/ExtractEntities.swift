import ArgumentParser
import TEIKit

extension Extract {
  struct Entities: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write a row for each mention of a name, date, number or measure.",
      discussion: """
        start and end count Unicode code points, byteStart and byteEnd bytes, of the article that the file was made from \
        (teikit text --source writes it).
        """)

    @OptionGroup var archive: ArchiveArguments

    @Option(name: .customLong("type"), help: "Only mentions of this type, as country or person. May be repeated.")
    var types: [String] = []

    @Option(help: "Only mentions at least so certain, 0 to 1; what says no certainty is an editor's, and certain.")
    var minCert: Double = 0

    @Option(help: "csv, tsv, json, jsonl, markdown or html.")
    var format: RowFormat = .csv

    @Option(name: [.customShort("o"), .customLong("output")], help: "File to write to. (default: standard output)")
    var output: String?

    func validate() throws {
      if !(0...1).contains(minCert) { throw ValidationError("'--min-cert' is \(minCert); expected 0 to 1.") }
    }

    func run() async throws {
      let (inputs, isComplete) = try archive.inputs()
      var writer = RowWriter(format, columns: ExtractedMention.columns)
      var hasErrors = !isComplete
      var pending: [UInt8] = []
      try await archive.extraction.mentions(in: inputs, types: types.isEmpty ? nil : Set(types)) { yield in
        Console.report(yield.diagnostics)
        if !yield.diagnostics.isEmpty { hasErrors = true }
        for mention in yield.values where mention.isCertain(atLeast: minCert) { writer.write(mention.row) }
        if output == nil { Console.print(writer.take()) } else { pending += writer.take() }
      }
      if let output { try Files.write(pending + writer.finish(), to: output) } else { Console.print(writer.finish()) }
      if hasErrors { throw ExitCode.findings }
    }
  }
}
