/// How large the content models of a W3C XML Schema become when libxml2 writes out what they refer to.
///
/// libxml2 copies a group wherever it is referred to, and puts all members of a substitution group where its head stands:
/// groups that hold others twice make a short schema larger than any memory. Counted by local names, so never too low.
struct W3CContentModels {
  /// The parts of a named group, of a type, or of an element's own type.
  private struct Model {
    var parts = 0
    /// Groups, base types and heads of substitution groups that are written out in it, and how often.
    var references: [String: Int] = [:]
  }

  private var models: [String: Model] = [:]
  /// The models that are open: their depth in the document, and their names.
  private var open: [(depth: Int, name: String)] = []
  private var count = 0
  /// What libxml2 takes a second for. TEI's largest model has some 600.
  static let maximumParts = 20_000

  mutating func enter(_ element: String, _ attributes: [String: String], depth: Int) {
    let name = attributes["name"].map(local)
    switch element {
    case "group":
      if let reference = attributes["ref"] { refer(to: "group " + local(reference)) } else { begin("group", name, depth) }
    case "complexType": begin("type", name, depth)
    case "extension":
      if let base = attributes["base"] { refer(to: "type " + local(base)) }
    case "element":
      if let reference = attributes["ref"] {
        refer(to: "head " + local(reference))
      } else if let name {
        add(1)
        if let head = attributes["substitutionGroup"] {
          let member = Model(parts: 1, references: ["head " + name: 1])
          merge(member, into: "head " + local(head))
        }
      }
    case "any", "sequence", "choice", "all": add(1)
    default: break
    }
  }

  mutating func leave(depth: Int) {
    if open.last?.depth == depth { open.removeLast() }
  }

  private mutating func begin(_ kind: String, _ name: String?, _ depth: Int) {
    count += 1
    open.append((depth, kind + " " + (name ?? "#\(count)")))
  }

  private mutating func add(_ parts: Int) {
    guard let name = open.last?.name else { return }
    models[name, default: Model()].parts += parts
  }

  private mutating func refer(to reference: String) {
    guard let name = open.last?.name else { return }
    merge(Model(parts: 1, references: [reference: 1]), into: name)
  }

  private mutating func merge(_ model: Model, into name: String) {
    models[name, default: Model()].parts += model.parts
    models[name]!.references.merge(model.references, uniquingKeysWith: +)
  }

  /// Takes in the models of another document.
  mutating func formUnion(_ other: W3CContentModels) {
    count += other.count
    for (name, model) in other.models {
      merge(model, into: name.contains("#") ? "\(name) of \(count)" : name)
    }
  }

  /// A model that becomes too large, by its name and size; the size is no more than told.
  func excess() -> (name: String, size: Int)? {
    var sizes: [String: Int] = [:]
    for name in models.keys.sorted() {
      let size = size(of: name, &sizes)
      if size > Self.maximumParts { return (name, size) }
    }
    return nil
  }

  /// By a stack of its own: chains of references may be long. Circles, which libxml2 refuses, count once.
  private func size(of start: String, _ sizes: inout [String: Int]) -> Int {
    var stack = [start]
    while let name = stack.last {
      guard sizes[name] == nil || sizes[name] == Self.isBeingCounted, let model = models[name] else {
        sizes[name] = sizes[name] ?? 0
        stack.removeLast()
        continue
      }
      let open = model.references.keys.filter { sizes[$0] == nil }.sorted()
      if open.isEmpty {
        sizes[name] = model.references.reduce(model.parts) { sum, reference in
          let size = max(0, sizes[reference.key] ?? 0)
          return min(1 << 40, sum + min(1 << 40, size.multipliedReportingOverflow(by: reference.value).partialValue))
        }
        stack.removeLast()
      } else {
        sizes[name] = Self.isBeingCounted
        stack += open
      }
    }
    return sizes[start] ?? 0
  }

  private static let isBeingCounted = -1

  private func local(_ name: String) -> String { name.split(separator: ":").last.map(String.init) ?? name }
}
