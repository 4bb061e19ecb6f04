/// A set of characters of a regular expression of XML Schema (Part 2, appendix F).
indirect enum CharacterSet: Sendable {
  case ranges([ClosedRange<UInt32>])
  /// General categories, a bit each.
  case categories(UInt32)
  case nameStart
  case nameCharacter
  case union([CharacterSet])
  case not(CharacterSet)
  case difference(CharacterSet, CharacterSet)

  func contains(_ scalar: UInt32) -> Bool {
    switch self {
    case .ranges(let ranges): ranges.contains { $0.contains(scalar) }
    case .categories(let bits): bits & UnicodeCategory.bit(of: scalar) != 0
    case .nameStart: XMLNames.isNameStart(scalar) || scalar == 0x3A
    case .nameCharacter: XMLNames.isNameCharacter(scalar) || scalar == 0x3A
    case .union(let sets): sets.contains { $0.contains(scalar) }
    case .not(let set): !set.contains(scalar)
    case .difference(let set, let taken): set.contains(scalar) && !taken.contains(scalar)
    }
  }

  static let space = CharacterSet.ranges([0x20...0x20, 0x09...0x0A, 0x0D...0x0D])
  static let digit = CharacterSet.categories(UnicodeCategory.bits(named: "Nd")!)
  static let notWord = CharacterSet.categories(
    UnicodeCategory.bits(named: "P")! | UnicodeCategory.bits(named: "Z")! | UnicodeCategory.bits(named: "C")!)
}

/// General categories of Unicode as bits.
enum UnicodeCategory {
  private static let names = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sm",
    "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Cn",
  ]

  /// The bits of a category, or of all that begin with its letter.
  static func bits(named name: String) -> UInt32? {
    var bits: UInt32 = 0
    for (index, known) in names.enumerated() where known == name || name.count == 1 && known.hasPrefix(name) {
      bits |= 1 << UInt32(index)
    }
    return bits == 0 || name.isEmpty ? nil : bits
  }

  static func bit(of scalar: UInt32) -> UInt32 {
    guard let scalar = Unicode.Scalar(scalar) else { return 0 }
    let index: UInt32 =
      switch scalar.properties.generalCategory {
      case .uppercaseLetter: 0
      case .lowercaseLetter: 1
      case .titlecaseLetter: 2
      case .modifierLetter: 3
      case .otherLetter: 4
      case .nonspacingMark: 5
      case .spacingMark: 6
      case .enclosingMark: 7
      case .decimalNumber: 8
      case .letterNumber: 9
      case .otherNumber: 10
      case .connectorPunctuation: 11
      case .dashPunctuation: 12
      case .openPunctuation: 13
      case .closePunctuation: 14
      case .initialPunctuation: 15
      case .finalPunctuation: 16
      case .otherPunctuation: 17
      case .mathSymbol: 18
      case .currencySymbol: 19
      case .modifierSymbol: 20
      case .otherSymbol: 21
      case .spaceSeparator: 22
      case .lineSeparator: 23
      case .paragraphSeparator: 24
      case .control: 25
      case .format: 26
      case .surrogate: 27
      case .privateUse: 28
      case .unassigned: 29
      @unknown default: 29
      }
    return 1 << index
  }
}
