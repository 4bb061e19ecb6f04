/// When an annotation counts as found: the four measures of SemEval-2013 task 9.1 (Segura-Bedmar, Martínez and
/// Herrero-Zazo 2013, section 4), after MUC (Chinchor and Sundheim 1993); nervaluate has them by the same names.
public enum MatchScheme: Int, CaseIterable, Sendable {
  /// The same span and type, as in CoNLL-2003 (Tjong Kim Sang and De Meulder 2003).
  case strict
  /// The same span, whatever the type.
  case exact
  /// A span that overlaps counts half, the same span whole, whatever the type.
  case partial
  /// A span that overlaps, of the same type.
  case type

  public var name: String { "\(self)" }
}

/// What two versions are compared by.
public struct ComparisonOptions: Sendable {
  /// Annotations of other types are as though they were not there; nil for all.
  public var types: Set<String>?
  /// What may differ without being told.
  public var ignored: Set<ChangedField>
  /// What the scores by type and the interval of F1 are counted by.
  public var scheme: MatchScheme
  /// Whether differences are kept, or only counted.
  public var listsDifferences: Bool

  public init(
    types: Set<String>? = nil, ignored: Set<ChangedField> = [], scheme: MatchScheme = .strict,
    listsDifferences: Bool = true
  ) {
    self.types = types
    self.ignored = ignored
    self.scheme = scheme
    self.listsDifferences = listsDifferences
  }
}

/// What two annotations of the same words can differ in.
public enum ChangedField: String, CaseIterable, Sendable {
  case span, type, entity, value, cert, element, note
}
