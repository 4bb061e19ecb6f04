import ArticleModel
import Exchange
import TEIEncoding
import TEIText
import XML

/// How a document writes its annotations: what is new follows it.
struct DocumentHabit {
  /// An element, its `@type`, and the category that `@ana` points to.
  struct Encoding: Hashable {
    var element: String
    var type: String?
    var category: String?
    /// Whether neither the document nor TEI has a place for the type but `@type`.
    var isForeign = false
  }

  /// What its identifiers begin with: that of its `TEI`; empty where it has none.
  let document: String
  /// The pointers to the categories of its taxonomy of types, by the names of the types; empty for documents not ours.
  private(set) var categories: [String: String] = [:]
  /// The identifiers of the categories that say how a mention was found.
  private(set) var methods: Set<String> = []
  /// Whether every mention has an `xml:id`.
  let identifiesMentions: Bool
  /// The attribute that names the entity.
  let reference: String
  /// References as they are written, by what ``StandoffAnnotation/entity`` says.
  private(set) var references: [String: String] = [:]
  private var encodings: [String: Encoding] = [:]
  private let namesByType: Bool

  init(_ top: XMLNodeTable.Node, _ reader: StandoffReader) {
    document = top["xml:id"] ?? ""
    for taxonomy in top.descendants where taxonomy.isNamed("taxonomy") {
      guard let id = taxonomy["xml:id"] else { continue }
      for category in taxonomy.descendants where category.isNamed("category") {
        guard let name = category["xml:id"] else { continue }
        if id.hasSuffix(".types") { categories[name.split(separator: ".").last.map(String.init) ?? name] = "#" + name }
        if id.hasSuffix(".methods") { methods.insert(name) }
      }
    }
    var counts = (identified: 0, keyed: 0, referring: 0, typedNames: 0)
    for (annotation, node) in zip(reader.document.annotations, reader.nodes) {
      let element = XMLNodeTable.Node(top.table, node)
      if element["xml:id"] != nil { counts.identified += 1 }
      if element["ref"] != nil { counts.referring += 1 } else if element["key"] != nil { counts.keyed += 1 }
      if element.name == "name", element["type"] != nil { counts.typedNames += 1 }
      let raw = element["ref"] ?? element["key"] ?? element["corresp"]
      if !annotation.entity.isEmpty, references[annotation.entity] == nil {
        references[annotation.entity] = raw?.split(whereSeparator: \.isWhitespace).first.map(String.init)
      }
      if element.name != "annotation", encodings[annotation.type] == nil {
        encodings[annotation.type] = Encoding(element: element.name, type: element["type"])
      }
    }
    let count = reader.nodes.count
    identifiesMentions = !categories.isEmpty || (count > 0 && counts.identified == count)
    reference = counts.keyed > counts.referring ? "key" : "ref"
    namesByType = counts.typedNames * 2 > count
  }

  var isOurs: Bool { !categories.isEmpty }

  /// The document's own name for what a format calls a type.
  ///
  /// - Parameter known: Which types of the document the format calls so.
  func type(of label: String, known: Set<String>) -> String {
    if encodings[label] != nil || categories[label] != nil { return label }
    if known.count == 1, let only = known.first { return only }
    if isOurs, let ours = CommonTypes.ours(label), categories[ours] != nil { return ours }
    return label
  }

  /// How a type is written; nil where the document has no place for it.
  func encoding(of type: String) -> Encoding? {
    if isOurs {
      guard let category = categories[type], let ours = MentionType(rawValue: type) else { return nil }
      return Encoding(element: ours.markup.element, type: ours.markup.type, category: category)
    }
    if let known = encodings[type] { return known }
    if TextElements.mentionNames.contains(type) { return Encoding(element: type) }
    let ours = CommonTypes.ours(type).flatMap(MentionType.init)
    let element = namesByType ? "name" : ours?.markup.element ?? "name"
    // What the element says by itself needs no type.
    return Encoding(
      element: element, type: CommonTypes.ours(element) == type ? nil : type, isForeign: ours == nil)
  }

  /// The pointers of `@ana` once a person has decided: its type, and what is neither type nor method.
  func analysis(of type: String, before: String?) -> String? {
    guard isOurs else { return before }
    let own = Set(categories.values.map { $0.dropFirst() })
    let rest = (before ?? "").split(whereSeparator: \.isWhitespace).filter { pointer in
      let identifier = pointer.drop { $0 == "#" }
      return !own.contains(identifier) && !methods.contains(String(identifier))
    }
    return ([categories[type]].compactMap { $0 } + rest.map(String.init)).joined(separator: " ")
  }
}
