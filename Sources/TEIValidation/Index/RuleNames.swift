internal import XML

/// What the names of documents mean to the rules, learned once for each name of a reader's table.
final class RuleNames {
  enum ElementRole: UInt8 {
    case unknown, foreign, fallback, include, tei, root, table, row, cell, prefixDefinition, application, language
    case idno

    /// Whether the rules look at its attributes.
    var isTEI: Bool { rawValue >= ElementRole.tei.rawValue }

    /// Whether its attribute `ident` matters.
    var isDeclaration: Bool { self == .prefixDefinition || self == .language || self == .application }
  }

  enum AttributeRole: UInt8 {
    case unknown, none, identifier, pointer, certainty, rows, columns, ident, href, xpointer, parse, language
    case matchPattern, replacementPattern, base
    // Those of dates, in the order of `DateAttributes`.
    case when, from, to, notBefore, notAfter, whenISO, fromISO, toISO, notBeforeISO, notAfterISO

    var isDate: Bool { rawValue >= AttributeRole.when.rawValue }
  }

  let table: XMLNameTable
  let hash: IdentifierHash
  let selection: RuleSelection
  let patterns = PrefixPatterns()
  // Asked for at every tag; one thread has it.
  @exclusivity(unchecked) private var elements: [ElementRole] = []
  @exclusivity(unchecked) private var attributes: [AttributeRole] = []

  init(_ table: XMLNameTable, hash: IdentifierHash, selection: RuleSelection) {
    self.table = table
    self.hash = hash
    self.selection = selection
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
    switch local {
    case "TEI": return .root
    case "table" where isAsked("table-size", "table-span"): return .table
    case "row" where isAsked("table-size", "table-span"): return .row
    case "cell" where isAsked("table-size", "table-span"): return .cell
    case "prefixDef": return .prefixDefinition
    case "application": return .application
    case "language": return .language
    case "idno" where isAsked("idno-empty"): return .idno
    default: return .tei
    }
  }

  private func attributeRole(_ name: XMLNameID) -> AttributeRole {
    let local = table.local(name)
    guard let namespace = table.namespace(name) else {
      if let date = Self.dates[local] { return isAsked("date-order", "date-impossible") ? date : .none }
      return switch local {
      case "cert": isAsked("cert-range") ? .certainty : .none
      case "rows": .rows
      case "cols": .columns
      case "ident": .ident
      case "href": .href
      case "xpointer": .xpointer
      case "parse": .parse
      case "matchPattern": .matchPattern
      case "replacementPattern": .replacementPattern
      default: Pointer.attributes.contains(local) && asksForPointers ? .pointer : .none
      }
    }
    guard namespace == XMLNamespace.xml else { return .none }
    return switch local {
    // Those of one file are what pointers of another ask for.
    case "id":
      isAsked("id-duplicate", "id-name", "id-shared", "id-file", "xinclude-target") || asksForPointers
        ? .identifier : .none
    case "base": .base
    case "lang": isAsked("language-tag", "language-undeclared") ? .language : .none
    default: .none
    }
  }

  private var asksForPointers: Bool {
    isAsked("pointer-dangling", "pointer-file", "pointer-empty", "pointer-prefix", "prefix-unmatched")
  }

  private func isAsked(_ codes: String...) -> Bool { codes.contains { selection.contains($0) } }

  private static let dates: [String: AttributeRole] = [
    "when": .when, "from": .from, "to": .to, "notBefore": .notBefore, "notAfter": .notAfter, "when-iso": .whenISO,
    "from-iso": .fromISO, "to-iso": .toISO, "notBefore-iso": .notBeforeISO, "notAfter-iso": .notAfterISO,
  ]

  /// The name of an attribute as documents write it.
  func written(_ name: XMLNameID) -> String {
    table.namespace(name) == XMLNamespace.xml ? "xml:" + table.local(name) : table.local(name)
  }
}
