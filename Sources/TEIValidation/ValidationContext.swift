/// What a validator may know of the files beside the one that it checks. It reads none itself.
public struct ValidationContext: Sendable {
  /// The identifiers of a file, given its path; empty for a file that has none, nil for one that does not exist.
  ///
  /// The path is that of the pointer, followed from the file that it stands in.
  public var identifiers: @Sendable (_ path: String) -> Set<String>?

  /// The file of this run, other than `file`, that was first to declare an identifier; nil where there is none.
  public var otherFile: @Sendable (_ identifier: String, _ file: String) -> String?

  /// Prefixes of pointers that are declared outside the document, in the header of its corpus.
  public var prefixes: Set<String>

  /// Whether a file is another or takes it in by XInclude, by itself or by what it takes in.
  public var takesIn: @Sendable (_ path: String, _ file: String) -> Bool = { $0 == $1 }

  /// Whether pointers to other files are followed; where not, they are taken to be right.
  let followsFiles: Bool

  /// A context that knows of no other file: pointers to other files are not checked.
  public init() {
    identifiers = { _ in nil }
    otherFile = { _, _ in nil }
    prefixes = []
    followsFiles = false
  }

  public init(
    prefixes: Set<String> = [], identifiers: @escaping @Sendable (_ path: String) -> Set<String>?,
    otherFile: @escaping @Sendable (_ identifier: String, _ file: String) -> String? = { _, _ in nil }
  ) {
    self.identifiers = identifiers
    self.otherFile = otherFile
    self.prefixes = prefixes
    followsFiles = true
  }
}
