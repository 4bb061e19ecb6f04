import TEIKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What the command prints: results on standard output, everything else on standard error.
enum Console {
  static func print(_ text: String) { write(Array((text + "\n").utf8), to: 1) }

  static func print(_ bytes: [UInt8]) { write(bytes, to: 1) }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(1) == 1 }

  static func error(_ text: String) { write(Array((text + "\n").utf8), to: 2) }

  /// Diagnostics on standard error, coloured by severity on a terminal unless `NO_COLOR` is set.
  static func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { error(styled(diagnostic)) }
  }

  /// A diagnostic as it is shown on a descriptor.
  static func styled(_ diagnostic: Diagnostic, on descriptor: Int32 = 2) -> String {
    let text = diagnostic.description
    guard isColoured(descriptor) else { return text }
    let colour =
      switch diagnostic.severity {
      case .error: "31"
      case .warning: "33"
      case .note: "36"
      }
    let mark = "\(diagnostic.severity.rawValue)[\(diagnostic.code)]"
    guard let range = text.firstRange(of: mark) else { return text }
    return text[..<range.lowerBound] + "\u{1B}[\(colour)m\(mark)\u{1B}[0m" + text[range.upperBound...]
  }

  private static func isColoured(_ descriptor: Int32) -> Bool {
    guard isatty(descriptor) == 1 else { return false }
    guard let noColour = getenv("NO_COLOR") else { return true }
    return noColour.pointee == 0
  }

  /// A line that counts what is done, on a terminal only.
  static func progress(_ done: Int, of total: Int, _ what: String) {
    guard isatty(2) == 1, done == total || done % 16 == 0 else { return }
    let line = done == total ? "\r\u{1B}[K" : "\r\u{1B}[K\(done) of \(total) \(what)"
    write(Array(line.utf8), to: 2)
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    guard !FileSystem.writeAll(bytes, to: descriptor) else { return }
    // The reader of the pipe has gone, which is its good right.
    if errno == EPIPE { exit(0) }
    if descriptor == 1 {
      let reason = String(cString: strerror(errno)).lowercased()
      error("error[output-unwritable]: cannot write to standard output: \(reason)")
    }
    exit(2)
  }
}
