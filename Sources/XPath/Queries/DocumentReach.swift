/// Whether an expression can be evaluated on the documents (`TEI`) of a `teiCorpus` one at a time, with what is around each of
/// them: headers and registers of the corpus are there, the other documents are not.
///
/// It says no where it cannot be sure.
struct DocumentReach {
  /// Where nodes may stand that an expression finds.
  enum Place: Int, Comparable {
    /// The document node or a `teiCorpus`: what is in it is not all there.
    case corpus
    /// A document, or something beside documents as a header.
    case part
    /// Below one of these.
    case inside

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  private let names: [Int32: String]
  /// Whether what is found may be found again with each document: it is told apart by its node.
  private var isTop: Bool
  private var variables: [Int: Place] = [:]

  /// - Parameter names: The local names that expressions ask for.
  init(names: [Int32: String], isTop: Bool) {
    self.names = names
    self.isTop = isTop
  }

  /// Where the nodes stand that an expression finds from the document node on; nil where documents have to be taken
  /// together.
  mutating func place(of expression: Expression) -> Place? {
    switch expression {
    case .constant(_, let inner): return place(of: inner)
    case .root, .contextItem: return .corpus
    case .union(let parts):
      var lowest = Place.inside
      for part in parts {
        guard let found = place(of: part) else { return nil }
        lowest = min(lowest, found)
      }
      return lowest
    case .path(let start, let steps):
      guard var place = place(of: start) else { return nil }
      for step in steps {
        guard case .axis(let axis, let test, let predicates) = step,
          let next = self.step(from: place, axis, test, predicates)
        else { return nil }
        place = next
      }
      return place
    default: return nil
    }
  }

  // MARK: Steps

  /// What a test lets through: a `teiCorpus`, a `TEI`, another name that stands beside documents, or some name.
  private enum Kind {
    case any, corpus, document, beside, other
  }

  private static let besideNames: Set<String> = ["teiHeader", "standOff", "facsimile", "sourceDoc", "fsdDecl"]

  private func kind(_ test: NodeTest) -> Kind {
    switch test {
    case .name(.name(let name)), .element(.name(let name)):
      switch names[name] ?? "" {
      case "teiCorpus", "teiCorpus.2": return .corpus
      case "TEI", "TEI.2": return .document
      case let local: return Self.besideNames.contains(local) ? .beside : .other
      }
    case .document: return .corpus
    default: return .any
    }
  }

  private mutating func step(
    from place: Place, _ axis: Axis, _ test: NodeTest, _ predicates: [Predicate]
  ) -> Place? {
    let kind = kind(test)
    guard let result = reached(from: place, axis, kind) else { return nil }
    if place == .corpus, predicates.contains(where: \.isPositional) {
      // Documents would be counted.
      switch (axis, kind) {
      case (.attribute, _), (.selfAxis, _), (.child, .other), (.child, .beside): break
      default: return nil
      }
    }
    let wasTop = isTop
    isTop = false
    defer { isTop = wasTop }
    for predicate in predicates where !isLocal(predicate.expression, at: result) { return nil }
    return result
  }

  private func reached(from place: Place, _ axis: Axis, _ kind: Kind) -> Place? {
    switch axis {
    case .attribute: return .inside
    case .selfAxis:
      return place == .corpus && kind != .any && kind != .corpus ? (kind == .other ? .inside : .part) : place
    case .child, .descendant, .descendantOrSelf:
      guard place == .corpus else { return axis == .descendantOrSelf ? place : .inside }
      switch kind {
      // Other documents are not there to be looked at.
      case .any: return isTop ? .corpus : nil
      case .corpus: return isTop || axis == .child ? .corpus : nil
      case .document: return isTop ? .part : nil
      case .beside: return isTop || axis == .child ? .part : nil
      case .other: return isTop || axis == .child ? .inside : nil
      }
    case .parent, .ancestor, .ancestorOrSelf:
      switch kind {
      case .other: return .inside
      case .document, .beside: return .part
      case .corpus: return isTop ? nil : .corpus
      case .any:
        if axis == .parent, place == .inside { return .part }
        return isTop ? nil : .corpus
      }
    case .followingSibling, .precedingSibling: return place == .inside ? .inside : nil
    case .following, .preceding: return nil
    }
  }

