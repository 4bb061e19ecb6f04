/// GEXF 1.3 (gexf.net), the format of Gephi: read by Gephi, networkx, sigma.js.
public enum GEXFEncoding {
  public static func bytes(of graph: CooccurrenceGraph) -> [UInt8] {
    var xml = MarkupWriter()
    xml.add(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <gexf xmlns="http://gexf.net/1.3" version="1.3">
        <meta>
          <creator>teikit</creator>
          <description>entities named in the same \(graph.window.rawValue)</description>
        </meta>
        <graph mode="static" defaultedgetype="undirected">
          <attributes class="node">

      """)
    for attribute in NodeAttribute.allCases {
      xml.add(
        "      <attribute id=\"\(attribute.rawValue)\" title=\"\(attribute.rawValue)\" type=\"\(attribute.type)\"/>\n")
    }
    xml.add("    </attributes>\n    <nodes>\n")
    for (index, node) in graph.nodes.enumerated() {
      xml.add("      <node id=\"\(index)\" label=\"")
      xml.addText(node.name)
      xml.add("\">\n        <attvalues>\n")
      for attribute in NodeAttribute.allCases {
        guard let value = attribute.value(of: node) else { continue }
        xml.add("          <attvalue for=\"\(attribute.rawValue)\" value=\"")
        xml.addText(value)
        xml.add("\"/>\n")
      }
      xml.add("        </attvalues>\n      </node>\n")
    }
    xml.add("    </nodes>\n    <edges>\n")
    for (index, edge) in graph.edges.enumerated() {
      xml.add(
        "      <edge id=\"\(index)\" source=\"\(edge.pair.first)\" target=\"\(edge.pair.second)\" weight=\"\(edge.weight)\"/>\n"
      )
    }
    xml.add("    </edges>\n  </graph>\n</gexf>\n")
    return xml.bytes
  }
}
