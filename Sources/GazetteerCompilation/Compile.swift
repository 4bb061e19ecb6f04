import EntityRecognition
import Foundation

/// Compiles our lists and the registers into the gazetteer that the program carries.
///
///     swift run -c release GazetteerCompilation ../shared/gazetteers Sources/EmbeddedData/lists \
///       Sources/EmbeddedData/gazetteer.bin
@main
enum Compile {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 3 else {
      print("usage: GazetteerCompilation REGISTERS LISTS OUTPUT")
      exit(2)
    }
    let paths = arguments.map { URL(fileURLWithPath: $0) }
    let bytes = try gazetteer(registers: paths[0], lists: paths[1])
    try Data(bytes).write(to: paths[2])
    print("\(paths[2].path): \(bytes.count) bytes")
  }

  /// The compiled gazetteer. `registers` holds countries.csv and the others; the text from which the common words are
  /// taken lies beside it, in `ner/unlabelled.txt`.
  static func gazetteer(registers: URL, lists: URL) throws -> [UInt8] {
    let text = registers.deletingLastPathComponent().appendingPathComponent("ner/unlabelled.txt")
    let words = try WordLists(
      givenNames: registers.appendingPathComponent("given-names.txt"),
      surnames: registers.appendingPathComponent("surnames.txt"), text: text)
    let countries = try CountryRegister(registers.appendingPathComponent("countries.csv"))
    var compilation = Compilation(words: words, countries: countries)
    for list in listOrder {
      compilation.add(try NameList(lists.appendingPathComponent("\(list).tsv")))
    }
    compilation.addRemainingCountries()
    compilation.add(try CityRegister(registers.appendingPathComponent("cities.csv"), countries: countries))
    compilation.add(try CompanyRegister(registers.appendingPathComponent("companies.csv")))
    return compilation.build()
  }

  /// Between names that are equally likely the earlier list wins; places come before what is called after them.
  private static let listOrder = [
    "countries", "settlements", "subdivisions", "regions", "geography", "demonyms", "persons", "facilities",
    "organisations", "events", "products", "programmes", "laws",
  ]
}
