/// What a person decided about entities: a row of a decisions file.
public struct Decision: Hashable, Sendable {
  public enum Verb: String, Sendable, CaseIterable {
    /// Both are one thing, whose identifier is that of the left; with ``Decision/allOfTheName`` on the right, all that
    /// have the name are.
    case same
    /// They are two things, whatever they are called.
    case different
    /// The left has the name on the right.
    case rename
    /// The left is no entity.
    case ignore
    /// Words that are never to be marked, of one type or of any.
    case block
  }

  /// On the right of "same": every entity of the archive with that name.
  public static let allOfTheName = "*"

  public var verb: Verb
  /// The type of what is blocked; nil for any.
  public var type: String?
  /// An identifier of an entity; of what is blocked, the words.
  public var left: String
  /// An identifier of another entity, or a new name.
  public var right: String
  /// The line of the file, from 1.
  public var line: Int

  public init(_ verb: Verb, type: String? = nil, left: String, right: String = "", line: Int = 0) {
    self.verb = verb
    self.type = type
    self.left = left
    self.right = right
    self.line = line
  }
}
