import ArticleModel

/// Reads offices and forms of address: "Foreign Minister", "Secretary of State", "Dr".
struct RoleReader {
  let names: NameReader

  private var reader: TokenReader { names.reader }

  func part(_ index: Int) -> RoleWords.Part? {
    guard reader.kind(index) == .word else { return nil }
    let range = names.tokens[index].range
    return RoleWords.table.entry(reader.bytes, Int(range.start), Int(range.end))
  }

  /// A role that begins at a token.
  struct Role {
    var first: Int
    var last: Int
    /// A form of address, with the full stop that may follow it.
    var isAddress: Bool
  }

  /// The longest role that begins at a token, all of it in capitals or all in small letters.
  func role(at first: Int) -> Role? {
    guard let part = part(first) else { return nil }
    if part == .address {
      guard reader.isCapitalised(first) else { return nil }
      let stop = reader.punctuation(first + 1) == 0x2E && reader.isGlued(first + 1) ? first + 1 : first
      return Role(first: first, last: stop, isAddress: true)
    }
    let isCapitalised = reader.isCapitalised(first)
    var head: Int?
    var index = first
    scan: while index < first + 5, reader.isCapitalised(index) == isCapitalised, let part = self.part(index) {
      switch part {
      case .head: head = index
      case .modifier: break
      case .address: break scan
      }
      index += 1
      // "Secretary-General", "co-founder".
      if reader.isDash(index), reader.isGlued(index), reader.isGlued(index + 1), self.part(index + 1) != nil {
        index += 1
      }
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
