/// What a code of a diagnostic means: the table behind `teikit explain` and `Documentation/DIAGNOSTICS.md`.
public struct DiagnosticCode: Hashable, Sendable {
  /// The stable code in kebab case.
  public var code: String
  /// How grave it is, in words: `error`, or `error in ours, else warning`.
  public var severity: String
  /// What is wrong, in one sentence without a full stop.
  public var meaning: String
  /// A message as it is printed.
  public var example: String
  /// What to do about it, in sentences.
  public var remedy: String

  init(_ code: String, severity: String = "error", _ meaning: String, example: String, remedy: String) {
    self.code = code
    self.severity = severity
    self.meaning = meaning
    self.example = example
    self.remedy = remedy
  }

  /// Codes that have one cause.
  public struct Group: Sendable {
    /// As a heading.
    public var title: String
    /// What there is to say of all.
    public var introduction: String
    public var codes: [DiagnosticCode]
  }

  /// Every code that the program prints, by cause.
  public static let groups: [Group] = [
    schemaGroup, schematronGroup, ruleGroup, xmlGroup, schemaFileGroup, fileGroup, articleGroup, metadataGroup,
    recognizerGroup, tableGroup, entityExtractionGroup, gazetteerGroup, decisionGroup, importGroup,
  ]

  /// Every code that the program prints.
  public static let all: [DiagnosticCode] = groups.flatMap(\.codes)

  private static let byName = Dictionary(uniqueKeysWithValues: all.map { ($0.code, $0) })

  /// The entry for a code.
  public static func named(_ code: String) -> DiagnosticCode? { byName[code] }

  /// The code that somebody may have meant.
  public static func nearest(to code: String) -> DiagnosticCode? {
    NearestName.to(code, among: all.map(\.code)).flatMap(named)
  }
}
