import ArticleModel

/// GeoJSON (RFC 7946): a point for each entity whose coordinates are known. Longitude stands before latitude.
public enum GeoJSONEncoding {
  public static func bytes(of entities: [TalliedEntity]) -> [UInt8] {
    var json = Array("{\"type\":\"FeatureCollection\",\"features\":[".utf8)
    var isFirst = true
    for entity in entities {
      guard let latitude = entity.latitude, let longitude = entity.longitude else { continue }
      json += (isFirst ? "\n" : ",\n").utf8
      isFirst = false
      json += "{\"type\":\"Feature\",\"id\":".utf8
      JSONText.append(entity.id, to: &json)
      json += ",\"geometry\":{\"type\":\"Point\",\"coordinates\":[\(longitude),\(latitude)]},\"properties\":{".utf8
      add("name", entity.name, to: &json)
      json.append(UInt8(ascii: ","))
      add("type", entity.type, to: &json)
      json += ",\"mentions\":\(entity.mentions),\"documents\":\(entity.documents)".utf8
      for (name, value) in [
        ("first", entity.first), ("last", entity.last), ("identifiers", entity.identifiers.joined(separator: " ")),
      ] where !value.isEmpty {
        json.append(UInt8(ascii: ","))
        add(name, value, to: &json)
      }
      json += "}}".utf8
    }
    json += (isFirst ? "]}\n" : "\n]}\n").utf8
    return json
  }

  private static func add(_ name: String, _ value: String, to json: inout [UInt8]) {
    JSONText.append(name, to: &json)
    json.append(UInt8(ascii: ":"))
    JSONText.append(value, to: &json)
  }
}