  // MARK: What predicates and columns ask

  /// Whether the value of an expression on a node is the same with and without the other documents.
  mutating func isLocal(_ expression: Expression, at context: Place) -> Bool {
    guard let place = value(expression, context) else { return false }
    // The text of a corpus is not all there.
    return place != .corpus
  }

  /// Where the nodes of a value stand; nil where it may depend on other documents.
  private mutating func value(_ expression: Expression, _ context: Place) -> Place? {
    switch expression {
    case .literal: return .inside
    case .variable(let slot): return variables[slot] ?? .inside
    case .contextItem: return context
    case .root: return .corpus
    case .constant(_, let inner): return value(inner, .corpus)
    case .union(let parts), .sequence(let parts), .or(let parts), .and(let parts), .concatenation(let parts):
      return all(parts, context)
    case .intersect(let left, let right), .except(let left, let right), .range(let left, let right),
      .generalComparison(_, let left, let right), .valueComparison(_, let left, let right),
      .nodeComparison(_, let left, let right):
      return all([left, right], context)
    case .arithmetic(let first, let rest): return all([first] + rest.map(\.1), context)
    case .negation(let inner), .cast(let inner, _, _), .castable(let inner, _, _), .instanceOf(let inner, _),
      .treatAs(let inner, _):
      return value(inner, context)
    case .path(let start, let steps):
      guard var place = value(start, context) else { return nil }
      for step in steps {
        switch step {
        case .axis(let axis, let test, let predicates):
          guard let next = self.step(from: place, axis, test, predicates) else { return nil }
          place = next
        case .expression(let inner):
          guard let next = value(inner, place) else { return nil }
          place = next
        }
      }
      return place
    case .filter(let operand, let predicates):
      guard let place = value(operand, context) else { return nil }
      for predicate in predicates where !isLocal(predicate.expression, at: place) { return nil }
      return place
    case .map(let operand, let inner):
      guard let place = value(operand, context) else { return nil }
      return value(inner, place)
    case .conditional(let branches, let other):
      return all(branches.flatMap { [$0.condition, $0.value] } + [other], context)
    case .forReturn(let slot, let operand, let result), .letReturn(let slot, let operand, let result),
      .quantified(_, let slot, let operand, let result):
      guard let place = value(operand, context) else { return nil }
      variables[slot] = place
      return value(result, context)
    case .call(let call):
      switch call.function.uses {
      case .document, .rule: return nil
      case .position, .clock: return .inside
      case .nothing: break
      }
      // Without arguments it is a function of the context node.
      if call.arguments.isEmpty { return context == .corpus && call.function.arity.upperBound > 0 ? nil : .inside }
      guard let place = all(call.arguments, context), place != .corpus else { return nil }
      return place
    }
  }

  private mutating func all(_ parts: [Expression], _ context: Place) -> Place? {
    var lowest = Place.inside
    for part in parts {
      guard let place = value(part, context) else { return nil }
      lowest = min(lowest, place)
    }
    return lowest
  }
}

extension XPathQuery {
  /// Whether what the expression finds in a `teiCorpus` is what it finds in its documents (`TEI`) one at a time, each with
  /// the elements around it, as ``XMLNodeTableReader`` lays them out.
  public var isWithinDocuments: Bool { place.map { $0 != .corpus } ?? false }

  /// Whether the same is true of this expression when it is evaluated on what another one found.
  public func isWithinDocuments(on found: XPathQuery) -> Bool {
    guard let place = found.place else { return false }
    var reach = DocumentReach(names: askedNames, isTop: false)
    return reach.isLocal(expression, at: place)
  }

  /// Whether the same is true of it when it is evaluated on an element in a document that is no `TEI`.
  public var isWithinElement: Bool {
    var reach = DocumentReach(names: askedNames, isTop: false)
    return reach.isLocal(expression, at: .inside)
  }

  private var place: DocumentReach.Place? {
    var reach = DocumentReach(names: askedNames, isTop: true)
    return reach.place(of: expression)
  }
}
