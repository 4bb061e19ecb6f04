public import ArticleModel
internal import XML

/// Why a schema is refused: what is wrong, where, and which rule of the specification it breaks.
public struct SchemaError: Error, Hashable, Sendable {
  /// The kinds of fault; the raw value is the stable code of the message.
  public enum Code: String, Hashable, Sendable, CaseIterable {
    /// The file is not well-formed XML or cannot be read.
    case unreadable = "schema-unreadable"
    /// Not the syntax of RELAX NG (sections 3 and 4 of the specification).
    case syntax = "schema-syntax"
    /// A name that is not defined, or a definition or file that refers to itself.
    case reference = "schema-reference"
    /// A datatype, parameter or value that its library does not have.
    case datatype = "schema-datatype"
    /// A restriction of section 7 is broken.
    case restriction = "schema-restriction"
    /// Identifiers are declared in a way that RELAX NG DTD Compatibility forbids.
    case identifiers = "schema-identifiers"
    /// The schema is too deep or too large.
    case limit = "schema-limit"
  }

  public var code: Code
  /// What is wrong, which thing in quotes, and what was expected.
  public var message: String
  /// The section of the RELAX NG specification whose rule is broken, as `7.1.2`; nil where none is.
  public var section: String?
  /// The file as the caller named it.
  public var file: String?
  public var position: SourcePosition?

  public init(
    _ code: Code, _ message: String, section: String? = nil, file: String? = nil, position: SourcePosition? = nil
  ) {
    self.code = code
    self.message = message
    self.section = section
    self.file = file
    self.position = position
  }

  /// The same fault as a diagnostic of severity error.
  public var diagnostic: Diagnostic {
    let rule = section.map { " (RELAX NG, section \($0))" } ?? ""
    return Diagnostic(.error, code: code.rawValue, message + rule, file: file, position: position)
  }
}

extension SchemaError: CustomStringConvertible {
  public var description: String { diagnostic.description }
}

extension SchemaError {
  init(_ code: Code, _ message: String, section: String? = nil, at place: SchemaPlace) {
    self.init(code, message, section: section, file: place.file, position: place.position)
  }

  init(_ error: XMLError) {
    self.init(.unreadable, error.message, file: error.file, position: error.position)
  }
}
