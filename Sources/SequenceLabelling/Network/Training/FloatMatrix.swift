/// Numbers in rows at a fixed place in memory, all 0 at first, freed with their owner: what training reads and writes
/// without a closure for each access.
///
/// A pointer to a row is good as long as the matrix is held.
final class FloatMatrix {
  let rows: Int
  let columns: Int
  private let start: UnsafeMutablePointer<Float>

  init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    start = .allocate(capacity: rows * columns)
    start.initialize(repeating: 0, count: rows * columns)
  }

  deinit { start.deallocate() }

  @inline(__always)
  subscript(row: Int) -> UnsafeMutablePointer<Float> { start + row * columns }

  /// Sets all numbers of the first rows to 0.
  func clear(rows: Int) { start.update(repeating: 0, count: rows * columns) }
}
