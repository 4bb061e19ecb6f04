import ArgumentParser
import TEIKit

struct Text: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the text of a TEI file, or write its source again.",
    discussion: """
      Without options the text for reading: blocks a blank line apart, an item or a row a line. With --source the bytes \
      of the article that the file was made from.
      """)

  @Argument(help: ArgumentHelp("A TEI file, or - for standard input.", valueName: "file"))
  var path: String

  @Flag(help: "Write the source again, byte for byte.")
  var source = false

  func run() throws {
    let bytes = try Files.read(path)
    let document: XMLDocument
    do throws(XMLError) {
      if !source {
        let table = try XMLNodeTable(parsing: bytes, name: path, names: XMLNodeNames())
        guard SourcePlaces.recordsSource(table.root) else {
          Console.print(ReadingText(DocumentText(table)).bytes)
          return
        }
      }
      document = try XMLDocument(parsing: bytes, name: path)
    } catch {
      Console.report([error.diagnostic])
      throw ExitCode.findings
    }
    let article = DecodedArticle(document)
    guard source else {
      Console.print(article.plainText())
      return
    }
    switch SourceBytes.bytes(of: article, file: path) {
    case .success(let bytes): Console.print(bytes)
    case .failure(let fault):
      Console.report([fault.diagnostic])
      throw ExitCode.findings
    }
  }
}
