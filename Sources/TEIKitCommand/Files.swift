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

  /// Refuses an output that is one of the files that are read.
  static func keep(_ inputs: [InputFile], from output: String?) throws {
    guard let output, let input = InputFile.first(of: inputs, writtenOverBy: output) else { return }
    let message = "the output is \"\(input.path)\", which is read; expected another file"
    Console.report([Diagnostic(.error, code: "output-exists", message, file: output)])
    throw ExitCode.usage
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
      let text: SourceText
      do throws(SourceText.Fault) {
        text = try SourceText(name: path, bytes: bytes)
      } catch {
        let message = "file is not UTF-8 or too large; expected lines of name, type and identifier in UTF-8"
        Console.report([Diagnostic(.error, code: "gazetteer-unreadable", message, file: path)])
        throw ExitCode.usage
      }
      let (gazetteer, diagnostics) = UserGazetteer.parse(text, file: path)
      Console.report(diagnostics)
      guard !diagnostics.contains(where: { $0.severity == .error }) else { throw ExitCode.usage }
      recognizers.append(UserGazetteerRecognizer(gazetteer))
      digests.append(String(Digest.sha256(bytes).prefix(12)))
    }
    return (recognizers, digests)
  }
}
