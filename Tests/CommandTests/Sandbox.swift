import Foundation

/// Where the sources of the project lie.
enum Repository {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func path(_ name: String) -> String { folder.appending(path: name).path }
}

/// A temporary folder in which commands run, with the `teikit` of this build first on the path; removed at the end.
final class Sandbox {
  let folder: URL

  /// The folder into which this build put its programs: the test bundle lies there, too.
  static let products: URL =
    Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL.deletingLastPathComponent()
    ?? URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()

  /// - Parameter names: Files and folders of the repository that the commands work on.
  init(copying names: [String] = []) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "teikit-\(UUID().uuidString)")
    for name in names {
      let copy = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: copy.deletingLastPathComponent(), withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: Repository.path(name), toPath: copy.path)
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Runs a line of shell and answers what it prints on both outputs, with CRLF (which ends a line of CSV) as LF.
  ///
  /// - Parameter status: Of the command before, as `$?` has it; then that of this one.
  func run(_ command: String, after status: inout Int32) throws -> String {
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/bash")
    shell.arguments = ["-c", "(exit \(status)); \(command)"]
    shell.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = "\(Self.products.path):\(environment["PATH"] ?? "/usr/bin:/bin")"
    environment["TEIKIT"] = "teikit"
    for name in ["MAKEFLAGS", "MFLAGS", "MAKELEVEL"] { environment[name] = nil }
    shell.environment = environment
    let pipe = Pipe()
    shell.standardOutput = pipe
    shell.standardError = pipe
    shell.standardInput = FileHandle.nullDevice
    try shell.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    shell.waitUntilExit()
    status = shell.terminationStatus
    return String(decoding: output, as: UTF8.self).replacing("\r\n", with: "\n")
  }
}
