/// How a mention was found. The raw value is the category's identifier in the taxonomy of the TEI header.
public enum RecognitionMethod: String, Sendable, CaseIterable, Hashable {
  /// It stands in a list that the program carries.
  case gazetteer
  /// It stands in a list that the user gave with `--gazetteer`.
  case userGazetteer = "user-gazetteer"
  /// A program that the user gave with `--recognizer` found it.
  case external
  /// It has the shape of such a name: "Ministry of …".
  case pattern
  /// A title, an office or a given name before it: "President Maia Sandu".
  case personEvidence = "person-evidence"
  /// An acronym that its long form introduces in brackets.
  case acronym
  /// A short form of a name that stands in full elsewhere in the article.
  case shortForm = "short-form"
  /// A network that was trained on annotated texts, from the words around it.
  case tagger
  /// A grammar of dates, numbers or units.
  case grammar
}
