/// A name with its namespace, as a small number: equal numbers, equal names, within one ``XMLNameTable``.
///
/// Numbers are dense and begin at 0, so that an array can say what each name means to somebody.
@frozen public struct XMLNameID: Hashable, Sendable {
  public let rawValue: Int32

  @inlinable public init(rawValue: Int32) { self.rawValue = rawValue }
}

/// The expanded names (Namespaces in XML 1.0, section 2.1) that have been met, each with its number.
///
/// One table belongs to one worker: it is kept from document to document, and is not for several threads at once.
public final class XMLNameTable {
  private struct Name: Hashable {
    var namespace: String?
    var local: String
  }

  private var names: [Name] = []
  private var numbers: [Name: Int32] = [:]

  public init() {}

  /// How many names there are; their numbers are `0..<count`.
  public var count: Int { names.count }

  /// The number of a name; a new one where it was not met before.
  ///
  /// - Parameter namespace: nil for a name in no namespace; the empty string means the same.
  public func id(namespace: String?, local: String) -> XMLNameID {
    let name = Name(namespace: namespace == "" ? nil : namespace, local: local)
    if let number = numbers[name] { return XMLNameID(rawValue: number) }
    let number = Int32(names.count)
    names.append(name)
    numbers[name] = number
    return XMLNameID(rawValue: number)
  }

  /// The namespace of a name of this table, nil for none.
  public func namespace(_ id: XMLNameID) -> String? { names[Int(id.rawValue)].namespace }

  /// The local part of a name of this table.
  public func local(_ id: XMLNameID) -> String { names[Int(id.rawValue)].local }
}
