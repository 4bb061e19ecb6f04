/// Writes JSON (RFC 8259) by hand, in the order in which it is said: strings and objects are all that layouts, rows and
/// diagnostics need, and an archive has a layout in every file and millions of rows.
public enum JSONText {
  /// Appends a string in quotes.
  public static func append(_ text: String, to output: inout [UInt8]) {
    var text = text
    output.append(UInt8(ascii: "\""))
    text.withUTF8 { bytes in
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
          output.append(UInt8(ascii: "\\"))
          output.append(byte)
        case 0x0A: output.append(contentsOf: "\\n".utf8)
        case 0x0D: output.append(contentsOf: "\\r".utf8)
        case 0x09: output.append(contentsOf: "\\t".utf8)
        case 0..<0x20:
          output.append(contentsOf: ("\\u00" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16)).utf8)
        default: output.append(byte)
        }
      }
    }
    output.append(UInt8(ascii: "\""))
  }

  /// Appends an object on one line, its members in order.
  ///
  /// - Parameter value: Appends the value of a member.
  public static func appendObject<Member>(
    _ members: some Sequence<(String, Member)>, to output: inout [UInt8],
    _ value: (Member, inout [UInt8]) -> Void
  ) {
    output.append(UInt8(ascii: "{"))
    var isFirst = true
    for (key, member) in members {
      if !isFirst { output.append(UInt8(ascii: ",")) }
      isFirst = false
      append(key, to: &output)
      output.append(UInt8(ascii: ":"))
      value(member, &output)
    }
    output.append(UInt8(ascii: "}"))
  }
}
