import Foundation

/// The built `teikit`, run as a process.
enum Command {
  struct Result {
    var status: Int32
    /// Whether a signal ended it; `status` is its number then.
    var wasSignalled: Bool
    var output: [UInt8]
    var error: String
    var seconds: Double

    var text: String { String(decoding: output, as: UTF8.self) }
  }

  /// Beside the test bundle, where SwiftPM builds products.
  static let path: String = {
    #if os(macOS)
      let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }!.bundleURL
    #else
      let bundle = Bundle.main.bundleURL.resolvingSymlinksInPath()
    #endif
    for folder in [bundle, bundle.deletingLastPathComponent()] {
      let command = folder.appendingPathComponent("teikit").path
      if FileManager.default.isExecutableFile(atPath: command) { return command }
    }
    preconditionFailure("no teikit beside \(bundle.path)")
  }()

  static func process(_ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    return process
  }

  static func run(
    _ arguments: String..., input: [UInt8] = [], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Result {
    try run(process(arguments, in: folder, environment: environment), input: input)
  }

  static func run(_ arguments: [String], in folder: String) throws -> Result {
    try run(process(arguments, in: folder), input: [])
  }

  /// Runs a line of the shell in which `$TEIKIT` is the command.
  static func shell(_ line: String, in folder: String) throws -> Result {
    let shell = process([], in: folder, environment: ["TEIKIT": path])
    shell.executableURL = URL(fileURLWithPath: "/bin/sh")
    shell.arguments = ["-c", line]
    return try run(shell, input: [])
  }

  /// Files take the streams: pipes would have to be read while the process runs.
  static func run(_ process: Process, input: [UInt8]) throws -> Result {
    let folder = try TemporaryFolder()
    let names = ["in", "out", "err"]
    for name in names { try folder.write(name, name == "in" ? input : []) }
    process.standardInput = FileHandle(forReadingAtPath: folder.path + "/in")
    process.standardOutput = FileHandle(forWritingAtPath: folder.path + "/out")
    process.standardError = FileHandle(forWritingAtPath: folder.path + "/err")
    let start = Date()
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, wasSignalled: process.terminationReason == .uncaughtSignal,
      output: folder.read("out") ?? [], error: String(decoding: folder.read("err") ?? [], as: UTF8.self),
      seconds: Date().timeIntervalSince(start))
  }
}
