import XML

extension DecodedText {
  func plainPlacement() -> Placement {
    var placement = Placement()
    var before: Run?
    for run in runs {
      placement.bytes.append(contentsOf: separator(before, run).utf8)
      placement.starts.append(placement.bytes.count)
      placement.bytes.append(contentsOf: run.text)
      before = run
    }
    if !placement.bytes.isEmpty { placement.bytes.append(0x0A) }
    return placement
  }

  private func separator(_ before: Run?, _ run: Run) -> String {
    let mark = mark(of: run)
    guard let before else { return mark }
    if case .laterCell = run.context { return " | " }
    let isTogether =
      switch (before.context, run.context) {
      case (.item, .item), (.firstCell, .firstCell), (.laterCell, .firstCell): true
      default: false
      }
    return (isTogether ? "\n" : "\n\n") + mark
  }

  private func mark(of run: Run) -> String {
    guard case .item(_, let depth) = run.context else { return "" }
    let indent = String(repeating: "  ", count: min(24, max(0, depth - 1)))
    return indent + (run.number.map { "\($0). " } ?? "- ")
  }
}
