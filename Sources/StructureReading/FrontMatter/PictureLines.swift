import ArticleModel

/// Finds the captions and credits of pictures that the extractor left out: "Photo: Ana Kovač/Reuters", "Figure 2: …".
struct PictureLines {
  let lines: [SourceLine]
  let bytes: UnsafeBufferPointer<UInt8>

  func label(_ labels: inout [LineLabel?]) {
    var folded = FoldedLine()
    for index in lines.indices where labels.isOpen(index, lines) && lines[index].text.count <= FoldedLine.longest {
      guard PictureWords.mayBegin(lines[index], bytes) else { continue }
      folded.fold(UnsafeBufferPointer(rebasing: bytes[lines[index].text.bytes]))
      guard let kind = kind(of: lines[index], folded) else { continue }
      labels[index] = LineLabel(kind, lines[index].text, certainty: 0.9)
    }
  }

  private func kind(of line: SourceLine, _ folded: FoldedLine) -> LineLabel.Kind? {
    if PictureWords.isNumbered(folded) { return .figureCaption }
    if PictureWords.captions.contains(where: { folded.has($0, at: folded.start) }) { return .figureCaption }
    if PictureWords.wholes.contains(where: { isWhole($0, folded) }) { return .credit }
    if let phrase = PictureWords.credits.first(where: { folded.has($0, at: folded.start) }) {
      guard folded.bytes.count > folded.start + phrase.count, line.length <= 160 else { return nil }
      return .credit
    }
    if let phrase = PictureWords.pictures.first(where: { folded.has($0, at: folded.start) }) {
      guard folded.bytes.count > folded.start + phrase.count else { return nil }
      return line.endsSentence && line.words > 8 || line.words > 20 ? .figureCaption : .credit
    }
    if line.length <= 90, !line.endsSentence || line.lastMark == 0x2E, isSigned(folded) { return .credit }
    return hasCredit(line, folded) ? .figureCaption : nil
  }

  private func isWhole(_ phrase: [UInt8], _ folded: FoldedLine) -> Bool {
    folded.has(phrase, at: folded.start)
      && folded.bytes[(folded.start + phrase.count)...].allSatisfy { !FoldedLine.isWord($0) }
  }

  /// "© Reuters", "REUTERS/Ana Kovač", "Ana Kovač/Getty Images": a holder of rights, and a mark or a slash.
  private func isSigned(_ folded: FoldedLine) -> Bool {
    let bytes = folded.bytes
    guard !bytes.contains(where: { $0 &- 0x30 < 10 }) else { return false }
    if bytes.starts(with: PictureWords.copyright) {
      return bytes.count > 3 && bytes.count <= 60 && bytes.lazy.filter { $0 == 0x20 }.count <= 6
    }
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")), !bytes.contains(0x3A) else { return false }
    return PictureWords.agencies.contains { agency in
      folded.has(agency, at: folded.start) && slash <= folded.start + agency.count + 1
        || bytes.lastIndex(of: UInt8(ascii: "/")).map { isWhole(agency, folded, from: folded.nextWord($0)) } == true
    }
  }

  private func isWhole(_ phrase: [UInt8], _ folded: FoldedLine, from start: Int) -> Bool {
    folded.has(phrase, at: start) && folded.bytes[(start + phrase.count)...].allSatisfy { !FoldedLine.isWord($0) }
  }

  /// Whether a credit ends a line: "The ferry at dusk. Photo: Ana Kovač", "… (Getty Images)".
  private func hasCredit(_ line: SourceLine, _ folded: FoldedLine) -> Bool {
    guard line.length <= 320, line.words >= 4 else { return false }
    let bytes = folded.bytes
    let from = max(folded.start + 1, bytes.count - 70)
    var index = from
    while index < bytes.count {
      if !FoldedLine.isWord(bytes[index - 1]) {
        let before = bytes[..<index].last { $0 != 0x20 }
        let isApart = before == 0x2E || before == 0x28 || before == 0x5B || before == 0x7C || before == 0x21 || before == 0x22
        if isApart, PictureWords.endings.contains(where: { folded.has($0, at: index) }) { return true }
      }
      index += 1
    }
    return false
  }
}

/// The words by which captions and credits are known; folded.
enum PictureWords {
  private static func list(_ phrases: String) -> [[UInt8]] {
    phrases.split(separator: "\n").map { Array($0.utf8) }
  }

  static let copyright = Array("\u{A9}".utf8)

