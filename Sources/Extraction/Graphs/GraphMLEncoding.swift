import ArticleModel
internal import XML

/// GraphML (graphml.graphdrawing.org, 1.0): read by Gephi, yEd, Cytoscape, networkx, igraph.
public enum GraphMLEncoding {
  public static func bytes(of graph: CooccurrenceGraph) -> [UInt8] {
    var xml = MarkupWriter()
    xml.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n")
    xml.add("  <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n")
    for attribute in NodeAttribute.allCases {
      let type = attribute.type == "integer" ? "long" : attribute.type
      xml.add(
        "  <key id=\"\(attribute.rawValue)\" for=\"node\" attr.name=\"\(attribute.rawValue)\" attr.type=\"\(type)\"/>\n"
      )
    }
    xml.add("  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n")
    xml.add("  <graph id=\"\(graph.window.rawValue)\" edgedefault=\"undirected\">\n")
    for (index, node) in graph.nodes.enumerated() {
      xml.add("    <node id=\"n\(index)\">\n      <data key=\"label\">")
      xml.addText(node.name)
      xml.add("</data>\n")
      for attribute in NodeAttribute.allCases {
        guard let value = attribute.value(of: node) else { continue }
        xml.add("      <data key=\"\(attribute.rawValue)\">")
        xml.addText(value)
        xml.add("</data>\n")
      }
      xml.add("    </node>\n")
    }
    for (index, edge) in graph.edges.enumerated() {
      xml.add(
        "    <edge id=\"e\(index)\" source=\"n\(edge.pair.first)\" target=\"n\(edge.pair.second)\">"
          + "<data key=\"weight\">\(edge.weight)</data></edge>\n")
    }
    xml.add("  </graph>\n</graphml>\n")
    return xml.bytes
  }
}

/// Writes markup; text has the characters escaped that markup is made of.
struct MarkupWriter {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ markup: String) { bytes.append(contentsOf: markup.utf8) }

  /// Adds text, also as the value of an attribute.
  mutating func addText(_ text: String) {
    let start = bytes.count
    EscapedText.append(text, to: &bytes)
    for index in start..<bytes.count where bytes[index].isXMLSpace { bytes[index] = 0x20 }
  }
}
