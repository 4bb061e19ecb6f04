/// A regular expression as a tree.
indirect enum RegularExpressionNode: Sendable {
  case empty
  case character(CharacterClass)
  case lineStart, lineEnd
  case sequence([RegularExpressionNode])
  case alternatives([RegularExpressionNode])
  /// `maximum` is nil for any number.
  case repetition(RegularExpressionNode, minimum: Int, maximum: Int?, isGreedy: Bool)
  case group(RegularExpressionNode, number: Int)
}

/// What one character is held against.
indirect enum CharacterClass: Sendable {
  case scalar(UInt32)
  case range(UInt32, UInt32)
  /// `.`: anything but an end of line.
  case notLineEnd
  case any
  /// A general category, or a group of them by its letter.
  case category(String)
  case space, digit, word, nameStart, namePart
  case either([CharacterClass])
  case not(CharacterClass)
  case subtracting(CharacterClass, CharacterClass)

  func contains(_ value: UInt32) -> Bool {
    switch self {
    case .scalar(let wanted): return value == wanted
    case .range(let first, let last): return value >= first && value <= last
    case .notLineEnd: return value != 0x0A && value != 0x0D
    case .any: return true
    case .space: return value == 0x20 || value == 0x0A || value == 0x09 || value == 0x0D
    case .either(let parts):
      for part in parts where part.contains(value) { return true }
      return false
    case .not(let part): return !part.contains(value)
    case .subtracting(let whole, let part): return whole.contains(value) && !part.contains(value)
    default: break
    }
    guard let scalar = Unicode.Scalar(value) else { return false }
    switch self {
    case .category(let name): return Self.code(scalar.properties.generalCategory).hasPrefix(name)
    case .digit: return scalar.properties.generalCategory == .decimalNumber
    case .word: return !"PZC".contains(Self.code(scalar.properties.generalCategory).prefix(1))
    case .nameStart: return NameCharacters.isStart(scalar)
    default: return NameCharacters.isPart(scalar)
    }
  }

  /// Whether the character or another case of it is in the class.
  func containsAnyCase(_ value: UInt32) -> Bool {
    if contains(value) { return true }
    guard let scalar = Unicode.Scalar(value) else { return false }
    for other in [Self.single(scalar.properties.lowercaseMapping), Self.single(scalar.properties.uppercaseMapping)] {
      guard let other, other != scalar else { continue }
      if contains(other.value) { return true }
      // Some letters share an upper case, as the long s and the other one.
      if let back = Self.single(other.properties.lowercaseMapping), contains(back.value) { return true }
    }
    return false
  }

  private static func single(_ mapping: String) -> Unicode.Scalar? {
    let scalars = mapping.unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }

  static let categories: Set<String> = [
    "L", "Lu", "Ll", "Lt", "Lm", "Lo", "M", "Mn", "Mc", "Me", "N", "Nd", "Nl", "No", "P", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "Z", "Zs", "Zl", "Zp", "S", "Sm", "Sc", "Sk", "So", "C", "Cc", "Cf", "Co", "Cn",
  ]

  private static func code(_ category: Unicode.GeneralCategory) -> String {
    switch category {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }

  /// Blocks of Unicode that patterns name; the commonest of those that XML Schema lists.
  static let blocks: [String: ClosedRange<UInt32>] = [
    "BasicLatin": 0...0x7F, "Latin-1Supplement": 0x80...0xFF, "LatinExtended-A": 0x100...0x17F,
    "LatinExtended-B": 0x180...0x24F, "IPAExtensions": 0x250...0x2AF, "SpacingModifierLetters": 0x2B0...0x2FF,
    "CombiningDiacriticalMarks": 0x300...0x36F, "Greek": 0x370...0x3FF, "GreekandCoptic": 0x370...0x3FF,
    "Cyrillic": 0x400...0x4FF, "Armenian": 0x530...0x58F, "Hebrew": 0x590...0x5FF, "Arabic": 0x600...0x6FF,
    "Syriac": 0x700...0x74F, "Devanagari": 0x900...0x97F, "LatinExtendedAdditional": 0x1E00...0x1EFF,
    "GreekExtended": 0x1F00...0x1FFF, "GeneralPunctuation": 0x2000...0x206F, "CurrencySymbols": 0x20A0...0x20CF,
    "LetterlikeSymbols": 0x2100...0x214F, "NumberForms": 0x2150...0x218F, "Arrows": 0x2190...0x21FF,
    "MathematicalOperators": 0x2200...0x22FF, "CJKSymbolsandPunctuation": 0x3000...0x303F, "Hiragana": 0x3040...0x309F,
    "Katakana": 0x30A0...0x30FF, "CJKUnifiedIdeographs": 0x4E00...0x9FFF, "HangulSyllables": 0xAC00...0xD7A3,
    "PrivateUse": 0xE000...0xF8FF, "PrivateUseArea": 0xE000...0xF8FF,
  ]
}
