import XML

/// What stood at a path when it was looked at.
enum FileState: Hashable, Sendable {
  case absent
  /// A file that nobody read.
  case file
  case folder
  /// A device, a pipe.
  case other
  /// A file that was read.
  case content(ContentDigest)

  /// What stands at a path now, read if `old` was.
  static func now(at path: String, like old: FileState) -> FileState {
    if case .content = old { return FileSystem.digest(of: path).map(FileState.content) ?? kind(at: path) }
    return kind(at: path)
  }

  static func kind(at path: String) -> FileState {
    switch FileSystem.unobservedKind(of: path) {
    case nil: .absent
    case .file: .file
    case .folder: .folder
    case .other: .other
    }
  }

  /// Whether this was looked at as closely as another: a file that nobody read may have changed.
  func isAsMuch(as other: FileState) -> Bool {
    if case .content = other, self == .file { return false }
    if case .content = self, other == .file { return false }
    return true
  }
}

/// The files that a piece of work looks at, beside the one that it is about, and what it found there.
final class FileDependencies: FileObserver, @unchecked Sendable {
  // Unchecked: what changes is only touched under the lock.
  private let lock = Lock()
  private var found: [String: FileState] = [:]
  private var changed = false

  /// By absolute path.
  var states: [String: FileState] { lock.withLock { found } }

  /// Whether a file changed while the work went on, so that nobody can say what it depends on.
  var areUncertain: Bool { lock.withLock { changed } }

  func read(_ path: String, _ bytes: [UInt8]) { add([Path.absolute(path): .content(ContentDigest(of: bytes))]) }

  func looked(at path: String) {
    let path = Path.absolute(path)
    add([path: FileState.kind(at: path)])
  }

  func add(_ states: [String: FileState], areUncertain: Bool = false) {
    lock.withLock {
      if areUncertain { changed = true }
      for (path, state) in states {
        switch (found[path], state) {
        case (nil, _), (.file, .content): found[path] = state
        case (.content, .file): break
        case (let known?, _): if known != state { changed = true }
        }
      }
    }
  }

  /// What a piece of work looks at.
  static func of<Result>(_ work: () throws -> Result) rethrows -> (Result, FileDependencies) {
    let dependencies = FileDependencies()
    return (try ObservedFiles.$observer.withValue(dependencies, operation: work), dependencies)
  }
}

/// What was made once and is used for many files, with the files that it was made of.
struct Witnessed<Value: Sendable>: Sendable {
  private let made: Value
  private let states: [String: FileState]
  private let areUncertain: Bool

  init(_ make: () -> Value) {
    let (made, dependencies) = FileDependencies.of(make)
    self.made = made
    states = dependencies.states
    areUncertain = dependencies.areUncertain
  }

  /// The value: who asks for it depends on its files, too.
  var value: Value {
    (ObservedFiles.observer as? FileDependencies)?.add(states, areUncertain: areUncertain)
    return made
  }
}
