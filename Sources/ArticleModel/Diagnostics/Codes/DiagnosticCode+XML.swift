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
        "exchange-unreadable", "A file to compare or to bring home is not as its format has it",
        example: "\"T1\" has no span; expected a type and two offsets",
        remedy: "Look at the line, and whether --from names the format; mend the file, or save it anew in the tool."),
      DiagnosticCode(
        "xpath-syntax", "An XPath expression does not compile",
        example: "\"p[]\" is no XPath: expected an expression, found \"]\", at column 3",
        remedy: "The column is told; QUERY.md has the functions that there are."),
      DiagnosticCode(
        "xpath-evaluation", "An XPath expression fails on a document",
        example: "\"replace(., '(', '')\": \"(\" is no regular expression: expected \")\"",
        remedy:
          "Look at what the expression meets in this document; narrow what \"//\" has to visit where it takes too long."
      ),
      DiagnosticCode(
        "query-name", severity: "warning", "A query that finds nothing asks for a name that no document has",
        example: "no element is named \"tablee\" in 35 documents; did you mean \"table\"?",
        remedy: "Upper and lower case count; attributes have an @, and some the prefix xml: before them."),
      DiagnosticCode(
        "query-namespace", severity: "warning", "A query that finds nothing asks for names of another namespace",
        example:
          "element \"p\" is in no namespace in 12 documents, the query asks for it in \"http://www.tei-c.org/ns/1.0\"; "
          + "--no-namespace lets names without prefix mean that",
        remedy: "Names without prefix mean TEI P5. --no-namespace is for TEI P4 and files without namespaces, "
          + "--namespace PREFIX=URI for others."),
      DiagnosticCode(
        "query-value", severity: "warning", "A query that finds nothing asks for a value that no attribute has",
        example: "no attribute \"type\" is \"fulll\" in 35 documents; did you mean \"full\"?",
        remedy: "Look at the values that there are: teikit query '//@type' FILES --group-by ."),
      DiagnosticCode(
        "query-whole", severity: "note", "A large corpus is held in memory whole for a query",
        example: "\"count(//TEI)\" may look at several documents of a corpus: a teiCorpus is held in memory whole; "
          + "expected an expression within one TEI, as \"//table\"",
        remedy: "Nothing is wrong. An expression that stays below each TEI takes less memory: QUERY.md says which do."),
      DiagnosticCode(
        "xinclude", "An XInclude cannot be carried out",
        example: "\"a.xml\" includes itself",
        remedy: "Mend the href or the xpointer of the xi:include; only local files are included."),
    ])
}
