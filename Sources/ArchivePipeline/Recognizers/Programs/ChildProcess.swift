import XML

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A command of the shell that runs beside this program, with pipes to its standard input and from its standard output.
///
/// It has a process group of its own, so that all of a pipeline can be ended. Its standard error is ours.
final class ChildProcess: @unchecked Sendable {
  /// Where to write what it reads; does not block.
  private(set) var input: Int32
  /// Where to read what it writes.
  let output: Int32
  private let pid: pid_t
  private var hasEnded = false

  /// How a process ended.
  enum Ending: Equatable {
    case status(Int32)
    case signal(Int32)
  }

  /// Every child that runs, so that an interrupted run leaves none behind.
  nonisolated(unsafe) private static var running: Set<pid_t> = []
  private static let lock = Lock()

  /// - Throws: ``FileFault``.
  init(shell command: String) throws(FileFault) {
    var toChild = Pipe()
    var fromChild = Pipe()
    var pid: pid_t = 0
    // One at a time: a child that inherited a pipe of another would keep it open.
    let status = Self.lock.withLock { () -> Int32 in
      guard toChild.open(), fromChild.open() else { return errno }
      let status = Self.spawn(command, reading: toChild.read, writing: fromChild.write, &pid)
      if status == 0 { Self.running.insert(pid) }
      return status
    }
    for end in status == 0 ? [toChild.read, fromChild.write] : toChild.ends + fromChild.ends { close(end) }
    guard status == 0 else { throw FileFault("cannot start", command, error: status) }
    self.pid = pid
    input = toChild.write
    output = fromChild.read
    _ = fcntl(input, F_SETFL, fcntl(input, F_GETFL) | O_NONBLOCK)
  }

  deinit {
    closeInput()
    close(output)
  }

  private struct Pipe {
    var ends: [Int32] = [-1, -1]
    var read: Int32 { ends[0] }
    var write: Int32 { ends[1] }

    /// - Returns: false where there are no descriptors left; `errno` says so.
    mutating func open() -> Bool { pipe(&ends) == 0 && ends.allSatisfy { fcntl($0, F_SETFD, FD_CLOEXEC) == 0 } }
  }

  private static func spawn(_ command: String, reading: Int32, writing: Int32, _ pid: inout pid_t) -> Int32 {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, reading, 0)
    posix_spawn_file_actions_adddup2(&actions, writing, 1)
    // No signal of ours is blocked or ignored in it.
    var none = sigset_t()
    sigemptyset(&none)
    var broken = sigset_t()
    sigemptyset(&broken)
    sigaddset(&broken, SIGPIPE)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &broken)
    posix_spawnattr_setpgroup(&attributes, 0)
    let flags = Int32(POSIX_SPAWN_SETPGROUP) | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
    posix_spawnattr_setflags(&attributes, Int16(flags))
    let words: [String] = ["sh", "-c", command]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
    arguments.append(nil)
    defer { for argument in arguments { free(argument) } }
    #if canImport(Darwin)
      let environment = _NSGetEnviron().pointee
    #else
      let environment = environ
    #endif
    return posix_spawn(&pid, "/bin/sh", &actions, &attributes, &arguments, environment)
  }

  /// Says that nothing more is to come.
  func closeInput() {
    guard input >= 0 else { return }
    close(input)
    input = -1
  }

  /// How it ended; nil while it runs.
  func ending() -> Ending? {
    var status: Int32 = 0
    var result: pid_t
    repeat { result = waitpid(pid, &status, WNOHANG) } while result < 0 && errno == EINTR
    guard result != 0 else { return nil }
    hasEnded = true
    Self.lock.withLock { _ = Self.running.remove(pid) }
    let signal = status & 0x7F
    return signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal)
  }

  /// Ends it and all that it started, first with good words.
  func end() {
    guard !hasEnded else { return }
    kill(-pid, SIGTERM)
    for _ in 0..<50 where ending() == nil { usleep(10_000) }
    kill(-pid, SIGKILL)
    while !hasEnded, ending() == nil { usleep(1000) }
  }

  /// Ends every child of this process.
  static func endAll() {
    lock.withLock { for pid in running { kill(-pid, SIGTERM) } }
  }
}
