/// What entries of registers are known by that have no identifier of an authority: the path of their file and their `xml:id`.
///
/// A NUL before it, which no document can have, tells it from all else.
enum LocalIdentifier {
  /// Of a pointer, as `#berlin` or `../places.xml#berlin`, in the file at a path.
  static func of(_ pointer: String, from path: String) -> String {
    let hash = pointer.firstIndex(of: "#") ?? pointer.endIndex
    let target = pointer[..<hash]
    let file =
      target.isEmpty
      ? path : target.hasPrefix("/") ? String(target) : path.prefix(upTo: folderEnd(path)) + String(target)
    var parts: [Substring] = []
    for part in file.split(separator: "/") where part != "." {
      if part == "..", let last = parts.last, last != ".." { parts.removeLast() } else { parts.append(part) }
    }
    return "\0" + (file.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/") + pointer[hash...]
  }

  private static func folderEnd(_ path: String) -> String.Index {
    path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
  }

  /// How identifiers are shown: local ones by the name of their file, with as many of its folders as tell it from others.
  static func shown(_ identifiers: [String]) -> [String] {
    var shown = identifiers
    var pending = identifiers.indices.filter { identifiers[$0].hasPrefix("\0") }
    var depth = 1
    while !pending.isEmpty {
      for index in pending { shown[index] = end(of: identifiers[index], depth) }
      let groups = Dictionary(grouping: pending) { shown[$0] }
      let deepest = depth
      // What is as long as it can be stays.
      pending = groups.values.filter { $0.count > 1 }.flatMap { $0 }
        .filter { end(of: identifiers[$0], deepest + 1) != shown[$0] }
      depth += 1
    }
    return shown
  }

  /// The last names of the path, with what comes after it.
  private static func end(of identifier: String, _ depth: Int) -> String {
    let hash = identifier.firstIndex(of: "#") ?? identifier.endIndex
    let path = identifier[..<hash].dropFirst()
    let names = path.split(separator: "/")
    return (depth >= names.count ? String(path) : names.suffix(depth).joined(separator: "/")) + identifier[hash...]
  }
}
