extension DiagnosticCode {
  /// What a schema finds.
  static let schemaGroup = Group(
    title: "From the schema",
    introduction: "What is wrong is told once for each faulty place, with what was expected there.",
    codes: [
      DiagnosticCode(
        "element-not-allowed", "An element stands where the schema does not allow it",
        example: "element \"row\" not allowed in \"body\"; \"row\" belongs in \"table\"",
        remedy:
          "Do what the message says: another spelling, an element around it, another place among its siblings. An "
          + "unknown element is one that no part of the schema has; the customisation may have left it out."),
      DiagnosticCode(
        "content-incomplete", "An element lacks something that it must hold",
        example: "content of element \"fileDesc\" is not complete; expected \"titleStmt\" before \"publicationStmt\"",
        remedy:
          "Add what is expected, all of it after \"and\", one of it after \"or\": before the element that is named, else "
          + "before the end tag. What stands further down already is to be moved up."),
      DiagnosticCode(
        "content-value", "The text of an element is no value of its datatype",
        example: "content of element \"idno\" is \"\"; expected text that is not empty",
        remedy: "Write the value as it is expected. White space at either end does no harm."),
      DiagnosticCode(
        "text-not-allowed", "Text stands where only elements may",
        example: "text \"We walked\" not allowed in element \"div\"; expected it in \"p\", \"ab\" or \"head\"",
        remedy: "Put the text into one of the elements that are expected, or remove what is left over from editing."),
      DiagnosticCode(
        "attribute-not-allowed", "An element does not have such an attribute",
        example: "attribute \"lang\" not allowed on element \"p\"; did you mean \"xml:lang\"?",
        remedy:
          "Look whether the name is spelt right, with its prefix, and whether it belongs on another element. Otherwise "
          + "the customisation that the schema was made from has left the attribute out."),
      DiagnosticCode(
        "attribute-missing", "A required attribute is not there",
        example: "element \"list\" has no attribute \"rend\"; expected \"bulleted\", \"numbered\" or \"plain\"",
        remedy: "Add the attribute, with a value as it is expected."),
      DiagnosticCode(
        "attribute-value", "The value of an attribute is not one of those allowed",
        example:
          "attribute \"when\" of element \"date\" is \"12 May 1891\"; expected a date as \"2024-06-13\"; did you mean "
          + "\"1891-05-12\"?",
        remedy:
          "Write the value as it is expected: from a closed list as it stands there, a date as 2024-06-13, a number "
          + "with a full stop and without separators."),
      DiagnosticCode(
        "idref-dangling", "A reference of the schema's type IDREF has no target",
        example: "nothing in the document has the identifier \"mara\"",
        remedy: "Give the element that is meant this identifier, or correct the reference."),
      DiagnosticCode(
        "schema-rule", "A rule of a W3C XML Schema is broken, for which RELAX NG has none",
        example: "element \"shape\": the type definition is abstract",
        remedy:
          "Look at xsi:type and xsi:nil on the element, at what the schema declares abstract, and at its keys, of which "
          + "each field must be there."),
      DiagnosticCode(
        "schema-limit", "A schema asks for too much",
        example: "the schema has more than 2000000 parts",
        remedy: "No schema in use comes near the limits (RELAXNG.md lists them): look where it repeats itself."),
      DiagnosticCode(
        "document-limit", "A document cannot be checked to its end, since what its schema allows in it grows too much",
        example: "the document is not checked to its end: what the schema allows in it grows beyond all limits",
        remedy: "Mend what is told before, and check again; else part the document, or make the schema simpler there."),
    ])

