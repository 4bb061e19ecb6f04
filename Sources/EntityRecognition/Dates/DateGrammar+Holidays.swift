import ArticleModel

/// Days that have the same date everywhere: "Christmas Eve", "New Year’s Day 2024".
extension DateGrammar {
  /// - Parameter word: Whose value is the month and the day, as 1225, of what follows by itself or with its noun.
  func holiday(_ index: Int, _ word: DateWord) -> DateMatch? {
    guard reader.isCapitalised(index) else { return nil }
    var (month, day) = (Int(word.value) / 100, Int(word.value) % 100)
    var end = index + 1
    switch language {
    case .english:
      if reader.matches(index, "halloween") { break }
      // "New Year", "St Patrick"
      if reader.matches(index, "new") {
        guard reader.matches(end, "year") else { return nil }
        end += 1
      }
      if reader.kind(end) == .clitic { end += 1 }
      if reader.matches(end, "eve") {
        guard month == 12 || month == 1 else { return nil }
        (month, day) = month == 1 ? (12, 31) : (12, 24)
      } else {
        guard reader.matches(end, "day") else { return nil }
      }
      guard reader.isCapitalised(end) else { return nil }
      end += 1
    case .german, .french, .spanish, .other: break
    }
    var date = PartialDate(month: month, day: day)
    if reader.punctuation(end) == 0x2C, let year = yearAfterMonth(end) {
      (date.year, end) = (year.value, year.next)
    } else if let year = reader.integer(end), year.digits == 4, (1000...2199).contains(year.value),
      !isCode(after: end + 1)
    {
      (date.year, end) = (year.value, end + 1)
    }
    return match(from: index, to: end, .point(date), 0.85)
  }

  /// "fiscal year 2024", "fiscal 2024": a year that begins when its country or its company says.
  func fiscalYear(_ index: Int) -> DateMatch? {
    let next = role(index + 1) == .year ? index + 2 : index + 1
    guard let year = reader.integer(next), year.digits == 4, (1900...2100).contains(year.value) else { return nil }
    let hasSecond =
      (reader.isDash(next + 1) || reader.punctuation(next + 1) == 0x2F) && reader.isGlued(next + 1)
      && reader.isGlued(next + 2) && reader.integer(next + 2) != nil
    return match(from: index, to: hasSecond ? next + 3 : next + 1, .unknown, 0.8)
  }
}
