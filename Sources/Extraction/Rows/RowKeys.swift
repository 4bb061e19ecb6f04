/// The names of columns as keys of JSON objects.
enum RowKeys {
  /// Names made different from one another, as the keys of an object have to be: `Year`, `Year (2)`.
  static func distinct(_ names: [String]) -> [String] {
    var taken = Set(names)
    var seen: Set<String> = []
    return names.map { name in
      if seen.insert(name).inserted { return name }
      var number = 2
      while taken.contains("\(name) (\(number))") { number += 1 }
      taken.insert("\(name) (\(number))")
      return "\(name) (\(number))"
    }
  }
}
