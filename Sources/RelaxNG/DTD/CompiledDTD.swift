public import XML

/// A DTD, ready to validate documents with from any number of threads.
public final class CompiledDTD: Sendable {
  let schema: CompiledSchema
  /// The elements that hold nothing, not even white space.
  let emptyElements: [(namespace: String, local: String)]

  /// - Parameters:
  ///   - file: What to call it in messages.
  ///   - advice: What messages may say beyond the DTD.
  /// - Throws: ``SchemaError`` where it is too large.
  public init(_ dtd: DocumentTypeDefinition, file: String, advice: SchemaAdvice = SchemaAdvice()) throws(SchemaError) {
    schema = try CompiledSchema(DTDGrammar(dtd, file: file).pattern, checksIdentifiers: true, advice: advice)
    emptyElements = dtd.elements.compactMap { element in
      guard case .empty = element.content else { return nil }
      return LexicalNames.split(element.name)
    }
  }
}
