import ArgumentParser
import TEIKit
import XML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What SIGINT and SIGTERM do: what is written stays, what is half-written goes, and the process ends by the signal.
enum Interruption {
  private static let signals = [SIGINT, SIGTERM, SIGHUP]
  /// Whose ends a handler and a thread hold: a handler may do no more than write a byte.
  nonisolated(unsafe) private static var pipe: (Int32, Int32) = (-1, -1)

  /// What to end with instead, where being interrupted is how a command ends.
  nonisolated(unsafe) private static var status: ExitCode?
  private static let lock = Lock()

  /// Lets a signal end the process in good order from now on, with this status.
  static func ends(with code: ExitCode) { lock.withLock { status = code } }

  static func watch() {
    var ends: [Int32] = [-1, -1]
    #if canImport(Darwin)
      guard Darwin.pipe(&ends) == 0 else { return }
    #elseif canImport(Musl)
      guard Musl.pipe(&ends) == 0 else { return }
    #else
      guard Glibc.pipe(&ends) == 0 else { return }
    #endif
    pipe = (ends[0], ends[1])
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    guard pthread_create(&thread, nil, { _ in Interruption.attend() }, nil) == 0 else { return }
    for number in signals {
      // A signal that the caller has it ignore, as nohup does, stays ignored.
      let before = signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(Interruption.pipe.1, &byte, 1)
      }
      if isIgnoring(before) { signal(number, SIG_IGN) }
    }
  }

  private static func isIgnoring(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
    handler.map { unsafeBitCast($0, to: Int.self) } == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  private static func attend() -> Never {
    var byte: UInt8 = 0
    while read(pipe.0, &byte, 1) != 1 {}
    let number = Int32(byte)
    if let status = lock.withLock({ status }) {
      FileSystem.discardPartialFiles {
        // Behind the "^C" of the terminal.
        if isatty(2) == 1 { Console.error("") }
        exit(status.rawValue)
      }
    }
    FileSystem.discardPartialFiles {
      ExternalRecognizers.endAll()
      Console.error("interrupted: what is written stays, the rest is missing")
      signal(number, SIG_DFL)
      kill(getpid(), number)
      while true { pause() }
    }
  }
}
