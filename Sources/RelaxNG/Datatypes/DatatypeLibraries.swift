internal import RegularExpressions

/// The libraries of datatypes that are known.
enum DatatypeLibrary: String, Sendable {
  case builtin = ""
  case xmlSchema = "http://www.w3.org/2001/XMLSchema-datatypes"
  case compatibility = "http://relaxng.org/ns/compatibility/datatypes/1.0"

  func type(named name: String) -> BuiltinType? {
    guard let type = BuiltinType(rawValue: name) else { return nil }
    switch self {
    case .builtin: return type == .string || type == .token ? type : nil
    case .compatibility: return type == .id || type == .idref || type == .idrefs ? type : nil
    case .xmlSchema: return type
    }
  }
}

/// Looks up datatypes and reads their parameters (section 4.16).
final class DatatypeLibraries {
  /// Types with the same parameters are one.
  private var known: [String: Datatype] = [:]

  func datatype(_ syntax: SyntaxDatatype, _ parameters: [SyntaxParameter], at place: SchemaPlace) throws(SchemaError)
    -> Datatype
  {
    guard let library = DatatypeLibrary(rawValue: syntax.library) else {
      throw SchemaError(.datatype, "datatype library \"\(syntax.library)\" is not known", section: "4.16", at: place)
    }
    var key = syntax.library + "\u{0}" + syntax.name
    for parameter in parameters { key += "\u{0}" + parameter.name + "\u{0}" + parameter.value }
    if let datatype = known[key] { return datatype }
    guard let type = library.type(named: syntax.name) else {
      let names = library == .xmlSchema ? "XML Schema" : "this library"
      throw SchemaError(.datatype, "\"\(syntax.name)\" is no datatype of \(names)", section: "4.16", at: place)
    }
    var facets = Datatype.Facets()
    for parameter in parameters {
      guard library == .xmlSchema else {
        throw SchemaError(
          .datatype, "datatype \"\(syntax.name)\" takes no parameters", section: "4.16", at: parameter.place)
      }
      try FacetReader.read(parameter, of: type, into: &facets)
    }
    let datatype = Datatype(type, of: library, facets: parameters.isEmpty ? nil : facets)
    known[key] = datatype
    return datatype
  }

  func value(_ syntax: SyntaxDatatype, _ text: String, _ context: SyntaxContext, at place: SchemaPlace)
    throws(SchemaError) -> DatatypeValue
  {
    let datatype = try datatype(syntax, [], at: place)
    guard let value = DatatypeValue(datatype, text, context.namespaces) else {
      throw SchemaError(
        .datatype, "\"\(text)\" is no value of datatype \"\(syntax.name)\"", section: "4.16", at: place)
    }
    return value
  }
}

/// Reads the parameters of XML Schema's datatypes.
enum FacetReader {
  static func read(_ parameter: SyntaxParameter, of type: BuiltinType, into facets: inout Datatype.Facets)
    throws(SchemaError)
  {
    func refuse(_ message: String) -> SchemaError {
      SchemaError(.datatype, message, section: "4.16", at: parameter.place)
    }
    let family = type.family
    let isMeasured = family == .text || family == .list || family == .binary || family == .qualifiedName
    let isOrdered = family == .decimal || family == .floating || family == .date || family == .duration
    facets.written.append((parameter.name, parameter.value))
    switch parameter.name {
    case "pattern":
      do throws(RegularExpressionError) {
        facets.patterns.append(try PatternFacet(parameter.value))
      } catch {
        throw refuse("pattern \"\(parameter.value)\" is no regular expression of XML Schema: \(error.message)")
      }
    case "length" where isMeasured: facets.length = try count(parameter)
    case "minLength" where isMeasured: facets.minLength = try count(parameter)
    case "maxLength" where isMeasured: facets.maxLength = try count(parameter)
    case "totalDigits" where family == .decimal:
      facets.totalDigits = try count(parameter)
      guard facets.totalDigits! > 0 else { throw refuse("\"totalDigits\" is 0; expected 1 or more") }
    case "fractionDigits" where family == .decimal: facets.fractionDigits = try count(parameter)
    case "minInclusive" where isOrdered: facets.minInclusive = try bound(parameter, type)
    case "minExclusive" where isOrdered: facets.minExclusive = try bound(parameter, type)
    case "maxInclusive" where isOrdered: facets.maxInclusive = try bound(parameter, type)
    case "maxExclusive" where isOrdered: facets.maxExclusive = try bound(parameter, type)
    default: throw refuse("datatype \"\(type.rawValue)\" has no parameter \"\(parameter.name)\"")
    }
  }

  private static func count(_ parameter: SyntaxParameter) throws(SchemaError) -> Int {
    guard let count = Int(parameter.value.trimmingXMLSpace), count >= 0 else {
      throw SchemaError(
        .datatype, "\"\(parameter.name)\" is \"\(parameter.value)\"; expected a whole number, 0 or more",
        section: "4.16", at: parameter.place)
    }
    return count
  }

  private static func bound(_ parameter: SyntaxParameter, _ type: BuiltinType) throws(SchemaError) -> TypedValue {
    var text = parameter.value
    let value = text.withUTF8 { bytes -> TypedValue? in
      guard Datatype(type, of: .xmlSchema).allows(bytes, { _ in nil }) else { return nil }
      return TypedValue(bytes.trimmed, type, { _ in nil })
    }
    guard let value else {
      throw SchemaError(
        .datatype, "\"\(parameter.name)\" is \"\(parameter.value)\"; expected a value of datatype \"\(type.rawValue)\"",
        section: "4.16", at: parameter.place)
    }
    return value
  }
}
