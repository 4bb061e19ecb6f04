/// A fault in an ODD that keeps schemas from being derived.
struct DerivationError: Error, CustomStringConvertible {
  var description: String

  init(_ description: String) { self.description = description }
}
