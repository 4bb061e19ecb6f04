import TEIEncoding

/// Gives each document of an export a name that no other has, and that every file system takes.
struct ExportNames {
  /// Names in lower case: some file systems ignore case.
  private var taken: Set<String> = []
  /// The next number of names that were numbered: thousands of documents may have one name.
  private var numbers: [String: Int] = [:]
  /// The names that documents had in the export that is there.
  private var known: [Key: [String]] = [:]

  private struct Key: Hashable {
    var tei: String
    var label: String
  }

  /// - Parameters:
  ///   - reserved: Names of files of the export without their extensions.
  ///   - earlier: The manifest of the export that is there; what it names keeps its name.
  init(reserved: [String], earlier: ExportManifest?) {
    taken = Set(reserved.map { $0.lowercased() })
    // A manifest may have been edited: nothing is written outside the folder for what one says.
    for document in (earlier?.documents ?? []).reversed() where Self.isSafe(document.name) {
      known[Key(tei: document.tei, label: document.label), default: []].append(document.name)
      taken.insert(document.name.lowercased())
    }
  }

  /// The name of a document: its label; where another document has that, with the folders of its file; where that does
  /// not help either, with a number.
  mutating func name(of label: String, tei: String) -> String {
    // Those of a corpus may have no identifiers: they are told apart by their order.
    if let name = known[Key(tei: tei, label: label)]?.popLast() { return name }
    let plain = Self.safe(label)
    let folders = tei.split(separator: "/").dropLast().map(Self.safe).filter { !$0.isEmpty }
    let long = (folders + [plain]).joined(separator: "/")
    for candidate in [plain, long] where taken.insert(candidate.lowercased()).inserted { return candidate }
    var number = numbers[long.lowercased(), default: 2]
    while !taken.insert("\(long)-\(number)".lowercased()).inserted { number += 1 }
    numbers[long.lowercased()] = number + 1
    return "\(long)-\(number)"
  }

  /// Whether a path stays in the folder that it is relative to.
  static func isInside(_ path: String) -> Bool {
    !path.contains("\0")
      && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { !["", ".", ".."].contains($0) }
  }

  private static func isSafe(_ name: String) -> Bool {
    name.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { safe($0) == $0 }
  }

  /// A name without characters that a file system or a shell minds, short enough for endings (NAME_MAX is 255).
  static func safe(_ label: some StringProtocol) -> String {
    let refused: Set<Unicode.Scalar> = ["/", "\\", ":", "*", "?", "\"", "<", ">", "|"]
    var name = String.UnicodeScalarView()
    for scalar in label.unicodeScalars {
      name.append(scalar.value < 0x20 || scalar.value == 0x7F || refused.contains(scalar) ? "_" : scalar)
    }
    if let first = name.first, first == "." || first == "-" || first == "~" {
      name.replaceSubrange(..<name.index(after: name.startIndex), with: "_".unicodeScalars)
    }
    let text = name.isEmpty ? "document" : String(name)
    guard text.utf8.count > 200 else { return text }
    return "\(text.prefix(40))-\(Digest.sha256(Array(text.utf8)).prefix(16))"
  }
}
