import XML

/// A tree that is built with each structural element on a line of its own. No white space is put into mixed content.
final class IndentedTree {
  let builder: XMLTreeBuilder
  private var depth = 0

  init(_ builder: XMLTreeBuilder) { self.builder = builder }

  typealias Attribute = (name: StaticString, value: String?)

  /// An element that holds elements, each on a line of its own.
  func container(_ name: StaticString, _ attributes: [Attribute] = [], _ content: () -> Void) {
    open(name, attributes)
    depth += 1
    content()
    depth -= 1
    newline()
    builder.close()
  }

  /// An element on a line of its own whose content is written as it is.
  func leaf(_ name: StaticString, _ attributes: [Attribute] = [], _ content: () -> Void = {}) {
    open(name, attributes)
    content()
    builder.close()
  }

  /// An element on a line of its own that holds text.
  func leaf(_ name: StaticString, _ attributes: [Attribute] = [], text: String) {
    leaf(name, attributes) { builder.text(text) }
  }

  /// An element within text.
  func inline(_ name: StaticString, _ attributes: [Attribute] = [], _ content: () -> Void = {}) {
    builder.open(name)
    write(attributes)
    content()
    builder.close()
  }

  func newline() {
    builder.text(Self.indents[min(depth, Self.indents.count - 1)])
  }

  /// Lines that follow are set deeper by one.
  func deeper(_ content: () -> Void) {
    depth += 1
    content()
    depth -= 1
  }

  /// Opens an element on a line of its own; ``close()`` closes it.
  func open(_ name: StaticString, _ attributes: [Attribute] = []) {
    newline()
    builder.open(name)
    write(attributes)
  }

  func close() { builder.close() }

  func write(_ attributes: [Attribute]) {
    for case (let name, let value?) in attributes { builder.attribute(name, value) }
  }

  private static let indents = (0...80).map { "\n" + String(repeating: "  ", count: $0) }

  /// A place to which ``insert(at:_:)`` comes back.
  struct Place {
    fileprivate let bookmark: XMLTreeBuilder.Bookmark
    fileprivate let depth: Int
  }

  /// A container that is empty for now; ``fill(_:_:)`` writes what it holds.
  func emptyContainer(_ name: StaticString) -> Place {
    open(name)
    let place = Place(bookmark: builder.bookmark(), depth: depth)
    builder.close()
    return place
  }

  /// Writes the content of a container that was left empty.
  func fill(_ place: Place, _ content: () -> Void) {
    let here = Place(bookmark: builder.bookmark(), depth: depth)
    builder.resume(at: place.bookmark)
    depth = place.depth + 1
    content()
    depth -= 1
    newline()
    builder.resume(at: here.bookmark)
    depth = here.depth
  }
}
