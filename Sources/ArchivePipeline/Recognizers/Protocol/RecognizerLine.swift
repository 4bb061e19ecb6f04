#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A line that a recogniser printed.
enum RecognizerLine {
  /// Who answers: the name that the TEI is to state.
  case introduction(name: String)
  case answer(id: String, Answer)

  enum Answer: Sendable {
    case entities([Result<ReportedEntity, RecognizerLine.Fault>])
    /// The recogniser could not read the article.
    case failure(String)
  }

  /// What is wrong with a line or an entity, and what was expected.
  struct Fault: Error {
    var message: String
  }

  /// Reads a line.
  ///
  /// - Throws: ``Fault``.
  init(_ bytes: some Collection<UInt8>) throws(Fault) {
    let line: DecodedLine
    do {
      line = try JSONDecoder().decode(DecodedLine.self, from: Data(bytes))
    } catch {
      throw Fault(error, of: bytes)
    }
    if let id = line.id {
      if let error = line.error {
        self = .answer(id: id, .failure(error))
      } else if let entities = line.entities {
        self = .answer(id: id, .entities(entities.map(\.result)))
      } else {
        throw Fault(message: "answer has no \"entities\"; expected a list, empty where there are none")
      }
    } else if let name = line.name?.split(whereSeparator: \.isWhitespace).joined(separator: " "), !name.isEmpty {
      self = .introduction(name: name.excerpt(200))
    } else {
      throw Fault(message: "answer has no \"id\"; expected that of its article")
    }
  }
}

/// An entity as a recogniser reports it.
struct ReportedEntity: Decodable, Sendable {
  var start: Int
  var end: Int
  var type: String
  /// The words, where the recogniser wants its offsets checked.
  var text: String?
  var certainty: Double?
  /// What the entity is called, where not by the words.
  var name: String?
  var identifiers: [String: String]?
  /// What the words mean, by the names of TEI's attributes.
  var value: [String: String]?
}

/// A line as it stands: an entity that cannot be read is lost alone.
private struct DecodedLine: Decodable {
  var id: String?
  var name: String?
  var error: String?
  var entities: [DecodedEntity]?
}

private struct DecodedEntity: Decodable {
  let result: Result<ReportedEntity, RecognizerLine.Fault>

  init(from decoder: any Decoder) throws {
    do {
      result = .success(try ReportedEntity(from: decoder))
    } catch {
      result = .failure(RecognizerLine.Fault(entity: error))
    }
  }
}

extension RecognizerLine.Fault {
  private static let expected = [
    "id": "a string", "name": "a string", "error": "a string", "entities": "a list of objects",
    "start": "a whole number", "end": "a whole number", "type": "a string", "text": "a string",
    "certainty": "a number above 0 and at most 1", "identifiers": "an object of strings",
    "value": "an object of strings",
  ]

  fileprivate init(_ error: any Error, of bytes: some Collection<UInt8>) {
    if case .typeMismatch(_, let context) as DecodingError = error, let key = context.codingPath.first?.stringValue {
      self.init(message: "\"\(key)\" is not \(Self.expected[key] ?? "what it should be")")
    } else {
      let text = String(decoding: bytes.prefix(400), as: UTF8.self).excerpt()
      self.init(
        message: "\"\(text)\" is no JSON object; expected {\"id\": …, \"entities\": […]}")
    }
  }

  fileprivate init(entity error: any Error) {
    switch error {
    case DecodingError.keyNotFound(let key, _):
      self.init(
        message: "entity has no \"\(key.stringValue)\"; expected \(Self.expected[key.stringValue] ?? "a value")")
    case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
      DecodingError.dataCorrupted(let context):
      let key = context.codingPath.lazy.map(\.stringValue).last { Self.expected[$0] != nil && $0 != "entities" }
      self.init(
        message: key.map { "\"\($0)\" of an entity is not \(Self.expected[$0]!)" }
          ?? "entity is no object; expected start, end and type")
    // A number that is not whole, or too large.
    default: self.init(message: "entity cannot be read; expected whole numbers as start and end, and a type")
    }
  }
}
