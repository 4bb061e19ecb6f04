internal import XML

/// What the names of documents mean to the rules, learned once for each name of a reader's table.
final class RuleNames {
  enum ElementRole: UInt8 {
    case unknown, foreign, fallback, include, tei, root, table, row, cell, prefixDefinition, application

    /// Whether the rules look at its attributes.
    var isTEI: Bool { rawValue >= ElementRole.tei.rawValue }
  }

  enum AttributeRole: UInt8 {
    case unknown, none, identifier, pointer, certainty, from, to, notBefore, notAfter, rows, columns, ident, href
  }

  let table: XMLNameTable
  let hash: IdentifierHash
  // Asked for at every tag; one thread has it.
  @exclusivity(unchecked) private var elements: [ElementRole] = []
  @exclusivity(unchecked) private var attributes: [AttributeRole] = []

  init(_ table: XMLNameTable, hash: IdentifierHash) {
    self.table = table
    self.hash = hash
  }

  @inline(__always) func element(_ name: XMLNameID) -> ElementRole {
    let index = Int(name.rawValue)
    if index < elements.count, elements[index] != .unknown { return elements[index] }
    learn(index)
    elements[index] = elementRole(name)
    return elements[index]
  }

  @inline(__always) func attribute(_ name: XMLNameID) -> AttributeRole {
    let index = Int(name.rawValue)
    if index < attributes.count, attributes[index] != .unknown { return attributes[index] }
    learn(index)
    attributes[index] = attributeRole(name)
    return attributes[index]
  }

  private func learn(_ index: Int) {
    let missing = max(index + 1, table.count) - elements.count
    guard missing > 0 else { return }
    elements += Array(repeating: .unknown, count: missing)
    attributes += Array(repeating: .unknown, count: missing)
  }

  private func elementRole(_ name: XMLNameID) -> ElementRole {
    let local = table.local(name)
    guard table.namespace(name) == XMLNamespace.tei else {
      if local == "fallback" { return .fallback }
      return local == "include" && table.namespace(name) == XMLNamespace.xinclude ? .include : .foreign
    }
    return switch local {
    case "TEI": .root
    case "table": .table
    case "row": .row
    case "cell": .cell
    case "prefixDef": .prefixDefinition
    case "application": .application
    default: .tei
    }
  }

  private func attributeRole(_ name: XMLNameID) -> AttributeRole {
    let local = table.local(name)
    guard let namespace = table.namespace(name) else {
      return switch local {
      case "cert": .certainty
      case "from": .from
      case "to": .to
      case "notBefore": .notBefore
      case "notAfter": .notAfter
      case "rows": .rows
      case "cols": .columns
      case "ident": .ident
      case "href": .href
      default: Pointer.attributes.contains(local) ? .pointer : .none
      }
    }
    return namespace == XMLNamespace.xml && local == "id" ? .identifier : .none
  }

  /// The name of an attribute as documents write it.
  func written(_ name: XMLNameID) -> String {
    table.namespace(name) == XMLNamespace.xml ? "xml:" + table.local(name) : table.local(name)
  }
}
