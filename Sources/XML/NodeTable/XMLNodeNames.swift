/// Expanded names as dense numbers, so that a name is compared as an integer.
///
/// A value: who compiles expressions enters their names first; a table of nodes goes on from a copy.
public struct XMLNodeNames: Sendable {
  /// An expanded name; both parts are numbers of strings.
  public struct Name: Hashable, Sendable {
    public let namespace: Int32
    public let local: Int32
  }

  /// The names by number.
  public private(set) var names: [Name] = []
  /// The parts of names by number; the empty string is 0.
  public private(set) var strings: [String] = [""]
  private var numberOfString: [String: Int32] = ["": 0]
  private var numberOfName: [Name: Int32] = [:]

  public init() {}

  /// The number of a namespace or of a local name.
  public mutating func string(_ text: String) -> Int32 {
    if let known = numberOfString[text] { return known }
    let number = Int32(strings.count)
    strings.append(text)
    numberOfString[text] = number
    return number
  }

  /// The number of an expanded name.
  ///
  /// - Parameter namespace: Empty for a name in none.
  public mutating func name(namespace: String, local: String) -> Int32 {
    let name = Name(namespace: string(namespace), local: string(local))
    if let known = numberOfName[name] { return known }
    let number = Int32(names.count)
    names.append(name)
    numberOfName[name] = number
    return number
  }

  public func namespace(of name: Int32) -> String { strings[Int(names[Int(name)].namespace)] }

  public func local(of name: Int32) -> String { strings[Int(names[Int(name)].local)] }
}
