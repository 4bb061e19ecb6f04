import ArgumentParser
import TEIKit

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what the code of a message means, and what to do about it.",
    discussion: "Without a code, list all.")

  @Argument(help: ArgumentHelp("What stands in brackets in a message, as pointer-dangling.", valueName: "code"))
  var codes: [String] = []

  @Flag(help: "List the rules that 'validate --rules' chooses among, by their groups.")
  var rules = false

  func run() throws {
    if rules { return Console.print(DiagnosticExplanation.rules) }
    if codes.isEmpty { return Console.print(DiagnosticExplanation.list) }
    var isComplete = true
    for code in codes {
      if let known = DiagnosticCode.named(code) {
        Console.print(DiagnosticExplanation.text(of: known))
      } else {
        let suggestion = DiagnosticCode.nearest(to: code).map { "; did you mean \"\($0.code)\"?" } ?? ""
        Console.error("Error: no message has the code \"\(code)\"\(suggestion)")
        isComplete = false
      }
    }
    if !isComplete { throw ExitCode.usage }
  }
}
