/// The one place in a step that a predicate asks for, where its expression says which without being evaluated: `[2]`,
/// `[last()]`, `[last() - 1]`, `[position() = last()]`.
package enum PredicatePlace: Equatable, Sendable {
  /// From the beginning of the axis, from 1; none is at 0 or below.
  case first(Int)
  /// So many before the last.
  case last(before: Int)

  /// - Parameter tokens: All of the expression.
  init?(_ tokens: ArraySlice<Token>) {
    let kinds = tokens.map(\.kind)
    func name(_ local: String) -> Token.Kind { .name(prefix: nil, local: local) }
    let (last, position) = (
      [name("last"), .symbol("("), .symbol(")")], [name("position"), .symbol("("), .symbol(")")]
    )
    switch kinds {
    case last, position + [.symbol("=")] + last, last + [.symbol("=")] + position: self = .last(before: 0)
    case position + [.symbol("=")] + kinds.suffix(1):
      guard case .integer(let number)? = kinds.last else { return nil }
      self = .first(number)
    case last + [.symbol("-")] + kinds.suffix(1), position + [.symbol("=")] + last + [.symbol("-")] + kinds.suffix(1):
      guard case .integer(let number)? = kinds.last else { return nil }
      self = .last(before: number)
    default:
      guard kinds.count == 1 else { return nil }
      switch kinds[0] {
      case .integer(let number): self = .first(number)
      case .decimal(let number) where number.scale == 0: self = .first(number.truncated)
      case .double(let number) where number == number.rounded() && abs(number) < 1e9: self = .first(Int(number))
      default: return nil
      }
    }
  }

  /// The index of that place among so many; nil where there is none.
  func index(among count: Int) -> Int? {
    let index =
      switch self {
      case .first(let place): place - 1
      case .last(let before): count - 1 - before
      }
    return (0..<count).contains(index) ? index : nil
  }
}
