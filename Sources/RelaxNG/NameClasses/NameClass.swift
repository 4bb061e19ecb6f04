/// A name class of the simple form: which names an element or attribute pattern allows.
indirect enum NameClass: Hashable, Sendable {
  case name(namespace: String, local: String)
  case anyName(except: NameClass?)
  case namespace(String, except: NameClass?)
  case choice([NameClass])

  /// Clark's `contains`.
  func contains(namespace: String, local: String) -> Bool {
    switch self {
    case .name(let ownNamespace, let ownLocal): ownLocal == local && ownNamespace == namespace
    case .anyName(let except): !(except?.contains(namespace: namespace, local: local) ?? false)
    case .namespace(let own, let except):
      own == namespace && !(except?.contains(namespace: namespace, local: local) ?? false)
    case .choice(let classes): classes.contains { $0.contains(namespace: namespace, local: local) }
    }
  }

  /// Calls `body` with names of which at least one is in each class that overlaps this one: those that it names, and
  /// for each wildcard one that nobody names.
  func forEachSample(_ body: (_ namespace: String, _ local: String) -> Void) {
    switch self {
    case .name(let namespace, let local): body(namespace, local)
    case .anyName(let except):
      body(Self.unknown, Self.unknown)
      except?.forEachSample(body)
    case .namespace(let namespace, let except):
      body(namespace, Self.unknown)
      except?.forEachSample(body)
    case .choice(let classes): for part in classes { part.forEachSample(body) }
    }
  }

  /// No name in XML looks like this.
  static let unknown = "\u{0}"

  /// Whether it allows names without end (section 7.3).
  var isInfinite: Bool {
    switch self {
    case .name: false
    case .anyName, .namespace: true
    case .choice(let classes): classes.contains(where: \.isInfinite)
    }
  }

  /// Whether some name is in both (section 7.3).
  func overlaps(_ other: NameClass) -> Bool {
    switch (self, other) {
    case (.name(let namespace, let local), _): return other.contains(namespace: namespace, local: local)
    case (_, .name(let namespace, let local)): return contains(namespace: namespace, local: local)
    case (.namespace(let own, _), .namespace(let theirs, _)) where own != theirs: return false
    // That of one namespace is asked first: it has its answer at once.
    case (.anyName, .namespace): return other.overlaps(self)
    default: break
    }
    var found = false
    func test(_ namespace: String, _ local: String) {
      if !found, contains(namespace: namespace, local: local), other.contains(namespace: namespace, local: local) {
        found = true
      }
    }
    forEachSample(test)
    other.forEachSample(test)
    return found
  }

  /// How many names and wildcards it is made of: what it costs to ask it.
  var size: Int {
    switch self {
    case .name: 1
    case .anyName(let except), .namespace(_, let except): 1 + (except?.size ?? 0)
    case .choice(let classes): classes.reduce(0) { $0 + $1.size }
    }
  }

  /// The names that it lists, those that it excepts left out.
  var names: [(namespace: String, local: String)] {
    switch self {
    case .name(let namespace, let local): [(namespace, local)]
    case .choice(let classes): classes.flatMap(\.names)
    default: []
    }
  }
}

/// How a name class is called in messages.
extension NameClass: CustomStringConvertible {
  var description: String {
    switch self {
    case .name(_, let local): "\"\(local)\""
    case .anyName: "any name"
    case .namespace(let namespace, _): "any name of namespace \"\(namespace)\""
    case .choice(let classes): classes.map(\.description).joined(separator: ", ")
    }
  }
}
