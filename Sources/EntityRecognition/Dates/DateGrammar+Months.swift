import ArticleModel

/// Months without day and year, and names that look like them.
extension DateGrammar {
  /// A month without day and year, where the words around it say that it is one.
  func bareMonth(_ index: Int, _ word: DateWord) -> DateMatch? {
    guard let month = month(index) else { return nil }
    if isInDates, index == reader.start, month.next == reader.end {
      return match(from: index, to: month.next, .point(PartialDate(month: Int(word.value))), 0.9)
    }
    guard !word.isAbbreviation else { return nil }
    let before = self.word(index - 1)
    let isAnnounced =
      isDatePreposition(before) || before.role == .deictic
      || (before.role == .the && language != .english)
    if !isAnnounced, !isMonthRange(month.next) {
      switch language {
      case .english:
        // "April is the best month", where months have been named before it.
        let isBesideMonths =
          monthRun == run
          && (word.value == 4 || word.value == 6 || word.value == 8
            || !reader.tokens[index].startsSentence)
        guard !word.isAmbiguous || isBesideMonths, reader.shape(index) == .capitalised, !isNameLike(index) else {
          return nil
        }
      case .german: guard !word.isAmbiguous else { return nil }
      case .french, .spanish, .other: return nil
      }
    } else if language == .english, word.isAmbiguous, reader.isCapitalised(index + 1), role(index + 1) == .none,
      !reader.isGlued(index + 1)
    {
      // "by April Smith", "for August Wilson"
      return nil
    }
    if isPartOfCode(before: index), !isAnnounced { return nil }
    let certainty: Float = word.isAmbiguous ? 0.8 : 0.87
    return match(from: index, to: month.next, .point(PartialDate(month: Int(word.value))), certainty)
  }

  /// Whether a range goes on to a month with its year: the "–June 1944" of "April–June 1944".
  private func isMonthRange(_ index: Int) -> Bool {
    guard reader.isDash(index) || reader.punctuation(index) == 0x2F || role(index) == .to,
      let last = month(index + 1)
    else { return false }
    return yearAfterMonth(last.next) != nil
  }

  func isDatePreposition(_ word: DateWord) -> Bool {
    switch word.role {
    case .preposition, .of, .from, .between, .to, .agoBefore: true
    case .part: true
    default: false
    }
  }

  /// Whether the capitalised words beside the token make it a part of a name: "Black September", "Sunday Times".
  func isNameLike(_ index: Int) -> Bool {
    // At the beginning of a sentence too.
    for name in [
      "black", "good", "super", "bloody", "ash", "palm", "easter", "cyber", "ruby", "sheffield",
      "fat", "holy", "casual", "manic", "giving", "maundy", "whit",
    ] as [StaticString]
    where reader.matches(index - 1, name) { return true }
    if reader.shape(index + 1) == .capitalised, reader.kind(index + 1) == .word, !reader.isGlued(index + 1),
      isNameWord(index + 1), reader.context != .heading, reader.context != .title
    {
      return true
    }
    // "President Obama Tuesday said": days of the week follow names; months are parts of them.
    guard role(index) != .weekday else { return false }
    guard reader.contains(index - 1), reader.kind(index - 1) == .word, reader.shape(index - 1) == .capitalised,
      role(index - 1) == .none
    else { return false }
    return !reader.tokens[index - 1].startsSentence && reader.context != .heading && reader.context != .title
      && reader.tokens[index - 1].range.count > 3
  }

  /// Whether a word means nothing to dates that would let it stand after one: "Times" of "Sunday Times" does not.
  private func isNameWord(_ index: Int) -> Bool {
    switch role(index) {
    case .none, .counted, .notYear: true
    // "Saturday Night Live"
    case .unit: reader.isCapitalised(index + 1) && role(index + 1) == .none
    default: false
    }
  }
}
