import XML

/// What a name means for the text of a document.
struct TextTag {
  var role = TextRole.inline
  var feature = TextFeature.none
  /// What an attribute of this name says.
  var attribute = Attribute.other
  var dependsOnPlace = false
  var isDivision = false
  var isField = false
  var isPart = false
  /// Whether the places of such elements are asked for.
  var isWanted = false
  fileprivate var isKnown = false

  enum Attribute: UInt8 { case other, join, part, breaks, type, target, language, rend }
}

/// What the names of one table mean, by number: found out when a name first comes, since a table may know the names of
/// many documents.
struct TextNames {
  private var tags: [TextTag]
  private let names: XMLNodeNames
  private let wanted: Set<String>
  private let namespace: String

  /// - Parameter wanted: The elements whose places are asked for beside mentions.
  init(_ table: XMLNodeTable, wanted: Set<String>) {
    names = table.names
    self.wanted = wanted
    namespace = table.teiNamespace
    tags = Array(repeating: TextTag(), count: names.names.count)
  }

  /// The meaning of a name.
  subscript(_ name: Int32) -> TextTag {
    mutating get {
      let tag = tags[Int(name)]
      return tag.isKnown ? tag : find(name)
    }
  }

  private mutating func find(_ name: Int32) -> TextTag {
    let local = names.local(of: name)
    let space = names.namespace(of: name)
    var tag = TextTag()
    tag.isKnown = true
    if space.isEmpty {
      tag.attribute =
        switch local {
        case "join": .join
        case "part": .part
        case "break": .breaks
        case "type": .type
        case "target": .target
        case "rend": .rend
        case "lang": namespace.isEmpty ? .language : .other
        default: .other
        }
    } else if space == XMLNamespace.xml, local == "lang" {
      tag.attribute = .language
    }
    // Tables of HTML and CALS stand in TEI with or without namespaces of their own.
    tag.role = TextElements.roles[local] ?? .inline
    if space == namespace {
      tag.feature = TextElements.features[local] ?? .none
      tag.dependsOnPlace = TextElements.roleByPlace.contains(local)
      tag.isDivision = local.hasPrefix("div")
      tag.isField = TextElements.fields.contains(local)
      tag.isPart = TextElements.parts.contains(local)
      tag.isWanted = TextElements.mentionNames.contains(local) || wanted.contains(local)
    }
    tags[Int(name)] = tag
    return tag
  }
}

extension XMLNodeTable {
  /// The namespace in which elements count as TEI: none in a document whose root is one of TEI's in no namespace, as in TEI
  /// P4 and where programs left namespaces out.
  public var teiNamespace: String {
    let root = root
    guard root.namespace.isEmpty else { return XMLNamespace.tei }
    return ["TEI", "TEI.2", "teiCorpus", "teiCorpus.2", "text"].contains(root.name) ? "" : XMLNamespace.tei
  }
}

extension XMLNodeTable.Node {
  /// The `xml:id`, or the `id` of TEI P4.
  public var identifier: String? { self["xml:id"] ?? (namespace.isEmpty ? self["id"] : nil) }

  /// Whether this is a `TEI`, of TEI P4 too.
  public var isDocument: Bool { (name == "TEI" || name == "TEI.2") && namespace == table.teiNamespace }

  /// Whether this is a `teiCorpus`, of TEI P4 too.
  public var isCorpus: Bool { (name == "teiCorpus" || name == "teiCorpus.2") && namespace == table.teiNamespace }
}
