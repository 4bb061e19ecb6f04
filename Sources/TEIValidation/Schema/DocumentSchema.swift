internal import EmbeddedData
public import XML

/// A RELAX NG schema that documents are held to, with what it takes to say what is wrong.
///
/// It is compiled once and may be shared between threads.
public struct DocumentSchema: Sendable {
  private let relaxNG: RelaxNGSchema
  private let vocabulary: SchemaVocabulary

  /// Compiles a schema in XML syntax. It must be whole: other files that it includes are not read.
  ///
  /// - Throws: `XMLError` with code `schema-syntax` or `xml-syntax`.
  public init(bytes: [UInt8], name: String) throws(XMLError) {
    relaxNG = try RelaxNGSchema(bytes: bytes, name: name)
    vocabulary = SchemaVocabulary(try XMLDocument(parsing: bytes, name: name).root)
  }

  /// The schema of our own encoding, `schemas/teikit.rng`, as it was when the program was built.
  public static let embedded: DocumentSchema = {
    do throws(XMLError) {
      return try DocumentSchema(bytes: embeddedBytes, name: "teikit.rng")
    } catch {
      preconditionFailure("the embedded schema does not compile: \(error)")
    }
  }()

  /// The text of the embedded schema, to be written beside an archive.
  public static var embeddedBytes: [UInt8] {
    Array(UnsafeBufferPointer(start: teikit_schema_bytes(), count: teikit_schema_count()))
  }

  /// What is wrong with a document, one finding for each faulty place.
  func findings(in document: XMLDocument) -> [Finding] {
    let issues = relaxNG.validate(document)
    guard !issues.isEmpty else { return [] }
    var findings = vocabulary.findings(in: document)
    SchemaIssues(document, vocabulary).append(issues, to: &findings)
    return findings
  }
}
