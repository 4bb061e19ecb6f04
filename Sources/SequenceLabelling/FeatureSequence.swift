/// The features of the positions of one sequence, each a number: what a model sees of lines or of words.
///
/// A feature is there or not. Numbers are hashes, so that no table of names is kept: ``FeatureHash`` makes them.
public struct FeatureSequence: Sendable {
  /// The features of all positions, one position after the other.
  public private(set) var features: [UInt32] = []
  /// Where the features of each position begin, and after the last one where they end.
  public private(set) var starts: [Int32] = [0]

  public init() {}

  /// How many positions there are.
  public var count: Int { starts.count - 1 }

  /// Adds a feature to the position that is being described.
  public mutating func add(_ feature: UInt32) { features.append(feature) }

  /// Ends a position; the next features are those of the next one.
  public mutating func endPosition() { starts.append(Int32(features.count)) }

  /// The indices of a position's features in ``features``.
  public func range(of position: Int) -> Range<Int> { Int(starts[position])..<Int(starts[position + 1]) }
}

/// Makes numbers for features of what they are about: FNV-1a (Fowler, Noll and Vo) over 32-bit units, mixed at the end.
public struct FeatureHash: Sendable {
  @usableFromInline var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// - Parameter kind: Tells features apart that are otherwise equal.
  @inlinable @inline(__always)
  public init(_ kind: UInt8) { add(UInt32(kind)) }

  @inlinable @inline(__always)
  public mutating func add(_ number: UInt32) { value = (value ^ UInt64(number)) &* 0x100_0000_01B3 }

  /// The number.
  @inlinable @inline(__always)
  public var feature: UInt32 {
    let mixed = (value ^ value >> 29) &* 0xBF58_476D_1CE4_E5B9
    return UInt32(truncatingIfNeeded: mixed ^ mixed >> 32)
  }
}
