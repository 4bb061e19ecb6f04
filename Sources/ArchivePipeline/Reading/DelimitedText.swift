/// Reads comma-separated values (RFC 4180): quoted fields may hold commas, quotation marks and line ends.
enum DelimitedText {
  struct Record {
    /// The line on which it begins, from 1.
    var line: Int
    var fields: [String]
  }

  struct Fault: Error {
    var line: Int
    var message: String
  }

  static func records(_ bytes: [UInt8]) throws(Fault) -> [Record] {
    var records: [Record] = []
    var fields: [String] = []
    var field: [UInt8] = []
    var line = 1
    var recordLine = 1
    var isQuoted = false
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0

    func endRecord() {
      fields.append(String(decoding: field, as: UTF8.self))
      if fields != [""] { records.append(Record(line: recordLine, fields: fields)) }
      (fields, field) = ([], [])
    }

    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      if byte == 0x0A || (byte == 0x0D && !(index < bytes.count && bytes[index] == 0x0A)) { line += 1 }
      if isQuoted {
        if byte != 0x22 {
          field.append(byte)
        } else if index < bytes.count, bytes[index] == 0x22 {
          field.append(0x22)
          index += 1
        } else {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case 0x22 where field.isEmpty: isQuoted = true
      case 0x2C:
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
      case 0x0D, 0x0A:
        if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { continue }
        endRecord()
        recordLine = line
      default: field.append(byte)
      }
    }
    if isQuoted { throw Fault(line: recordLine, message: "a quoted field is not closed; expected '\"'") }
    endRecord()
    return records
  }
}
