import ArticleModel
import TEIValidation
import Testing

@Suite struct DiagnosticSummaryTests {
  private func diagnostics(_ code: String, _ severity: Diagnostic.Severity, _ counts: [Int]) -> [Diagnostic] {
    counts.enumerated().flatMap { file, count in
      Array(repeating: Diagnostic(severity, code: code, "m", file: "\(file).xml"), count: count)
    }
  }

  @Test func countsByCode() {
    let found =
      diagnostics("id-name", .error, [1]) + diagnostics("element-not-allowed", .error, [10, 2])
      + diagnostics("pointer-dangling", .warning, [3])
    let summary = DiagnosticSummary(found, files: 4)
    #expect(summary.line == "4 files checked: 13 errors, 3 warnings")
    #expect(summary.counts.map(\.count) == [12, 3, 1])
    let meanings = [
      "12 errors   in 2 files  element-not-allowed  ", " 3 warnings in 1 file ", " 1 error    in 1 file ",
    ]
    for (line, start) in zip(summary.table, meanings) { #expect(line.hasPrefix(start)) }
    let columns = Set(
      summary.table.map { $0.distance(from: $0.startIndex, to: $0.firstRange(of: " file")!.upperBound) })
    #expect(columns.count == 1)
  }

  @Test func hasNoTableWhereNothingComesTwice() {
    #expect(DiagnosticSummary([], files: 1).table.isEmpty)
    #expect(DiagnosticSummary([], files: 1).line == "1 file checked: no faults")
    let one = diagnostics("id-name", .error, [1]) + diagnostics("id-file", .error, [1])
    #expect(DiagnosticSummary(one, files: 2).table.isEmpty)
  }

  /// Rules of Schematron give codes that no table explains.
  @Test func knowsNoMeaningOfOtherCodes() {
    #expect(DiagnosticSummary(diagnostics("x", .note, [2]), files: 1).table == ["2 notes in 1 file  x"])
  }
}
