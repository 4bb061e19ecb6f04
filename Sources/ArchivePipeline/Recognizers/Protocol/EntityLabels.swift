public import ArticleModel

/// What the labels of recognisers mean: our own types, and those of the usual tag sets.
public struct EntityLabels: Sendable {
  /// What a label means.
  enum Meaning: Equatable {
    /// - Parameter isCoarse: Whether the label says less than the type does: a place of any kind.
    case type(MentionType, isCoarse: Bool)
    /// Nothing that is encoded, as the user said.
    case nothing
    /// Nothing that is encoded, or nothing that is known.
    case unknown
  }

  private var meanings = Self.common

  public init() {}

  /// Gives a label a meaning, in place of the one that it may have.
  ///
  /// - Parameter type: nil where it is to be left out.
  public mutating func set(_ label: String, to type: MentionType?) {
    meanings[Self.key(label)] = type.map { .type($0, isCoarse: false) } ?? .nothing
  }

  func meaning(of label: String) -> Meaning { meanings[Self.key(label)] ?? .unknown }

  /// Case does not matter, nor which of hyphen, space and low line joins words.
  private static func key(_ label: String) -> String {
    String(decoding: label.lowercased().utf8.map { $0 == 0x2D || $0 == 0x20 ? 0x5F : $0 }, as: UTF8.self)
  }

  /// The labels of OntoNotes 5 (spaCy, Flair, Stanza), CoNLL 2003 and WikiNER, and Stanford CoreNLP.
  ///
  /// WORK_OF_ART, LANGUAGE, ORDINAL and MISC are no types of ours.
  private static let common: [String: Meaning] = {
    var meanings: [String: Meaning] = [
      "per": .type(.person, isCoarse: false), "org": .type(.organisation, isCoarse: false),
      "organization": .type(.organisation, isCoarse: false), "corporation": .type(.organisation, isCoarse: false),
      "company": .type(.organisation, isCoarse: false), "title": .type(.role, isCoarse: false),
      "gpe": .type(.settlement, isCoarse: true), "loc": .type(.region, isCoarse: true),
      "location": .type(.region, isCoarse: true),
      "city": .type(.settlement, isCoarse: false), "state_or_province": .type(.region, isCoarse: false),
      "fac": .type(.facility, isCoarse: false), "norp": .type(.demonym, isCoarse: false),
      "nationality": .type(.demonym, isCoarse: false), "percent": .type(.percentage, isCoarse: false),
      "quantity": .type(.measure, isCoarse: false), "cardinal": .type(.number, isCoarse: false),
      "url": .type(.reference, isCoarse: false), "email": .type(.reference, isCoarse: false),
    ]
    for type in MentionType.allCases { meanings[type.rawValue] = .type(type, isCoarse: type == .place) }
    return meanings
  }()
}
