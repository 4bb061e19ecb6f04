/// A RELAX NG pattern, as far as an ODD can say one.
indirect enum Pattern: Hashable {
  case empty
  case text
  case reference(String)
  case data(type: String, parameters: [Parameter])
  case value(String)
  case list(Pattern)
  case group([Pattern])
  case choice([Pattern])
  case optional(Pattern)
  case zeroOrMore(Pattern)
  case oneOrMore(Pattern)
  case attribute(name: String, Pattern)
  case element(name: String, namespace: String?, [Pattern])

  /// A facet of a datatype.
  struct Parameter: Hashable {
    var name: String
    var value: String
  }

  /// The pattern from `minimum` to `maximum` times; nil for as often as one likes.
  func repeated(_ minimum: Int, _ maximum: Int?) -> Pattern {
    switch (minimum, maximum) {
    case (1, 1): return self
    case (0, 1): return .optional(self)
    case (0, nil): return .zeroOrMore(self)
    case (1, nil): return .oneOrMore(self)
    case (_, nil): return .group(Array(repeating: self, count: minimum - 1) + [.oneOrMore(self)])
    case (_, let maximum?):
      let required = Array(repeating: self, count: minimum)
      // (a, (a, a?)?)? rather than (a?, a?, a?): which one an element belongs to is never in doubt.
      let rest = (minimum..<maximum).reduce(nil as Pattern?) { inner, _ in
        .optional(inner.map { .group([self, $0]) } ?? self)
      }
      return .group(required + (rest.map { [$0] } ?? []))
    }
  }
}
