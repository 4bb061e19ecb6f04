internal import CLibXML2

/// A mutual exclusion lock: libxml2's, since `Synchronization.Mutex` wants a newer macOS than the package does.
package final class Lock: @unchecked Sendable {
  private let handle: xmlMutexPtr

  package init() {
    guard let handle = xmlNewMutex() else { preconditionFailure("no memory for a lock") }
    self.handle = handle
  }

  deinit { xmlFreeMutex(handle) }

  package func withLock<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    xmlMutexLock(handle)
    defer { xmlMutexUnlock(handle) }
    return try body()
  }
}
