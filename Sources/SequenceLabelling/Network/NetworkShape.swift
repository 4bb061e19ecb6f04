/// The sizes of a ``TokenNetwork``.
public struct NetworkShape: Hashable, Sendable {
  /// How many labels there are, label 0 included: 16 at most.
  public var labels: Int
  /// How many rows the features of words are hashed to: a power of 2.
  public var rows: Int
  /// How many features of places there are.
  public var places: Int
  /// The numbers of a word.
  public var width = 64
  /// The units of the first layer and of the second: a multiple of 16.
  public var hidden = 64
  public var hidden2 = 64
  /// How many tokens to either side a unit of the first layer sees, and one of the second.
  public var radius1 = 2
  public var radius2 = 1
  /// Of each label the labels that may not follow it, a bit each. Label 0 stands to either side of a run.
  public var forbidden: [UInt32]
  public init(labels: Int, rows: Int, places: Int, forbidden: [UInt32]) {
    self.labels = labels
    self.rows = rows
    self.places = places
    self.forbidden = forbidden
  }
}

/// Where the weights of each part lie.
struct NetworkLayout {
  var wordBias, vector, window, places, bias1, second, bias2, output, skip, outputBias, transitions: Range<Int>
  var count = 0

  init(_ shape: NetworkShape, vectorSize: Int) {
    var end = 0
    func part(_ size: Int) -> Range<Int> {
      defer { end += size }
      return end..<(end + size)
    }
    wordBias = part(shape.width)
    vector = part(vectorSize * shape.width)
    window = part((2 * shape.radius1 + 1) * shape.width * shape.hidden)
    places = part((2 * shape.radius1 + 1) * shape.places * shape.hidden)
    bias1 = part(shape.hidden)
    second = part((2 * shape.radius2 + 1) * shape.hidden * shape.hidden2)
    bias2 = part(shape.hidden2)
    output = part(shape.hidden2 * shape.labels)
    skip = part(shape.hidden * shape.labels)
    outputBias = part(shape.labels)
    transitions = part(shape.labels * shape.labels)
    count = end
  }
}
