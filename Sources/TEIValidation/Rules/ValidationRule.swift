/// A rule that no schema can say.
public protocol ValidationRule: Sendable {
  /// The stable codes of what the rule finds.
  var codes: [String] { get }

  /// What breaks the rule, in document order.
  func findings(in document: IndexedDocument, context: ValidationContext) -> [Finding]
}

/// The registry of the project's rules.
public enum ValidationRules {
  /// Every rule, in the order in which findings at the same place are told.
  public static let all: [any ValidationRule] = [
    DuplicateIdentifierRule(), IdentifierNameRule(), SharedIdentifierRule(), FileIdentifierRule(),
    DanglingPointerRule(), EmptyPointerRule(), PointerPrefixRule(), PrefixDefinitionRule(), MissingInclusionRule(),
    LanguageRule(), TableSizeRule(), TableSpanRule(), CertaintyRule(), EmptyIdentifyingNumberRule(), DateOrderRule(),
    ImpossibleDateRule(),
  ]
}
