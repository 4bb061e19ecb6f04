import ArticleModel
import TEIEncoding
import XML

/// Writes into a header that a program added annotations.
struct ProgramHeader {
  let top: XMLNodeTable.Node
  let responsibility: Responsibility
  /// What the program was asked for; empty to say nothing.
  let description: String
  /// How many elements more than before stand in the text.
  let usage: [String: Int]

  func write(to editor: inout TEIEditor) {
    guard let header = top.child("teiHeader"), let file = header.child("fileDesc") else { return }
    if !responsibility.isKnown, let statement = file.child("titleStmt") {
      editor.append(
        NewMarkup(
          name: "respStmt",
          children: [
            NewMarkup(name: "resp", text: "entities annotated by program"),
            NewMarkup(
              name: "name",
              attributes: [.init("xml:id", responsibility.identifier), .init("type", "software")],
              text: responsibility.name),
          ]), to: statement)
    }
    writeApplication(header, file, &editor)
    let editing = HeaderEditing(top: top, isOurs: false)
    editing.revise(header, responsibility, "entities annotated by \(Program.name) \(Program.version)", &editor)
    for declaration in header.descendants where declaration.isNamed("tagsDecl") {
      editing.count(usage, in: declaration, &editor)
    }
  }

  /// Another name than that by which files are known that the program wrote as a whole.
  static let application = Program.name + "-annotate"

  /// `appInfo` (TEI P5, section 2.3.11), unless it names the program already.
  private func writeApplication(
    _ header: XMLNodeTable.Node, _ file: XMLNodeTable.Node, _ editor: inout TEIEditor
  ) {
    let names = [Self.application, Program.name]
    let isKnown = header.descendants.contains { $0.isNamed("application") && names.contains($0["ident"] ?? "") }
    if isKnown { return }
    var labels = [NewMarkup(name: "label", text: Program.name)]
    if !description.isEmpty { labels.append(NewMarkup(name: "desc", text: description)) }
    let application = NewMarkup(
      name: "application", attributes: [.init("ident", Self.application), .init("version", Program.version)],
      children: labels)
    let information = NewMarkup(name: "appInfo", children: [application])
    guard let encoding = header.child("encodingDesc") else {
      return editor.insert(NewMarkup(name: "encodingDesc", children: [information]), beside: file)
    }
    if let known = encoding.child("appInfo") { return editor.append(application, to: known) }
    editor.append(information, to: encoding)
  }
}
