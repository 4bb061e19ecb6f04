extension DiagnosticCode {
  /// What is wrong with programs that find entities.
  static let recognizerGroup = Group(
    title: "Recognisers of others",
    introduction:
      "From the programs that `teikit annotate --recognizer` names; `Documentation/RECOGNIZERS.md` has their protocol.",
    codes: [
      DiagnosticCode(
        "recognizer-failed", "A program could not be run, or ended too early",
        example: "recogniser \"ner.py\" ended with status 1 after 3 of 8 articles; expected status 0",
        remedy: "Run the program alone and look at what it says."),
      DiagnosticCode(
        "recognizer-answer", "An answer of a program is not as the protocol has it",
        example: "recogniser \"ner.py\", line 4: answer has no \"id\"; expected that of its article",
        remedy: "Mend the program."),
      DiagnosticCode(
        "recognizer-article", "A program could not read an article",
        example: "recogniser \"ner.py\", line 4: it could not read the article: too long",
        remedy: "The reason is the program's."),
      DiagnosticCode(
        "recognizer-span", "A program found something where no text is",
        example: "recogniser \"ner.py\", line 4: span 10 to 9 is empty; expected an end after its start",
        remedy: "Mend the program; look whether it counts in the unit that it names."),
      DiagnosticCode(
        "recognizer-label", severity: "note", "A program uses a label that is no type of teikit",
        example:
          "label \"MISC\" is no type of teikit; 3 mentions left out (--recognizer-type MISC=TYPE takes them, =none leaves "
          + "them out in silence)",
        remedy: "Say which type it is by --recognizer-type."),
    ])

  /// What is wrong with the file of `--gazetteer`.
  static let gazetteerGroup = Group(
    title: "Gazetteers",
    introduction:
      "From the files that `--gazetteer` names: a line each of name, type and, optionally, identifier, with tabs between.",
    codes: [
      DiagnosticCode(
        "gazetteer-unreadable", "The file is not UTF-8, or too large",
        example: "file is not UTF-8 or too large; expected lines of name, type and identifier in UTF-8",
        remedy: "Save it as UTF-8."),
      DiagnosticCode(
        "gazetteer-columns", "A line has too few or too many columns",
        example: "row has 1 columns; expected name, type and, optionally, identifier",
        remedy: "Put one tab between two columns."),
      DiagnosticCode(
        "gazetteer-name", "A name cannot be looked up",
        example: "name \"—\" cannot be looked up; expected a letter or digit, at most 254 bytes",
        remedy: "Leave the line out."),
      DiagnosticCode(
        "gazetteer-type", "A type is not known", example: "type \"firm\" is not known; expected one of person, …",
        remedy: "Use one of the types that are expected."),
      DiagnosticCode(
        "gazetteer-identifier", "An identifier is not one",
        example: "identifier \"42\" is not one; expected authority:value or a Wikidata item such as Q42",
        remedy: "Write authority:value, or leave the column empty."),
    ])

  /// What is wrong with decisions on entities.
  static let decisionGroup = Group(
    title: "Decisions on entities",
    introduction: "From the files that `--decisions` names.",
    codes: [
      DiagnosticCode(
        "decisions-unreadable", "The file is not UTF-8, or too large", example: "file is not UTF-8 or too large",
        remedy: "Save it as UTF-8."),
      DiagnosticCode(
        "decision-verb", "A decision is not known",
        example: "decision \"join\" is not known; expected same, different, …",
        remedy: "Use one of those that are expected, or ? for none."),
      DiagnosticCode(
        "decision-columns", "A decision lacks something",
        example: "\"same\" has nothing in column \"right\"; expected the identifier of an entity",
        remedy: "Fill the column."),
      DiagnosticCode(
        "decision-itself", "A decision is about one entity where it should be about two",
        example: "left and right are both \"person.a\"; expected the identifiers of two entities",
        remedy: "Mend one of the two."),
      DiagnosticCode(
        "decision-type", "A type is not known", example: "type \"firm\" is not known; expected any, person, …",
        remedy: "Use one of the types that are expected."),
      DiagnosticCode(
        "decision-unknown", severity: "warning, or note where it is ignored",
        "A decision is about an entity that the archive does not have",
        example: "no entity of the archive is called \"person.b\"; teikit entities list shows all",
        remedy: "Look whether the identifier is spelt right, or leave the line out."),
      DiagnosticCode(
        "decision-kinds", "Two entities that are to be one are of different kinds",
        example: "\"person.a\" and \"place.a\" are of different kinds; expected two of one kind",
        remedy: "Leave the line out."),
      DiagnosticCode(
        "decision-contradiction", "Decisions contradict each other",
        example:
          "\"person.a\" and \"person.b\" are different here, but line 3 says that they are the same; expected one or the other",
        remedy: "Keep one of the lines that are named."),
    ])
}
