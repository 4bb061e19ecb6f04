public import XML

/// A document that expressions are evaluated on: what they find out about it is kept for the next one. Used by one thread.
public final class XPathDocument {
  public let table: XMLNodeTable
  lazy var index = NodeIndex(table)
  lazy var textRoles = ReadText.roles(of: table.names)

  public init(_ table: XMLNodeTable) { self.table = table }
}

/// The evaluation of one expression on nodes of one document; used by one thread.
public final class XPathEvaluator {
  private let query: XPathQuery
  private let evaluation: Evaluation

  /// - Parameters:
  ///   - document: Laid out with the names of the query.
  ///   - stepLimit: How many steps all evaluations together may take.
  public init(_ query: XPathQuery, on document: XPathDocument, stepLimit: Int = XPathQuery.stepLimit) {
    precondition(
      query.nameCount <= document.table.names.names.count, "a document that was laid out without the names of the query"
    )
    self.query = query
    evaluation = Evaluation(
      document.table, isXPath1: query.language != .xpath31, isCompatible: query.language == .compatible,
      lets: query.declarations, keys: [:],
      constantCount: query.constantCount, stepLimit: stepLimit, clock: SystemClock.seconds)
    evaluation.document = document
  }

  /// What the expression yields on a node; 0 is the document.
  ///
  /// - Throws: ``XMLError`` with code `xpath-evaluation`, where a function is given what it does not take, or where the
  ///   evaluation takes too many steps.
  public func items(at node: Int32) throws(XMLError) -> XPathItems {
    evaluation.ruleNode = node
    do throws(EvaluationFault) {
      return XPathItems(value: try evaluation.evaluate(query.expression, Focus(node: node)), evaluation.isXPath1)
    } catch {
      throw fault(error)
    }
  }

  /// Whether the expression is true on a node: where it finds nodes, or yields what is not 0, empty or false.
  ///
  /// - Throws: As ``items(at:)``.
  public func holds(at node: Int32) throws(XMLError) -> Bool {
    evaluation.ruleNode = node
    do throws(EvaluationFault) {
      return try evaluation.boolean(query.expression, Focus(node: node))
    } catch {
      throw fault(error)
    }
  }

  private func fault(_ fault: EvaluationFault) -> XMLError {
    XMLError(.xpathEvaluation, "\"\(query.text)\": \(fault.message)", file: evaluation.table.name)
  }
}
