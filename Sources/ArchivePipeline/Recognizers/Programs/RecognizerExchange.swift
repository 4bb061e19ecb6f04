import ArticleModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Sends a program the articles of a run and takes its answers, in a thread of its own.
///
/// It writes whenever the program reads and reads whenever the program writes, and never waits for the one to do the
/// other: a program may answer at once, in batches or after the last article, and in any order. Of an article that is
/// sent nothing is kept but a hash.
final class RecognizerExchange: @unchecked Sendable {
  /// What an article is sent as, and a hash of its text.
  typealias Request = (line: [UInt8], sourceHash: Int)

  private enum State {
    case unsent
    case sent(hash: Int)
    case answered
  }

  private let command: String
  private let number: Int
  private let identifiers: [String]
  private let timeout: Duration?
  private let queue: AnswerQueue
  private let request: @Sendable (Int) -> Request?
  private let indices: [String: Int]
  private var states: [State]
  private var next = 0
  private var answered = 0
  private var asked = 0
  private var outgoing: ArraySlice<UInt8> = []
  private var incoming = LineBuffer()
  private var lines = 0
  private var faults = 0
  private var lastProgress = ContinuousClock.now
  private static let shownFaults = 10
  /// Who says so much that cannot be used speaks of something else.
  private static let bearableFaults = 1000
  private static let longestLine = 256 << 20

  /// Guards the name, which those who annotate read.
  private let monitor = Monitor()
  private var introducedName: String?
  /// What was wrong with the program, for the whole run. To be read when the thread has ended.
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - number: its place among the programs of the run, from 0.
  ///   - identifiers: of the articles, in order; `indices` the other way round.
  ///   - timeout: how long the program may neither read nor write; nil for ever.
  ///   - request: makes the line for an article; nil where there is nothing to be read in it.
  init(
    command: String, number: Int, identifiers: [String], indices: [String: Int], timeout: Duration?,
    queue: AnswerQueue, request: @escaping @Sendable (Int) -> Request?
  ) {
    self.command = command
    self.number = number
    self.identifiers = identifiers
    self.indices = indices
    self.timeout = timeout
    self.queue = queue
    self.request = request
    states = [State](repeating: .unsent, count: identifiers.count)
  }

  /// The name under which the program introduced itself, before its first answer; nil where it did not.
  var name: String? { monitor.withLock { introducedName } }

  /// Runs the program from its start to its end.
  func run() {
    defer { queue.finish() }
    do throws(FileFault) {
      let process = try ChildProcess(shell: command)
      let close = converse(with: process)
      process.closeInput()
      switch close {
      case .ended: settle(process)
      case .stopped: process.end()
      case .silent:
        process.end()
        fail("took and gave nothing for \(seconds) seconds (--recognizer-timeout), after \(progress)")
      case .endless:
        process.end()
        fail("gave a line of more than \(Self.longestLine >> 20) MiB, after \(progress)")
      case .babbling:
        process.end()
        fail("gave \(faults) answers that could not be used, after \(progress)")
      }
    } catch {
      fail("cannot be started: \(error.reason)")
    }
    if faults > Self.shownFaults, faults <= Self.bearableFaults {
      report("\(faults - Self.shownFaults) more answers could not be used")
    }
  }

  // MARK: The conversation

  /// How a conversation ended.
  private enum Close {
    /// The program has ended its output.
    case ended
    case silent, babbling, endless
    /// Another program failed.
    case stopped
  }

  private func converse(with process: ChildProcess) -> Close {
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
    defer { piece.deallocate() }
    lastProgress = .now
    while !queue.hasStopped {
      if outgoing.isEmpty, process.input >= 0, !refill() { process.closeInput() }
      var ends = [
        pollfd(fd: process.output, events: Int16(POLLIN), revents: 0),
        pollfd(fd: process.input, events: Int16(POLLOUT), revents: 0),
      ]
      guard poll(&ends, 2, 100) > 0 else {
        if let timeout, lastProgress.duration(to: .now) > timeout { return .silent }
        continue
      }
      if ends[0].revents != 0 {
        let count = read(process.output, piece.baseAddress, piece.count)
        if count == 0 || count < 0 && errno != EINTR && errno != EAGAIN {
          if let rest = incoming.rest() { take(rest) }
          return .ended
        }
        if count > 0 {
          incoming.append(UnsafeRawBufferPointer(rebasing: piece[..<count]))
          while faults <= Self.bearableFaults, let line = incoming.next() { take(line) }
          if incoming.count > Self.longestLine { return .endless }
          if faults > Self.bearableFaults { return .babbling }
          // Whoever waits for those who annotate does not wait for the program.
          lastProgress = .now
        }
      }
      if process.input >= 0, ends[1].revents != 0 { send(to: process) }
    }
    return .stopped
  }

