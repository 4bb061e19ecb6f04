package import ArticleModel

/// The kinds of things: those of different kinds are never the same, whatever they are called. All places are of one
/// kind: a name that is a country to one recogniser and a region to another is one place.
///
/// The raw value is what the identifiers of such entities begin with.
package enum EntityKind: String, Hashable, Sendable, CaseIterable {
  case person
  case organisation = "org"
  case place, event, product, programme, law, work

  package init(_ type: MentionType) {
    switch type {
    case .person: self = .person
    case .organisation: self = .organisation
    case .event: self = .event
    case .product: self = .product
    case .programme: self = .programme
    case .law: self = .law
    case .work: self = .work
    default: self = .place
    }
  }
}

extension EntityKind {
  /// A number of its own, for keys.
  var number: UInt64 {
    switch self {
    case .person: 1
    case .organisation: 2
    case .place: 3
    case .event: 4
    case .product: 5
    case .programme: 6
    case .law: 7
    case .work: 8
    }
  }
}
