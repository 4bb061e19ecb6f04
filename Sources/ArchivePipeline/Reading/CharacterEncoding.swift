import ArticleModel

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Which character encoding a source is read in.
public enum CharacterEncoding: Hashable, Sendable {
  case utf8
  /// UTF-8 where the bytes are; else what a byte-order mark says; else Windows-1252.
  case automatic
  /// Any encoding that iconv knows, by its name.
  case named(String)

  /// An encoding by the name that a user gives: `auto`, or one that iconv knows; nil for any other.
  public init?(name: String) {
    switch name.lowercased() {
    case "auto": self = .automatic
    case "utf-8", "utf8": self = .utf8
    default:
      guard Transcoder.knows(name) else { return nil }
      self = .named(name)
    }
  }
}

/// A source as UTF-8 and what is needed to get its bytes back.
struct DecodedBytes {
  var text: [UInt8]
  /// The name of the encoding, where it is not UTF-8.
  var encoding: String?
}

extension CharacterEncoding {
  /// Converts bytes to UTF-8.
  ///
  /// - Returns: The text, or the fault as a diagnostic without a file.
  func decode(_ bytes: [UInt8]) -> Result<DecodedBytes, DiagnosticFault> {
    switch self {
    case .utf8: return .success(DecodedBytes(text: bytes))
    case .automatic:
      if let mark = Self.byteOrderMark(bytes) { return Self.named(mark).decode(bytes) }
      if UTF8Check.firstInvalidOffset(in: bytes) == nil { return .success(DecodedBytes(text: bytes)) }
      return Self.named("WINDOWS-1252").decode(bytes)
    case .named(let name):
      return Transcoder.convert(bytes, from: name, to: "UTF-8").map { DecodedBytes(text: $0, encoding: name) }
        .mapError { fault in
          DiagnosticFault(
            Diagnostic(
              .error, code: "encoding-invalid",
              "byte \(fault.offset) (\(Self.hexadecimal(bytes, fault.offset))) is not \(name); expected text in \(name)"
            ))
        }
    }
  }

  private static func byteOrderMark(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return "UTF-32" }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    return nil
  }

  static func hexadecimal(_ bytes: [UInt8], _ offset: Int) -> String {
    guard bytes.indices.contains(offset) else { return "end of file" }
    let digits = String(bytes[offset], radix: 16, uppercase: true)
    return "0x" + (digits.count == 1 ? "0" : "") + digits
  }
}

/// A diagnostic as an error, for a `Result`.
public struct DiagnosticFault: Error {
  public var diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) { self.diagnostic = diagnostic }
}

/// Converts between character encodings by iconv (POSIX), which every system has.
enum Transcoder {
  struct Fault: Error {
    /// The first byte that could not be converted.
    var offset: Int
  }

  static func knows(_ name: String) -> Bool {
    guard let converter = open("UTF-8", name) else { return false }
    iconv_close(converter)
    return true
  }

  private static func open(_ target: String, _ source: String) -> iconv_t? {
    let converter = iconv_open(target, source)
    return converter == iconv_t(bitPattern: -1) ? nil : converter
  }

  static func convert(_ bytes: [UInt8], from source: String, to target: String) -> Result<[UInt8], Fault> {
    guard let converter = open(target, source) else { return .failure(Fault(offset: 0)) }
    defer { iconv_close(converter) }
    var output: [UInt8] = []
    var buffer = [CChar](repeating: 0, count: 1 << 16)
    var input = bytes.map { CChar(bitPattern: $0) }
    let total = input.count
    var left = total
    return input.withUnsafeMutableBufferPointer { input in
      var next = input.baseAddress
      while true {
        let isLast = left == 0
        let (result, error, written) = buffer.withUnsafeMutableBufferPointer { buffer in
          var out = buffer.baseAddress
          var room = buffer.count
          // The last call, without input, writes what the encoding needs to return to its first state.
          let result = isLast ? iconv(converter, nil, nil, &out, &room) : iconv(converter, &next, &left, &out, &room)
          return (result, errno, buffer.count - room)
        }
        output.append(contentsOf: buffer[..<written].lazy.map { UInt8(bitPattern: $0) })
        if result == -1, error != E2BIG { return .failure(Fault(offset: total - left)) }
        if isLast { return .success(output) }
      }
    }
  }
}
