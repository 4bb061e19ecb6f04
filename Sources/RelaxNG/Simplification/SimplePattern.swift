/// A pattern of the simple form (section 4, at its end): references are resolved, and shared parts are shared.
final class SimplePattern {
  enum Kind {
    case empty
    case notAllowed
    case text
    case choice([SimplePattern])
    case group([SimplePattern])
    case interleave([SimplePattern])
    case oneOrMore(SimplePattern)
    case list(SimplePattern)
    case data(Datatype, except: SimplePattern?)
    case value(DatatypeValue)
    case attribute(NameClass, SimplePattern)
    case element(NameClass, ElementContent)
    /// Not yet resolved; gone once ``Simplifier`` is done.
    case ref(Definition)
  }

  let kind: Kind
  let place: SchemaPlace
  /// How deep it nests, through references where they are resolved.
  let height: Int
  /// What ``ReferenceResolution`` made of it, where that is another one.
  var resolved: SimplePattern?
  /// Whether ``ReferenceResolution`` leaves it as it is.
  var isFinal = false
  /// What the checks of section 7 know of it.
  var facts: PatternFacts?
  /// Its number among the interned patterns.
  var interned: Int32 = -1

  init(_ kind: Kind, _ place: SchemaPlace) {
    self.kind = kind
    self.place = place
    height =
      switch kind {
      case .choice(let parts), .group(let parts), .interleave(let parts): 1 + (parts.map(\.height).max() ?? 0)
      case .oneOrMore(let part), .list(let part), .attribute(_, let part): 1 + part.height
      case .data(_, let except): 1 + (except?.height ?? 0)
      default: 1
      }
  }

  /// What is left of it, if that is known by now.
  var known: SimplePattern? { isFinal ? self : resolved }

  var isNotAllowed: Bool { if case .notAllowed = kind { true } else { false } }
  var isEmpty: Bool { if case .empty = kind { true } else { false } }
}

/// The content of an element pattern; the way in which a schema refers to itself.
final class ElementContent {
  var pattern: SimplePattern
  /// Its number among the element patterns that can be reached; -1 before it is reached.
  var number: Int32 = -1
  var isResolved = false

  init(_ pattern: SimplePattern) { self.pattern = pattern }
}

/// A named pattern of a grammar, or its start, put together from all its parts (section 4.17).
final class Definition {
  let title: String
  let place: SchemaPlace
  var body: SimplePattern?
  /// The definitions that are being resolved: to meet one of them again is a circle (section 4.19).
  var isBeingResolved = false

  init(title: String, place: SchemaPlace) {
    self.title = title
    self.place = place
  }
}
