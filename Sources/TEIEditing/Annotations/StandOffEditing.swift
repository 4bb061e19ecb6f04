import ArticleModel
import Exchange
import TEIText
import XML

/// Collects what comes into a document's `standOff`, and what goes from it.
struct StandOffEditing {
  /// A mention that nests with nothing.
  struct Mention {
    var identifier: String
    /// In the text, and in the table's character data.
    var range: Range<Int>
    var source: Range<Int>
    /// Empty where `@ana` says it.
    var type: String
    /// What it would be written with.
    var element: String
    var reference: String?
    var certainty: String
    var responsible: String
    var analysis: String?
    var note: String
  }

  private let top: XMLNodeTable.Node
  private let standOff: XMLNodeTable.Node?
  private var annotations: [NewMarkup] = []
  /// New entries, by the list that they belong to.
  private var entries: [(list: String, entry: NewMarkup)] = []
  private var deleted: Set<Int32> = []
  private var changed: [Int32: [NewMarkup]] = [:]
  /// The annotations that are notes on an element, by its identifier.
  private var noted: [String: [Int32]] = [:]
  /// The identifiers given to entities that a format brought, by what it calls them.
  private(set) var declared: [String: String] = [:]

  init(top: XMLNodeTable.Node) {
    self.top = top
    standOff = top.child("standOff")
    for annotation in standOff?.descendants.map({ $0 }) ?? [] where annotation.isNamed("annotation") {
      if let target = annotation["target"], target.hasPrefix("#"), !target.contains("(") {
        noted[String(target.dropFirst()), default: []].append(annotation.number)
      }
    }
  }

  // MARK: What changes

  func notes(on identifier: String) -> [Int32] { (noted[identifier] ?? []).filter { !deleted.contains($0) } }

  mutating func delete(_ annotation: Int32) { deleted.insert(annotation) }

  /// Notes on an element of the text.
  mutating func note(_ text: String, on target: String, _ identifier: String, _ responsible: String) {
    annotations.append(
      NewMarkup(
        name: "annotation",
        attributes: [
          .init("xml:id", identifier), .init("motivation", "commenting"), .init("target", "#" + target),
          .init("resp", responsible),
        ], children: [NewMarkup(name: "note", text: text)]))
  }

  mutating func add(_ mention: Mention, _ reader: StandoffReader) {
    var attributes: [NewElement.Attribute] = [
      .init("xml:id", mention.identifier), .init("motivation", "identifying"),
      .init("target", target(of: mention.range, mention.source, reader)),
    ]
    if let reference = mention.reference { attributes.append(.init("corresp", reference)) }
    if !mention.certainty.isEmpty { attributes.append(.init("cert", mention.certainty)) }
    attributes.append(.init("resp", mention.responsible))
    if let analysis = mention.analysis { attributes.append(.init("ana", analysis)) }
    let type = mention.type.isEmpty ? [] : [NewElement.Attribute("type", mention.type)]
    let words = String(decoding: reader.text.text[mention.range], as: UTF8.self)
    var notes = [NewMarkup(name: "note", attributes: type, text: words)]
    if !mention.note.isEmpty { notes.append(NewMarkup(name: "note", text: mention.note)) }
    annotations.append(NewMarkup(name: "annotation", attributes: attributes, children: notes))
  }

  /// The pointer to a range: in the block by its identifier, or by its place where it has none.
  func target(of range: Range<Int>, _ source: Range<Int>, _ reader: StandoffReader) -> String {
    let table = reader.text.table
    guard let index = reader.text.blocks.lastIndex(where: { $0.range.lowerBound <= range.lowerBound }) else {
      return ""
    }
    let block = reader.document.blocks[index]
    let node = Int(reader.text.blocks[index].node)
    // Counted from the first word of the block, whatever it is indented by.
    let start =
      (table.starts[node]..<table.stops[node]).first { !SourceAttributes.isSpace(table.text[Int($0)]) }.map(Int.init)
      ?? 0
    func codePoints(_ bytes: Range<Int>) -> Int { table.text[bytes].count { $0 & 0xC0 != 0x80 } }
    let element = block.id.isEmpty ? ElementPointer.escaped(block.path) : block.id
    return "#string-range(\(element),\(codePoints(start..<max(start, source.lowerBound))),\(codePoints(source)))"
  }

  /// Gives an annotation other words, another type, or another note beside them.
  mutating func words(_ words: String, of annotation: Int32) {
    var notes = self.notes(of: annotation)
    if notes.isEmpty { notes.append(NewMarkup(name: "note")) }
    notes[0].text = words
    changed[annotation] = notes
  }

  mutating func retype(_ annotation: Int32, _ type: String) {
    var notes = self.notes(of: annotation)
    guard !notes.isEmpty else { return }
    notes[0].attributes = [.init("type", type)]
    changed[annotation] = notes
  }

