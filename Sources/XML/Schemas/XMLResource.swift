/// A file that a schema or a DTD consists of.
public struct XMLResource: Sendable {
  /// What to call it in messages.
  public var name: String
  public var bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Gives the file at an absolute URI, or nil where it is not at hand: the caller decides what may be read.
///
/// A public identifier stands beside the URI where a DTD gives one.
public typealias XMLResourceLoader = (_ uri: String, _ publicID: String?) -> XMLResource?