  /// Makes the line of the next article.
  ///
  /// - Returns: false where there is none left.
  private func refill() -> Bool {
    while next < identifiers.count, !queue.hasStopped {
      let index = next
      next += 1
      guard let request = request(index) else {
        states[index] = .answered
        queue.deliver(nil, from: number, for: index)
        continue
      }
      asked += 1
      states[index] = .sent(hash: request.sourceHash)
      outgoing = request.line[...]
      lastProgress = .now
      return true
    }
    return false
  }

  private func send(to process: ChildProcess) {
    let count = outgoing.withUnsafeBytes { write(process.input, $0.baseAddress, $0.count) }
    if count > 0 {
      outgoing.removeFirst(count)
      lastProgress = .now
    } else if count < 0, errno != EINTR, errno != EAGAIN {
      // It reads no more; what it still has to say tells whether it knew all.
      outgoing = []
      process.closeInput()
    }
  }

  // MARK: Answers

  private func take(_ line: ArraySlice<UInt8>) {
    lines += 1
    guard line.contains(where: { !Characters.isASCIISpace($0) }) else { return }
    do throws(RecognizerLine.Fault) {
      switch try RecognizerLine(line) {
      case .introduction(let name):
        guard lines == 1 else {
          throw RecognizerLine.Fault(message: "answer has no \"id\"; a name is said in the first line only")
        }
        monitor.withLock { introducedName = name }
      case .answer(let id, let answer): try take(answer, of: id)
      }
    } catch {
      faults += 1
      if faults <= Self.shownFaults { report("line \(lines): \(error.message)") }
    }
  }

  private func take(_ answer: RecognizerLine.Answer, of id: String) throws(RecognizerLine.Fault) {
    guard let index = indices[id] else {
      throw RecognizerLine.Fault(message: "no article has the id \"\(id.excerpt())\"; expected one that was sent")
    }
    switch states[index] {
    case .unsent: throw RecognizerLine.Fault(message: "article \"\(id)\" was not sent yet; expected one that was")
    case .answered: throw RecognizerLine.Fault(message: "article \"\(id)\" is answered already; expected one answer")
    case .sent(let hash):
      states[index] = .answered
      answered += 1
      queue.deliver(ArticleAnswer(answer: answer, line: lines, sourceHash: hash), from: number, for: index)
    }
  }

  // MARK: The end

  /// Waits for a program that has ended its output, and asks whether it did its work.
  private func settle(_ process: ChildProcess) {
    lastProgress = .now
    var ending = process.ending()
    while ending == nil, !queue.hasStopped {
      if let timeout, lastProgress.duration(to: .now) > timeout { break }
      usleep(1000)
      ending = process.ending()
    }
    switch ending {
    case nil:
      process.end()
      if !queue.hasStopped { fail("closed its output and did not end in \(seconds) seconds, after \(progress)") }
    case .signal(let signal): fail("was ended by signal \(signal) after \(progress)")
    case .status(0):
      if next < identifiers.count || answered < asked {
        let first = states.firstIndex { if case .sent = $0 { true } else { false } }
        let missing = first.map { "; none for \"\(identifiers[$0])\"" } ?? ""
        fail("ended after \(progress)\(missing); expected an answer to each")
      }
    case .status(let status):
      let hint = status == 127 ? " (the shell found no such command)" : ""
      fail("ended with status \(status)\(hint) after \(progress); expected status 0")
    }
  }

  private var progress: String { "answers to \(answered) of \(identifiers.count) articles" }

  private var seconds: Int64 { timeout?.components.seconds ?? 0 }

  private func fail(_ message: String) {
    diagnostics.append(Diagnostic(.error, code: "recognizer-failed", "recogniser \"\(command)\" \(message)"))
    queue.stop()
  }

  private func report(_ message: String) {
    diagnostics.append(Diagnostic(.error, code: "recognizer-answer", "recogniser \"\(command)\", \(message)"))
  }
}
