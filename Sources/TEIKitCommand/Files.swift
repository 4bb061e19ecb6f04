import ArgumentParser
import TEIKit

/// Files that an option names: one that cannot be read ends the command.
enum Files {
  static func read(_ path: String) throws -> [UInt8] {
    do throws(FileFault) {
      return try FileSystem.read(path)
    } catch {
      Console.report([Diagnostic(.error, code: "file-unreadable", error.reason, file: path)])
      throw ExitCode.usage
    }
  }

  static func write(_ bytes: [UInt8], to path: String) throws {
    do throws(FileFault) {
      try FileSystem.write(bytes, to: path)
    } catch {
      Console.report([Diagnostic(.error, code: "output-unwritable", error.reason, file: path)])
      throw ExitCode.usage
    }
  }
}

/// The gazetteers that `--gazetteer` names.
enum UserGazetteers {
  static func read(_ paths: [String]) throws -> (recognizers: [any EntityRecognizer], digests: [String]) {
    var recognizers: [any EntityRecognizer] = []
    var digests: [String] = []
    for path in paths {
      let bytes = try Files.read(path)
      let (gazetteer, diagnostics) = UserGazetteer.read(bytes, file: path)
      Console.report(diagnostics)
      guard let gazetteer else { throw ExitCode.usage }
      recognizers.append(UserGazetteerRecognizer(gazetteer: gazetteer))
      digests.append(String(Digest.sha256(bytes).prefix(12)))
    }
    return (recognizers, digests)
  }
}