  mutating func say(_ text: String, of annotation: Int32) {
    let words = notes(of: annotation).prefix(1)
    changed[annotation] = words + (text.isEmpty ? [] : [NewMarkup(name: "note", text: text)])
  }

  private func notes(of annotation: Int32) -> [NewMarkup] {
    if let notes = changed[annotation] { return notes }
    return XMLNodeTable.Node(top.table, annotation).children.map { child in
      NewMarkup(
        name: child.name, attributes: child["type"].map { [NewElement.Attribute("type", $0)] } ?? [],
        text: child.string)
    }
  }

  // MARK: Entities

  /// - Parameter country: That in which a place lies, ISO 3166-1 alpha-2.
  mutating func declare(
    _ entity: StandoffEntity, as type: MentionType, identifier: String, country: String? = nil
  ) {
    declared[entity.id] = identifier
    let names: (list: String, entry: String, name: String)
    switch type {
    case .person: names = ("listPerson", "person", "persName")
    case .organisation: names = ("listOrg", "org", "orgName")
    case .event: names = ("listEvent", "event", "eventName")
    case .product, .programme: names = ("listObject", "object", "objectName")
    case .law, .work: names = ("listBibl", "bibl", "title")
    default: names = ("listPlace", "place", "placeName")
    }
    var attributes: [NewElement.Attribute] = [.init("xml:id", identifier)]
    switch names.entry {
    case "place": attributes.append(.init("type", type == .demonym ? MentionType.country.rawValue : type.rawValue))
    case "object", "bibl": attributes.append(.init("type", type.rawValue))
    default: break
    }
    var content = [NewMarkup(name: names.name, text: entity.name)]
    for variant in entity.variants {
      content.append(NewMarkup(name: names.name, attributes: [.init("type", "variant")], text: variant))
    }
    if names.entry == "place", let country {
      content.append(NewMarkup(name: "country", attributes: [.init("key", country)]))
    }
    for known in entity.identifiers where !known.authority.isEmpty {
      content.append(NewMarkup(name: "idno", attributes: [.init("type", known.authority)], text: known.value))
    }
    if names.entry == "object" { content = [NewMarkup(name: "objectIdentifier", children: content)] }
    entries.append((names.list, NewMarkup(name: names.entry, attributes: attributes, children: content)))
  }

  // MARK: Writing

  func write(to editor: inout TEIEditor) {
    for (annotation, notes) in changed where !deleted.contains(annotation) { rewrite(annotation, notes, &editor) }
    let lists = standOff.map { Array($0.children) } ?? []
    var added: [(list: String, entries: [NewMarkup])] = []
    for name in ["listPerson", "listOrg", "listPlace", "listEvent", "listObject", "listBibl"] {
      let new = entries.filter { $0.list == name }.map(\.entry)
      if !new.isEmpty { added.append((name, new)) }
    }
    if !annotations.isEmpty { added.append(("listAnnotation", annotations)) }
    var emptied: Set<Int32> = []
    for list in lists {
      let children = list.children.map(\.number)
      let isRefilled = added.contains { $0.list == list.name }
      if !children.isEmpty, children.allSatisfy(deleted.contains), !isRefilled {
        emptied.insert(list.number)
      } else {
        for child in children where deleted.contains(child) { editor.delete(child) }
      }
    }
    if let standOff, added.isEmpty, !lists.isEmpty, lists.allSatisfy({ emptied.contains($0.number) }) {
      return editor.delete(standOff.number)
    }
    for list in emptied { editor.delete(list) }
    var missing: [NewMarkup] = []
    for (name, entries) in added {
      if let list = lists.first(where: { $0.name == name }) {
        for entry in entries { editor.append(entry, to: list) }
      } else {
        missing.append(NewMarkup(name: name, children: entries))
      }
    }
    guard !missing.isEmpty else { return }
    if let standOff {
      for list in missing { editor.append(list, to: standOff) }
    } else if let header = top.child("teiHeader") {
      editor.insert(NewMarkup(name: "standOff", children: missing), beside: header)
    }
  }

  /// Writes the notes of an annotation anew; its tag stays as it is.
  private func rewrite(_ annotation: Int32, _ notes: [NewMarkup], _ editor: inout TEIEditor) {
    let element = XMLNodeTable.Node(top.table, annotation)
    let children = Array(element.children)
    for (child, note) in zip(children, notes)
    where child.string != note.text || child["type"] != note.attributes.first?.value {
      let prefix = NamespaceHabit(of: child.number, in: editor.markup).prefix
      editor.replace(child.number, by: note.bytes(lead: [], unit: [], prefix: prefix))
    }
    for child in children.dropFirst(notes.count) { editor.delete(child.number) }
    for note in notes.dropFirst(children.count) { editor.append(note, to: element) }
  }
}
