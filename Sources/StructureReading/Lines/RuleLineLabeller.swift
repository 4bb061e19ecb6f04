import ArticleModel

/// Labels lines by rules: tables and lists by their marks, furniture by its phrases, headings and front matter by shape.
public struct RuleLineLabeller: LineLabeller {
  public init() {}

  public func labels(of lines: [SourceLine], in source: SourceText) -> [LineLabel] {
    source.bytes.withUnsafeBufferPointer { bytes in
      var labels = Self.settled(lines, source, bytes)
      HeadingLines(lines: lines, bytes: bytes).label(&labels)
      HeadingLevels(lines: lines, bytes: bytes).assign(&labels)
      return Self.filled(labels, lines)
    }
  }

  public func explanations(of lines: [SourceLine], in source: SourceText) -> [LineExplanation] {
    RuleReasons.explanations(labels(of: lines, in: source), lines, source)
  }

  /// What marks and phrases settle: everything but headings that nothing marks.
  static func settled(
    _ lines: [SourceLine], _ source: SourceText, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> [LineLabel?] {
    var labels = [LineLabel?](repeating: nil, count: lines.count)
    TableLines(lines: lines, bytes: bytes).label(&labels)
    ListLines(lines: lines, bytes: bytes).label(&labels)
    MarkedLines(lines: lines, bytes: bytes).label(&labels)
    FurnitureLines(lines: lines, bytes: bytes).label(&labels)
    WrappedLines(lines: lines, bytes: bytes).label(&labels)
    FrontMatterLines(lines: lines, bytes: bytes).label(&labels)
    NumberedHeadings(lines: lines, bytes: bytes).label(&labels)
    Headlines(lines: lines, bytes: bytes).label(&labels)
    DefinitionLines(lines: lines, bytes: bytes).label(&labels)
    return labels
  }

  /// How sure it is that a line of which nothing was said is a paragraph.
  static let paragraphCertainty: Float = 0.95

  /// The labels with paragraphs where nothing was said.
  static func filled(_ labels: [LineLabel?], _ lines: [SourceLine]) -> [LineLabel] {
    zip(lines, labels).map { line, label in
      label ?? LineLabel(line.isBlank ? .blank : .paragraph, line.text, certainty: paragraphCertainty)
    }
  }
}

extension Array where Element == LineLabel? {
  /// Whether nothing has been said of a line that is not blank.
  func isOpen(_ index: Int, _ lines: [SourceLine]) -> Bool { self[index] == nil && !lines[index].isBlank }

  /// The next line after `index` that is neither blank nor a mark.
  func next(after index: Int, _ lines: [SourceLine]) -> Int? {
    var next = index + 1
    while next < lines.count {
      if !lines[next].isBlank, self[next]?.kind != .mark { return next }
      next += 1
    }
    return nil
  }
}
