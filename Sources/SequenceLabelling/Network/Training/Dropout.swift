/// Leaves inputs and units out at random, so that what is learnt rests on many of them (Srivastava and others 2014).
///
/// A unit that is kept makes up for those that are not. An input that is kept does not: what it counts for when nothing
/// is left out is seen to where the network is written.
struct Dropout {
  /// Where all chances come from.
  var random: SplitMix64

  /// Whether an input is kept, of which a share of `rate` is left out.
  @inline(__always)
  mutating func keeps(_ rate: Float) -> Bool { chance() >= rate }

  /// Cuts units off below 0, and leaves out some of the others.
  @inline(__always)
  mutating func rectify(_ units: UnsafeMutablePointer<Float>, _ count: Int, _ rate: Float) {
    let scale = Self.scale(rate)
    for unit in 0..<count { units[unit] = units[unit] > 0 && keeps(rate) ? units[unit] * scale : 0 }
  }

  /// What a unit that is kept is multiplied by.
  static func scale(_ rate: Float) -> Float { 1 / (1 - rate) }

  /// A number from 0 to below 1.
  @inline(__always)
  private mutating func chance() -> Float { Float(random.next() >> 40) * (1 / 16_777_216) }
}
