import ArticleModel

/// One mistake, one message, also where several look for it.
enum OneMistake {
  /// The attributes of which both a rule and the schema may say something; nil for any.
  private static let attributes: [String: Set<String>?] = [
    "id-name": ["xml:id"], "cert-range": ["cert"], "language-tag": ["xml:lang", "ident"], "pointer-empty": nil,
  ]

  /// Takes out what the schema says better than a rule, and what a rule says better than the schema.
  static func settle(_ bySchema: inout [[Diagnostic]], _ links: inout [Diagnostic]) {
    // Of an identifier given twice, and of a day that does not exist, a rule says more.
    var told: Set<Place> = []
    for link in links {
      if link.code == "id-duplicate" { told.insert(Place(link, attribute: nil)) }
      if link.code == "date-impossible" {
        told.insert(Place(link, attribute: String(link.message.prefix { $0 != "=" })))
      }
    }
    if !told.isEmpty {
      bySchema = bySchema.map { list in
        list.filter { fault in
          switch fault.code {
          case "id-duplicate": !told.contains(Place(fault, attribute: nil))
          case "attribute-value": !told.contains(Place(fault, attribute: attribute(of: fault)))
          default: true
          }
        }
      }
    }
    let values = bySchema.joined().filter { $0.code == "attribute-value" }
    guard !values.isEmpty else { return }
    let byPlace = Dictionary(grouping: values, by: { Place($0, attribute: nil) })
    links.removeAll { link in
      guard let names = attributes[link.code], let faults = byPlace[Place(link, attribute: nil)] else { return false }
      return faults.contains { fault in names.map { $0.contains(attribute(of: fault) ?? "") } ?? true }
    }
  }

  /// What is said of a file by itself is not said again of those that take it in.
  static func once(_ found: [[Diagnostic]], of paths: [String]) -> [[Diagnostic]] {
    guard zip(found, paths).contains(where: { list, path in list.contains { $0.file != path } }) else { return found }
    var own: Set<Diagnostic> = []
    for (list, path) in zip(found, paths) {
      for diagnostic in list where diagnostic.file == path { own.insert(diagnostic.withoutPath) }
    }
    return zip(found, paths).map { list, path in
      list.filter { $0.file == path || own.insert($0.withoutPath).inserted }
    }
  }

  private struct Place: Hashable {
    var position: SourcePosition?
    var attribute: String?

    init(_ diagnostic: Diagnostic, attribute: String?) {
      position = diagnostic.position
      self.attribute = attribute
    }
  }

  /// The attribute that a fault is about, by its path.
  private static func attribute(of fault: Diagnostic) -> String? {
    guard let path = fault.xpath, let at = path.firstRange(of: "/@") else { return nil }
    return String(path[at.upperBound...])
  }
}

extension Diagnostic {
  /// Paths in a document and in one that takes it in differ.
  fileprivate var withoutPath: Diagnostic {
    var diagnostic = self
    diagnostic.xpath = nil
    return diagnostic
  }
}
