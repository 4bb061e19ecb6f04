import EntityRecognition

/// A text and the names in it, as a corpus has them.
struct AnnotatedText {
  struct Name: Hashable {
    var kind: NameTagger.Kind
    /// Its place in ``AnnotatedText/bytes``.
    var bytes: Range<Int>
  }

  /// UTF-8.
  var bytes: [UInt8] = []
  var names: [Name] = []
  /// Of each byte how sure the annotation of its token is; empty where a person made it.
  var certainty: [Float] = []
}
