public import XML
public import XPath

/// An XPath query over TEI documents, with expressions for columns that are evaluated on each result.
///
/// Element names without prefix mean TEI; `tei` and `xml` are bound as prefixes. See `Documentation/QUERY.md`.
public struct Query: Sendable {
  /// A named column.
  public struct Column: Sendable {
    public let name: String
    public let expression: XPathQuery
  }

  public let expression: XPathQuery
  /// The columns asked for; none for the value alone.
  public let columns: [Column]
  /// What results are grouped by.
  public let groups: [Column]
  /// The names that documents have to be laid out with.
  public let names: XMLNodeNames
  public let settings: QuerySettings

  /// Compiles a query.
  ///
  /// - Parameters:
  ///   - columns: Each as `NAME=XPATH`.
  ///   - groups: What results are grouped by: each `NAME=XPATH`, an XPath, which is its own name, or the name of a column.
  /// - Throws: ``XMLError`` with code `xpath-syntax`, which says what was expected and at which column.
  public init(
    _ xpath: String, columns: [String] = [], groups: [String] = [], settings: QuerySettings = QuerySettings()
  ) throws(XMLError) {
    var names = XMLNodeNames()
    expression = try settings.compiled(xpath, &names)
    var compiled: [Column] = []
    for argument in columns {
      guard let (name, text) = Self.named(argument) else {
        throw XMLError(.xpathSyntax, "column \"\(argument)\"; expected NAME=XPATH")
      }
      compiled.append(Column(name: name, expression: try settings.compiled(text, &names)))
    }
    self.columns = compiled
    var grouping: [Column] = []
    for argument in groups {
      if let column = compiled.first(where: { $0.name == argument }) {
        grouping.append(column)
      } else if argument == Self.documentColumn {
        grouping.append(Column(name: argument, expression: try settings.compiled("''", &names)))
      } else if let (name, text) = Self.named(argument), !name.contains(where: Self.isMark) {
        grouping.append(Column(name: name, expression: try settings.compiled(text, &names)))
      } else {
        grouping.append(Column(name: argument, expression: try settings.compiled(argument, &names)))
      }
    }
    self.groups = grouping
    self.names = names
    self.settings = settings
  }

  /// What the column is called that says which document a result is from.
  public static let documentColumn = "document"

  /// The parts of `NAME=XPATH`; nil without a sign or a name.
  private static func named(_ argument: String) -> (name: String, xpath: String)? {
    guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else { return nil }
    return (String(argument[..<equals]), String(argument[argument.index(after: equals)...]))
  }

  /// Whether a character tells an expression, as `@n = 1`, from the name of a group.
  private static func isMark(_ character: Character) -> Bool { "@/[]()'\"!<>$:".contains(character) }

  /// Whether the documents of a `teiCorpus` can be looked at one at a time; else the corpus has to be taken whole.
  public var isWithinDocuments: Bool {
    expression.isWithinDocuments
      && (columns + groups).allSatisfy { $0.expression.isWithinDocuments(on: expression) }
  }

  /// The names of what is not as ``isWithinDocuments`` says, for messages.
  public var expressionsBeyondDocuments: [String] {
    guard expression.isWithinDocuments else { return [expression.text] }
    return (columns + groups).map(\.expression).filter { !$0.isWithinDocuments(on: expression) }.map(\.text)
  }
}
