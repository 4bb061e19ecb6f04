import ArticleModel
import XML

/// An element whose text can be decoded: of a tree, or of a table of nodes.
protocol DecodableElement: Hashable, Sendable {
  associatedtype Elements: Sequence<Self>

  var name: String { get }
  subscript(_ attribute: String) -> String? { get }
  var children: Elements { get }
  /// The first child with a name, in the namespace of this element.
  func child(_ name: String) -> Self?
  /// Whether visible text stands directly inside.
  var hasOwnText: Bool { get }
  /// The character data inside, without that of elements which are not walked into, UTF-8.
  func walkedText(into isWalkedInto: (Self) -> Bool) -> [UInt8]
  /// Walks through what lies inside, in document order; the answer to a start says whether to walk into that element (its
  /// end comes either way).
  func walkRun(_ visit: (RunEvent<Self>) -> Bool)
}

/// What a walk through a run meets; of text only how many bytes it has.
enum RunEvent<Element> {
  case start(Element)
  case text(Int)
  case end(Element)
}

extension XMLElement: DecodableElement {
  var hasOwnText: Bool {
    nodes.contains { node in
      if case .text(let text) = node { !text.utf8.allSatisfy(Characters.isASCIISpace) } else { false }
    }
  }

  func walkedText(into isWalkedInto: (XMLElement) -> Bool) -> [UInt8] {
    var text: [UInt8] = []
    walk { event in
      switch event {
      case .start(let inner): return isWalkedInto(inner)
      case .text(let bytes): text.append(contentsOf: bytes)
      case .end: break
      }
      return true
    }
    return text
  }

  func walkRun(_ visit: (RunEvent<XMLElement>) -> Bool) {
    walk { event in
      switch event {
      case .start(let element): visit(.start(element))
      case .text(let bytes): visit(.text(bytes.count))
      case .end(let element): visit(.end(element))
      }
    }
  }
}

extension XMLNodeTable.Node: DecodableElement {
  var hasOwnText: Bool {
    nodes.contains { node in
      node.kind == .text && !node.textBytes.allSatisfy(Characters.isASCIISpace)
    }
  }

  private var textBytes: ArraySlice<UInt8> {
    table.text[Int(table.starts[Int(number)])..<Int(table.stops[Int(number)])]
  }

  func walkedText(into isWalkedInto: (Self) -> Bool) -> [UInt8] {
    var text: [UInt8] = []
    var node = number + 1
    while node < table.ends[Int(number)] {
      let current = Self(table, node)
      node += 1
      switch current.kind {
      case .text: text.append(contentsOf: current.textBytes)
      case .element where !isWalkedInto(current): node = table.ends[Int(current.number)]
      default: break
      }
    }
    return text
  }

  func walkRun(_ visit: (RunEvent<Self>) -> Bool) {
    var open: [Int32] = []
    var node = number + 1
    let end = table.ends[Int(number)]
    while true {
      while let last = open.last, table.ends[Int(last)] <= node { _ = visit(.end(Self(table, open.removeLast()))) }
      guard node < end else { return }
      let current = Self(table, node)
      node += 1
      switch current.kind {
      case .text: _ = visit(.text(current.textBytes.count))
      case .element:
        open.append(current.number)
        if !visit(.start(current)) { node = table.ends[Int(current.number)] }
      default: break
      }
    }
  }
}
