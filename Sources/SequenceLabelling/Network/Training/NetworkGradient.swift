/// The gradient of the loss of some examples by the weights.
final class NetworkGradient {
  let layers: LayerParameters
  private let rows: FloatMatrix
  /// The rows that the examples have, in the order in which they were met. The gradient by all others is 0.
  private(set) var touchedRows: [Int] = []
  private var isTouched: [Bool]

  init(_ weights: NetworkWeights) {
    layers = weights.layers.zeros()
    rows = FloatMatrix(rows: weights.rows.rows, columns: weights.rows.columns)
    isTouched = Array(repeating: false, count: rows.rows)
  }

  /// The gradient by a row, which counts as touched from now on.
  func row(_ row: Int) -> UnsafeMutablePointer<Float> {
    if !isTouched[row] {
      isTouched[row] = true
      touchedRows.append(row)
    }
    return rows[row]
  }

  func clear() {
    layers.clear()
    for row in touchedRows {
      rows[row].update(repeating: 0, count: rows.columns)
      isTouched[row] = false
    }
    touchedRows.removeAll(keepingCapacity: true)
  }
}
