#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Days as the options of commands name them.
public enum Day {
  /// Whether a text is a day as `2026-11-21`.
  public static func isValid(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { part in
      part.utf8.allSatisfy { $0 &- 0x30 < 10 } ? Int(part) : nil
    }
    guard text.utf8.count == 10, parts.count == 3, parts[0] != nil, let month = parts[1], let day = parts[2] else {
      return false
    }
    return 1...12 ~= month && 1...31 ~= day
  }

  /// The day that it is here.
  public static var today: String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    func digits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(parts.tm_year + 1900)-\(digits(parts.tm_mon + 1))-\(digits(parts.tm_mday))"
  }
}
