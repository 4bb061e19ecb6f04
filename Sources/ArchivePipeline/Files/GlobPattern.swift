/// A pattern of paths as shells have them (POSIX.1-2024, XCU 2.14), with `**` for folders at any depth.
///
/// Names are compared by their characters: what a file system writes in another normal form is the same name.
struct GlobPattern {
  /// What stands between two slashes.
  enum Segment {
    /// A name without wildcards.
    case name(String)
    case wildcard(GlobName)
    /// `**`
    case anyFolders
  }

  /// The folder that the pattern begins at: all before the first wildcard.
  let base: String
  let segments: [Segment]

  /// nil for a path without wildcards.
  init?(_ text: String) {
    guard text.utf8.contains(where: { "*?[".utf8.contains($0) }) else { return nil }
    var segments: [Segment] = []
    for part in text.split(separator: "/") {
      if part == "**" {
        if case .anyFolders = segments.last { continue }
        segments.append(.anyFolders)
      } else {
        let name = GlobName(part)
        segments.append(name.plain.map { .name($0) } ?? .wildcard(name))
      }
    }
    var base = text.hasPrefix("/") ? "/" : "."
    // The last is always looked for: a backslash may make a plain name of all.
    let literals = segments.dropLast().prefix { if case .name = $0 { true } else { false } }
    for case .name(let name) in literals { base = Path.join(base, name) }
    self.base = base
    self.segments = Array(segments.dropFirst(literals.count))
  }
}

/// The pattern of a single name: `*`, `?`, `[a-z]`, `[!a-z]`, and a backslash before what is meant as it stands.
struct GlobName {
  private enum Token {
    case character(Character)
    case any
    case anyNumber
    case set([ClosedRange<Character>], isNegated: Bool)
  }

  private var tokens: [Token] = []

  init(_ text: some StringProtocol) {
    var rest = Array(text)[...]
    while let character = rest.popFirst() {
      switch character {
      case "*": tokens.append(.anyNumber)
      case "?": tokens.append(.any)
      case "[": tokens.append(Self.set(&rest) ?? .character("["))
      case "\\" where !rest.isEmpty: tokens.append(.character(rest.removeFirst()))
      default: tokens.append(.character(character))
      }
    }
  }

  /// The name that this is, if it has no wildcard.
  var plain: String? {
    var name = ""
    for token in tokens {
      guard case .character(let character) = token else { return nil }
      name.append(character)
    }
    return name
  }

  /// A bracket expression, after its `[`; nil where none ends, which leaves `[` a character.
  private static func set(_ rest: inout ArraySlice<Character>) -> Token? {
    var inner = rest
    let isNegated = inner.first == "!" || inner.first == "^"
    if isNegated { inner.removeFirst() }
    var ranges: [ClosedRange<Character>] = []
    var isFirst = true
    while let character = inner.popFirst() {
      if character == "]", !isFirst {
        rest = inner
        return .set(ranges, isNegated: isNegated)
      }
      isFirst = false
      let low = character == "\\" ? inner.popFirst() ?? character : character
      var high = low
      if inner.count > 1, inner.first == "-", inner.dropFirst().first != "]" {
        high = inner.dropFirst().first!
        inner = inner.dropFirst(2)
      }
      if low <= high { ranges.append(low...high) }
    }
    return nil
  }

  /// Whether a name is meant. A name that begins with a full stop is meant only by a pattern that does.
  func matches(_ name: String) -> Bool {
    if name.hasPrefix("."), !startsWithStop { return false }
    let characters = Array(name)
    var (index, token) = (0, 0)
    // Where to go on if what follows the last star does not fit: no star before it needs another try.
    var retry: (index: Int, token: Int)?
    while index < characters.count || token < tokens.count {
      if token < tokens.count, case .anyNumber = tokens[token] {
        token += 1
        retry = (index, token)
      } else if token < tokens.count, index < characters.count, Self.matches(tokens[token], characters[index]) {
        index += 1
        token += 1
      } else if let last = retry, last.index < characters.count {
        retry = (last.index + 1, last.token)
        (index, token) = retry!
      } else {
        return false
      }
    }
    return true
  }

  private var startsWithStop: Bool {
    if case .character(".") = tokens.first { true } else { false }
  }

  private static func matches(_ token: Token, _ character: Character) -> Bool {
    switch token {
    case .character(let expected): expected == character
    case .set(let ranges, let isNegated): ranges.contains { $0.contains(character) } != isNegated
    case .any, .anyNumber: true
    }
  }
}
