/// The two tables that Gephi's import of spreadsheets takes: nodes and edges.
public enum GephiTables {
  public static func nodes(of graph: CooccurrenceGraph) -> RowTable {
    RowTable(
      columns: ["Id", "Label"] + NodeAttribute.allCases.map(\.rawValue),
      rows: graph.nodes.enumerated().map { index, node in
        ["n\(index)", node.name] + NodeAttribute.allCases.map { $0.value(of: node) ?? "" }
      })
  }

  public static func edges(of graph: CooccurrenceGraph) -> RowTable {
    RowTable(
      columns: ["Source", "Target", "Type", "Weight"],
      rows: graph.edges.map { ["n\($0.pair.first)", "n\($0.pair.second)", "Undirected", String($0.weight)] })
  }
}
