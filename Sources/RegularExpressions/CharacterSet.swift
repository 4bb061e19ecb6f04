internal import XML

/// What one character is held against.
indirect enum CharacterSet: Sendable {
  case ranges([ClosedRange<UInt32>])
  /// As `ranges`, in any case of the letters.
  case rangesIgnoringCase([ClosedRange<UInt32>])
  /// General categories of Unicode, a bit each.
  case categories(UInt32)
  case nameStart(NameEdition)
  case namePart(NameEdition)
  case union([CharacterSet])
  case not(CharacterSet)
  case difference(CharacterSet, CharacterSet)

  func contains(_ scalar: UInt32) -> Bool {
    switch self {
    case .ranges(let ranges): ranges.contains { $0.contains(scalar) }
    case .rangesIgnoringCase(let ranges):
      Self.cases(of: scalar).contains { other in ranges.contains { $0.contains(other) } }
    case .categories(let bits): bits & UnicodeCategory.bit(of: scalar) != 0
    case .nameStart(let edition): edition.isStart(scalar) || scalar == 0x3A
    case .namePart(let edition): edition.isPart(scalar) || scalar == 0x3A
    case .union(let sets): sets.contains { $0.contains(scalar) }
    case .not(let set): !set.contains(scalar)
    case .difference(let set, let taken): set.contains(scalar) && !taken.contains(scalar)
    }
  }

  /// A character, or a range of them, as it stands in an expression whose case does not count.
  static func ignoringCase(_ range: ClosedRange<UInt32>) -> CharacterSet {
    .rangesIgnoringCase(range.count == 1 ? cases(of: range.lowerBound).map { $0...$0 } : [range])
  }

  /// A character with the others that differ from it in case alone.
  private static func cases(of value: UInt32) -> [UInt32] {
    guard let scalar = Unicode.Scalar(value) else { return [value] }
    var cases = [value]
    for mapping in [scalar.properties.lowercaseMapping, scalar.properties.uppercaseMapping] {
      guard let other = single(mapping), other != scalar else { continue }
      cases.append(other.value)
      // Some letters share an upper case, as the long s and the other one.
      if let back = single(other.properties.lowercaseMapping), back != scalar { cases.append(back.value) }
    }
    return cases
  }

  private static func single(_ mapping: String) -> Unicode.Scalar? {
    let scalars = mapping.unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }

  static let any = CharacterSet.ranges([0...0x10FFFF])
  static let notLineEnd = CharacterSet.not(.ranges([0x0A...0x0A, 0x0D...0x0D]))
  static let space = CharacterSet.ranges([0x20...0x20, 0x09...0x0A, 0x0D...0x0D])
  static let digit = CharacterSet.categories(UnicodeCategory.bits(named: "Nd")!)
  static let notWord = CharacterSet.categories(
    UnicodeCategory.bits(named: "P")! | UnicodeCategory.bits(named: "Z")! | UnicodeCategory.bits(named: "C")!)
}
