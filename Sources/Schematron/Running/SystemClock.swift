internal import FoundationEssentials

enum SystemClock {
  /// Seconds since 1970-01-01, in UTC.
  static var seconds: Int { Int(Date().timeIntervalSince1970.rounded(.down)) }
}
