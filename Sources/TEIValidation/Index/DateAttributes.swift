internal import XML

/// The attributes of an element that hold dates.
struct DateAttributes {
  /// Where each stands among the attributes, in the order of `RuleNames.AttributeRole`; -1 where there is none.
  private var places = SIMD16<Int16>(repeating: -1)
  private var count = 0

  @inline(__always)
  mutating func take(_ role: RuleNames.AttributeRole, _ index: Int) {
    guard index <= Int16.max else { return }
    places[Int(role.rawValue - RuleNames.AttributeRole.when.rawValue)] = Int16(index)
    count += 1
  }

  /// Whether ``DateOrderRule`` or ``ImpossibleDateRule`` finds something.
  @inline(__always)
  func areSuspect(_ attributes: XMLEventAttributes) -> Bool { count > 0 && areWrong(attributes) }

  private func areWrong(_ attributes: XMLEventAttributes) -> Bool {
    for place in 0..<10 where places[place] >= 0 {
      if CalendarDate.isImpossible(attributes.bytes(Int(places[place])), isISO: place >= 5) { return true }
    }
    guard count > 1 else { return false }
    func value(_ place: Int) -> String? { places[place] < 0 ? nil : attributes.value(Int(places[place])) }
    return DateOrderRule.isReversed(value, isISO: false) || DateOrderRule.isReversed({ value($0 + 5) }, isISO: true)
  }
}
