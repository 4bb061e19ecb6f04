#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The seeds that are being worked on, for the last words of a process that traps.
final class CasesInProgress: @unchecked Sendable {
  // Written by one worker each, read by the signal handler alone.
  nonisolated(unsafe) private static let seeds = UnsafeMutablePointer<UInt64>.allocate(capacity: 64)

  static func prepare() {
    seeds.initialize(repeating: 0, count: 64)
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGABRT, SIGBUS] {
      sigaction(signal, handler)
    }
  }

  static func begin(_ seed: UInt64, worker: Int) { seeds[worker & 63] = seed }

  private static func sigaction(_ number: Int32, _ handler: @escaping @convention(c) (Int32) -> Void) {
    _ = signal(number, handler)
  }

  private static let handler: @convention(c) (Int32) -> Void = { number in
    for worker in 0..<64 where CasesInProgress.seeds[worker] != 0 {
      var digits: (UInt8, UInt8) = (0x30, 0x0A)
      var rest = CasesInProgress.seeds[worker]
      var divisor: UInt64 = 1
      while rest / divisor >= 10 { divisor *= 10 }
      write(2, "trapped in case of seed ", 24)
      while divisor > 0 {
        digits.0 = 0x30 + UInt8(rest / divisor)
        rest %= divisor
        divisor /= 10
        write(2, &digits.0, 1)
      }
      write(2, "\n", 1)
    }
    signal(number, SIG_DFL)
    raise(number)
  }
}
