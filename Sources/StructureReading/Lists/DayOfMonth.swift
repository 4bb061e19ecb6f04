import ArticleModel

/// Tells the day of a date from the number of an item: "3. Mai war …", "3. 5. 2024".
enum DayOfMonth {
  /// Names that follow a day and a full stop, in small letters, and what they are cut short to.
  private static let months = Set(
    words: """
      januar jänner februar feber märz april mai juni juli august september oktober november dezember jan feb mär \
      mrz apr jun jul aug sep sept okt nov dez january february march may june july october december oct dec janvier \
      février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio \
      julio agosto septiembre octubre noviembre diciembre gennaio februari maart januari februar marts maj oktober
      """)

  /// Whether the text behind "3." goes on as a date does.
  static func isOne(_ ordinal: Int, _ text: Int, _ end: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (1...31).contains(ordinal) else { return false }
    var wordEnd = text
    while wordEnd < end, wordEnd - text < 16, bytes[wordEnd] > 0x20, bytes[wordEnd] != 0x2C, bytes[wordEnd] != 0x3A {
      wordEnd += 1
    }
    var word = bytes[text..<wordEnd]
    if word.last == 0x2E { word = word.dropLast() }
    guard let first = word.first else { return false }
    if Characters.isDigit(first) {
      // "5." in "3. 5. 2024".
      return wordEnd - text > word.count && word.count <= 2 && word.allSatisfy(Characters.isDigit)
    }
    return months.contains(word)
  }
}
