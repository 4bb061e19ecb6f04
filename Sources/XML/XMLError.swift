public import ArticleModel

/// What is wrong with an XML text, an XPath or a schema that was handed in.
///
/// Its description is one line as of a compiler: `a.xml:3:7: error[xml-syntax]: end tag "div" closes …`.
public struct XMLError: Error, Hashable, Sendable {
  /// The kinds of fault; the raw value is the stable code of the message.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// The text is not well-formed XML with namespaces.
    case xmlSyntax = "xml-syntax"
    /// The bytes are not in the encoding that they claim, or it is unknown.
    case xmlEncoding = "xml-encoding"
    /// The text uses an entity that is external, undeclared, holds markup or other entities, or grows too large.
    case xmlEntity = "xml-entity"
    /// The text is too deep or too large.
    case xmlLimit = "xml-limit"
    /// A file cannot be read.
    case xmlUnreadable = "xml-unreadable"
    /// An XPath expression does not compile.
    case xpathSyntax = "xpath-syntax"
    /// An XPath expression fails on a document.
    case xpathEvaluation = "xpath-evaluation"
    /// A schema does not compile.
    case schemaSyntax = "schema-syntax"
    /// A schema refers to what it does not define.
    case schemaReference = "schema-reference"
    /// A file of a schema is not at hand, or is not well-formed.
    case schemaUnreadable = "schema-unreadable"
    /// A schema is too large.
    case schemaLimit = "schema-limit"
    /// An XInclude cannot be carried out.
    case xinclude = "xinclude"
  }

  public var code: Code
  /// What is wrong, which thing in quotes, and what was expected.
  public var message: String
  /// The file as the caller named it; nil where there is none.
  public var file: String?
  /// Where in the file, or for an expression where in it.
  public var position: SourcePosition?

  public init(_ code: Code, _ message: String, file: String? = nil, position: SourcePosition? = nil) {
    self.code = code
    self.message = message
    self.file = file
    self.position = position
  }

  /// The same fault as a diagnostic of severity error.
  public var diagnostic: Diagnostic {
    Diagnostic(.error, code: code.rawValue, message, file: file, position: position)
  }
}

extension XMLError: CustomStringConvertible {
  public var description: String { diagnostic.description }
}
