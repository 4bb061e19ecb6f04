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
  /// The files at paths: a file itself, of a folder all that have one of the extensions, at any depth, hidden ones left out;
  /// where nothing is at a path with wildcards, what a shell would put for it.
  ///
  /// Sorted by relative path, each file once, however its folder is named. What is not there, cannot be read or holds no such file is a diagnostic.
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
        guard let pattern = GlobPattern(path) else {
          diagnostics.append(Diagnostic(.error, code: "file-missing", "no such file or folder", file: path))
          continue
        }
        expand(pattern, named: path, extensions, &files, &diagnostics)
      case .folder:
        let before = files.count
        var visited: Set<FileSystem.Identity> = []
        collect(path, relative: "", extensions, &visited, &files, &diagnostics)
        if files.count == before {
          let kinds = extensions.sorted().map { ".\($0)" }.joined(separator: " or ")
          diagnostics.append(
            Diagnostic(.error, code: "folder-empty", "folder holds no \(kinds) file", file: path))
        }
      case .file, .other: files.append(InputFile(path: path, relativePath: Path.name(of: path)))
      }
    }
    files = distinct(files)
    files.sort { ($0.relativePath, $0.path) < ($1.relativePath, $1.path) }
    return (files, diagnostics)
  }

  /// Adds the files that a pattern means, and of folders what they hold.
  private static func expand(
    _ pattern: GlobPattern, named text: String, _ extensions: Set<String>, _ files: inout [InputFile],
    _ diagnostics: inout [Diagnostic]
  ) {
    let walk = GlobWalk(pattern)
    let before = (files.count, diagnostics.count)
    var visited: Set<FileSystem.Identity> = []
    for match in walk.matches {
      if match.kind == .folder {
        collect(match.path, relative: match.relativePath, extensions, &visited, &files, &diagnostics)
      } else {
        files.append(InputFile(path: match.path, relativePath: match.relativePath))
      }
    }
    diagnostics += walk.faults.map { Diagnostic(.error, code: "folder-unreadable", $0.reason, file: $0.path) }
    diagnostics += walk.unnameable.map(unnameable)
    if (files.count, diagnostics.count) == before {
      diagnostics.append(Diagnostic(.error, code: "file-missing", "no file matches the pattern", file: text))
    }
  }

  private static func unnameable(_ path: String) -> Diagnostic {
    Diagnostic(.error, code: "file-name-not-utf8", "the name of the file is not UTF-8; expected UTF-8", file: path)
  }

  /// The files without those that stand before under another name of their folder: `a.txt`, `./a.txt`.
  private static func distinct(_ files: [InputFile]) -> [InputFile] {
    struct Place: Hashable {
      var folder: FileSystem.Identity?
      var name: String
    }
    var folders: [String: FileSystem.Identity?] = [:]
    var seen: Set<Place> = []
    return files.filter { file in
      let folder = Path.folder(of: file.path)
      let identity = folders[folder] ?? FileSystem.identity(of: folder)
      folders[folder] = identity
      return seen.insert(Place(folder: identity, name: Path.name(of: file.path))).inserted
    }
  }

  private static func collect(
    _ folder: String, relative: String, _ extensions: Set<String>, _ visited: inout Set<FileSystem.Identity>,
    _ files: inout [InputFile], _ diagnostics: inout [Diagnostic]
  ) {
    // A link to a folder above would lead in circles.
    if let identity = FileSystem.identity(of: folder), !visited.insert(identity).inserted { return }
    let names: [String]
    do throws(FileFault) {
      let listing = try FileSystem.listing(of: folder)
      names = listing.names
      for name in listing.unnameable where extensions.contains(Path.fileExtension(of: name)) {
        diagnostics.append(unnameable(Path.join(folder, name)))
      }
    } catch {
      diagnostics.append(Diagnostic(.error, code: "folder-unreadable", error.reason, file: folder))
      return
    }
    for name in names where !name.hasPrefix(".") {
      let path = Path.join(folder, name)
      let below = relative.isEmpty ? name : "\(relative)/\(name)"
      switch FileSystem.kind(of: path) {
      case .folder: collect(path, relative: below, extensions, &visited, &files, &diagnostics)
      case .file where extensions.contains(Path.fileExtension(of: name)):
        files.append(InputFile(path: path, relativePath: below))
      case nil where extensions.contains(Path.fileExtension(of: name)):
        diagnostics.append(Diagnostic(.error, code: "file-missing", "the link leads nowhere", file: path))
      default: break
      }
    }
  }
}
