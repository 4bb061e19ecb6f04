import ArticleModel

/// A mention that stands off, with what the text around it is called.
struct StandOffAnnotation {
  var mention: LinkedMention
  /// The `xml:id` of the annotation and of the block, without the document's.
  var local: String
  var block: String
  /// Unicode code points from the beginning of the block's text, and how many.
  var offset: Int
  var length: Int
  var words: String
  var attributes: [IndentedTree.Attribute]
}

/// Writes `standOff`: a list for each kind of entity, and the annotations that do not nest.
struct StandOffEncoder {
  let entries: [EntityRegister.Entry]
  let annotations: [StandOffAnnotation]
  let tree: IndentedTree
  let document: String
  /// Where the same entity stands in other files, by its identifier.
  var targets: [String: [String]] = [:]

  func encode() {
    list("listPerson", of: ["person"]) { entry in
      tree.container("person", [("xml:id", id(entry))]) {
        names("persName", entry)
        identifiers(entry)
        links(entry)
      }
    }
    list("listOrg", of: ["org"]) { entry in
      tree.container("org", [("xml:id", id(entry))]) {
        names("orgName", entry)
        identifiers(entry)
        links(entry)
      }
    }
    list("listPlace", of: ["place"]) { entry in
      tree.container("place", [("xml:id", id(entry)), ("type", placeType(entry.entity.type))]) {
        names("placeName", entry)
        if let country = entry.entity.country { tree.leaf("country", [("key", country)]) }
        identifiers(entry)
        links(entry)
      }
    }
    list("listEvent", of: ["event"]) { entry in
      tree.container("event", [("xml:id", id(entry))]) {
        names("eventName", entry)
        identifiers(entry)
        links(entry)
      }
    }
    list("listObject", of: ["product", "programme"]) { entry in
      tree.container("object", [("xml:id", id(entry)), ("type", entry.entity.type.rawValue)]) {
        tree.container("objectIdentifier") {
          names("objectName", entry)
          identifiers(entry)
        }
        links(entry)
      }
    }
    list("listBibl", of: ["law", "work"]) { entry in
      tree.container("bibl", [("xml:id", id(entry)), ("type", entry.entity.type.rawValue)]) {
        names("title", entry)
        identifiers(entry)
        links(entry)
      }
    }
    guard !annotations.isEmpty else { return }
    tree.container("listAnnotation") { annotations.forEach(annotation) }
  }

  private func id(_ entry: EntityRegister.Entry) -> String { "\(document).\(entry.local)" }

  private func placeType(_ type: MentionType) -> String {
    type == .demonym ? MentionType.country.rawValue : type.rawValue
  }

  private func list(_ name: StaticString, of kinds: [String], _ entry: (EntityRegister.Entry) -> Void) {
    guard let first = entries.firstIndex(where: { kinds.contains($0.kind) }) else { return }
    tree.container(name) {
      for index in first..<entries.count where kinds.contains(entries[index].kind) { entry(entries[index]) }
    }
  }

  private func names(_ element: StaticString, _ entry: EntityRegister.Entry) {
    tree.leaf(element, text: entry.entity.name)
    for variant in entry.entity.variants { tree.leaf(element, [("type", "variant")], text: variant) }
  }

  private func identifiers(_ entry: EntityRegister.Entry) {
    for identifier in entry.entity.identifiers {
      tree.leaf("idno", [("type", identifier.authority)], text: identifier.value)
    }
  }

  private func links(_ entry: EntityRegister.Entry) {
    guard let same = targets[entry.local] else { return }
    tree.container("linkGrp", [("type", "same")]) {
      for target in same { tree.leaf("ptr", [("target", target)]) }
    }
  }

  private func annotation(_ annotation: StandOffAnnotation) {
    let target = "#string-range(\(document).\(annotation.block),\(annotation.offset),\(annotation.length))"
    tree.container(
      "annotation",
      [("xml:id", "\(document).\(annotation.local)"), ("motivation", "identifying"), ("target", target)]
        + annotation.attributes
    ) {
      tree.leaf("note", text: annotation.words)
    }
  }
}
