/// The values of a column, read one way for all its cells.
struct ColumnReading {
  /// ``RowType/text`` where a cell cannot be read.
  var type: RowType = .text
  /// The values in the form of their type; empty where a cell has none.
  var values: [String] = []
  /// The unit of each value; empty where no value has one.
  var units: [String] = []

  /// The one unit of all values; nil where there is none, or more than one.
  var unit: String? {
    let all = Set(zip(values, units).lazy.filter { !$0.0.isEmpty }.map(\.1))
    return all.count == 1 && all.first != "" ? all.first : nil
  }

  /// Whether values have different units, or some have none: without their units they would be no numbers of one kind.
  var hasSeveralUnits: Bool { Set(zip(values, units).lazy.filter { !$0.0.isEmpty }.map(\.1)).count > 1 }

  /// What the separators of numbers mean, by the cells of a table that prove it; nil where none does, or they contradict
  /// each other.
  static func convention(of cells: some Sequence<ExtractedCell>) -> NumberText.Convention? {
    var proven: Set<NumberText.Convention> = []
    for cell in cells {
      guard let number = NumberText(cell.text), !number.isAmbiguous, let convention = number.convention else {
        continue
      }
      proven.insert(convention)
    }
    return proven.count == 1 ? proven.first : nil
  }

  /// Reads a column.
  ///
  /// - Parameters:
  ///   - convention: What separators mean where the column itself proves nothing.
  ///   - language: Of the table, for the order of days and months.
  init(_ cells: [ExtractedCell], convention: NumberText.Convention?, language: String) {
    let present = cells.indices.filter { cells[$0].marked != nil || !MissingText.contains(cells[$0].text) }
    guard let first = present.first else { return }
    let hasDates = present.contains { cells[$0].marked?.kind == .date }
    let isRead =
      hasDates
      || cells[first].marked == nil && DateText.iso(cells[first].text, .dayFirst) != nil
        && NumberText(cells[first].text) == nil
      || cells[first].marked == nil && DateText.order(of: cells[first].text) != nil
    if isRead {
      readDates(cells, present, language)
    } else if !readNumbers(cells, present, convention) {
      readTruth(cells, present)
    }
  }

  private mutating func readNumbers(
    _ cells: [ExtractedCell], _ present: [Int], _ fallback: NumberText.Convention?
  ) -> Bool {
    var numbers: [Int: NumberText] = [:]
    var marked: [Int: String] = [:]
    for index in present {
      if let mark = cells[index].marked {
        guard mark.kind == .number, let value = DecimalText.canonical(mark.value) else { return false }
        marked[index] = value
      } else if let number = NumberText(cells[index].text) {
        numbers[index] = number
      } else {
        return false
      }
    }
    let own = Self.convention(of: numbers.keys.map { cells[$0] })
    var values = Array(repeating: "", count: cells.count)
    var units = values
    for index in present {
      guard let value = marked[index] ?? numbers[index]?.value(own ?? fallback) else { return false }
      values[index] = value
      units[index] = cells[index].marked?.unit ?? numbers[index]?.unit ?? ""
    }
    type = present.allSatisfy { DecimalText.isInteger(values[$0]) } ? .integer : .number
    self.values = values
    if units.contains(where: { !$0.isEmpty }) { self.units = units }
    return true
  }

  private mutating func readDates(_ cells: [ExtractedCell], _ present: [Int], _ language: String) {
    let proven = Set(present.compactMap { cells[$0].marked == nil ? DateText.order(of: cells[$0].text) : nil })
    guard proven.count < 2 else { return }
    let order = proven.first ?? DateText.order(language: language)
    var values = Array(repeating: "", count: cells.count)
    var types: Set<RowType> = []
    for index in present {
      let mark = cells[index].marked
      guard mark == nil || mark?.kind == .date,
        let value = mark?.value ?? DateText.iso(cells[index].text, order), let type = DateText.type(of: value)
      else { return }
      values[index] = value
      types.insert(type)
    }
    guard let type = types.first, types.count == 1 else { return }
    self.type = type
    self.values = values
  }

  private mutating func readTruth(_ cells: [ExtractedCell], _ present: [Int]) {
    var values = Array(repeating: "", count: cells.count)
    for index in present {
      guard cells[index].marked == nil, let value = TruthText.value(cells[index].text) else { return }
      values[index] = value
    }
    type = .boolean
    self.values = values
  }
}
