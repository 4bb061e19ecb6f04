internal import ArticleModel
internal import XML

/// Where something stands in a schema. Line and column are worked out when they are asked for: hardly ever.
enum SchemaPlace: Sendable {
  case element(XMLElement)
  case text(file: String, SourcePosition)

  var file: String {
    switch self {
    case .element(let element): element.document.fileName(of: element)
    case .text(let file, _): file
    }
  }

  var position: SourcePosition {
    switch self {
    case .element(let element): element.document.position(of: element)
    case .text(_, let position): position
    }
  }
}
