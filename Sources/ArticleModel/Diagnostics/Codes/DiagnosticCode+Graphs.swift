extension DiagnosticCode {
  /// What `extract entities` leaves out.
  static let entityExtractionGroup = Group(
    title: "Entities that are extracted",
    introduction: "What `extract entities` leaves out, and why it or `extract tables` may find nothing.",
    codes: [
      DiagnosticCode(
        "extract-empty", severity: "warning", "Nothing was found, or nothing that is as options ask",
        example: "no mention in 35 files is as '--type persno' asks; did you mean \"person\"?",
        remedy: "Look at what there is: teikit extract entities FILES --count-by type; "
          + "teikit query '//table' FILES --count. "
          + "A warning on a name in the expression of --where may stand beside it."),
      DiagnosticCode(
        "extract-authority", severity: "warning", "No entity has an identifier of an authority",
        example: "no entity has an identifier of '--authority wikdata'; did you mean \"wikidata\"?",
        remedy: "Use one of the names that are told; they are those of idno/@type, or of the prefixes of @ref."),
      DiagnosticCode(
        "graph-too-dense", severity: "warning",
        "A sentence, block, section or document names too many entities for a graph",
        example: "2 documents name more than 1000 entities; their pairs are left out; expected a narrower '--within'",
        remedy: "Count pairs within sections, blocks or sentences, or fewer types of entities."),
    ])
}
