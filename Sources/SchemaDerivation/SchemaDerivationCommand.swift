import FoundationEssentials

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// `swift run SchemaDerivation schemas/teikit.odd schemas`: derives the RELAX NG and the Schematron schema.
@main
struct SchemaDerivationCommand {
  static func main() {
    guard CommandLine.arguments.count == 3 else {
      print("usage: SchemaDerivation odd-file output-folder")
      exit(2)
    }
    let odd = CommandLine.arguments[1]
    let folder = CommandLine.arguments[2]
    do {
      let specification = try Specification(odd: [UInt8](Data(contentsOf: URL(filePath: odd))), name: odd)
      let stem = "\(folder)/\(specification.name)"
      try Data(RelaxNGWriter.schema(specification).utf8).write(to: URL(filePath: stem + ".rng"))
      try Data(SchematronWriter.schema(specification).utf8).write(to: URL(filePath: stem + ".sch"))
    } catch {
      print("\(odd): error[derivation]: \(error)")
      exit(1)
    }
  }
}
