import ArticleModel

/// Names the TEI files of a run: `x.txt` becomes `x.xml`.
public enum OutputNaming {
  public struct Name: Hashable, Sendable {
    /// The name of the TEI file without its extension.
    public var stem: String
    /// The `xml:id` of the document.
    public var identifier: String
  }

  /// Names that the run itself needs.
  private static let reserved = "corpus"

  /// A name for each input, in order. Two that would collide, also where only case or a character that XML refuses tells
  /// them apart, are numbered: the second becomes `x-2`.
  public static func names(for inputs: [InputFile]) -> (names: [Name], diagnostics: [Diagnostic]) {
    var taken: Set<String> = [reserved]
    var names: [Name] = []
    var diagnostics: [Diagnostic] = []
    // Names that need no number are given first: "x-2.txt" keeps its own.
    var wanted: [String: Int] = [:]
    for input in inputs { wanted[key(stem(input)), default: 0] += 1 }
    let unshared = Set(wanted.filter { $0.value == 1 && $0.key != reserved }.keys)
    taken.formUnion(unshared)
    for input in inputs {
      let stem = stem(input)
      var candidate = stem
      var number = 1
      if !unshared.contains(key(stem)) {
        while !taken.insert(key(candidate)).inserted {
          number += 1
          candidate = "\(stem)-\(number)"
        }
      }
      if number > 1 {
        diagnostics.append(
          Diagnostic(
            .note, code: "name-taken", "\"\(stem).xml\" is the name of another file; written as \"\(candidate).xml\"",
            file: input.path))
      }
      names.append(Name(stem: candidate, identifier: DocumentIdentifier.ncName(stem: candidate)))
    }
    return (names, diagnostics)
  }

  private static func stem(_ input: InputFile) -> String { Path.stem(of: Path.name(of: input.relativePath)) }

  private static func key(_ stem: String) -> String { DocumentIdentifier.ncName(stem: stem).lowercased() }
}

extension InputFile {
  /// The first two files that have one path below the folders that the caller named.
  static func sameName(in inputs: [InputFile]) -> (InputFile, InputFile)? {
    var first: [String: InputFile] = [:]
    for input in inputs {
      if let other = first.updateValue(input, forKey: input.relativePath) { return (other, input) }
    }
    return nil
  }

  /// Refuses files of one path below their folders, which would be one file in an output folder.
  static func checkNames(of inputs: [InputFile], in folder: String) throws(DiagnosticFault) {
    guard let (first, second) = sameName(in: inputs) else { return }
    throw DiagnosticFault(
      Diagnostic(
        .error, code: "output-exists",
        "\"\(first.path)\" would be written there, too; expected the folder above both, or a run each",
        file: Path.join(folder, second.relativePath)))
  }

  /// What is said of an output that would be written over the file that it comes from; nil where it is another.
  func overwriting(at output: String) -> Diagnostic? {
    guard let identity = FileSystem.identity(of: output), identity == FileSystem.identity(of: path) else { return nil }
    return Diagnostic(
      .error, code: "output-exists", "the output is the file itself; --in-place writes over it", file: output)
  }

  /// The first of files that an output would be written over, by whatever name.
  ///
  /// - Parameter output: A path; nil for standard output.
  public static func first(of inputs: [InputFile], writtenOverBy output: String?) -> InputFile? {
    guard let output, let identity = FileSystem.identity(of: output) else { return nil }
    return inputs.first { FileSystem.identity(of: $0.path) == identity }
  }
}
