import ArticleModel
import TEIValidation

/// What reading a file of an archive once has brought.
struct ReadFile: Sendable {
  /// What is wrong with the schemas that it names.
  var faults: [Diagnostic] = []
  /// What is wrong by each schema.
  var bySchema: [[Diagnostic]] = []
  /// What is wrong by Schematron rules, and which of them were not run.
  var byRules: [Diagnostic] = []
  /// Whether the rules asked what time it is: then what they found does not hold for another run.
  var dependsOnTime = false
  /// Whether the files that it includes were taken in: then places are in several files.
  var isWhole = false
  /// What was read, and what it is for the rules; nil for a file that cannot be read.
  var source: DocumentSource?
  var summary: DocumentSummary?
}
