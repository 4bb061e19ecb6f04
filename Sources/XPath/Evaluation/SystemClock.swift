internal import FoundationEssentials

package enum SystemClock {
  /// Seconds since 1970-01-01, in UTC.
  package static var seconds: Int { Int(Date().timeIntervalSince1970.rounded(.down)) }
}
