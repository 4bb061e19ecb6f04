/// The first file of each identifier, by open addressing; 0, which is no identifier, is a free place.
struct FirstFiles {
  private var identifiers: [UInt64]
  private var files: [Int32]
  private var count = 0

  init(capacity: Int) {
    var places = 64
    while places < capacity * 2 { places *= 2 }
    identifiers = Array(repeating: 0, count: places)
    files = Array(repeating: 0, count: places)
  }

  mutating func removeAll() {
    for index in identifiers.indices { identifiers[index] = 0 }
    count = 0
  }

  /// Enters an identifier; gives the file that had it before, if one has.
  mutating func enter(_ identifier: UInt64, _ file: Int) -> Int? {
    if count * 4 > identifiers.count * 3 { grow() }
    let mask = identifiers.count - 1
    var place = Int(truncatingIfNeeded: identifier) & mask
    while identifiers[place] != 0 {
      if identifiers[place] == identifier { return Int(files[place]) }
      place = (place + 1) & mask
    }
    identifiers[place] = identifier
    files[place] = Int32(file)
    count += 1
    return nil
  }

  private mutating func grow() {
    let (old, owners) = (identifiers, files)
    identifiers = Array(repeating: 0, count: old.count * 2)
    files = Array(repeating: 0, count: old.count * 2)
    count = 0
    for (identifier, file) in zip(old, owners) where identifier != 0 { _ = enter(identifier, Int(file)) }
  }
}
