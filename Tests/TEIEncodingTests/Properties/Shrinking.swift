/// Makes a failing input smaller for as long as it fails.
enum Shrinking {
  static func shrunk(_ bytes: [UInt8], while fails: ([UInt8]) -> Bool) -> [UInt8] {
    var scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    guard fails(utf8(scalars)) else { return bytes }
    var tries = 0
    var size = max(1, scalars.count / 2)
    while size >= 1, tries < 2000 {
      var start = 0
      var hasShrunk = false
      while start < scalars.count, tries < 2000 {
        let candidate = Array(scalars[..<start] + scalars[min(scalars.count, start + size)...])
        tries += 1
        if fails(utf8(candidate)) {
          scalars = candidate
          hasShrunk = true
        } else {
          start += size
        }
      }
      if size == 1, !hasShrunk { break }
      size = max(1, size / 2)
    }
    return utf8(scalars)
  }

  private static func utf8(_ scalars: [Unicode.Scalar]) -> [UInt8] {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return Array(String(view).utf8)
  }
}
