/// A value of a JSON text, with the line where it stands: what the readers of formats look into.
package struct JSONNode: Sendable {
  package enum Content: Sendable {
    case null
    case bool(Bool)
    /// As it is written.
    case number(String)
    case string(String)
    case array([JSONNode])
    /// Members in their order; of several with one name the last counts.
    case object([(name: String, value: JSONNode)])
  }

  package var content: Content
  package var file: String
  /// From 1.
  package var line: Int

  package func fault(_ message: String) -> ExchangeError { ExchangeError(message, file: file, line: line) }

  // MARK: Values

  /// The member of an object; nil where there is none, or it is null.
  package subscript(_ name: String) -> JSONNode? {
    guard case .object(let members) = content, let value = members.last(where: { $0.name == name })?.value,
      case .null = value.content
    else {
      guard case .object(let members) = content else { return nil }
      return members.last { $0.name == name }?.value
    }
    return nil
  }

  package var text: String? { if case .string(let text) = content { text } else { nil } }

  package var number: Double? { if case .number(let text) = content { Double(text) } else { nil } }

  package var integer: Int? {
    guard case .number(let text) = content else { return nil }
    return Int(text) ?? Double(text).flatMap { Int(exactly: $0) }
  }

  package var items: [JSONNode]? { if case .array(let items) = content { items } else { nil } }

  package var members: [(name: String, value: JSONNode)]? {
    if case .object(let members) = content { members } else { nil }
  }

  /// The values of an array, or the value itself: JSON-LD leaves the brackets around one value out.
  package var oneOrMore: [JSONNode] { items ?? [self] }

  // MARK: Members of a known type

  /// - Throws: ``ExchangeError`` where the member is not a string; a number counts as one.
  package func string(_ name: String) throws(ExchangeError) -> String? {
    guard let value = self[name] else { return nil }
    if case .number(let text) = value.content { return text }
    guard let text = value.text else { throw value.fault("\"\(name)\" is not a string") }
    return text
  }

  /// - Throws: ``ExchangeError`` where the member is missing or not a whole number.
  package func integer(_ name: String) throws(ExchangeError) -> Int {
    guard let value = self[name] else { throw fault("there is no \"\(name)\"; expected a whole number") }
    guard let integer = value.integer else { throw value.fault("\"\(name)\" is not a whole number") }
    return integer
  }

  /// - Returns: No values where there is no such member.
  /// - Throws: ``ExchangeError`` where the member is not an array.
  package func array(_ name: String) throws(ExchangeError) -> [JSONNode] {
    guard let value = self[name] else { return [] }
    guard let items = value.items else { throw value.fault("\"\(name)\" is not an array") }
    return items
  }
}
