extension DiagnosticCode {
  /// What a schema finds.
  static let schemaGroup = Group(
    title: "From the schema",
    introduction: "What is wrong is told once for each faulty place, with what was expected there.",
    codes: [
      DiagnosticCode(
        "element-not-allowed", "An element stands where the schema does not allow it",
        example: "element \"hi\" not allowed in \"head\"; expected \"anchor\", \"date\" or one of …",
        remedy:
          "Look whether the name is spelt right, then whether the element belongs in another parent or at another "
          + "place among its siblings. The names that the schema would take there follow \"expected\"."),
      DiagnosticCode(
        "content-incomplete", "An element lacks something that it must hold",
        example: "content of element \"listPerson\" is not complete; expected \"person\"",
        remedy: "Add one of the elements that are expected before the end tag, or take the empty element out."),
      DiagnosticCode(
        "content-value", "The text of an element is no value of its datatype",
        example: "content of element \"idno\" is \"\"; expected text that is not empty",
        remedy: "Write the value as it is expected. White space at either end does no harm."),
      DiagnosticCode(
        "text-not-allowed", "Text stands where only elements may",
        example: "text \"stray\" not allowed in element \"body\"",
        remedy: "Put the text into an element, often \"p\" or \"ab\", or remove what is left over from editing."),
      DiagnosticCode(
        "attribute-not-allowed", "An element does not have such an attribute",
        example: "attribute \"whn\" not allowed on element \"date\"; did you mean \"when\"?",
        remedy:
          "Look whether the name is spelt right, with its prefix. Otherwise the customisation that the schema was made "
          + "from has left the attribute out."),
      DiagnosticCode(
        "attribute-missing", "A required attribute is not there",
        example: "element \"list\" has no attribute \"rend\"; expected \"bulleted\", \"numbered\" or \"plain\"",
        remedy: "Add the attribute with one of the values that are expected."),
      DiagnosticCode(
        "attribute-value", "The value of an attribute is not one of those allowed",
        example: "attribute \"cert\" of element \"p\" is \"1.5\"; expected a decimal number from 0 to 1",
        remedy:
          "Write the value as it is expected: from a closed list as it stands there, a date as 2024-05-17, a number "
          + "with a full stop."),
      DiagnosticCode(
        "schema", "The document is not valid, and no more is known",
        example: "did not expect element here", remedy: "The message is that of the library; the place is right."),
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
        "schema-missing", "A file names a schema that is not at hand",
        example:
          "schema \"http://example.org/tei.rng\" is not at hand; nothing is fetched; give the file with --schema FILE, or a "
          + "catalog that knows it with --catalog FILE",
        remedy:
          "Download the schema once and name it by --schema, or list it in an XML catalog and name that by --catalog or "
          + "in the environment variable XML_CATALOG_FILES."),
      DiagnosticCode(
        "schema-language", severity: "warning", "A schema that a file names is in a language that is not checked",
        example: "schema \"a.xsd\" is in W3C XML Schema, which is not checked here; expected RELAX NG",
        remedy:
          "The file is checked by its other schemas and by the rules. Name one in RELAX NG by --schema to check more."),
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
