/// Finds the value that a wrong one was likely meant for: each small change is proposed only where the schema allows what
/// comes of it.
enum ValueRepair {
  /// Longer values are no slips of writing.
  private static let longest = 64

  /// - Parameters:
  ///   - wanted: What kinds of values the schema asks for.
  ///   - isAllowed: Whether the schema takes a value.
  static func repaired(_ value: Bytes, wanted: ValuePhrase.Kinds, _ isAllowed: (Bytes) -> Bool) -> String? {
    guard !value.isEmpty, value.count <= longest else { return nil }
    let text = String(decoding: value.collapsed, as: UTF8.self)
    return candidates(for: text, wanted).first { candidate in
      candidate != text && Array(candidate.utf8).withUnsafeBufferPointer(isAllowed)
    }
  }

  private static func candidates(for text: String, _ wanted: ValuePhrase.Kinds) -> [String] {
    if wanted.contains(.pointers) {
      // A path with spaces; words with spaces between are more likely not meant as a pointer at all.
      return text.contains(where: { $0 == "." || $0 == "/" }) ? [replacing(" ", in: text, by: "%20")] : []
    }
    var candidates = wanted.contains(.dates) ? dates(in: text) : []
    candidates.append(text.lowercased())
    candidates.append(replacing("_", in: text, by: "-"))
    candidates += numbers(in: text)
    if text.hasPrefix("#") { candidates.append(String(text.dropFirst())) }
    let joined = replacing(" ", in: text, by: "_")
    return candidates + [joined, "_" + joined]
  }

  private static func replacing(_ character: Character, in text: String, by other: String) -> String {
    text.split(separator: character, omittingEmptySubsequences: false).joined(separator: other)
  }

  /// A comma for the point of a decimal number, or between thousands; one comma before three digits may be either.
  private static func numbers(in text: String) -> [String] {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    guard groups.count > 1, groups.allSatisfy({ !$0.isEmpty }) else { return [] }
    let areThousands = groups.dropFirst().allSatisfy { $0.utf8.count == 3 }
    if !areThousands { return groups.count == 2 ? [groups.joined(separator: ".")] : [] }
    return groups.count > 2 ? [groups.joined()] : []
  }

  // MARK: Dates

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// The date that is written in another order, without its zeros, or with the English name of the month.
  private static func dates(in text: String) -> [String] {
    // Years before the common era keep their sign.
    text.hasPrefix("-") ? dates(inUnsigned: text.dropFirst()).map { "-" + $0 } : dates(inUnsigned: text[...])
  }

  private static func dates(inUnsigned text: Substring) -> [String] {
    let parts = text.split { !$0.isLetter && !$0.isNumber }
    let month = parts.firstIndex { $0.first!.isLetter }.flatMap { index in
      months.firstIndex { parts[index].lowercased().hasPrefix($0) }.map { (index: index, number: $0 + 1) }
    }
    let numbers = parts.enumerated().filter { $0.offset != month?.index }.map { Int($0.element) ?? -1 }
    guard !numbers.isEmpty, numbers.allSatisfy({ $0 >= 0 && $0 < 10_000 }) else { return [] }
    let isYearFirst = parts[0].utf8.count == 4 && month?.index != 0
    switch (month?.number, numbers.count) {
    case (let month?, 1): return [written(numbers[0], month)]
    case (let month?, 2):
      return isYearFirst ? [written(numbers[0], month, numbers[1])] : [written(numbers[1], month, numbers[0])]
    case (nil, 1): return [padded(numbers[0], 4)]
    case (nil, 2) where isYearFirst: return [written(numbers[0], numbers[1])]
    case (nil, 3) where isYearFirst: return [written(numbers[0], numbers[1], numbers[2])]
    case (nil, 3):
      let (first, second, year) = (numbers[0], numbers[1], numbers[2])
      // Between full stops, the day comes first; between slashes either may.
      if text.contains(".") || first > 12 { return [written(year, second, first)] }
      return second > 12 ? [written(year, first, second)] : []
    default: return []
    }
  }

  private static func written(_ year: Int, _ month: Int, _ day: Int? = nil) -> String {
    "\(padded(year, 4))-\(padded(month, 2))" + (day.map { "-" + padded($0, 2) } ?? "")
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}
