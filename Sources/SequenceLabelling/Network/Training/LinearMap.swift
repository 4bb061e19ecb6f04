/// The linear map of a layer: its matrix has a row of `outputs` numbers for each of `inputs` units.
///
/// Of the inputs many are 0, cut off or left out, and cost nothing.
struct LinearMap {
  let inputs: Int
  let outputs: Int

  /// Adds to the output what the matrix makes of the input.
  @inline(__always)
  func apply(
    _ matrix: UnsafePointer<Float>, to input: UnsafePointer<Float>, addingTo output: UnsafeMutablePointer<Float>
  ) {
    for unit in 0..<inputs where input[unit] != 0 {
      FloatKernel.add(outputs, matrix + unit * outputs, times: input[unit], to: output)
    }
  }

  /// Adds what follows from the gradient by the output: to the gradient by the matrix, and to that by the input. An
  /// input of 0 was cut off or left out: it has no gradient.
  @inline(__always)
  func backpropagate(
    _ outputGradient: UnsafePointer<Float>, _ matrix: UnsafePointer<Float>, _ input: UnsafePointer<Float>,
    matrixGradient: UnsafeMutablePointer<Float>, inputGradient: UnsafeMutablePointer<Float>
  ) {
    for unit in 0..<inputs where input[unit] != 0 {
      FloatKernel.add(outputs, outputGradient, times: input[unit], to: matrixGradient + unit * outputs)
      inputGradient[unit] += FloatKernel.dot(outputs, outputGradient, matrix + unit * outputs)
    }
  }
}
