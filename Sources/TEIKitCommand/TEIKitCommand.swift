import ArgumentParser
import TEIKit

@main
struct TEIKitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "teikit",
    abstract: "Annotated TEI archives from plain-text articles: made, checked, and read as tables.",
    discussion: """
      Exit status: 0 all fine; 1 findings (an article failed, a file is not valid); 2 usage or files.
      """,
    version: Program.version,
    subcommands: [
      Annotate.self, Text.self, Validate.self, Explain.self, Extract.self, QueryCommand.self, Export.self, Import.self,
      Diff.self, Entities.self,
    ]
  )

  static func main() async {
    do {
      var command = try parseAsRoot()
      Interruption.watch()
      if var asynchronous = command as? AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch let status as ExitCode {
      exit(withError: status)
    } catch {
      // ArgumentParser ends with 64 on wrong usage; ours is 2, as that of grep and diff.
      let status = exitCode(for: error)
      let message = fullMessage(for: error)
      if status == .success {
        Console.print(message)
        exit(withError: ExitCode.success)
      }
      Console.error(message)
      exit(withError: ExitCode(2))
    }
  }
}

extension ExitCode {
  /// Something was found: a failed article, an invalid file.
  static let findings = ExitCode(1)
  /// The call was wrong, or a file could not be read or written.
  static let usage = ExitCode(2)
}
