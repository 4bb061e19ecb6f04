/// The attributes of a start tag, without declarations of namespaces, with those that a DTD adds. Valid during the call.
public struct XMLEventAttributes {
  /// Five pointers an attribute, as libxml2's `startElementNs` has them: local name, prefix, namespace, and the
  /// beginning and the end of the value.
  let fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  private let names: UnsafePointer<XMLNameID>
  /// How many attributes there are.
  public let count: Int

  init(
    fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, names: UnsafePointer<XMLNameID>, count: Int
  ) {
    self.fields = fields
    self.names = names
    self.count = count
  }

  /// The name of the attribute at `index`, which begins at 0.
  public func name(_ index: Int) -> XMLNameID {
    precondition(index >= 0 && index < count)
    return names[index]
  }

  /// The prefix with which the attribute at `index` is named; nil without one.
  public func prefix(_ index: Int) -> String? {
    precondition(index >= 0 && index < count)
    return fields?[index * 5 + 1].map { String(cString: $0) }
  }

  /// Hands over the value of an attribute, normalised as XML 1.0 says in section 3.3.3.
  public func withValue<Result>(_ index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    body(bytes(index).span)
  }

  /// The value of an attribute.
  public func value(_ index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

  /// The value of an attribute, without a closure: for the validators, which look at every one.
  package func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    precondition(index >= 0 && index < count)
    guard let fields, let start = fields[index * 5 + 3], let end = fields[index * 5 + 4] else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start, count: end - start)
  }
}
