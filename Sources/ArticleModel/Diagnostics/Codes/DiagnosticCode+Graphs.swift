extension DiagnosticCode {
  /// What `extract entities` leaves out.
  static let entityExtractionGroup = Group(
    title: "Entities that are extracted",
    introduction: "Notes of `extract entities` on what is left out.",
    codes: [
      DiagnosticCode(
        "graph-too-dense", severity: "warning",
        "A sentence, block, section or document names too many entities for a graph",
        example: "2 documents name more than 1000 entities; their pairs are left out; expected a narrower '--within'",
        remedy: "Count pairs within sections, blocks or sentences, or fewer types of entities.")
    ])
}
