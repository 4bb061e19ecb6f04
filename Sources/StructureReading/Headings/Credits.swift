import ArticleModel

/// Short lines that look like headings and are not: credits and captions of pictures.
enum Credits {
  private static let beginnings: [[UInt8]] = [
    "Photo", "Image", "Picture", "Source:", "Credit", "Getty", "Reuters", "AFP", "Foto", "Bild:", "Bildquelle",
    "Quelle", "Crédit", "Video", "Watch", "Listen", "Figure", "Fig.", "Abbildung", "Abb.", "Imagen", "Fuente", "©",
    "(",
  ].map { Array($0.utf8) }

  static func isCredit(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = bytes[line.text.bytes]
    return beginnings.contains { text.starts(with: $0) }
  }
}
