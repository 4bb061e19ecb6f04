extension DiagnosticCode {
  /// What `extract tables` mends or leaves out.
  static let tableGroup = Group(
    title: "Tables that are extracted",
    introduction: "Notes of `extract tables` on what had to be mended: the tables are written all the same.",
    codes: [
      DiagnosticCode(
        "table-rows-short", severity: "note", "Rows of a table have fewer cells than its widest",
        example: "2 of 12 rows have fewer than 5 cells; filled up with empty ones",
        remedy: "Look whether a cell is missing in the middle: the empty ones are put at the end."),
      DiagnosticCode(
        "table-without-rows", severity: "note", "A table has no rows", example: "table has no rows",
        remedy: "Nothing is to be done; a picture may stand in place of the rows."),
      DiagnosticCode(
        "table-span-too-large", severity: "note", "A cell spans far more rows or columns than the table has",
        example: "a cell spans far more than the table has; taken for one row and column each",
        remedy: "Correct the attributes rows and cols, or those of CALS and HTML."),
      DiagnosticCode(
        "table-too-ragged", severity: "warning",
        "A table cannot be laid out: filled up, it would be many times as large",
        example: "rows have up to 90000 cells, and most far fewer; the table is left out",
        remedy: "Look at the widest row: its cells may have been rows."),
      DiagnosticCode(
        "table-too-large", severity: "warning", "A table has more rows or columns than a workbook or a database takes",
        example: "table \"t1\" has more rows or columns than a sheet of a workbook; it is left out",
        remedy: "Write it in another format."),
      DiagnosticCode(
        "cell-too-long", severity: "warning", "A cell has more text than one of a workbook takes",
        example: "table \"t1\" has cells of more than 32,767 characters; they are cut",
        remedy: "Write the table in another format."),
    ])
}
