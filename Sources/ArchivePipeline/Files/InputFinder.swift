import ArticleModel

/// A file that a run works on.
public struct InputFile: Hashable, Sendable {
  /// As it is opened, and named in messages; `-` for standard input.
  public var path: String
  /// Below the folder that the caller named, or the bare name of a file: what its output is named after.
  public var relativePath: String

  public init(path: String, relativePath: String) {
    self.path = path
    self.relativePath = relativePath
  }
}

/// Finds the files that the caller means.
public enum InputFinder {
  /// The files at paths: a file itself, of a folder all that have one of the extensions, at any depth, hidden ones left out.
  ///
  /// Sorted by relative path, each file once. What is not there, cannot be read or holds no such file is a diagnostic.
  public static func files(
    at paths: [String], extensions: Set<String>
  ) -> (files: [InputFile], diagnostics: [Diagnostic]) {
    var files: [InputFile] = []
    var diagnostics: [Diagnostic] = []
    for path in paths {
      if path == "-" {
        files.append(InputFile(path: "-", relativePath: "stdin.\(extensions.sorted().first ?? "txt")"))
        continue
      }
      switch FileSystem.kind(of: path) {
      case nil:
        diagnostics.append(Diagnostic(.error, code: "file-missing", "no such file or folder", file: path))
      case .folder:
        let before = files.count
        collect(path, relative: "", extensions, depth: 0, &files, &diagnostics)
        if files.count == before {
          let kinds = extensions.sorted().map { ".\($0)" }.joined(separator: " or ")
          diagnostics.append(
            Diagnostic(.error, code: "folder-empty", "folder holds no \(kinds) file", file: path))
        }
      case .file, .other: files.append(InputFile(path: path, relativePath: Path.name(of: path)))
      }
    }
    var seen = Set<String>()
    files = files.filter { seen.insert($0.path).inserted }
    files.sort { ($0.relativePath, $0.path) < ($1.relativePath, $1.path) }
    return (files, diagnostics)
  }

  private static func collect(
    _ folder: String, relative: String, _ extensions: Set<String>, depth: Int, _ files: inout [InputFile],
    _ diagnostics: inout [Diagnostic]
  ) {
    // A link to a folder above would lead in circles.
    guard depth < 64 else { return }
    let names: [String]
    do throws(FileFault) {
      names = try FileSystem.names(in: folder)
    } catch {
      diagnostics.append(Diagnostic(.error, code: "folder-unreadable", error.reason, file: folder))
      return
    }
    for name in names where !name.hasPrefix(".") {
      let path = Path.join(folder, name)
      let below = relative.isEmpty ? name : "\(relative)/\(name)"
      switch FileSystem.kind(of: path) {
      case .folder: collect(path, relative: below, extensions, depth: depth + 1, &files, &diagnostics)
      case .file where extensions.contains(Path.fileExtension(of: name)):
        files.append(InputFile(path: path, relativePath: below))
      default: break
      }
    }
  }
}
