import Exchange
import Testing

/// What is written is read back, for documents that no format has in mind.
@Suite struct RoundTripTests {
  /// The formats whose text is a file, with what each leaves out.
  static let cases: [(format: any ExchangeFormat, kept: @Sendable (StandoffDocument) -> StandoffDocument)] = [
    (StandoffJSONFormat(), { $0 }),
    (BratFormat(), { kept($0, places: false) }),
    (WebAnnotationFormat(), { kept($0, places: true) }),
    (SpaCyFormat(), { kept($0, places: false) }),
    (ProdigyFormat(), { kept($0, places: false) }),
  ]

  private static func kept(_ document: StandoffDocument, places: Bool) -> StandoffDocument {
    var kept = StandoffDocument(identifier: document.identifier, text: document.text)
    kept.annotations = document.annotations.map { annotation in
      var annotation = annotation
      if !places { annotation.place = nil }
      return annotation
    }
    return kept
  }

  /// Text and annotations alone.
  private static func core(_ document: StandoffDocument) -> StandoffDocument { kept(document, places: true) }

  @Test(arguments: cases.indices)
  func keepsWhatItCanCarry(_ number: Int) throws {
    let (format, kept) = Self.cases[number]
    for seed in 1...400 {
      var documents = HostileDocuments(seed: UInt64(seed))
      let document = documents.document()
      let read = try format.document(from: format.files(of: document))
      if format is StandoffJSONFormat {
        #expect(read == document, "\(format.name) \(seed)")
      } else {
        #expect(Self.core(read) == kept(document), "\(format.name) \(seed)")
      }
      guard Self.core(read) == Self.core(kept(document)) else { return }
    }
  }

  @Test(arguments: cases.indices)
  func writesTheSameAgain(_ number: Int) throws {
    let format = Self.cases[number].format
    for seed in 1...200 {
      var documents = HostileDocuments(seed: UInt64(seed))
      let once = format.files(of: try format.document(from: format.files(of: documents.document())))
      let twice = format.files(of: try format.document(from: once))
      #expect(once == twice, "\(format.name) \(seed)")
    }
  }

  /// A byte order mark, the line ends of Windows, files in another order.
  @Test(arguments: cases.indices)
  func readsWhatEditorsLeave(_ number: Int) throws {
    let format = Self.cases[number].format
    for seed in 1...200 {
      var documents = HostileDocuments(seed: UInt64(seed))
      let files = format.files(of: documents.document())
      let edited = files.reversed().map { file in
        ExchangeFile(
          name: file.name, bytes: [0xEF, 0xBB, 0xBF] + file.bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] })
      }
      #expect(try format.document(from: edited) == format.document(from: files), "\(format.name) \(seed)")
    }
  }

  /// A broken file is an error, and never ends the program.
  @Test(arguments: cases.indices)
  func survivesBrokenFiles(_ number: Int) throws {
    let format = Self.cases[number].format
    for seed in 1...150 {
      var documents = HostileDocuments(seed: UInt64(seed))
      var files = format.files(of: documents.document())
      for index in files.indices where !files[index].bytes.isEmpty {
        let place = (seed &* 7919 &+ index) % files[index].bytes.count
        switch seed % 3 {
        case 0: files[index].bytes.removeSubrange(place...)
        case 1: files[index].bytes[place] = UInt8(truncatingIfNeeded: seed)
        default: files[index].bytes.remove(at: place)
        }
      }
      do throws(ExchangeError) {
        let document = try format.document(from: files)
        for annotation in document.annotations { #expect(annotation.range.upperBound <= document.text.count) }
      } catch {
        #expect(!error.file.isEmpty)
        #expect(!error.message.isEmpty)
      }
    }
  }
}
