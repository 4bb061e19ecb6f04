import TEIValidation
import XML

/// Which files of a run take in which by XInclude.
struct InclusionGraph: Sendable {
  /// What each file includes, in the order of its text.
  private var included: [String: [String]] = [:]
  private var including: [String: [String]] = [:]

  mutating func enter(_ file: String, _ inclusions: [InclusionReference]) {
    let file = LocalReference.normalized(file)
    var paths: [String] = []
    var seen: Set<String> = []
    for reference in inclusions where reference.isXML {
      guard let path = LocalReference.path(of: reference.href, from: file), seen.insert(path).inserted else { continue }
      paths.append(path)
      including[path, default: []].append(file)
    }
    if !paths.isEmpty { included[file] = paths }
  }

  /// Whether a file includes others, or is included.
  func concerns(_ file: String) -> Bool {
    let file = LocalReference.normalized(file)
    return included[file] != nil || including[file] != nil
  }

  /// A file and all that it includes, directly or not, each once.
  func all(of file: String) -> [String] { Self.reached(from: file, included) }

  /// Whether a file is another or takes it in.
  func takesIn(_ path: String, _ file: String) -> Bool {
    let file = LocalReference.normalized(file)
    return path == file || included[path] != nil && all(of: path).contains(file)
  }

  /// The files that a file is a part of: those that include it, directly or not, and are themselves included by none; all
  /// of them where they include each other in a circle. One that is included by none is a part of itself.
  func wholes(of file: String) -> [String] {
    let holders = Self.reached(from: LocalReference.normalized(file), including)
    let outermost = holders.filter { including[$0] == nil }
    return outermost.isEmpty ? holders : outermost
  }

  /// Whether two files are parts of one corpus; nil where one of them is a part of none.
  func areTogether(_ file: String, _ other: String) -> Bool? {
    guard concerns(file), concerns(other) else { return nil }
    return !Set(wholes(of: file)).isDisjoint(with: wholes(of: other))
  }

  private static func reached(from file: String, _ next: [String: [String]]) -> [String] {
    var found = [file]
    var seen: Set<String> = [file]
    var place = 0
    while place < found.count {
      for path in next[found[place]] ?? [] where seen.insert(path).inserted { found.append(path) }
      place += 1
    }
    return found
  }
}
