/// A model as bytes, to be embedded: little-endian.
///
///     magic "TLCM", version, label count, hash bits     UInt32 each
///     scale                                             Float: what 1 stands for in the emissions
///     transitions, starts, ends                         Float each
///     emissions                                         Int8 each, by feature, then label
extension LinearChainModel {
  private static let magic: UInt32 = 0x4D43_4C54
  private static let version: UInt32 = 1

  /// The model as bytes. Emissions are rounded to 255 steps.
  public func serialized() -> [UInt8] {
    let greatest = emissions.reduce(0) { max($0, abs($1)) }
    let scale = greatest > 0 ? greatest / 127 : 1
    var bytes: [UInt8] = []
    for word in [Self.magic, Self.version, UInt32(labelCount), UInt32(hashBits), scale.bitPattern] {
      append(word, &bytes)
    }
    for weight in transitions + starts + ends { append(weight.bitPattern, &bytes) }
    bytes += emissions.map { UInt8(bitPattern: Int8(($0 / scale).rounded())) }
    return bytes
  }

  private func append(_ word: UInt32, _ bytes: inout [UInt8]) {
    for shift in stride(from: UInt32(0), to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> shift)) }
  }

  /// Reads what ``serialized()`` wrote; nil where the bytes are no model of this version.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    func word(_ index: Int) -> UInt32 {
      UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
    }
    guard bytes.count >= 20, word(0) == Self.magic, word(1) == Self.version, (2...32).contains(word(2)),
      (4...24).contains(word(3))
    else { return nil }
    self.init(labelCount: Int(word(2)), hashBits: Int(word(3)))
    let weights = transitions.count + starts.count + ends.count
    guard bytes.count == 20 + weights * 4 + emissions.count else { return nil }
    let floats = (0..<weights).map { Float(bitPattern: word(5 + $0)) }
    transitions = Array(floats[..<transitions.count])
    starts = Array(floats[transitions.count..<(transitions.count + labelCount)])
    ends = Array(floats[(transitions.count + labelCount)...])
    let scale = Float(bitPattern: word(4))
    for index in emissions.indices {
      emissions[index] = Float(Int8(bitPattern: bytes[20 + weights * 4 + index])) * scale
    }
  }
}
