import ArticleModel
import TEIValidation
import Testing

@Suite struct DiagnosticFormatTests {
  private let diagnostics = [
    Diagnostic(.error, code: "a-b", "\"x\" \\ \u{1}\n", file: "a.xml", position: SourcePosition(line: 3, column: 7)),
    Diagnostic(.warning, code: "c", "é"),
  ]

  @Test func writesText() {
    #expect(DiagnosticFormat.text.string([diagnostics[1]]) == "warning[c]: é\n")
    #expect(DiagnosticFormat.text.string([]) == "")
  }

  @Test func writesJSON() {
    #expect(DiagnosticFormat.json.string([]) == "[]\n")
    #expect(
      DiagnosticFormat.json.string(diagnostics) == #"""
        [
          {"file": "a.xml", "line": 3, "column": 7, "severity": "error", "code": "a-b", "message": "\"x\" \\ \u0001\n"},
          {"severity": "warning", "code": "c", "message": "é"}
        ]

        """#)
  }
}
