/// Counts the children of the open elements by their names, for paths: how many siblings of a name there are up to one.
///
/// The counts of all open elements lie behind each other, the innermost's last. Where a name was counted last is known of
/// the name, so that however many differently named children an element has, none is searched for.
package struct SiblingCounts {
  @usableFromInline struct Entry {
    @usableFromInline var name: Int32
    @usableFromInline var count: Int32
    /// Where the name was counted for an outer element; -1 for nowhere.
    @usableFromInline var outer: Int32

    @inlinable init(name: Int32, count: Int32, outer: Int32) {
      self.name = name
      self.count = count
      self.outer = outer
    }
  }

  @usableFromInline var entries: [Entry] = []
  /// The innermost entry of each name, by its number; -1 for none.
  @usableFromInline var places: [Int32] = []

  package init() {}

  /// Where the counts of an element begin that is opened now.
  @inlinable package var end: Int { entries.count }

  /// Counts a child, and says the how manieth of its name it is.
  ///
  /// - Parameter base: ``end`` when its parent, the innermost open element, was opened.
  @inlinable package mutating func count(_ name: XMLNameID, from base: Int) -> Int32 {
    let number = Int(name.rawValue)
    if number >= places.count { grow(to: number) }
    let place = Int(places[number])
    if place >= base {
      entries[place].count &+= 1
      return entries[place].count
    }
    places[number] = Int32(truncatingIfNeeded: entries.count)
    entries.append(Entry(name: name.rawValue, count: 1, outer: Int32(truncatingIfNeeded: place)))
    return 1
  }

  /// The names counted for an open element and those inside it, in the order of their first.
  package func names(from base: Int) -> [XMLNameID] { entries[base...].map { XMLNameID(rawValue: $0.name) } }

  /// Forgets the children of an element that is closed, and of those inside it.
  @inlinable package mutating func close(to base: Int) {
    while entries.count > base {
      let entry = entries.removeLast()
      places[Int(entry.name)] = entry.outer
    }
  }

  @usableFromInline mutating func grow(to number: Int) {
    places.append(contentsOf: repeatElement(-1, count: number + 64 - places.count))
  }
}
