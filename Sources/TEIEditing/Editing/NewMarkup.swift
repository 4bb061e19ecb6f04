import XML

/// Markup that is put between elements, as in headers: indented as its neighbours are.
struct NewMarkup {
  var name: String
  var attributes: [NewElement.Attribute] = []
  var text = ""
  var children: [NewMarkup] = []

  /// - Parameters:
  ///   - lead: The line end and the indentation before it; empty where the file has none.
  ///   - unit: What a level is indented by.
  func bytes(lead: [UInt8], unit: [UInt8], prefix: String) -> [UInt8] {
    var bytes = lead + Array("<\(prefix)\(name)".utf8)
    for attribute in attributes {
      bytes += Array(" \(attribute.name)=\"".utf8) + MarkupText.attributeValue(attribute.value) + [0x22]
    }
    guard !text.isEmpty || !children.isEmpty else { return bytes + Array("/>".utf8) }
    bytes.append(UInt8(ascii: ">"))
    bytes += MarkupText.content(text)
    for child in children { bytes += child.bytes(lead: lead.isEmpty ? [] : lead + unit, unit: unit, prefix: prefix) }
    if !children.isEmpty { bytes += lead }
    return bytes + Array("</\(prefix)\(name)>".utf8)
  }
}

extension SourceMarkup {
  /// The white space before an element's start tag, where a line ends in it.
  func lead(of element: Int32) -> [UInt8] {
    let end = tags(of: element).start.lowerBound
    var start = end
    while start > 0, SourceAttributes.isSpace(bytes[start - 1]) { start -= 1 }
    guard let feed = bytes[start..<end].lastIndex(of: 0x0A) else { return [] }
    return Array(bytes[(feed > start && bytes[feed - 1] == 0x0D ? feed - 1 : feed)..<end])
  }

  /// What a child is indented by beside its parent; all its indentation where the parent begins in the midst of a line.
  func unit(of child: Int32) -> [UInt8] {
    let own = lead(of: child)
    let parent = lead(of: table.parents[Int(child)])
    if parent.isEmpty, !own.isEmpty { return Array(own.drop { $0 == 0x0D || $0 == 0x0A }) }
    return own.count > parent.count && own.starts(with: parent) ? Array(own[parent.count...]) : [0x20, 0x20]
  }
}

extension TEIEditor {
  /// The place of new markup among the children of an element.
  enum Order { case first, last }

  /// Puts markup before or behind a child, on a line of its own where the child has one.
  mutating func insert(_ new: NewMarkup, beside child: XMLNodeTable.Node, as order: Order = .last) {
    let lead = markup.lead(of: child.number)
    let bytes = new.bytes(
      lead: lead, unit: markup.unit(of: child.number), prefix: NamespaceHabit(of: child.number, in: markup).prefix)
    let tags = markup.tags(of: child.number)
    insert(bytes, at: order == .last ? tags.end.upperBound : tags.start.lowerBound - lead.count)
  }

  /// Puts markup into an element, behind all that is in it.
  mutating func append(_ new: NewMarkup, to parent: XMLNodeTable.Node) {
    if let last = Array(parent.children).last { return insert(new, beside: last) }
    let lead = markup.lead(of: parent.number)
    let unit: [UInt8] = lead.isEmpty ? [] : [0x20, 0x20]
    let prefix = NamespaceHabit(of: parent.number, in: markup).prefix
    fill(
      parent.number, with: new.bytes(lead: lead.isEmpty ? [] : lead + unit, unit: unit, prefix: prefix), lead: lead)
  }
}
