import ArgumentParser
import TEIKit

/// `validate --watch`: one round after the other, each when something has changed.
struct WatchedValidation {
  let call: Validate
  let cache: ValidationCache
  let folder: CacheFolder?

  /// What is known of a file from the last round.
  private struct Known {
    var content: ValidationCache.Content?
    var diagnostics: [Diagnostic]
  }

  /// Runs until the process is interrupted.
  func run() async throws -> Never {
    var watch = ArchiveWatch(paths: call.archive.paths, extensions: ["xml"])
    var known: [String: Known] = [:]
    var lastTrouble: [Diagnostic] = []
    var isFirst = true
    while true {
      watch.begin()
      let (inputs, trouble) = InputFinder.files(at: call.archive.paths, extensions: ["xml"])
      if isFirst, inputs.isEmpty {
        Console.report(trouble)
        throw ExitCode.usage
      }
      if trouble != lastTrouble { Console.report(trouble) }
      lastTrouble = trouble
      do {
        let found = try await call.found(in: inputs, cache: cache)
        if let folder { folder.keepOrWarn(cache) }
        tell(inputs, found, &known, isFirst: isFirst)
        Interruption.ends(with: call.status(of: found.flatMap { $0 }, isComplete: trouble.isEmpty))
        isFirst = false
      } catch let fault as DiagnosticFault {
        // A schema that is being written may be right the next time.
        Console.report([fault.diagnostic])
        Interruption.ends(with: .usage)
      }
      try await watch.change(of: cache.dependencies)
    }
  }

  /// Tells of the first round all, then what is new.
  private func tell(_ inputs: [InputFile], _ found: [[Diagnostic]], _ known: inout [String: Known], isFirst: Bool) {
    var now: [String: Known] = [:]
    var changed: [Diagnostic] = []
    var news: [String] = []
    var count = 0
    for (input, diagnostics) in zip(inputs, found) {
      let content = cache.content(of: input.path)
      now[input.path] = Known(content: content, diagnostics: diagnostics)
      let before = known[input.path]
      guard before == nil || before?.content != content || before?.diagnostics != diagnostics else { continue }
      count += 1
      changed += diagnostics
      if diagnostics.isEmpty, let before, !before.diagnostics.isEmpty { news.append("\(input.path): no faults") }
    }
    for path in known.keys.sorted() where now[path] == nil {
      count += 1
      news.append("\(path): gone")
    }
    known = now
    // A file that was written again as it was is no news.
    guard isFirst || count > 0 else { return }
    call.tell(changed, inputs)
    for line in news { Console.error(line) }
    let summary = call.summary(found.flatMap { $0 }, inputs.count)
    if isFirst {
      for line in summary { Console.error(line) }
      Console.error("watching for changes (Ctrl-C ends)")
    } else {
      Console.error("\(count) file\(count == 1 ? "" : "s") changed; \(summary.last ?? "")")
    }
  }
}
