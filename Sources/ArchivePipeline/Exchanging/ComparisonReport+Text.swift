import Exchange

extension ComparisonReport {
  /// The columns and rows of the scores by type, with the means last: for formats of rows.
  public static let columns = ["type", "a", "b", "found", "precision", "recall", "f1"]

  public var rows: [[String]] {
    func row(_ name: String, _ scores: TypeScores) -> [String] {
      [
        name, String(scores.reference), String(scores.response), Self.count(scores.found(scheme)),
        Self.decimal(scores.precision(scheme)), Self.decimal(scores.recall(scheme)), Self.decimal(scores.f1(scheme)),
      ]
    }
    let macro = tally.macro(scheme)
    return tally.types.sorted { $0.key < $1.key }.map { row($0.key, $0.value) } + [
      row("(micro)", tally.overall),
      ["(macro)", "", "", "", Self.decimal(macro.precision), Self.decimal(macro.recall), Self.decimal(macro.f1)],
    ]
  }

  /// The report for people, in lines.
  public var text: String {
    var lines = documentLines
    lines.append(
      "\(tally.added) added, \(tally.removed) removed, \(tally.changed) changed"
        + (tally.outside > 0 ? ", \(tally.outside) not compared, where the texts differ" : ""))
    guard !tally.types.isEmpty else { return lines.joined(separator: "\n") }
    lines.append("")
    lines += Self.aligned([Self.columns] + rows)
    lines.append("")
    lines += Self.aligned(
      [["match", "precision", "recall", "f1"]]
        + MatchScheme.allCases.map { scheme in
          let all = tally.overall
          return [
            scheme.name, Self.decimal(all.precision(scheme)), Self.decimal(all.recall(scheme)),
            Self.decimal(all.f1(scheme)),
          ]
        })
    lines.append("")
    if let interval {
      let bounds = "\(Self.decimal(interval.low)) to \(Self.decimal(interval.high))"
      lines.append("F1 (\(scheme.name)), 95 % interval: \(bounds)")
    }
    lines += confusionLines + agreementLines
    return lines.joined(separator: "\n")
  }

  private var documentLines: [String] {
    var lines = ["\(documents) document\(documents == 1 ? "" : "s") compared"]
    if !onlyReference.isEmpty { lines.append("only in A: " + Self.some(onlyReference)) }
    if !onlyResponse.isEmpty { lines.append("only in B: " + Self.some(onlyResponse)) }
    if !correctedTexts.isEmpty {
      let words = correctedTexts.reduce((0, 0)) { ($0.0 + $1.referenceWords, $0.1 + $1.responseWords) }
      lines.append(
        "other text: \(Self.some(correctedTexts.map(\.document))) (\(words.0) words of A, \(words.1) of B); aligned")
    }
    return lines
  }

  private var confusionLines: [String] {
    let confused = tally.confusion.filter {
      !$0.key.reference.isEmpty && !$0.key.response.isEmpty && $0.key.reference != $0.key.response
    }
    guard !confused.isEmpty else { return [] }
    let sorted = confused.sorted {
      ($1.value, $0.key.reference, $0.key.response) < ($0.value, $1.key.reference, $1.key.response)
    }
    return ["Types changed: " + Self.some(sorted.map { "\($0.key.reference) to \($0.key.response) \($0.value)" })]
  }

  private var agreementLines: [String] {
    let linking = tally.linking
    var lines: [String] = []
    if linking.spans > 0 {
      lines.append("Same entity: \(linking.same) of \(linking.spans) spans (\(Self.decimal(linking.accuracy)))")
    }
    let (tokens, units) = (tally.tokens, tally.units)
    lines.append(
      "Cohen's kappa: \(Self.decimal(tokens.kappa)) of \(tokens.tokens) tokens, \(Self.decimal(tokens.annotatedKappa)) of "
        + "the \(tokens.annotatedTokens) that are annotated")
    lines.append(
      "Krippendorff's unitizing alpha: \(Self.decimal(units.alpha)), of boundaries alone \(Self.decimal(units.binaryAlpha))"
    )
    return lines
  }

  // MARK: Words

  private static let shown = 5

  private static func some(_ names: [String]) -> String {
    let rest = names.count - shown
    return names.prefix(shown).joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
  }

  /// Three places; "-" where there is no value.
  static func decimal(_ value: Double?) -> String {
    guard let value else { return "-" }
    let thousandths = Int((value.magnitude * 1_000).rounded())
    let fraction = String(thousandths % 1_000)
    return (value < 0 && thousandths > 0 ? "-" : "") + "\(thousandths / 1_000)."
      + String(repeating: "0", count: 3 - fraction.count) + fraction
  }

  /// A whole number or one and a half.
  private static func count(_ value: Double) -> String {
    value == value.rounded() ? String(Int(value)) : "\(Int(value)).5"
  }

  /// Rows with their columns under each other, the first to the left.
  private static func aligned(_ rows: [[String]]) -> [String] {
    let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return column == 0 ? cell + space : space + cell
      }.joined(separator: "  ")
    }
  }
}

extension AnnotationDifference {
  /// A line for people: where, what and the words around it.
  public var line: String {
    let side = reference ?? response!
    var place = document
    if side.line > 0 { place += ":\(side.line)" }
    func described(_ side: Side) -> String { "\(side.annotation.type) \"\(side.text)\"" }
    guard kind == .changed, let reference, let response else {
      return "\(place): \(kind.rawValue) \(described(side))  (\(left)[\(side.text)]\(right))"
    }
    let changes = fields.map { field in
      let (old, new) = (Self.value(of: field, reference), Self.value(of: field, response))
      return "\(field.rawValue) \"\(old)\" to \"\(new)\""
    }
    return "\(place): changed \(described(reference)): " + changes.joined(separator: ", ")
  }

  private static func value(of field: ChangedField, _ side: Side) -> String {
    let annotation = side.annotation
    return switch field {
    case .span: side.text
    case .type: annotation.type
    case .entity: annotation.entity
    case .value: annotation.value
    case .cert: annotation.certainty
    case .element: annotation.element
    case .note: annotation.note
    }
  }
}
