/// Is told which files a piece of work looks at, whoever reads them for it: what its outcome depends on.
package protocol FileObserver: Sendable {
  /// A file was read whole.
  func read(_ path: String, _ bytes: [UInt8])
  /// It was asked what stands at a path, or reading it failed.
  func looked(at path: String)
}

/// The files that the work of a task looks at.
package enum ObservedFiles {
  @TaskLocal package static var observer: (any FileObserver)?
}
