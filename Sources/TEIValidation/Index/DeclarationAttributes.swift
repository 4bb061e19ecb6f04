internal import XML

extension PrefixDefinition {
  init(_ prefix: String, _ attributes: XMLEventAttributes, _ names: RuleNames) {
    self.init(prefix: prefix)
    for index in 0..<attributes.count {
      switch names.attribute(attributes.name(index)) {
      case .matchPattern: matchPattern = attributes.value(index)
      case .replacementPattern: replacementPattern = attributes.value(index)
      default: break
      }
    }
  }
}

extension InclusionReference {
  /// nil without an `href`.
  init?(_ attributes: XMLEventAttributes, _ names: RuleNames) {
    self.init(href: "", target: nil, isXML: true, hasFallback: false)
    for index in 0..<attributes.count {
      switch names.attribute(attributes.name(index)) {
      case .href: href = attributes.value(index)
      case .parse: isXML = attributes.value(index) != "text"
      case .xpointer:
        // Other forms than an identifier are for who carries the inclusion out.
        let value = attributes.bytes(index)
        target = value.contains(UInt8(ascii: "(")) ? 0 : names.hash.of(value)
      default: break
      }
    }
    if href.isEmpty { return nil }
  }
}
