internal import ArticleModel

/// A token of the compact syntax.
struct CompactToken {
  enum Kind: Equatable {
    /// A keyword or another name without colon.
    case name(String)
    /// A name after a backslash, which is never a keyword.
    case quotedName(String)
    /// `prefix:local`
    case prefixedName(prefix: String, local: String)
    /// `prefix:*`
    case namespaceName(String)
    case literal(String)
    /// An operator or bracket.
    case symbol(String)
    /// A line that begins with `##`.
    case documentation
    case end
  }

  var kind: Kind
  var position: SourcePosition

  static let keywords: Set<String> = [
    "attribute", "default", "datatypes", "div", "element", "empty", "external", "grammar", "include", "inherit", "list",
    "mixed", "namespace", "notAllowed", "parent", "start", "string", "text", "token",
  ]

  /// How messages call it.
  var title: String {
    switch kind {
    case .name(let name): "\"\(name)\""
    case .quotedName(let name): "\"\\\(name)\""
    case .prefixedName(let prefix, let local): "\"\(prefix):\(local)\""
    case .namespaceName(let prefix): "\"\(prefix):*\""
    case .literal(let text): "the text \(Phrase.quoted(text))"
    case .symbol(let symbol): "\"\(symbol)\""
    case .documentation: "a comment that begins with \"##\""
    case .end: "the end of the file"
    }
  }
}
