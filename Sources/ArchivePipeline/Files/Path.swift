/// File paths, taken apart at slashes.
public enum Path {
  public static func name(of path: String) -> String {
    path.utf8.last == 0x2F
      ? name(of: String(path.dropLast())) : path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The folder that a path lies in; `.` for a bare name.
  public static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  public static func join(_ folder: String, _ name: String) -> String {
    if folder == "." || folder.isEmpty { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  /// The path from the root of the file system.
  static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : join(FileSystem.currentFolder, path)
  }

  /// An absolute path as a person in the current folder would write it.
  static func relative(_ path: String) -> String {
    let folder = FileSystem.currentFolder + "/"
    return path.hasPrefix(folder) ? String(path.dropFirst(folder.count)) : path
  }

  /// The name without its last extension.
  public static func stem(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// The last extension in lower case, without its full stop; empty where there is none.
  public static func fileExtension(of name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}
