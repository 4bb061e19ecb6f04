/// Identifiers as numbers of 64 bits: enough to say whether there is one, at a fraction of their text's size.
///
/// The numbers differ from seed to seed, so that nobody can make a file of identifiers with equal ones.
public struct IdentifierHash: Sendable {
  private let seed: UInt64

  /// - Parameter seed: Random, and nobody's to know who writes the files; that of what numbers are compared with.
  public init(seed: UInt64) { self.seed = seed }

  /// The numbers of this run.
  public static let ofRun = IdentifierHash(seed: .random(in: .min ... .max))

  func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: bytes.count)
    var index = 0
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= bytes.count {
      hash = Self.mixed(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      index += 8
    }
    var last: UInt64 = 0
    while index < bytes.count {
      last = last << 8 | UInt64(bytes[index])
      index += 1
    }
    hash = Self.mixed(hash ^ last)
    // 0 marks a free place.
    return hash == 0 ? 1 : hash
  }

  public func of(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { of($0) }
  }

  /// Both halves of a product with an odd number: every bit of the result depends on every bit before.
  private static func mixed(_ value: UInt64) -> UInt64 {
    let product = (value ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return product.high ^ product.low
  }
}
