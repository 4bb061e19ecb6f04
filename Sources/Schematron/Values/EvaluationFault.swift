/// Why an expression has no value on a document.
struct EvaluationFault: Error {
  enum Kind {
    /// A dynamic error of XPath: a cast that fails, a division by zero, a value of the wrong type.
    case dynamic
    /// The evaluation takes too many steps.
    case limit
  }

  var kind = Kind.dynamic
  var message: String

  init(_ message: String, kind: Kind = .dynamic) {
    self.message = message
    self.kind = kind
  }
}
