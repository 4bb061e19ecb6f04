public import XML
internal import XPath

/// What names a worker has met in documents, as long as one that a query asks for is missing.
public final class NameSurvey {
  private let base: Int
  /// Whether each of the first names is asked for: as an element's 1, as an attribute's 2.
  private var asked: [UInt8]
  private var missing: Int
  /// The names met as of elements, 1, and of attributes, 2, by number.
  private var met: [UInt8] = []
  private var names: XMLNodeNames?
  private(set) var elements: Set<MetName> = []
  private(set) var attributes: Set<MetName> = []
  /// The values of attributes that are asked for by value.
  private let valued: Set<Int32>
  private(set) var values: [Int32: Set<String>] = [:]
  private(set) var metAsked: Set<XPathQuery.AskedName> = []
  private(set) var documents = 0

  struct MetName: Hashable {
    var namespace: String
    var local: String
  }

  public init(_ query: Query) {
    base = query.names.names.count
    asked = Array(repeating: 0, count: base)
    let expressions = [query.expression] + (query.columns + query.groups).map(\.expression)
    for name in expressions.flatMap(\.names) { asked[Int(name.name)] |= name.isAttribute ? 2 : 1 }
    missing = asked.reduce(0) { $0 + $1.nonzeroBitCount }
    valued = Set(query.expression.values.map(\.attribute))
  }

  /// Looks through a document.
  ///
  /// - Parameter isEmpty: Whether nothing was found in it: then values are of interest, too.
  public func note(_ table: XMLNodeTable, isEmpty: Bool) {
    documents += 1
    let wantsValues = isEmpty && !valued.isEmpty
    guard missing > 0 || wantsValues else { return }
    if table.names.names.count < met.count { flush() }
    if met.count < table.names.names.count {
      met += Array(repeating: 0, count: table.names.names.count - met.count)
    }
    names = table.names
    for node in Int(table.firstNode)..<table.count {
      let name = Int(table.nodeNames[node])
      guard name >= 0 else { continue }
      switch table.kinds[node] {
      case .element: met[name] |= 1
      case .attribute:
        met[name] |= 2
        if wantsValues, valued.contains(Int32(name)), values[Int32(name), default: []].count < 1000 {
          values[Int32(name), default: []].insert(table.string(Int32(node)))
        }
      default: break
      }
    }
    missing = 0
    for name in 0..<base { missing += (asked[name] & ~met[name]).nonzeroBitCount }
  }

  /// Puts what was met into words.
  func flush() {
    guard let names else { return }
    for (number, kinds) in met.enumerated() where kinds != 0 {
      let name = MetName(namespace: names.namespace(of: Int32(number)), local: names.local(of: Int32(number)))
      if kinds & 1 != 0 { elements.insert(name) }
      if kinds & 2 != 0 { attributes.insert(name) }
      if number < base {
        if kinds & 1 != 0 { metAsked.insert(XPathQuery.AskedName(name: Int32(number), isAttribute: false)) }
        if kinds & 2 != 0 { metAsked.insert(XPathQuery.AskedName(name: Int32(number), isAttribute: true)) }
      }
    }
    met = met.map { _ in 0 }
  }
}
