import TEIKit

/// The kinds of names that the data sets agree on.
enum NameType: String, CaseIterable {
  case person = "PER"
  case location = "LOC"
  case organisation = "ORG"

  /// What a mention of ours is to the data sets; nil for what they have no kind for, or only "other".
  init?(_ type: MentionType) {
    switch type {
    case .person: self = .person
    case .organisation: self = .organisation
    case _ where type.isPlace: self = .location
    default: return nil
    }
  }
}

/// A name in a text, in bytes.
struct NameSpan: Hashable {
  var range: Range<Int>
  var type: NameType

  func isBefore(_ other: NameSpan) -> Bool {
    (range.lowerBound, range.upperBound, type.rawValue)
      < (other.range.lowerBound, other.range.upperBound, other.type.rawValue)
  }
}

/// A text with the names that its annotators saw in it.
struct NameDocument {
  var id: String
  var genre: String?
  var text: [UInt8]
  var names: Set<NameSpan>

  func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}
