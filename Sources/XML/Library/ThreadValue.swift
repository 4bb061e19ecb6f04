#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Darwin
#endif

/// An object that callbacks of C find on their thread, where C hands them nothing of ours.
final class ThreadValue<Value: AnyObject>: @unchecked Sendable {
  // Unchecked: the key never changes, and what is behind it belongs to the thread.
  private let key: pthread_key_t

  init() {
    var key = pthread_key_t()
    guard pthread_key_create(&key, nil) == 0 else { preconditionFailure("no more values of threads are to be had") }
    self.key = key
  }

  /// What the innermost ``with(_:_:)`` of this thread has put there.
  var value: Value? { pthread_getspecific(key).map { Unmanaged<Value>.fromOpaque($0).takeUnretainedValue() } }

  /// Runs `body` with an object in place.
  func with<Result>(_ value: Value, _ body: () -> Result) -> Result {
    let former = pthread_getspecific(key)
    set(Unmanaged.passUnretained(value).toOpaque())
    defer { set(former) }
    return withExtendedLifetime(value, body)
  }

  private func set(_ pointer: UnsafeMutableRawPointer?) {
    guard pthread_setspecific(key, pointer) == 0 else { preconditionFailure("no memory for a value of a thread") }
  }
}
