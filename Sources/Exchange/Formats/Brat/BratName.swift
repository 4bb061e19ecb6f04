/// Names as brat takes them for types: letters and digits of ASCII, hyphens and low lines.
enum BratName {
  /// A type as a name; what a name cannot have, and a `_u` that would be taken for it, stands as `_u20_`, by its code
  /// point.
  static func encode(_ type: String) -> String {
    var name = ""
    let scalars = Array(type.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || scalar == "-")
      let beginsCode = scalar == "_" && index + 1 < scalars.count && scalars[index + 1] == "u"
      if isPlain || (scalar == "_" && !beginsCode) {
        name.unicodeScalars.append(scalar)
      } else {
        name += "_u\(String(scalar.value, radix: 16))_"
      }
    }
    return name.isEmpty ? "_u_" : name
  }

  static func decode(_ name: some StringProtocol) -> String {
    var type = String.UnicodeScalarView()
    var rest = Array(name.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if scalar == "_", rest.first == "u", let end = rest.firstIndex(of: "_") {
        let digits = String(String.UnicodeScalarView(rest[(rest.startIndex + 1)..<end]))
        if digits.isEmpty || UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) != nil {
          if let code = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) { type.append(code) }
          rest = rest[(end + 1)...]
          continue
        }
      }
      type.append(scalar)
    }
    return String(type)
  }
}
