/// Writes JSON (RFC 8259) by hand: strings and objects of strings are all that rows need.
enum JSONText {
  /// Appends a string in quotes.
  static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): output.append(contentsOf: [UInt8(ascii: "\\"), byte])
      case 0x0A: output.append("\\n")
      case 0x0D: output.append("\\r")
      case 0x09: output.append("\\t")
      case 0..<0x20: output.append("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16))
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Appends an object on one line, its members in order.
  static func append(keys: [String], values: [String], to output: inout [UInt8]) {
    output.append("{")
    for (index, (key, value)) in zip(keys, values).enumerated() {
      if index > 0 { output.append(",") }
      append(key, to: &output)
      output.append(":")
      append(value, to: &output)
    }
    output.append("}")
  }

  /// Names made different from one another, as the keys of an object have to be: `Year`, `Year (2)`.
  static func distinct(_ names: [String]) -> [String] {
    var taken = Set(names)
    var seen: Set<String> = []
    return names.map { name in
      if seen.insert(name).inserted { return name }
      var number = 2
      while taken.contains("\(name) (\(number))") { number += 1 }
      taken.insert("\(name) (\(number))")
      return "\(name) (\(number))"
    }
  }
}
