/// Finds what a pattern means, in one walk through the folders, however many `**` it has.
struct GlobWalk {
  /// A file or folder that the pattern means.
  struct Match {
    var path: String
    /// Below the folder that the pattern begins at.
    var relativePath: String
    var kind: FileSystem.Kind
  }

  private struct Visit: Hashable {
    var folder: FileSystem.Identity
    /// Which segments of the pattern what lies in it is compared with.
    var states: [Int]
  }

  private let pattern: GlobPattern
  private var visits: Set<Visit> = []
  private(set) var matches: [Match] = []
  /// Files that the pattern may mean but whose names nothing can open, with U+FFFD for what is not UTF-8.
  private(set) var unnameable: [String] = []
  private(set) var faults: [FileFault] = []

  init(_ pattern: GlobPattern) {
    self.pattern = pattern
    walk(pattern.base, relative: "", states: [0])
  }

  private mutating func walk(_ folder: String, relative: String, states: [Int]) {
    let states = closed(states)
    // "a/**" means all that lies below a, as the folder itself does.
    if states.contains(pattern.segments.count) {
      matches.append(Match(path: folder, relativePath: relative, kind: .folder))
      return
    }
    guard FileSystem.kind(of: folder) == .folder, let identity = FileSystem.identity(of: folder),
      visits.insert(Visit(folder: identity, states: states)).inserted
    else { return }
    var names: [String] = []
    for state in states {
      if case .name(let name) = pattern.segments[state] { names.append(name) }
    }
    if names.count < states.count {
      do throws(FileFault) {
        let listing = try FileSystem.listing(of: folder)
        names += listing.names
        for name in listing.unnameable where isMeant(name, states) { unnameable.append(Path.join(folder, name)) }
      } catch {
        faults.append(error)
      }
    }
    var seen: Set<String> = []
    for name in names where seen.insert(name).inserted { visit(name, in: folder, relative: relative, states) }
  }

  private mutating func visit(_ name: String, in folder: String, relative: String, _ states: [Int]) {
    var next: [Int] = []
    for state in states {
      switch pattern.segments[state] {
      case .anyFolders: if !name.hasPrefix(".") { next.append(state) }
      case .name(let expected): if name == expected { next.append(state + 1) }
      case .wildcard(let expected): if expected.matches(name) { next.append(state + 1) }
      }
    }
    guard !next.isEmpty else { return }
    let path = Path.join(folder, name)
    guard let kind = FileSystem.kind(of: path) else { return }
    let below = relative.isEmpty ? name : "\(relative)/\(name)"
    if next.contains(pattern.segments.count) {
      matches.append(Match(path: path, relativePath: below, kind: kind))
    }
    let further = next.filter { $0 < pattern.segments.count }
    if kind == .folder, !further.isEmpty { walk(path, relative: below, states: further) }
  }

  /// With the segments behind a `**`, which may mean no folder at all; in ascending order.
  private func closed(_ states: [Int]) -> [Int] {
    var all = Set(states)
    for state in states.sorted() {
      var state = state
      while state < pattern.segments.count, case .anyFolders = pattern.segments[state] {
        state += 1
        all.insert(state)
      }
    }
    return all.sorted()
  }

  private func isMeant(_ name: String, _ states: [Int]) -> Bool {
    states.contains { state in
      guard state == pattern.segments.count - 1, case .wildcard(let expected) = pattern.segments[state] else {
        return false
      }
      return expected.matches(name)
    }
  }
}
