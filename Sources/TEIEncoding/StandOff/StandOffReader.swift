public import ArticleModel
public import XML

/// Reads what ``StandOffEncoder`` writes: the entities of a document, each with its `xml:id`.
public enum StandOffReader {
  /// The entities of a `standOff`, in the order of the document.
  public static func entities(of standOff: XMLElement) -> [(id: String, entity: Entity)] {
    standOff.children.flatMap(\.children).compactMap { element in
      guard let type = type(of: element), let id = element["xml:id"] else { return nil }
      let described = element.name == "object" ? element.child("objectIdentifier") ?? element : element
      var entity = Entity(type: type, name: "")
      for child in described.children {
        switch child.name {
        case "persName", "orgName", "placeName", "eventName", "objectName", "title":
          let name = spaced(child.text)
          if child["type"] == "variant" {
            entity.variants.append(name)
          } else if entity.name.isEmpty {
            entity.name = name
          }
        case "idno":
          entity.identifiers.append(AuthorityIdentifier(authority: child["type"] ?? "", value: spaced(child.text)))
        case "country": entity.country = child["key"]
        default: break
        }
      }
      return entity.name.isEmpty ? nil : (id, entity)
    }
  }

  private static func spaced(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func type(of element: XMLElement) -> MentionType? {
    switch element.name {
    case "person": .person
    case "org": .organisation
    case "event": .event
    case "place": element["type"].flatMap(MentionType.init) ?? .region
    case "object": element["type"].flatMap(MentionType.init) ?? .product
    case "bibl": .law
    default: nil
    }
  }
}
