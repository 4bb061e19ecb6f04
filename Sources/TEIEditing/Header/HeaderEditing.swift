import XML

/// Writes into a header who changed what.
struct HeaderEditing {
  let top: XMLNodeTable.Node
  let isOurs: Bool

  /// - Parameters:
  ///   - counts: What was done, as `2 added`.
  ///   - usage: How many elements more than before stand in the text.
  func write(
    _ responsibility: Responsibility, counts: [String], usage: [String: Int], to editor: inout TEIEditor
  ) {
    guard let header = top.child("teiHeader") else { return }
    if !responsibility.isKnown, let statement = header.child("fileDesc")?.child("titleStmt") {
      editor.append(
        NewMarkup(
          name: "respStmt",
          children: [
            NewMarkup(name: "resp", text: "annotations corrected"),
            NewMarkup(
              name: "name", attributes: [.init("xml:id", responsibility.identifier)], text: responsibility.name),
          ]), to: statement)
    }
    revise(header, responsibility, "annotations corrected: \(counts.joined(separator: ", "))", &editor)
    for declaration in header.descendants where declaration.isNamed("tagsDecl") {
      count(usage.filter { $0.value != 0 }, in: declaration, &editor)
    }
  }

  func revise(
    _ header: XMLNodeTable.Node, _ responsibility: Responsibility, _ text: String, _ editor: inout TEIEditor
  ) {
    var attributes: [NewElement.Attribute] = []
    if let date = responsibility.date { attributes.append(.init("when", date)) }
    attributes.append(.init("who", responsibility.pointer))
    let change = NewMarkup(name: "change", attributes: attributes, text: text)
    guard let revisions = header.child("revisionDesc") else {
      return editor.append(NewMarkup(name: "revisionDesc", children: [change]), to: header)
    }
    let list = revisions.child("listChange") ?? revisions
    let changes = list.children.filter { $0.name == "change" }
    guard let first = changes.first, let last = changes.last else { return editor.append(change, to: list) }
    // The last comes first (TEI P5, section 2.6), unless the file has it the other way.
    let isAscending = first["when"].flatMap { start in last["when"].map { start < $0 } } ?? false
    if isAscending {
      editor.insert(change, beside: last)
    } else {
      editor.insert(change, beside: first, as: .first)
    }
  }

  /// Brings the counts of elements up to date where the header has them.
  func count(_ usage: [String: Int], in declaration: XMLNodeTable.Node, _ editor: inout TEIEditor) {
    guard let namespace = declaration.children.first(where: { $0["name"] == XMLNamespace.tei }) else { return }
    let entries = namespace.children.filter { $0.name == "tagUsage" && $0["occurs"] != nil }
    for (name, difference) in usage.sorted(by: <) {
      if let entry = entries.first(where: { $0["gi"] == name }) {
        let count = max(0, (Int(entry["occurs"] ?? "") ?? 0) + difference)
        if count == 0, isOurs {
          editor.delete(entry.number)
        } else {
          editor.set("occurs", to: String(count), of: entry.number)
        }
      } else if difference > 0, let last = entries.last {
        let attributes: [NewElement.Attribute] = [.init("gi", name), .init("occurs", String(difference))]
        let entry = NewMarkup(name: "tagUsage", attributes: attributes)
        if let next = entries.first(where: { ($0["gi"] ?? "") > name }) {
          editor.insert(entry, beside: next, as: .first)
        } else {
          editor.insert(entry, beside: last)
        }
      }
    }
  }
}
