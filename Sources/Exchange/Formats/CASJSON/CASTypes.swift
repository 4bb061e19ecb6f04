/// The types of DKPro Core that are written, each with those of its features that are.
enum CASTypes {
  static let sofa = "uima.cas.Sofa"
  static let metadata = "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData"
  static let sentence = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Sentence"
  static let token = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token"
  static let lemma = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Lemma"
  static let partOfSpeech = "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.pos.POS"
  static let features = "de.tudarmstadt.ukp.dkpro.core.api.lexmorph.type.morph.MorphologicalFeatures"
  static let namedEntity = "de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity"

  private static let string = "uima.cas.String"
  private static let annotation = "uima.tcas.Annotation"

  static let declarations: [(name: String, parent: String, features: [(name: String, range: String)])] = [
    (metadata, "uima.tcas.DocumentAnnotation", [("documentTitle", string), ("documentId", string)]),
    (sentence, annotation, []),
    (lemma, annotation, [("value", string)]),
    (partOfSpeech, annotation, [("PosValue", string), ("coarseValue", string)]),
    (features, annotation, [("value", string)]),
    (token, annotation, [("lemma", lemma), ("pos", partOfSpeech), ("morph", features)]),
    (namedEntity, annotation, [("value", string), ("identifier", string)]),
  ]

  /// Whether a type may be a layer that people made: one that is of neither UIMA, DKPro nor INCEpTION itself.
  static func isCustom(_ type: String) -> Bool {
    !["uima.", "de.tudarmstadt.ukp.", "org.dkpro."].contains { type.hasPrefix($0) }
  }

  /// The last part of a type's name: other tools have packages of their own.
  static func shortName(_ type: String) -> Substring { type.split(separator: ".").last ?? "" }
}
