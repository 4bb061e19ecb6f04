/// The loops over rows of numbers in which training spends its time, sixteen numbers a step.
enum FloatKernel {
  private typealias Block = SIMD16<Float>

  /// `y += x`
  @inline(__always)
  static func add(_ count: Int, _ x: UnsafePointer<Float>, to y: UnsafeMutablePointer<Float>) {
    add(count, x, times: 1, to: y)
  }

  /// `y += x * factor`
  @inline(__always)
  static func add(_ count: Int, _ x: UnsafePointer<Float>, times factor: Float, to y: UnsafeMutablePointer<Float>) {
    let factors = Block(repeating: factor)
    var index = 0
    while index + Block.scalarCount <= count {
      let sum = block(y + index) + block(x + index) * factors
      UnsafeMutableRawPointer(y + index).storeBytes(of: sum, as: Block.self)
      index += Block.scalarCount
    }
    while index < count {
      y[index] += x[index] * factor
      index += 1
    }
  }

  /// The sum of the products.
  @inline(__always)
  static func dot(_ count: Int, _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>) -> Float {
    var sums = Block.zero
    var index = 0
    while index + Block.scalarCount <= count {
      sums += block(x + index) * block(y + index)
      index += Block.scalarCount
    }
    var sum = sums.sum()
    while index < count {
      sum += x[index] * y[index]
      index += 1
    }
    return sum
  }

  @inline(__always)
  private static func block(_ numbers: UnsafePointer<Float>) -> Block {
    UnsafeRawPointer(numbers).loadUnaligned(as: Block.self)
  }
}
