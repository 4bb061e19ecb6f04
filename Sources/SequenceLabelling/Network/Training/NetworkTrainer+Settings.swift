extension NetworkTrainer {
  /// How a network is trained.
  public struct Settings: Sendable {
    /// How often each example is seen.
    public var rounds = 5
    /// How many examples make a step.
    public var batch = 16
    /// The length of a step, for each weight, when it is longest.
    public var rate: Float = 0.002
    /// The share of a word's features that is left out each time it is seen, 0 to below 1.
    public var featureDropout: Float = 0.15
    /// The share of the numbers of a word that is left out.
    public var wordDropout: Float = 0.25
    /// How often the word itself is left out: more often than its features, so that its form is learnt from.
    public var ownDropout: Float = 0.25
    /// How often the vector of a word is left out.
    public var vectorDropout: Float = 0.1
    /// The share of the units of each layer that is left out.
    public var layerDropout: Float = 0.25
    /// What all chances follow from.
    public var seed: UInt64 = 1
    public init() {}
  }
}