  /// Only a name follows.
  static let credits = list(
    """
    photo credit:
    photo credits:
    photo by
    photos by
    photo source:
    photo courtesy of
    photos courtesy of
    photograph by
    photographs by
    photograph:
    photography:
    photography by
    picture credit:
    pictures:
    image credit:
    image credits:
    image source:
    image source,
    image by
    image courtesy of
    image via
    images courtesy of
    courtesy of
    credit:
    illustration by
    video by
    fotocredit:
    bildquelle:
    bildnachweis:
    bildrechte:
    bildcredit:
    fotos:
    bilder:
    foto von
    fotos von
    foto ©
    foto: ©
    titelbild:
    titelfoto:
    beitragsbild:
    crédit photo
    crédits photo
    crédit image
    crédit :
    crédits :
    crédit:
    photos :
    photographie :
    photo de
    copyright photo
    crédito:
    créditos:
    crédito de la foto
    foto de:
    fotografía:
    fotografía de
    fotografías:
    imágenes:
    fotos de
    """)

  /// A name or a caption follows.
  static let pictures = list(
    """
    photo:
    photo :
    photos:
    picture:
    image:
    image :
    foto:
    foto :
    bild:
    imagen:
    illustration:
    illustration :
    grafik:
    """)

  static let captions = list(
    """
    image caption
    media caption
    caption:
    picture caption:
    file photo:
    file photo -
    file - 
    archive photo:
    bildunterschrift:
    archivbild:
    archivfoto:
    symbolbild:
    symbolfoto:
    légende :
    photo d'archives :
    image d'illustration :
    photo d'illustration :
    pie de foto:
    foto de archivo:
    imagen de archivo:
    imagen de archivo de
    """)

  static let wholes = list(
    """
    getty images
    getty
    shutterstock
    istock
    istockphoto
    unsplash
    pixabay
    pexels
    picture alliance
    imago images
    reuters photo
    ap photo
    file photo
    photo supplied
    handout
    symbolbild
    symbolfoto
    archivbild
    archivfoto
    image d'illustration
    photo d'illustration
    photo d'archives
    foto de archivo
    imagen de archivo
    """)

  static let agencies = list(
    """
    reuters
    getty images
    getty
    ap photo
    ap
    afp
    dpa
    epa
    epa-efe
    efe
    ansa
    picture alliance
    picture-alliance
    imago
    imago images
    istock
    shutterstock
    unsplash
    pexels
    pixabay
    alamy
    alamy stock photo
    apa
    apa-images
    keystone
    belga
    europa press
    pa wire
    bloomberg
    adobe stock
    stock.adobe.com
    """)

  static let endings = list(
    """
    photo:
    photo :
    photo by
    photo credit
    photo courtesy
    ap photo
    afp photo
    reuters/
    getty images
    image:
    image credit
    credit:
    foto:
    foto :
    bild:
    archivfoto
    archivbild
    symbolbild
    crédit photo
    crédit :
    © 
    """)

  private static let firsts: [Bool] = {
    var firsts = [Bool](repeating: false, count: 256)
    for phrase in credits + pictures + captions + wholes + agencies + numbered { firsts[Int(phrase[0])] = true }
    firsts[0xC2] = true
    return firsts
  }()

  private static let numbered = list("figure\nfig.\nfig\nabbildung\nabb.\nillustration\nfigura\nbild\nphoto\nfoto")

  /// "Figure 2: …", "Abb. 3. …".
  static func isNumbered(_ folded: FoldedLine) -> Bool {
    let bytes = folded.bytes
    guard let word = numbered.first(where: { folded.has($0, at: folded.start) }) else { return false }
    var index = folded.start + word.count
    guard index < bytes.count, bytes[index] == 0x20 else { return false }
    index += 1
    let digits = index
    while index < bytes.count, bytes[index] &- 0x30 < 10 || index > digits && bytes[index] == 0x2E
      && index + 1 < bytes.count && bytes[index + 1] &- 0x30 < 10
    {
      index += 1
    }
    guard index > digits, index + 2 < bytes.count else { return false }
    if bytes[index] == 0x20 { index += 1 }
    return bytes[index] == 0x3A || bytes[index] == 0x2E || bytes[index] == 0x2D && bytes[index - 1] == 0x20
      || bytes[index] == 0x7C
  }

  /// Whether it is worth while to fold a line: it is short, or begins as a caption or credit does, or a credit may end it.
  static func mayBegin(_ line: SourceLine, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = bytes[line.text.bytes]
    if line.length <= 320, text.suffix(72).contains(where: { $0 == 0x3A || $0 == 0x2F || $0 == 0xC2 || $0 == 0x29 }) {
      return true
    }
    guard let first = text.first(where: { Characters.isASCIILetter($0) || $0 >= 0x80 }) else { return false }
    return firsts[Int(first | (first < 0x80 ? 0x20 : 0))]
  }
}
