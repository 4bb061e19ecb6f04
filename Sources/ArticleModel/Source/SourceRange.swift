/// A half-open range of UTF-8 byte offsets into a ``SourceText``.
///
/// Two `Int32` rather than `Range<Int>`: an article has a range for each token, and eight bytes a range keep
/// them in the cache. A source is at most `Int32.max` bytes long.
@frozen
public struct SourceRange: Hashable, Sendable {
  /// The offset of the first byte.
  public var start: Int32
  /// The offset after the last byte.
  public var end: Int32

  @inlinable
  public init(start: Int32, end: Int32) {
    self.start = start
    self.end = end
  }

  @inlinable
  public init(_ range: Range<Int>) {
    self.init(start: Int32(range.lowerBound), end: Int32(range.upperBound))
  }

  /// The range as offsets of an array of bytes.
  @inlinable public var bytes: Range<Int> { Int(start)..<Int(end) }
  /// The length in bytes.
  @inlinable public var count: Int { Int(end) - Int(start) }
  @inlinable public var isEmpty: Bool { start == end }

  /// Whether every byte of `other` lies in this range.
  @inlinable
  public func contains(_ other: SourceRange) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two ranges share a byte.
  @inlinable
  public func overlaps(_ other: SourceRange) -> Bool { start < other.end && other.start < end }
}
