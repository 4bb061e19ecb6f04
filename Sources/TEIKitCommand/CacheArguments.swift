import ArgumentParser
import TEIKit

/// Whether and where `validate` keeps what it knows of files.
struct CacheArguments: ParsableArguments {
  @Flag(
    help: """
      Skip files that have not changed since the last run, nor their schemas; the output is the same. Kept in \
      $XDG_CACHE_HOME/teikit or ~/.cache/teikit.
      """)
  var cache = false

  @Option(help: ArgumentHelp("Keep the cache in this folder; implies --cache.", valueName: "folder"))
  var cacheDir: String?

  /// The folder; nil where there is to be no cache.
  ///
  /// - Parameter options: All options that decide what is found.
  func folder(options: [String]) throws -> CacheFolder? {
    guard cache || cacheDir != nil else { return nil }
    let standard = CacheFolder.standard(
      cacheHome: Environment.value("XDG_CACHE_HOME"), home: Environment.value("HOME"))
    guard let path = cacheDir ?? standard else {
      Console.error("Error: There is no place for the cache; expected '--cache-dir', XDG_CACHE_HOME or HOME.")
      throw ExitCode.usage
    }
    return CacheFolder(path: path, options: options)
  }
}

extension CacheFolder {
  /// Keeps what a run has found; where that cannot be, the run is as good without.
  func keepOrWarn(_ cache: ValidationCache) {
    do throws(FileFault) {
      try keep(cache)
    } catch {
      Console.report([Diagnostic(.warning, code: "cache-unwritable", error.reason, file: error.path)])
    }
  }
}
