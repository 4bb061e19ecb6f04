import Exchange
import TEIText
import XML

/// Gives the names of a TEI file ParlaMint's form, `name type="PER|LOC|ORG|MISC"`, and leaves every other byte as it is.
///
/// What the file says of a name stays: a type of another's goes to `@subtype`, that of ours stands in `@ana`. Around words
/// (`w`, `pc`) names have what ParlaMint's schema gives them, which has neither `@cert` nor `@resp`. Counts of `tagsDecl`
/// are brought up to date.
package struct ParlaMintNames {
  private let markup: SourceMarkup
  private var editor: TEIEditor
  /// How many names there are.
  package private(set) var count = 0

  package init(_ markup: SourceMarkup) {
    self.markup = markup
    editor = TEIEditor(markup)
  }

  /// Notes the names of a document.
  ///
  /// - Parameter includes: Whether an annotation is wanted.
  package mutating func rename(in reader: StandoffReader, where includes: (StandoffAnnotation) -> Bool) {
    let habit = DocumentHabit(reader.top, reader)
    var usage: [String: Int] = [:]
    for (annotation, node) in zip(reader.document.annotations, reader.nodes) {
      let element = XMLNodeTable.Node(markup.table, node)
      guard let name = Self.name(of: annotation, element), includes(annotation) else { continue }
      count += 1
      if element.name != "name" {
        editor.rename(node, to: "name")
        usage[element.name, default: 0] -= 1
        usage["name", default: 0] += 1
      }
      set(name, of: element, in: habit)
    }
    guard !usage.isEmpty, let header = reader.top.child("teiHeader") else { return }
    let editing = HeaderEditing(top: reader.top, isOurs: habit.isOurs)
    for declaration in header.descendants where declaration.isNamed("tagsDecl") {
      editing.count(usage.filter { $0.value != 0 }, in: declaration, &editor)
    }
  }

  /// The file with all names; the same bytes where they are so already.
  package func write() -> [UInt8] { editor.hasChanges ? editor.write().bytes : markup.bytes }

  /// Elements of records, which hold names of their own kind alone (TEI P5, chapter 14).
  private static let records: Set<String> = [
    "person", "personGrp", "persona", "org", "place", "location", "event", "object", "objectIdentifier", "nym",
  ]

  /// What ParlaMint calls an annotation; nil for what is no name, or stands where no `name` may.
  private static func name(of annotation: StandoffAnnotation, _ element: XMLNodeTable.Node) -> String? {
    // Most titles are of what is cited.
    if element.name == "annotation" || element.name == "title" && annotation.type != "work" { return nil }
    if let parent = element.parent, records.contains(parent.name) { return nil }
    return ParlaMintTypes.name(of: annotation)
  }

  private mutating func set(_ name: String, of element: XMLNodeTable.Node, in habit: DocumentHabit) {
    let node = element.number
    if let type = element["type"], type != name, !habit.isOurs, element["subtype"] == nil,
      !["person", "organisation", "place"].contains(CommonTypes.ours(type))
    {
      editor.set("subtype", to: type, of: node)
    }
    if element["type"] != name { editor.set("type", to: name, of: node) }
    // A name has no level (TEI P5, title).
    if element.name == "title", element["level"] != nil { editor.set("level", to: nil, of: node) }
    guard element.children.contains(where: { $0.name == "w" || $0.name == "pc" }) else { return }
    for attribute in ["cert", "resp"] where element[attribute] != nil { editor.set(attribute, to: nil, of: node) }
  }
}
