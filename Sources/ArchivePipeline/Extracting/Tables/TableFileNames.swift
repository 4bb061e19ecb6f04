import TEIEncoding

/// Names of files that every system takes, no two the same but for case.
struct TableFileNames {
  private var taken: Set<String>
  /// Names of devices on Windows, whatever stands behind their full stop.
  private static let devices: Set<String> = Set(
    ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] })
  /// What leaves room for an extension and a number in 255 bytes.
  private static let limit = 200

  init(taken: [String]) { self.taken = Set(taken.map { $0.lowercased() }) }

  /// A name with an extension, which is not taken any more.
  mutating func unique(_ stem: String, _ fileExtension: String) -> String {
    let safe = Self.safe(stem)
    var name = "\(safe).\(fileExtension)"
    var number = 1
    while !taken.insert(name.lowercased()).inserted {
      number += 1
      name = "\(safe)-\(number).\(fileExtension)"
    }
    return name
  }

  private static func safe(_ stem: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in stem.unicodeScalars {
      let isUnsafe = scalar.value < 0x20 || scalar.value == 0x7F || "<>:\"/\\|?*".unicodeScalars.contains(scalar)
      scalars.append(isUnsafe ? "_" : scalar)
    }
    var safe = String(scalars)
    // Hidden files, and names that Windows would shorten.
    if safe.hasPrefix(".") || safe.isEmpty || safe.hasPrefix(" ") { safe = "_" + safe.dropFirst() }
    while let last = safe.last, last == "." || last == " " { safe = String(safe.dropLast()) }
    if let first = safe.split(separator: ".").first, devices.contains(first.lowercased()) { safe = "_" + safe }
    guard safe.utf8.count > limit else { return safe }
    var cut = Substring(safe)
    while cut.utf8.count > limit - 17 { cut.removeLast() }
    return "\(cut)-\(Digest.sha256(Array(safe.utf8)).prefix(16))"
  }
}

/// What tables are called in files and databases.
enum ExtractedTableName {
  /// The identifier of a table, behind that of its document where it does not begin with it.
  static func of(document: String, id: String) -> String { id.hasPrefix(document + ".") ? id : "\(document).\(id)" }
}
