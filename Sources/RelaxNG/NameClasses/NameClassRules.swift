/// What section 4.16 asks of name classes.
enum NameClassRules {
  private static let xmlns = "http://www.w3.org/2000/xmlns"

  static func element(_ syntax: SyntaxNameClass) throws(SchemaError) -> NameClass {
    try convert(syntax, isAttribute: false, inside: .nothing)
  }

  static func attribute(_ syntax: SyntaxNameClass) throws(SchemaError) -> NameClass {
    try convert(syntax, isAttribute: true, inside: .nothing)
  }

  private enum Exception { case nothing, ofAnyName, ofNamespace }

  private static func convert(
    _ syntax: SyntaxNameClass, isAttribute: Bool, inside exception: Exception
  ) throws(SchemaError) -> NameClass {
    func refuse(_ message: String) -> SchemaError {
      SchemaError(.syntax, message, section: "4.16", at: syntax.place)
    }
    switch syntax.kind {
    case .name(let namespace, let local):
      if isAttribute, namespace.isEmpty, local == "xmlns" { throw refuse("no attribute can be called \"xmlns\"") }
      if isAttribute, namespace == xmlns { throw refuse("no attribute can have namespace \"\(xmlns)\"") }
      return .name(namespace: namespace, local: local)
    case .anyName(let except):
      guard exception == .nothing else { throw refuse("\"anyName\" not allowed in an exception") }
      var converted: NameClass?
      if let except { converted = try convert(except, isAttribute: isAttribute, inside: .ofAnyName) }
      return .anyName(except: converted)
    case .namespace(let namespace, let except):
      guard exception != .ofNamespace else { throw refuse("\"nsName\" not allowed in the exception of another") }
      if isAttribute, namespace == xmlns { throw refuse("no attribute can have namespace \"\(xmlns)\"") }
      var converted: NameClass?
      if let except { converted = try convert(except, isAttribute: isAttribute, inside: .ofNamespace) }
      return .namespace(namespace, except: converted)
    case .choice(let parts):
      var converted: [NameClass] = []
      for part in parts { converted.append(try convert(part, isAttribute: isAttribute, inside: exception)) }
      return converted.count == 1 ? converted[0] : .choice(converted)
    }
  }
}
