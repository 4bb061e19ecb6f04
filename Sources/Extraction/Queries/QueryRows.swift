/// Rows of a query brought into another form: grouped and counted, without what is there twice, sorted.
public struct QueryRows: Sendable {
  /// A column to sort by.
  public struct Order: Sendable {
    public var column: String
    /// Whether values are compared as numbers; what is none comes last.
    public var isNumeric = false
    public var isDescending = false

    /// Reads `COLUMN`, with `:n` behind it for numbers and `:desc` for the last first.
    public init(_ argument: String) {
      column = argument
      while let colon = column.lastIndex(of: ":") {
        switch column[column.index(after: colon)...] {
        case "n": isNumeric = true
        case "desc": isDescending = true
        case "asc": break
        default: return
        }
        column = String(column[..<colon])
      }
    }
  }

  /// A row, with what stands for it in XML.
  public struct Row: Sendable {
    public var values: [String]
    public var xml: [UInt8]

    public init(_ values: [String], xml: [UInt8] = []) {
      self.values = values
      self.xml = xml
    }
  }

  /// Sorts rows by several columns, the first one first; what is equal stays as it is.
  ///
  /// - Returns: The name of a column that is not there, or nil.
  public static func sort(_ rows: inout [Row], by orders: [Order], columns: [String]) -> String? {
    var places: [(column: Int, order: Order)] = []
    for order in orders {
      guard let column = columns.firstIndex(of: order.column) else { return order.column }
      places.append((column, order))
    }
    // The numbers are read once.
    let numbers = places.map { place in
      place.order.isNumeric ? rows.map { number($0.values[place.column]) } : []
    }
    let sorted = rows.indices.sorted { left, right in
      for (index, place) in places.enumerated() {
        let (one, other) = (rows[left].values[place.column], rows[right].values[place.column])
        if place.order.isNumeric {
          let (first, second) = (numbers[index][left], numbers[index][right])
          if first.isNaN != second.isNaN { return second.isNaN }
          if first < second { return !place.order.isDescending }
          if first > second { return place.order.isDescending }
        } else if !one.utf8.elementsEqual(other.utf8) {
          return one.utf8.lexicographicallyPrecedes(other.utf8) != place.order.isDescending
        }
      }
      return left < right
    }
    rows = sorted.map { rows[$0] }
    return nil
  }

  private static func number(_ text: String) -> Double {
    let bytes = text.utf8.filter { $0 != 0x20 }
    return Double(String(decoding: bytes, as: UTF8.self)) ?? .nan
  }
}

/// Counts results by the values that they have in common, in the order in which these first come.
public struct QueryGroups: Sendable {
  private var numbers: [[String]: Int] = [:]
  private var groups: [(values: [String], count: Int)] = []

  public init() {}

  public mutating func add(_ values: [String]) {
    if let number = numbers[values] {
      groups[number].count += 1
    } else {
      numbers[values] = groups.count
      groups.append((values, 1))
    }
  }

  /// The groups with their counts, the largest first; of equals that which comes first.
  public var rows: [[String]] {
    groups.enumerated().sorted { ($1.element.count, $0.offset) < ($0.element.count, $1.offset) }
      .map { $0.element.values + [String($0.element.count)] }
  }
}
