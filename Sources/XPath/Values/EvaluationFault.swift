/// Why an expression has no value on a document.
package struct EvaluationFault: Error {
  package enum Kind {
    /// A dynamic error of XPath: a cast that fails, a division by zero, a value of the wrong type.
    case dynamic
    /// The evaluation takes too many steps.
    case limit
  }

  package var kind = Kind.dynamic
  package var message: String

  package init(_ message: String, kind: Kind = .dynamic) {
    self.message = message
    self.kind = kind
  }
}
