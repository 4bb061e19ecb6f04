/// A Markdown page and the commands that its `console` blocks show.
struct ConsolePage: CustomStringConvertible {
  struct Example {
    /// Without the `$ `; a line that ends in a backslash goes on in the next.
    var command: String
    /// What it prints, with a line feed behind each line.
    var output: String
    /// The line of the command, from 1.
    var line: Int
  }

  private enum Part {
    case prose(String)
    case example(Int)
  }

  private var parts: [Part] = []
  var examples: [Example] = []

  init(_ text: String) {
    var isConsole = false
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    var index = 0
    while index < lines.count {
      let line = lines[index]
      index += 1
      if line.hasPrefix("```") { isConsole = !isConsole && line == "```console" }
      if isConsole, line.hasPrefix("$ ") {
        let start = index
        var command = String(line.dropFirst(2))
        while command.hasSuffix("\\"), index < lines.count {
          command += "\n" + lines[index]
          index += 1
        }
        parts.append(.example(examples.count))
        examples.append(Example(command: command, output: "", line: start))
      } else if isConsole, case .example(let example) = parts.last {
        examples[example].output += line + "\n"
      } else {
        parts.append(.prose(line))
      }
    }
  }

  /// The page with the examples as they are now.
  var description: String {
    parts.map { part in
      switch part {
      case .prose(let line): line + "\n"
      case .example(let index): "$ \(examples[index].command)\n\(examples[index].output)"
      }
    }.joined()
  }

  /// Whether an output is the one that a page shows, where `…` stands for anything, line ends included.
  static func matches(_ output: String, _ shown: String) -> Bool {
    // A line that is only dots stands for no line, too.
    if shown.hasPrefix("…\n"), matches(output, String(shown.dropFirst(2))) { return true }
    let parts = shown.split(separator: "…", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return output == shown }
    guard output.hasPrefix(parts[0]) else { return false }
    var rest = output.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    let last = parts[parts.count - 1]
    return rest.hasSuffix(last) || (rest.isEmpty && last == "\n")
  }
}
