/// What a name stands for beside the thing that it names. The raw value is the category's identifier in the taxonomy of
/// the TEI header.
public enum MentionSense: String, Sendable, CaseIterable, Hashable {
  /// A capital that stands for the government that sits there: "Moscow said".
  case metonymyGovernment = "metonymy-government"
}
