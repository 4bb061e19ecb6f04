import TEIKit

/// Prints what each line of articles was taken for: for people on a terminal, as rows elsewhere.
struct Explanations {
  let reader: ArticleReader

  /// - Returns: Whether all articles could be read.
  func print(_ inputs: [InputFile]) -> Bool {
    var isComplete = true
    var writer = RowWriter(.tsv, columns: ArticleExplanation.columns)
    for input in inputs {
      switch ArticleExplanation.read(input, reader: reader) {
      case .success(let article):
        if Console.isTerminal {
          Console.print(page(of: article, input))
        } else {
          for row in article.rows { writer.write(row) }
          Console.print(writer.take())
        }
      case .failure(let fault):
        Console.report([fault.diagnostic])
        isComplete = false
      }
    }
    if !Console.isTerminal { Console.print(writer.finish()) }
    return isComplete
  }

  /// Two lines for each line of an article: what it is and its beginning, and why.
  private func page(of article: ArticleExplanation, _ input: InputFile) -> String {
    article.rows.reduce(into: "\(input.path)\n") { page, row in
      let beginning = row[5].count > 60 ? row[5].prefix(59) + "…" : row[5][...]
      page += "\(padded(row[1], 5, toTheRight: true))  \(padded(row[2], 22))  \(row[3])  \(beginning)\n"
      if !row[4].isEmpty { page += "\(String(repeating: " ", count: 37))\(row[4])\n" }
    }
  }

  private func padded(_ text: String, _ width: Int, toTheRight: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - text.count))
    return toTheRight ? spaces + text : text + spaces
  }
}
