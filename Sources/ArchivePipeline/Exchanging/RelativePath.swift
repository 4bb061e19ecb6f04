/// Paths as seen from a folder.
enum RelativePath {
  /// The path of a file from a folder, with slashes; both relative to the current folder or from the root.
  static func path(of file: String, from folder: String) -> String {
    let target = parts(Path.absolute(file))
    let start = parts(Path.absolute(folder))
    let common = zip(target, start).prefix { $0 == $1 }.count
    return (Array(repeating: "..", count: start.count - common) + target[common...]).joined(separator: "/")
  }

  /// The names of a path, `.` and `..` taken out.
  private static func parts(_ path: String) -> [String] {
    var parts: [String] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(String(part)) }
    }
    return parts
  }
}
