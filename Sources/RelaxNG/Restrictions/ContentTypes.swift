/// Section 7.2: data stands alone in an element, but for attributes; text that is checked is not mixed with elements.
enum ContentTypes {
  static func type(of pattern: SimplePattern) throws(SchemaError) -> ContentType {
    let facts = pattern.facts ?? PatternFacts()
    pattern.facts = facts
    if let known = facts.contentType { return known }
    let type = try compute(pattern)
    facts.contentType = type
    return type
  }

  private static func compute(_ pattern: SimplePattern) throws(SchemaError) -> ContentType {
    switch pattern.kind {
    case .empty, .notAllowed, .attribute, .ref: return .empty
    case .text, .element: return .complex
    case .data, .value, .list: return .simple
    case .choice(let parts):
      var type = ContentType.empty
      for part in parts { type = max(type, try self.type(of: part)) }
      return type
    case .oneOrMore(let part):
      let type = try type(of: part)
      guard ContentType.isGroupable(type, type) else { throw fault(at: part.place) }
      return type
    case .group(let parts), .interleave(let parts):
      var type = ContentType.empty
      for part in parts {
        let next = try self.type(of: part)
        guard ContentType.isGroupable(type, next) else { throw fault(at: part.place) }
        type = max(type, next)
      }
      return type
    }
  }

  private static func fault(at place: SchemaPlace) -> SchemaError {
    SchemaError(
      .restriction,
      "data stands beside other content; expected it to be all that the element or attribute holds, or a list",
      section: "7.2", at: place)
  }
}
