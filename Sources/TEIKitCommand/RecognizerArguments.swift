import ArgumentParser
import TEIKit

extension OffsetUnit: ExpressibleByArgument {}

/// The programs of the user that look for entities, too.
struct RecognizerArguments: ParsableArguments {
  @Option(
    name: .customLong("recognizer"),
    help: ArgumentHelp(
      "A program of yours that finds entities: gets articles as JSON Lines, answers spans. May be repeated.",
      discussion: "A line for the shell. Documentation/RECOGNIZERS.md has the protocol.", valueName: "command"))
  var commands: [String] = []

  @Flag(help: "No names but those of your recognisers and gazetteers; dates and numbers as ever.")
  var recognizerOnly = false

  @Option(
    name: .customLong("recognizer-type"),
    help: ArgumentHelp(
      "What a label of your recognisers means: LABEL=TYPE, or LABEL=none to leave it out. May be repeated.",
      valueName: "label=type"))
  var types: [String] = []

  @Option(
    help: ArgumentHelp("What offsets count, in both directions: codepoints, utf16 or bytes.", valueName: "unit"))
  var recognizerOffsets: OffsetUnit = .codePoints

  @Option(
    help: ArgumentHelp("How long a recogniser may neither read nor write; 0 for ever.", valueName: "seconds"))
  var recognizerTimeout: Int = ExternalRecognizers.defaultTimeout

  func validate() throws {
    if commands.isEmpty, recognizerOnly { throw ValidationError("'--recognizer-only' goes with '--recognizer'.") }
    if commands.count > ExternalRecognizers.maximumCount {
      throw ValidationError(
        "There are \(commands.count) recognisers; expected \(ExternalRecognizers.maximumCount) at most.")
    }
    if commands.contains(where: { $0.allSatisfy(\.isWhitespace) }) {
      throw ValidationError("'--recognizer' has no command; expected a line for the shell.")
    }
    if recognizerTimeout < 0 {
      throw ValidationError("'--recognizer-timeout' is \(recognizerTimeout); expected 0 or more seconds.")
    }
    _ = try labels()
  }

  var recognizers: ExternalRecognizers {
    // What is wrong with the labels was said before.
    ExternalRecognizers(
      commands: commands, labels: (try? labels()) ?? EntityLabels(), unit: recognizerOffsets,
      timeout: recognizerTimeout, keepsOwnNames: !recognizerOnly)
  }

  private func labels() throws -> EntityLabels {
    var labels = EntityLabels()
    for argument in types {
      let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
      let type = parts.last.flatMap(MentionType.init)
      guard parts.count == 2, type != nil || parts[1] == "none" else {
        let types = MentionType.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("'--recognizer-type' is '\(argument)'; expected LABEL= and one of \(types) or none.")
      }
      labels.set(parts[0], to: type)
    }
    return labels
  }

  /// The options as they stand in the header of each file: names without folders.
  var runOptions: [String] {
    var options = commands.map { "--recognizer \(ExternalRecognizers.name(of: $0))" }
    if recognizerOnly { options.append("--recognizer-only") }
    return options + types.map { "--recognizer-type \($0)" }
  }
}
