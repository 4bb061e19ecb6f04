import XML

/// What the names of one table mean for its text, by number: looked up once a document.
struct TextNames {
  private(set) var roles: [TextRole]
  private(set) var dependsOnPlace: [Bool]
  private(set) var isDivision: [Bool]
  private var wanted: [Bool]
  /// The readings to prefer inside an element, as numbers of names; nil where all of it is read.
  private var readings: [[Int32]?]
  private let ref: Int32
  private let target: Int32
  private let join: Int32
  private let breaks: Int32
  private let utterance: Int32
  private let list: Int32
  private let described: Set<Int32>
  private let description: Int32

  /// - Parameter wanted: The elements whose places are asked for beside mentions.
  init(_ table: XMLNodeTable, wanted extra: Set<String>) {
    let names = table.names
    var numbers: [String: Int32] = [:]
    let count = names.names.count
    roles = Array(repeating: .inline, count: count)
    dependsOnPlace = Array(repeating: false, count: count)
    isDivision = Array(repeating: false, count: count)
    wanted = Array(repeating: false, count: count)
    readings = Array(repeating: nil, count: count)
    for number in 0..<count {
      let local = names.local(of: Int32(number))
      let namespace = names.namespace(of: Int32(number))
      if namespace.isEmpty { numbers["@" + local] = Int32(number) }
      // Tables of HTML and CALS stand in TEI with or without namespaces of their own.
      roles[number] = TextElements.roles[local] ?? .inline
      guard namespace == XMLNamespace.tei else { continue }
      numbers[local] = Int32(number)
      dependsOnPlace[number] = TextElements.roleByPlace.contains(local)
      isDivision[number] = local.hasPrefix("div")
      wanted[number] = TextElements.mentionNames.contains(local) || extra.contains(local)
    }
    for (name, preferred) in TextElements.readings {
      if let number = numbers[name] { readings[Int(number)] = preferred.compactMap { numbers[$0] } }
    }
    ref = numbers["ref"] ?? -2
    target = numbers["@target"] ?? -2
    join = numbers["@join"] ?? -2
    breaks = numbers["@break"] ?? -2
    utterance = numbers["u"] ?? -2
    list = numbers["list"] ?? -2
    description = numbers["desc"] ?? -2
    described = Set(["gap", "vocal", "kinesic", "incident", "media", "unclear"].compactMap { numbers[$0] })
  }

  func isWanted(_ node: Int32, _ table: XMLNodeTable) -> Bool {
    let name = table.nodeNames[Int(node)]
    return wanted[Int(name)] || (name == ref && attribute(target, of: node, table) != nil)
  }

  /// Whether a milestone stands inside a word.
  func isUnbroken(_ node: Int32, _ table: XMLNodeTable) -> Bool {
    attribute(breaks, of: node, table).map { table.values[$0].elementsEqual("no".utf8) } ?? false
  }

  /// To which sides an element is joined without space (att.fragmentable, att.linguistic: `@join`).
  func joins(_ node: Int32, _ table: XMLNodeTable) -> (left: Bool, right: Bool) {
    guard join >= 0, let value = attribute(join, of: node, table) else { return (false, false) }
    let both = table.values[value].elementsEqual("both".utf8)
    return (
      both || table.values[value].elementsEqual("left".utf8), both || table.values[value].elementsEqual("right".utf8)
    )
  }

  /// Whether a node is the one to be read of several readings; nil where there is no choice.
  func isReading(_ node: Int32, _ table: XMLNodeTable) -> Bool? {
    let parent = table.parents[Int(node)]
    guard parent > 0 else { return nil }
    guard let preferred = readings[Int(table.nodeNames[Int(parent)])] else {
      if table.nodeNames[Int(node)] == description, described.contains(table.nodeNames[Int(parent)]) { return false }
      return nil
    }
    let siblings = XMLNodeTable.Node(table, parent).children.map(\.number)
    for name in preferred {
      if let best = siblings.first(where: { table.nodeNames[Int($0)] == name }) { return best == node }
    }
    return siblings.first == node
  }

  func roleByPlace(of node: Int32, isInBlock: Bool, _ table: XMLNodeTable) -> TextRole {
    let parent = table.parents[Int(node)]
    let parentName = parent > 0 ? table.nodeNames[Int(parent)] : -1
    if parentName == utterance || parentName == list { return .block }
    return isInBlock ? .inline : .block
  }

  func kind(of node: Int32, _ table: XMLNodeTable) -> TextBlock.Kind {
    let element = XMLNodeTable.Node(table, node)
    let kind = TextBlock.kind(of: element.name, in: element.parent?.name ?? "")
    // An anonymous block is site furniture only where it says so.
    if kind == .furniture, element.name == "ab", element["type"] != "furniture" { return .paragraph }
    return kind
  }

  private func attribute(_ name: Int32, of node: Int32, _ table: XMLNodeTable) -> Range<Int>? {
    guard name >= 0 else { return nil }
    var next = Int(node) + 1
    while next < table.count, table.kinds[next] == .attribute {
      if table.nodeNames[next] == name { return Int(table.starts[next])..<Int(table.stops[next]) }
      next += 1
    }
    return nil
  }
}
