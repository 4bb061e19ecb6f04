#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The variables of the environment.
enum Environment {
  /// The value of a variable, nil where it is not set.
  static func value(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
