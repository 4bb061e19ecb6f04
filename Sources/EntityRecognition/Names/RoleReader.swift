import ArticleModel

/// Reads offices and forms of address: "Foreign Minister", "Secretary of State", "Dr".
struct RoleReader {
  let names: NameReader

  private var reader: TokenReader { names.reader }

  func part(_ index: Int) -> RoleWords.Part? {
    guard reader.kind(index) == .word else { return nil }
    let range = names.tokens[index].range
    return RoleWords.part(reader.bytes, Int(range.start), Int(range.end))
  }

  /// A role that begins at a token.
  struct Role {
    var first: Int
    var last: Int
    /// A form of address, with the full stop that may follow it.
    var isAddress: Bool
  }

  /// Whether a capital shows that an office alone stands for who holds it: "the President said", but "der Minister sagte".
  var mayStandAlone: Bool { !names.capitalisesNouns }

  /// The longest role that begins at a token, all of it in capitals or all in small letters.
  func role(at first: Int) -> Role? {
    guard let part = part(first) else { return nil }
    if part == .address {
      guard reader.isCapitalised(first) else { return nil }
      let stop = reader.punctuation(first + 1) == 0x2E && reader.isGlued(first + 1) ? first + 1 : first
      return Role(first: first, last: stop, isAddress: true)
    }
    // "Chief executive" at the beginning of a sentence is written small but for its first letter.
    let isSmall = names.tokens[first].startsSentence && reader.shape(first + 1) == .lower && self.part(first + 1) != nil
    let isCapitalised = reader.isCapitalised(first) && !isSmall
    var head: Int?
    var index = first
    scan: while index < first + 5, index == first || reader.isCapitalised(index) == isCapitalised,
      let part = self.part(index)
    {
      switch part {
      case .head: head = index
      case .modifier: break
      case .second: if index > first { head = index }
      case .address: break scan
      }
      index += 1
      // "Secretary-General", "co-founder", "President-elect".
      if reader.isDash(index), reader.isGlued(index), reader.isGlued(index + 1), let next = self.part(index + 1) {
        index += 1
        if next == .second { head = index }
      }
    }
    if reader.matches(index - 1, "chief"), reader.matches(index, "of"), reader.matches(index + 1, "staff") {
      head = index + 1
    }
    guard var last = head else { return nil }
    // "Minister of Infrastructure", "Secretary of State": capitals on both sides.
    if isCapitalised, reader.matches(last + 1, "of") || reader.matches(last + 1, "for"), isDomain(last + 2) {
      last += 2
      if reader.matches(last + 1, "and") || reader.punctuation(last + 1) == 0x26, isDomain(last + 2) { last += 2 }
    }
    return Role(first: first, last: last, isAddress: false)
  }

  /// A capitalised word that is no place: "State", "Defence", not "Ukraine".
  private func isDomain(_ index: Int) -> Bool {
    names.isNameWord(index) && !names.beginsListedName(index) && !names.flags(index).contains(.isGivenName)
  }
}
