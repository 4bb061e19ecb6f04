/// The attributes that a W3C XML Schema declares to be identifiers or references to them, by their names.
///
/// libxml2 does not check these datatypes in what it reads as a stream. A name counts where all declarations of an
/// attribute of that name agree; references are known only where nothing else can be an identifier.
package struct W3CIdentifiers: Sendable {
  package enum Kind: Sendable { case id, idref, idrefs }

  struct Name: Hashable {
    var namespace: String?
    var local: String
  }

  /// What is declared of each name; nil where declarations do not agree, or it is of another type.
  private var declared: [Name: Kind?] = [:]
  /// Whether identifiers may be elsewhere than in the attributes that count.
  private var hasOthers = false

  /// What an attribute is for; nil for most.
  package func kind(namespace: String?, local: String) -> Kind? {
    guard let kind = declared[Name(namespace: namespace, local: local)] ?? nil else { return nil }
    return kind == .id || !hasOthers ? kind : nil
  }

  package var isEmpty: Bool { !declared.values.contains { $0 != nil } }

  mutating func declare(_ name: Name, _ kind: Kind?) {
    guard let known = declared[name] else {
      declared[name] = .some(kind)
      return
    }
    guard known != kind else { return }
    if known == .id || kind == .id { hasOthers = true }
    declared[name] = .some(nil)
  }

  /// Notes that something else than an attribute of a known name is an identifier.
  mutating func declareOther() { hasOthers = true }

  /// Takes in what another document declares.
  mutating func formUnion(_ other: W3CIdentifiers) {
    hasOthers = hasOthers || other.hasOthers
    for (name, kind) in other.declared { declare(name, kind) }
  }
}
