/// Gives each document of an archive a label that no other has, in the order of the files: its own; where another file has
/// that, with the folders of its path; where that does not help either, with a number.
struct DistinctLabels {
  private var input = InputFile(path: "", relativePath: "")
  private var part = -1
  /// The documents of the file that is being read: what came before is not asked for again.
  private var known: [Source: String] = [:]
  /// Which file has a label.
  private var owners: [String: String] = [:]
  private var numbers: [String: Int] = [:]

  private struct Source: Hashable {
    var part: Int
    var node: Int
    var label: String
  }

  /// Goes on to the next document of a file, or part of a corpus.
  mutating func begin(_ input: InputFile) {
    if input.path == self.input.path {
      part += 1
    } else {
      (self.input, part) = (input, 0)
      known.removeAll(keepingCapacity: true)
    }
  }

  /// The label of a document.
  ///
  /// - Parameter node: Its element in the table that is being read.
  mutating func label(_ label: String, node: Int) -> String {
    let source = Source(part: part, node: node, label: label)
    if let label = known[source] { return label }
    let distinct = make(label)
    owners[distinct] = input.path
    known[source] = distinct
    return distinct
  }

  private mutating func make(_ label: String) -> String {
    guard let owner = owners[label] else { return label }
    var long = label
    if owner != input.path {
      for path in [input.relativePath, input.path] {
        let folder = Path.folder(of: path)
        guard !folder.isEmpty, folder != "." else { continue }
        long = Path.join(folder, label)
        if owners[long] == nil { return long }
      }
    }
    var number = numbers[long, default: 2]
    while owners["\(long)-\(number)"] != nil { number += 1 }
    numbers[long] = number + 1
    return "\(long)-\(number)"
  }
}
