extension DiagnosticCode {
  /// What the rules of the project find.
  static let ruleGroup = Group(
    title: "From the rules of the project",
    introduction:
      "One rule a file, in `Sources/TEIValidation/Rules`; the registry is `ValidationRules.all`. They apply to any TEI.",
    codes: [
      DiagnosticCode(
        "id-duplicate", "Two elements of a file have the same xml:id",
        example: "xml:id \"a\" is taken by element \"p\" of line 12",
        remedy: "Give one of the two another identifier, and look at the pointers to it."),
      DiagnosticCode(
        "id-name",
        "An xml:id is no XML name (as XML Schema has them, which is as XML 1.0 had them up to its fourth edition)",
        example: "xml:id \"1 p\" is no XML name; expected one as \"_1_p\"",
        remedy: "Begin with a letter or an underscore; go on with letters, digits, full stops, hyphens and underscores."
      ),
      DiagnosticCode(
        "id-shared", severity: "error in ours, else warning", "Another file of the corpus declares the same xml:id",
        example: "xml:id \"a\" is taken in file \"b.xml\"",
        remedy: "Identifiers that begin with the name of the file cannot meet."),
      DiagnosticCode(
        "id-file", "The xml:id of a TEI that teikit wrote is not the stem of the file name",
        example: "xml:id \"drone-deal\" does not go with the file name; expected \"drones\"",
        remedy: "Rename the file or the identifier, and look at the pointers to it."),
      DiagnosticCode(
        "pointer-dangling", "What a pointer points at does not exist, here, in the corpus or in the other file",
        example: "pointer \"#drone-deal.plase\" has no target; did you mean \"#drone-deal.place\"?",
        remedy: "Mend the pointer, or give its target the xml:id."),
      DiagnosticCode(
        "pointer-file", "A pointer leads to an XML file that does not exist",
        example: "pointer \"c.xml#x\" leads to file \"c.xml\", which does not exist",
        remedy: "The path is followed from the folder of the file in which the pointer stands."),
      DiagnosticCode(
        "pointer-prefix", severity: "error in ours, else warning",
        "The prefix of a pointer is not declared, and no scheme of a URI",
        example:
          "prefix \"wb\" of pointer \"wb:Q1\" is not declared; expected a prefixDef for it or the scheme of a URI; "
          + "did you mean \"wd\"?",
        remedy: "Declare the prefix by a prefixDef in the encodingDesc, or mend it."),
      DiagnosticCode(
        "pointer-empty", severity: "warning", "An attribute that holds pointers is empty",
        example: "attribute \"target\" of \"ref\" is empty; expected a pointer",
        remedy: "Write the pointer, or leave the attribute out."),
      DiagnosticCode(
        "prefix-pattern", severity: "warning", "The matchPattern or replacementPattern of a prefixDef cannot be used",
        example:
          "matchPattern=\"([a-z]\" and replacementPattern=\"#$1\" cannot be used: expected \")\" in a regular expression",
        remedy: "They are those of the function replace of XPath: a regular expression, and a text with $1 for a group."
      ),
      DiagnosticCode(
        "prefix-unmatched", "What stands behind the prefix of a pointer does not match its prefixDef",
        example: "pointer \"wd:1\" does not match the matchPattern of prefix \"wd\"; expected \"(Q[0-9]+)\"",
        remedy: "Mend the pointer or the matchPattern."),
      DiagnosticCode(
        "xinclude-target", "The element to be included is not in the file",
        example: "no element of \"b.xml\", which is to be included, has xml:id \"x\"",
        remedy: "Mend the xpointer of the xi:include, or give the element the xml:id."),
      DiagnosticCode(
        "xinclude-cycle", "A file includes itself, directly or by what it includes",
        example: "file includes \"b.xml\", which includes it again",
        remedy: "Take one of the inclusions away."),
      DiagnosticCode(
        "language-tag", severity: "warning", "A language is not written as BCP 47 has it",
        example: "xml:lang=\"fr_FR\" is no tag of a language as BCP 47 has them; did you mean \"fr-FR\"?",
        remedy: "Write the code of the language, then script and region where they matter, with hyphens."),
      DiagnosticCode(
        "language-undeclared", severity: "warning",
        "A language is used that the header does not declare, though it declares others; told once for each",
        example: "language \"la\" is not declared in langUsage; expected an element \"language\" with ident=\"la\"",
        remedy: "Add a language to the langUsage, of the file or of its corpus, or mend the xml:lang."),
      DiagnosticCode(
        "xinclude-missing", "A file to be included does not exist, or is not local",
        example: "file \"c.xml\" to be included does not exist",
        remedy: "Mend the href of the xi:include; only local files are included."),
      DiagnosticCode(
        "table-size", severity: "error in ours, else warning",
        "Rows or cols of a table is not true, spans counted; in ours also a short row",
        example: "table has 2 rows; attribute \"rows\" says 3",
        remedy: "Mend the attribute, or the rows and the spans of cells."),
      DiagnosticCode(
        "table-span", severity: "warning", "A cell lies on another, or reaches down below the table",
        example: "a cell reaches down 1 row below the last row of the table",
        remedy: "Mend rows and cols of the cells."),
      DiagnosticCode(
        "idno-empty", severity: "warning", "An idno holds nothing but white space",
        example: "\"idno\" is empty; expected an identifier, or no idno",
        remedy: "Write the identifier, or take the idno away."),
      DiagnosticCode(
        "date-impossible", "A date names a day that the calendar does not have",
        example: "when-iso=\"2021-02-30\" is a day that does not exist",
        remedy: "Mend the date. Dates of XML Schema are told by the schema, where it looks at them."),
      DiagnosticCode(
        "cert-range", "A cert is neither a number from 0 to 1 nor one of TEI's words",
        example: "cert=\"1.5\" on \"p\"; expected a number from 0 to 1, \"high\", \"medium\", \"low\" or \"unknown\"",
        remedy: "Write the certainty as one of them."),
      DiagnosticCode(
        "date-order", "A span of time ends before it begins, or when is not within it",
        example: "from=\"2024\" is later than to=\"2023\"",
        remedy: "Swap the two, or mend the one that is wrong."),
    ])
}
