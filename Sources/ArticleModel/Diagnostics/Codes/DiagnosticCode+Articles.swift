extension DiagnosticCode {
  /// What is wrong with articles, and with the TEI made of them.
  static let articleGroup = Group(
    title: "Articles",
    introduction: "From `teikit annotate` and `teikit text`.",
    codes: [
      DiagnosticCode(
        "source-not-utf8", "An article is not UTF-8",
        example: "byte 7 (0xE9) is not UTF-8; expected UTF-8 (--encoding NAME or auto converts)",
        remedy: "Say --encoding windows-1252, or whatever it is in, or --encoding auto."),
      DiagnosticCode(
        "encoding-invalid", "The bytes of an article do not exist in the encoding that was named",
        example: "byte 3 (0x81) is not windows-1252; expected text in windows-1252",
        remedy: "Name the encoding that the file is in."),
      DiagnosticCode(
        "source-too-large", "An article is too large to be read",
        example: "text has 3000000000 bytes; at most 2147483647 are read",
        remedy: "Split it."),
      DiagnosticCode(
        "source-empty", "An article has no text", example: "file has no text; expected an article",
        remedy: "Leave the file out, or look why it is empty."),
      DiagnosticCode(
        "source-changed", "An article changed while programs of --recognizer read it",
        example: "file changed while recognisers read it; expected it to stay as it was",
        remedy: "Run again when nobody writes to the folder."),
      DiagnosticCode(
        "layout-missing", "A TEI file does not record the layout of its source",
        example: "the file records no source layout; expected xenoData of type \"source-layout\"",
        remedy: "The source can be written again only from TEI that teikit made, with its header as it was."),
      DiagnosticCode(
        "tei-uneditable", "A TEI file cannot be changed in its bytes",
        example: "the file is in encoding \"ISO-8859-1\"; expected UTF-8",
        remedy: "Convert the file to UTF-8, and write out the entities that it declares."),
      DiagnosticCode(
        "output-invalid", "The TEI made of an article would not be valid",
        example: "the TEI would not be valid: …; please report this, with the file",
        remedy: "It is a fault of the program, and nothing was written: please report it, with the file."),
      DiagnosticCode(
        "output-unfaithful", "The source could not be rebuilt from the TEI made of it",
        example: "the source could not be rebuilt from the TEI; please report this, with the file",
        remedy: "It is a fault of the program, and nothing was written: please report it, with the file."),
    ])

  /// What is wrong with the file of `--metadata`.
  static let metadataGroup = Group(
    title: "Metadata",
    introduction: "From the file that `teikit annotate --metadata` names: CSV with a head, or JSON Lines.",
    codes: [
      DiagnosticCode(
        "metadata-not-utf8", "The file is not UTF-8", example: "byte 12 is not UTF-8; expected UTF-8",
        remedy: "Save it as UTF-8."),
      DiagnosticCode(
        "metadata-head", "The first line has no column for the file",
        example: "first line has no column \"file\"; expected file, title, …",
        remedy: "Begin with a line of the names of the columns."),
      DiagnosticCode(
        "metadata-column", severity: "warning", "A column is not used",
        example: "column \"autor\" is not used; expected file, title, …",
        remedy: "Look whether its name is spelt right."),
      DiagnosticCode(
        "metadata-ragged", "A line has more or fewer fields than the first", example: "line has 3 fields; expected 4",
        remedy: "Put fields with commas into quotes."),
      DiagnosticCode(
        "metadata-syntax", "A line is neither CSV nor JSON", example: "line is no JSON object of strings",
        remedy: "Mend the line; in CSV a quote within quotes is written twice."),
      DiagnosticCode(
        "metadata-file", "A line names no file", example: "no file is named; expected a value for \"file\"",
        remedy: "Name the file that the line is about."),
      DiagnosticCode(
        "metadata-twice", "A file is named twice", example: "\"a.txt\" has an entry already",
        remedy: "Keep one of the lines."),
      DiagnosticCode(
        "metadata-date", "A date is not one", example: "\"5 May\" is no date; expected YYYY, YYYY-MM or YYYY-MM-DD",
        remedy: "Write the date as it is expected."),
      DiagnosticCode(
        "metadata-language", "A language is no tag of one",
        example: "\"English\" is no language tag; expected BCP 47, as en",
        remedy: "Write the tag: en, pt-BR."),
      DiagnosticCode(
        "metadata-unmatched", severity: "warning", "A line is about no article of the run",
        example: "no article of this run is called \"a.text\"", remedy: "Look whether the name is spelt right."),
    ])
}
