/// Checks the restrictions of section 7 on a schema in simple form.
struct Restrictions {
  /// What stands around a pattern, up to the element that holds it.
  private struct Context: OptionSet, Hashable {
    let rawValue: UInt8
    static let start = Context(rawValue: 1)
    static let attribute = Context(rawValue: 2)
    static let oneOrMore = Context(rawValue: 4)
    /// A group or interleave inside `oneOrMore`.
    static let repeatedGroup = Context(rawValue: 8)
    static let list = Context(rawValue: 16)
    static let exception = Context(rawValue: 32)
  }

  /// The elements that were met, and how many of them have been checked.
  private var elements: [(name: NameClass, content: ElementContent)] = []
  private var checkedCount = 0
  private var seen: Set<ObjectIdentifier> = []
  private var overlaps = Overlaps()

  /// - Returns: All elements that can be reached.
  static func check(_ start: SimplePattern) throws(SchemaError) -> [(name: NameClass, content: ElementContent)] {
    var restrictions = Restrictions()
    try restrictions.check(start, [.start])
    while restrictions.checkedCount < restrictions.elements.count {
      let pattern = restrictions.elements[restrictions.checkedCount].content.pattern
      restrictions.checkedCount += 1
      try restrictions.check(pattern, [])
      _ = try ContentTypes.type(of: pattern)
    }
    return restrictions.elements
  }

  private mutating func check(_ pattern: SimplePattern, _ context: Context) throws(SchemaError) {
    let facts = pattern.facts ?? PatternFacts()
    pattern.facts = facts
    guard facts.checkedContexts.insert(context.rawValue).inserted else { return }
    if let fault = Self.fault(of: pattern, in: context) {
      throw SchemaError(.restriction, fault.message, section: fault.section, at: pattern.place)
    }
    switch pattern.kind {
    case .choice(let parts): for part in parts { try check(part, context) }
    case .group(let parts):
      let inner = context.contains(.oneOrMore) ? context.union(.repeatedGroup) : context
      for part in parts { try check(part, inner) }
      try overlaps.checkAttributes(of: parts)
    case .interleave(let parts):
      let inner = context.contains(.oneOrMore) ? context.union(.repeatedGroup) : context
      for part in parts { try check(part, inner) }
      try overlaps.checkAttributes(of: parts)
      try overlaps.checkInterleave(of: parts)
    case .oneOrMore(let part): try check(part, context.union(.oneOrMore))
    case .list(let part): try check(part, context.union(.list))
    case .attribute(_, let part):
      try check(part, [.attribute])
      _ = try ContentTypes.type(of: part)
    case .data(_, let except): if let except { try check(except, [.exception]) }
    case .element(let name, let content):
      if seen.insert(ObjectIdentifier(content)).inserted { elements.append((name, content)) }
    case .empty, .notAllowed, .text, .value, .ref: break
    }
  }

  /// Sections 7.1.1 to 7.1.5, and the part of 7.3 about wildcards: which patterns may not stand inside which.
  private static func fault(of pattern: SimplePattern, in context: Context) -> (message: String, section: String)? {
    let kind = pattern.kind.title
    if context.contains(.exception) {
      switch pattern.kind {
      case .data, .value, .choice, .notAllowed: break
      default: return ("\(kind) not allowed in the exception of a datatype", "7.1.4")
      }
    }
    if context.contains(.list) {
      switch pattern.kind {
      case .list, .element, .attribute, .text, .interleave: return ("\(kind) not allowed in a list", "7.1.3")
      default: break
      }
    }
    if context.contains(.start) {
      switch pattern.kind {
      case .element, .choice, .notAllowed, .ref: break
      default: return ("a document begins with an element; \(kind) not allowed in \"start\"", "7.1.5")
      }
    }
    if context.contains(.attribute) {
      switch pattern.kind {
      case .element, .attribute: return ("\(kind) not allowed in an attribute", "7.1.1")
      default: break
      }
    }
    if case .attribute(let name, _) = pattern.kind {
      if context.contains(.repeatedGroup) {
        return ("attribute \(name) stands in a group that is repeated, but an attribute stands once", "7.1.2")
      }
      if name.isInfinite, !context.contains(.oneOrMore) {
        return ("an attribute of \(name) must be repeated: expected \"oneOrMore\" or \"zeroOrMore\" around it", "7.3")
      }
    }
    return nil
  }
}

extension SimplePattern.Kind {
  /// How messages call it.
  var title: String {
    switch self {
    case .empty: "\"empty\""
    case .notAllowed: "\"notAllowed\""
    case .text: "\"text\""
    case .choice: "a choice"
    case .group: "a group"
    case .interleave: "an interleave"
    case .oneOrMore: "a repetition"
    case .list: "a list"
    case .data, .value: "a datatype"
    case .attribute(let name, _): "attribute \(name)"
    case .element(let name, _): "element \(name)"
    case .ref: "a reference"
    }
  }
}
