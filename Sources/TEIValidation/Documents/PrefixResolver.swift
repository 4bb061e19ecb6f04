internal import RegularExpressions

/// A `prefixDef` as a document has it.
public struct PrefixDefinition: Hashable, Sendable {
  public var prefix: String
  public var matchPattern: String?
  public var replacementPattern: String?

  package init(prefix: String, matchPattern: String? = nil, replacementPattern: String? = nil) {
    self.prefix = prefix
    self.matchPattern = matchPattern
    self.replacementPattern = replacementPattern
  }
}

/// What the pointers with a prefix mean by the `prefixDef`s of a document (TEI Guidelines, section 17.2.3).
struct PrefixResolver: Sendable {
  enum Meaning: Equatable {
    case undeclared
    /// None of the patterns of the prefix matches what stands behind it.
    case unmatched(patterns: [String])
    case pointer(String)
    /// A pattern cannot be used, or the pointer matches it in part alone.
    case unknown
  }

  /// Documents have two or three.
  private static let maximumDefinitions = 1000

  private(set) var definitions: [PrefixDefinition] = []
  private var known: Set<PrefixDefinition> = []
  /// By the prefix in lower case.
  private var patterns: [String: [(definition: PrefixDefinition, pattern: TextPattern?)]] = [:]

  init(_ definitions: [PrefixDefinition] = []) {
    let patterns = PrefixPatterns()
    for definition in definitions { add(definition, patterns) }
  }

  var isEmpty: Bool { definitions.isEmpty }

  mutating func add(_ definition: PrefixDefinition, _ compiled: PrefixPatterns) {
    guard definitions.count < Self.maximumDefinitions, known.insert(definition).inserted else { return }
    definitions.append(definition)
    patterns[definition.prefix.lowercased(), default: []].append((definition, compiled[definition].pattern))
  }

  func declares(_ prefix: String) -> Bool { patterns[prefix.lowercased()] != nil }

  func meaning(of token: String) -> Meaning {
    guard let colon = token.firstIndex(of: ":"), let known = patterns[token[..<colon].lowercased()] else {
      return .undeclared
    }
    let rest = String(token[token.index(after: colon)...])
    var isUnmatched = true
    for (definition, pattern) in known {
      guard let pattern, definition.replacementPattern != nil else {
        isUnmatched = false
        continue
      }
      switch pattern.outcome(of: rest) {
      case .replaced(let pointer): return .pointer(pointer)
      case .other: isUnmatched = false
      case .unmatched: break
      }
    }
    return isUnmatched ? .unmatched(patterns: known.compactMap(\.definition.matchPattern)) : .unknown
  }
}

/// The patterns of definitions, each compiled once: the files of an archive have the same.
final class PrefixPatterns {
  private var known: [PrefixDefinition: (pattern: TextPattern?, fault: String?)] = [:]

  /// The pattern, unless there is none or it cannot be used; then why not.
  subscript(_ definition: PrefixDefinition) -> (pattern: TextPattern?, fault: String?) {
    if let known = known[definition] { return known }
    if known.count >= 1000 { known.removeAll() }
    let compiled = Self.compile(definition)
    known[definition] = compiled
    return compiled
  }

  private static func compile(_ definition: PrefixDefinition) -> (pattern: TextPattern?, fault: String?) {
    guard let pattern = definition.matchPattern else { return (nil, nil) }
    do throws(RegularExpressionError) {
      return (try TextPattern(pattern, replacement: definition.replacementPattern ?? ""), nil)
    } catch {
      return (nil, error.message)
    }
  }
}
