/// How large the content models of a W3C XML Schema become when libxml2 writes out what they refer to.
///
/// libxml2 copies a group wherever it is referred to, and puts all members of a substitution group where its head stands:
/// groups that hold others twice make a short schema larger than any memory. Counted by local names, so never too low.
struct W3CContentModels {
  /// What is written out of a named group, of a type or of a group of attributes.
  private struct Model {
    var size = Size()
    /// Groups, base types and heads of substitution groups that are written out in it, and how often.
    var references: [String: Size] = [:]
  }

  /// How many parts there are, and how many of them may be left out.
  private struct Size: Equatable {
    var parts = 0.0
    var optional = 0.0

    static func + (left: Size, right: Size) -> Size {
      Size(parts: left.parts + right.parts, optional: left.optional + right.optional)
    }

    /// What it takes to see that a model is deterministic, in hundreds of picoseconds of libxml2 2.9: from any place a
    /// document may go on to all parts behind that may be left out. (Measured: 1,000 optional elements in a sequence
    /// 2.3 s, 2,000 19 s; a choice of 4,000 elements 0.3 s.)
    var cost: Double { 20 * optional * optional * optional + 160 * parts * parts }
  }

  private var models: [String: Model] = [:]
  /// The models that are open: their depth in the document, and their names.
  private var open: [(depth: Int, name: String)] = []
  private var count = 0
  /// About a minute. `tei_all`, as trang makes it, takes seven seconds.
  private static let maximumCost = 6e11

  mutating func enter(_ element: String, _ attributes: [String: String], depth: Int) {
    let name = attributes["name"].map(local)
    let size = Size(parts: 1, optional: attributes["minOccurs"] == "0" ? 1 : 0)
    switch element {
    case "group", "attributeGroup":
      if let reference = attributes["ref"] {
        refer(to: element + " " + local(reference), size)
      } else {
        begin(element, name, depth)
      }
    case "complexType": begin("type", name, depth)
    case "extension":
      if let base = attributes["base"] { refer(to: "type " + local(base), size) }
    case "element":
      if let reference = attributes["ref"] {
        refer(to: "head " + local(reference), size)
      } else if let name {
        add(size)
        if let head = attributes["substitutionGroup"] {
          merge(Model(size: Size(parts: 1), references: ["head " + name: Size(parts: 1)]), into: "head " + local(head))
        }
      }
    case "any", "sequence", "choice", "all", "attribute": add(size)
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

  private mutating func add(_ size: Size) {
    guard let name = open.last?.name else { return }
    merge(Model(size: size), into: name)
  }

  private mutating func refer(to reference: String, _ size: Size) {
    guard let name = open.last?.name else { return }
    merge(Model(size: size, references: [reference: Size(parts: 1, optional: size.optional)]), into: name)
  }

  private mutating func merge(_ model: Model, into name: String) {
    let known = models[name] ?? Model()
    models[name] = Model(
      size: known.size + model.size, references: known.references.merging(model.references, uniquingKeysWith: +))
  }

  /// How many models there are.
  var modelCount: Int { models.count }

  /// Takes in the models of another document.
  mutating func formUnion(_ other: W3CContentModels) {
    count += other.count
    for (name, model) in other.models {
      merge(model, into: name.contains("#") ? "\(name) of \(count)" : name)
    }
  }

  /// What is too large, or nil.
  var excess: String? {
    var sizes: [String: Size?] = [:]
    var cost = 0.0
    for name in models.keys.sorted() {
      let size = size(of: name, &sizes)
      if name.hasPrefix("type ") { cost += size.cost }
      // Of what is so large the number is no longer to be told.
      guard cost > Self.maximumCost || size.parts > 1e6 else { continue }
      let what = name.contains("#") ? "a content model" : "\"\(name.drop { $0 != " " }.dropFirst())\""
      return
        "the content models of the schema are too large for libxml2 when groups are written out in them: \(what) has "
        + (size.parts > 1e6 ? "more than a million parts" : "\(Int(size.parts)) parts")
    }
    return nil
  }

  /// By a stack of its own: chains of references may be long. Circles, which libxml2 refuses, count once.
  private func size(of start: String, _ sizes: inout [String: Size?]) -> Size {
    var stack = [start]
    while let name = stack.last {
      guard let model = models[name], (sizes[name] ?? nil) == nil else {
        if sizes[name] == nil { sizes[name] = .some(Size()) }
        stack.removeLast()
        continue
      }
      // nil marks what is being counted.
      let open = model.references.keys.filter { sizes[$0] == nil }
      if open.isEmpty {
        sizes[name] = model.references.reduce(model.size) { sum, reference in
          let size = (sizes[reference.key] ?? nil) ?? Size()
          let times = reference.value
          // Where a group may be left out, all that begins it may.
          return sum + Size(parts: size.parts * times.parts, optional: size.optional * times.parts + times.optional)
        }
        stack.removeLast()
      } else {
        sizes[name] = .some(nil)
        stack += open
      }
    }
    return (sizes[start] ?? nil) ?? Size()
  }

  private func local(_ name: String) -> String { name.split(separator: ":").last.map(String.init) ?? name }
}
