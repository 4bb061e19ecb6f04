/// The configuration of a brat collection: what its files use, and the register as a database to choose from.
enum BratConfiguration {
  static func files(for inventory: ExchangeInventory) -> [ExchangeFile] {
    [
      ExchangeFile(name: "annotation.conf", bytes: Array(annotation(inventory).utf8)),
      ExchangeFile(name: "visual.conf", bytes: Array(visual(inventory).utf8)),
      ExchangeFile(name: "tools.conf", bytes: Array(tools.utf8)),
      ExchangeFile(name: "teikit.norm.txt", bytes: Array(database(inventory).utf8)),
    ]
  }

  private static func annotation(_ inventory: ExchangeInventory) -> String {
    let types = inventory.types.map(BratName.encode).sorted()
    let certainties = Set(inventory.certainties.map(BratLine.word)).union(["low", "medium", "high"]).sorted()
    return """
      [entities]
      \(types.joined(separator: "\n"))

      [relations]
      <OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>

      [events]

      [attributes]
      Certainty\tArg:<ENTITY>, Value:\(certainties.joined(separator: "|"))

      """
  }

  private static func visual(_ inventory: ExchangeInventory) -> String {
    let labels = inventory.types.sorted().filter { BratName.encode($0) != $0 }.map { type in
      "\(BratName.encode(type)) | \(BratLine.oneLine(type))"
    }
    let drawn = inventory.types.sorted().compactMap { type in
      Self.colours[type].map { "\(BratName.encode(type))\tbgColor:\($0), borderColor:darken" }
    }
    return """
      [labels]
      \(labels.joined(separator: "\n"))

      [drawing]
      SPAN_DEFAULT\tfgColor:black, bgColor:#e8e8e8, borderColor:darken
      ATTRIBUTE_DEFAULT\tglyph:*
      \(drawn.joined(separator: "\n"))

      """
  }

  private static let colours = [
    "person": "#ffccaa", "organisation": "#8fb2ff", "country": "#9fe6a4", "settlement": "#9fe6a4", "region": "#9fe6a4",
    "place": "#9fe6a4", "geography": "#9fe6a4", "facility": "#c7e8a4", "date": "#f7e28d", "time": "#f7e28d",
  ]

  private static let tools = """
    # The register of the archive, to choose entities from. Make the database once, in the folder of brat:
    #   python tools/norm_db_init.py data/COLLECTION/teikit.norm.txt -d teikit
    [normalization]
    teikit\tDB:teikit

    [options]
    Tokens\ttokenizer:whitespace
    Validation\tvalidate:all

    """

  /// The register as brat's `norm_db_init.py` reads it.
  private static func database(_ inventory: ExchangeInventory) -> String {
    var lines = ""
    for entity in inventory.entities.values.sorted(by: { $0.id < $1.id }) {
      var fields = [BratLine.word(entity.id), "name:Name:" + BratLine.oneLine(entity.name)]
      fields += entity.variants.map { "name:Variant:" + BratLine.oneLine($0) }
      fields.append("attr:Type:" + BratLine.oneLine(entity.type))
      fields += entity.identifiers.map { "info:\(BratName.encode($0.authority)):" + BratLine.oneLine($0.value) }
      lines += fields.joined(separator: "\t") + "\n"
    }
    return lines
  }
}
