import ArticleModel

/// Finds headings that section numbers mark: "2.1 Olives" below "2. Harvest" or before "2.2 Figs", where neither is an
/// item of a list.
struct NumberedHeadings {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>

  private struct Key: Hashable {
    var depth: Int
    var prefix: Int
    var ordinal: Int
  }

  func label(_ labels: inout [LineLabel?]) {
    let candidates = HeadingLines(lines: lines, bytes: bytes)
    var numbers: [(index: Int, key: Key)] = []
    var keys: Set<Key> = []
    for index in lines.indices where labels.isOpen(index, lines) && lines[index].first &- 0x30 < 10 {
      guard let number = HeadingNumber.read(lines[index].text, bytes), number.scheme == HeadingNumber.figures,
        !lines[index].endsSentence, candidates.veto(index, labels) == nil
      else { continue }
      let key = Key(depth: number.depth, prefix: number.prefix, ordinal: number.ordinal)
      numbers.append((index, key))
      keys.insert(key)
    }
    guard keys.contains(where: { $0.depth > 1 }) else { return }
    for (index, key) in numbers where isSection(key, keys) {
      labels[index] = LineLabel(.heading(level: 1), lines[index].text, certainty: 0.9)
    }
  }

  /// Whether "2.1" has a "2" above it or a "2.2" beside it, or "2" a "2.1" below it.
  private func isSection(_ key: Key, _ keys: Set<Key>) -> Bool {
    let first = Key(depth: key.depth + 1, prefix: key.prefix * 1000 + key.ordinal, ordinal: 1)
    guard key.depth > 1 else { return keys.contains(first) }
    let above = Key(depth: key.depth - 1, prefix: key.prefix / 1000, ordinal: key.prefix % 1000)
    func has(_ ordinal: Int) -> Bool { keys.contains(Key(depth: key.depth, prefix: key.prefix, ordinal: ordinal)) }
    // Decimals ("1.5 million") begin anywhere, sections with 1.
    return has(1) && (keys.contains(above) || has(key.ordinal - 1) || has(key.ordinal + 1))
  }
}
