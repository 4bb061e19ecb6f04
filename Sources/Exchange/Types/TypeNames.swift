/// How annotations are called in a format that prescribes no names, or some.
public enum TypeNames: String, Sendable, CaseIterable {
  /// The names of CoNLL-2003 and ParlaMint: `PER`, `LOC`, `ORG`, `MISC`. Dates, numbers, roles and links are left out.
  case parlamint
  /// The document's own: `person`, `country`, `date` … Nothing is left out.
  case ours

  /// What an annotation is called; nil where it is left out.
  package func name(of annotation: StandoffAnnotation) -> String? {
    switch self {
    case .parlamint: ParlaMintTypes.name(of: annotation)
    case .ours: annotation.type.isEmpty ? "name" : ColumnText.withoutSpaces(annotation.type)
    }
  }
}
