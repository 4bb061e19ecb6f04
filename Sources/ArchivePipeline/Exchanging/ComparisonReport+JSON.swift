import Exchange
import TEIValidation

extension ComparisonReport {
  /// The report as JSON, the shape of which Documentation/DIFF.md tells.
  ///
  /// - Parameter differences: A member of their own where they are given.
  public func json(differences: [AnnotationDifference]? = nil) -> String {
    let tally = self.tally
    var members: [(String, JSONValue)] = [
      (
        "documents",
        .object([
          ("compared", .number(documents)), ("failed", .number(failures)),
          ("onlyA", .array(onlyReference.map(JSONValue.string))), ("onlyB", .array(onlyResponse.map(JSONValue.string))),
          ("correctedText", .array(correctedTexts.map(Self.json))),
        ])
      ),
      (
        "differences",
        .object([
          ("added", .number(tally.added)), ("removed", .number(tally.removed)), ("changed", .number(tally.changed)),
          ("notCompared", .number(tally.outside)),
        ])
      ),
      ("match", .string(scheme.name)),
      ("micro", Self.scores(tally.overall, interval)),
      ("macro", macroScores),
      (
        "types",
        .array(
          tally.types.sorted { $0.key < $1.key }.map { type, scores in
            .object([("type", .string(type)), ("scores", Self.scores(scores, nil))])
          })
      ),
      ("confusion", confusion), ("linking", linking), ("agreement", agreement),
    ]
    if let differences { members.append(("list", .array(differences.map(Self.json)))) }
    return JSONValue.object(members).page(depth: 4)
  }

  private static func json(_ text: CorrectedText) -> JSONValue {
    .object([
      ("document", .string(text.document)), ("wordsOnlyA", .number(text.referenceWords)),
      ("wordsOnlyB", .number(text.responseWords)),
    ])
  }

  private static func scores(_ scores: TypeScores, _ interval: BootstrapInterval?) -> JSONValue {
    var members: [(String, JSONValue)] = [("a", .number(scores.reference)), ("b", .number(scores.response))]
    for scheme in MatchScheme.allCases {
      members.append(
        (
          scheme.name,
          .object([
            ("found", .decimal(scores.found(scheme))), ("precision", .decimal(scores.precision(scheme))),
            ("recall", .decimal(scores.recall(scheme))), ("f1", .decimal(scores.f1(scheme))),
          ])
        ))
    }
    if let interval {
      members.append(("f1Interval95", .array([.decimal(interval.low), .decimal(interval.high)])))
    }
    return .object(members)
  }

  private var macroScores: JSONValue {
    .object(
      MatchScheme.allCases.map { scheme in
        let macro = tally.macro(scheme)
        return (
          scheme.name,
          .object([
            ("precision", .decimal(macro.precision)), ("recall", .decimal(macro.recall)), ("f1", .decimal(macro.f1)),
          ])
        )
      })
  }

  private var confusion: JSONValue {
    .array(
      tally.confusion.sorted { ($0.key.reference, $0.key.response) < ($1.key.reference, $1.key.response) }
        .map { confusion, count in
          .object([
            ("a", .string(confusion.reference)), ("b", .string(confusion.response)), ("count", .number(count)),
          ])
        })
  }

  private var linking: JSONValue {
    .object([
      ("spans", .number(tally.linking.spans)), ("linkedByBoth", .number(tally.linking.linkedByBoth)),
      ("same", .number(tally.linking.same)), ("accuracy", .decimal(tally.linking.accuracy)),
    ])
  }

  private var agreement: JSONValue {
    .object([
      ("tokens", .number(tally.tokens.tokens)), ("kappa", .decimal(tally.tokens.kappa)),
      ("annotatedTokens", .number(tally.tokens.annotatedTokens)),
      ("annotatedKappa", .decimal(tally.tokens.annotatedKappa)), ("unitizingAlpha", .decimal(tally.units.alpha)),
      ("unitizingAlphaBinary", .decimal(tally.units.binaryAlpha)), ("nestedLeftOut", .number(tally.nested)),
    ])
  }

  private static func json(_ difference: AnnotationDifference) -> JSONValue {
    .object(
      zip(AnnotationDifference.columns, difference.row).map { name, value in
        name.hasPrefix("line") ? (name, Int(value).map(JSONValue.number) ?? .decimal(nil)) : (name, .string(value))
      })
  }
}
