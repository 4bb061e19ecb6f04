extension DiagnosticCode {
  /// What keeps corrections from coming home.
  static let importGroup = Group(
    title: "Corrections that come home",
    introduction:
      "From `teikit import`. What is told as an error is left as it is, and the rest goes on; `Documentation/IMPORT.md` has examples.",
    codes: [
      DiagnosticCode(
        "import-format", "The folder holds an export to another format",
        example: "the folder holds an export to brat; expected one to webanno",
        remedy: "Name that format by --from."),
      DiagnosticCode(
        "import-document", "A file belongs to no document of the archive, or to several",
        example: "the archive has no document \"ferry.xml\"; expected that of this file",
        remedy: "Name the archive that was exported by --into; keep teikit-export.json beside the files."),
      DiagnosticCode(
        "import-text", "The text is not the one that was exported",
        example: "the text has \"Rega now\"; expected \"Riga now\", as the TEI has it",
        remedy: "Correct the text in the TEI, export anew, and annotate that; annotations alone come home."),
      DiagnosticCode(
        "import-version", "The TEI file has changed since it was exported, and so has the annotation",
        example:
          "person \"Ana\" is changed, but the TEI has another one since it was exported",
        remedy: "Make the change in the TEI, or export anew and annotate that."),
      DiagnosticCode(
        "import-identifier", "Which annotation of the TEI is meant is not to be told",
        example: "\"a.m.1\" is the identifier of several annotations; expected one",
        remedy: "Take the identifier from those that are new."),
      DiagnosticCode(
        "import-removal", "Most annotations would be removed, and nothing tells which were exported",
        example:
          "12 of 20 annotations would be removed, and no teikit-export.json says which were exported; expected …",
        remedy: "Keep teikit-export.json beside the files, or say --allow-removals."),
      DiagnosticCode(
        "import-passed", severity: "note",
        "What an annotator rejected, or made beside annotations of words, is passed over",
        example: "the answer is \"reject\"; the document is passed over",
        remedy:
          "Nothing to do; to take over a document, accept it in the tool. Relations and layers of your own stay in its files."
      ),
      DiagnosticCode(
        "import-span", "An annotation has no words, or those of several blocks",
        example: "the new person has no words; expected some",
        remedy: "Mark the words of one heading, paragraph, item or cell."),
      DiagnosticCode(
        "import-type", severity: "error in ours, else warning", "A type is not known to the document",
        example: "\"Ana\": type \"hero\" is not known; expected one of country, …",
        remedy: "Use one of the types that are expected; documents of others take the new one as a type."),
      DiagnosticCode(
        "import-entity", severity: "error in ours where nothing declares it, else warning",
        "A reference leads to nothing, or to a thing of another kind",
        example: "\"Ana\": nothing declares \"person.ana\"; expected an entity of the document, or a URI",
        remedy: "Refer to an entity of the document's register, or to a URI."),
      DiagnosticCode(
        "import-value", "A value is none, or what is annotated has none",
        example: "\"13 June\": \"June\" is no value of date; expected a date as 2024-06-13, …",
        remedy: "Write the value as it is expected, or leave it empty."),
      DiagnosticCode(
        "import-pointer", "Something points to an annotation that was taken away, or a note is not in standOff",
        example: "\"Ana\": something points to \"a.m.1\", which is taken away; expected no pointer to it",
        remedy: "Look at what points to it, and decide in the TEI."),
      DiagnosticCode(
        "import-invalid", "With a change a file would have faults that it has not now",
        example: "person \"Ana\" is added, and left as it was: the TEI would not be valid: …",
        remedy: "Mend what is told, or make the change in the TEI; all others of the file came home."),
    ])
}