  /// What Schematron rules find, and what is wrong with them.
  static let schematronGroup = Group(
    title: "From Schematron rules",
    introduction: "The messages are those of the schema; behind each stands the name of its test, rule or pattern.",
    codes: [
      DiagnosticCode(
        "schematron-assert", "An assertion of a Schematron schema does not hold",
        example: "A <gap> needs a @reason. (gap-reason)",
        remedy: "The message is the schema's own. A role of the test (warning, information) is the severity here."),
      DiagnosticCode(
        "schematron-report", "What a Schematron schema reports is there",
        example:
          "The @when attribute cannot be used with any other att.datable.w3c attributes. "
          + "(tei_all-att.datable.w3c-att-datable-w3c-when-constraint-rule-2)",
        remedy: "The message is the schema's own. A role of the test (warning, information) is the severity here."),
      DiagnosticCode(
        "schematron-evaluation", "A Schematron test could not be carried out on this node",
        example: "test cannot be evaluated: \"x\" is no number",
        remedy: "Look at the value that the message names; otherwise the test itself is to be mended in the schema."),
      DiagnosticCode(
        "schematron-limit", "A Schematron test took too many steps and was given up",
        example: "test was given up after 100000000 steps",
        remedy: "Part the document, or write the test so that it looks at less for each node."),
      DiagnosticCode(
        "schematron-not-run", severity: "warning", "A part of a Schematron schema is beyond what is supported",
        example: "test is not run: function \"doc\" reads other files",
        remedy: "What is not named is run. SCHEMATRON.md says what is supported."),
      DiagnosticCode(
        "schematron-schema", "A Schematron schema is not correct",
        example: "rule has no context", remedy: "Mend the schema at the place that is told."),
    ])

  /// What is wrong with a schema, or with finding it.
  static let schemaFileGroup = Group(
    title: "Schemas and catalogs",
    introduction:
      "A schema is taken from `--schema`, or found by the `xml-model` instructions of a file. Nothing is fetched.",
    codes: [
      DiagnosticCode(
        "schema-syntax", "A schema is not correct",
        example: "schema does not compile: no start pattern", remedy: "Mend the schema at the place that is told."),
      DiagnosticCode(
        "schema-unreadable", "A file of a schema cannot be read, or is not well-formed",
        example: "\"common.rng\" cannot be read: no such file",
        remedy: "Look that all files that the schema includes are there, by the names it gives."),
      DiagnosticCode(
        "schema-reference", "A schema refers to what it does not define, or to itself",
        example: "\"model.pLike\" is not defined; did you mean \"model.plike\"?",
        remedy: "Define the name, or correct the reference. Files and definitions must not lead back to themselves."),
      DiagnosticCode(
        "schema-datatype", "A schema uses a datatype, parameter or value that its library does not have",
        example: "datatype \"nonNegativInteger\" is not known; did you mean \"nonNegativeInteger\"?",
        remedy: "Look at datatypeLibrary, and at the names in XML Schema Part 2."),
      DiagnosticCode(
        "schema-restriction", "A schema breaks a restriction of section 7 of RELAX NG",
        example: "\"attribute\" inside \"list\" (RELAX NG, section 7.1.3)",
        remedy: "The section is named; the specification says what is allowed."),
      DiagnosticCode(
        "schema-identifiers", severity: "warning",
        "A schema declares ID or IDREF in a way that RELAX NG DTD Compatibility forbids",
        example: "attribute \"id\" of \"p\" is an ID here and text elsewhere; identifiers are not checked",
        remedy:
          "All else is checked. Let an attribute of one name on elements of one name have the same type everywhere."),
      DiagnosticCode(
        "schema-missing", "A file names a schema that is not at hand",
        example:
          "schema \"http://example.org/tei.rng\" is not at hand; nothing is fetched; give the file with --schema FILE, or a "
          + "catalog that knows it with --catalog FILE",
        remedy:
          "Download the schema once and name it by --schema, or list it in an XML catalog and name that by --catalog or "
          + "in the environment variable XML_CATALOG_FILES."),
      DiagnosticCode(
        "schema-language", severity: "warning", "A schema that a file names is in a language that is not checked",
        example:
          "schema \"a.nvdl\" is in a language that is not checked here; expected RELAX NG, W3C XML Schema, a DTD or Schematron",
        remedy:
          "The file is checked by its other schemas and by the rules. Name one by --schema to check more."),
      DiagnosticCode(
        "model-instruction", severity: "warning", "An xml-model instruction cannot be used",
        example: "xml-model has no href; expected the address of a schema",
        remedy: "Write it as <?xml-model href=\"…\" type=\"application/xml\" "
          + "schematypens=\"http://relaxng.org/ns/structure/1.0\"?>."),
      DiagnosticCode(
        "catalog-unreadable", "An XML catalog cannot be read, or is none",
        example:
          "element \"TEI\" is no catalog; expected \"catalog\" in namespace \"urn:oasis:names:tc:entity:xmlns:xml:catalog\"",
        remedy: "Name a catalog as OASIS XML Catalogs 1.1 has them, and look that those it leads to are there."),
    ])
}
