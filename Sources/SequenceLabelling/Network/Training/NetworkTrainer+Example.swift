extension NetworkTrainer {
  /// A run of tokens and what is right at each.
  public struct Example: Sendable {
    /// Of each token the number of its type.
    public var types: [Int32] = []
    /// The features of each place, one place after the other, and where those of each begin.
    public var places: [UInt16] = []
    public var starts: [Int32] = [0]
    /// The labels that may be right at each token, a bit each.
    public var right: [UInt32] = []
    public init() {}

    /// How many tokens there are.
    var count: Int { types.count }

    /// The features of the place of a token.
    func places(of token: Int) -> ArraySlice<UInt16> { places[Int(starts[token])..<Int(starts[token + 1])] }
  }
}
