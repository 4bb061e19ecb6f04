extension DiagnosticCode {
  /// What is wrong with XML and XPath.
  static let xmlGroup = Group(
    title: "XML and XPath",
    introduction:
      "Nothing is repaired: a file that is not well-formed is not checked further, and the first fault is told.",
    codes: [
      DiagnosticCode(
        "xml-syntax", "The text is not well-formed XML with namespaces",
        example: "end tag \"a\" closes element \"b\" of line 2; expected \"</b>\"",
        remedy: "Mend it at the place that is told, or a little before it: a tag that is not closed is noticed late."),
      DiagnosticCode(
        "xml-encoding", "The bytes are not in the encoding that they claim, or it is not known",
        example: "the bytes are not text in encoding \"UTF-16\"",
        remedy: "Mend the declaration at the beginning of the file, or convert the file to UTF-8 and declare nothing."),
      DiagnosticCode(
        "xml-entity", "An entity is external, not declared in the file, or refers to itself",
        example: "entity \"mdash\" is not declared in the file; expected its text or a character reference",
        remedy:
          "External entities and DTDs are not read: write the character itself, or declare the entity in the file."),
      DiagnosticCode(
        "xml-limit", "The text is deeper, or grows larger, than anything meant to be read",
        example: "elements nest deeper than 2048 levels",
        remedy: "The limits are there for files made to do harm. If yours is not one, please report it."),
      DiagnosticCode(
        "xml-unreadable", "A file cannot be read",
        example: "cannot be read: No such file or directory", remedy: "Look at its path and its permissions."),
      DiagnosticCode(
        "not-tei", "A file is XML, but not TEI",
        example:
          "root element \"html\" in no namespace is no TEI; expected \"TEI\" or \"teiCorpus\" in \"http://www.tei-c.org/ns/1.0\"",
        remedy:
          "Name TEI files; where only the namespace is missing, add xmlns=\"http://www.tei-c.org/ns/1.0\" to the root."),
      DiagnosticCode(
        "exchange-unreadable", "A file to compare is not as its format has it",
        example: "\"T1\" has no span; expected a type and two offsets",
        remedy: "Look at the line, and whether --from names the format."),
      DiagnosticCode(
        "xpath-syntax", "An XPath expression does not compile",
        example: "\"p[]\" is no XPath 1.0: expected an expression, found \"]\", at column 3",
        remedy: "Expressions are XPath 1.0; the column is told."),
      DiagnosticCode(
        "xpath-evaluation", "An XPath expression fails on a document",
        example: "\"f()\" on \"a.xml\": unregistered function",
        remedy: "Use only functions of XPath 1.0 and prefixes that are known, and narrow what \"//\" has to visit."),
      DiagnosticCode(
        "xinclude", "An XInclude cannot be carried out",
        example: "\"a.xml\" includes itself",
        remedy: "Mend the href or the xpointer of the xi:include; only local files are included."),
    ])
}
