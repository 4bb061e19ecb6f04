import XML

/// What elements and their attributes mean where they stand.
extension TextLayout {
  mutating func role(of node: Int32, _ tag: TextTag) -> TextRole {
    if let parent = open.last {
      if parent.feature == .readings { return choice.isChosen(node, table, &names) ? inlineRole(tag) : .hidden }
      if tag.feature == .description, parent.feature == .described { return .hidden }
      if tag.dependsOnPlace {
        if parent.feature == .utterance || parent.feature == .list { return .block }
        return blockDepth > 0 ? inlineRole(tag) : .block
      }
    }
    switch tag.feature {
    // A word that was erased is read all the same; one that was struck out is not.
    case .deletion: return attribute(.rend, of: node) == "erasure" ? .inline : .hidden
    case .utterance: return hasSegments(node) ? .container : .block
    // Of a dictionary; that of a table of CALS is a cell.
    case .entry: if open.last?.feature != .row { return .container }
    default: break
    }
    // A picture in a sentence does not part it.
    if blockDepth > 0, tag.role == .container || tag.role == .block, isBlank(node) { return .inline }
    return tag.role
  }

  /// The role inside a line of what may be a block too.
  private func inlineRole(_ tag: TextTag) -> TextRole { tag.role == .block ? .inline : tag.role }

  private func isBlank(_ node: Int32) -> Bool {
    var index = Int(table.starts[Int(node)])
    let stop = Int(table.stops[Int(node)])
    while index < stop, Self.isSpace(table.text[index]) { index += 1 }
    return index == stop
  }

  private mutating func hasSegments(_ node: Int32) -> Bool {
    var child = node + 1
    while child < table.ends[Int(node)] {
      if table.kinds[Int(child)] == .element, names[table.nodeNames[Int(child)]].feature == .segment { return true }
      child = table.kinds[Int(child)] == .attribute ? child + 1 : table.ends[Int(child)]
    }
    return false
  }

  /// The value of an attribute, for what is rare.
  private mutating func attribute(_ kind: TextTag.Attribute, of node: Int32) -> String? {
    var next = node + 1
    while next < table.ends[Int(node)], table.kinds[Int(next)] == .attribute {
      if names[table.nodeNames[Int(next)]].attribute == kind { return table.string(next) }
      next += 1
    }
    return nil
  }

  func value(_ attribute: Int32, is expected: StaticString) -> Bool {
    let (start, stop) = (Int(table.starts[Int(attribute)]), Int(table.stops[Int(attribute)]))
    guard stop - start == expected.utf8CodeUnitCount else { return false }
    for index in start..<stop where table.values[index] != expected.utf8Start[index - start] { return false }
    return true
  }

  mutating func setLanguage(_ attribute: Int32) {
    let range = Int(table.starts[Int(attribute)])..<Int(table.stops[Int(attribute)])
    guard !range.isEmpty, !table.values[range].elementsEqual(languages[Int(language)].utf8) else { return }
    let value = String(decoding: table.values[range], as: UTF8.self)
    if let known = languages.firstIndex(of: value) {
      language = Int32(known)
    } else if languages.count < Self.maximumLanguages {
      language = Int32(languages.count)
      languages.append(value)
    }
  }

  private static let maximumLanguages = 200
}
