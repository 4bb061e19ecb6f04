#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Trains a ``TokenNetwork``: maximum likelihood of the labellings that may be right, by Adam (Kingma and Ba 2015), with
/// dropout. The same examples, in the same
/// order, and the same settings give the same network.
public final class NetworkTrainer {
  public struct Settings: Sendable {
    public var rounds = 5
    public var batch = 16
    public var rate: Float = 0.002
    /// How much of a word's own features, of what the word layer makes of them, and of the layers behind it is left out.
    public var featureDropout: Float = 0.15
    public var wordDropout: Float = 0.25
    public var ownDropout: Float = 0.25
    public var vectorDropout: Float = 0.1
    public var layerDropout: Float = 0.25
    public var seed: UInt64 = 1
    public init() {}
  }

  let shape: NetworkShape
  let settings: Settings
  /// The features of each type, rows of `embedding`.
  let types: [[Int32]]
  /// Of each word of the vocabulary the row of `vectors`, or -1.
  let vocabulary: [Int32]
  let vectors: [Float]
  let vectorSize: Int

  // Weights, gradients, moments.
  var layout: NetworkLayout
  var dense: [Float]
  var gradient: [Float]
  var moment1: [Float]
  var moment2: [Float]
  var rows: [Float]
  var rowSquares: [Float]
  var random: SplitMix64
  var step = 0
  var totalSteps = 1

  public init(
    _ shape: NetworkShape, types: [[Int32]], vocabulary: [Int32] = [], vectors: [Float] = [], vectorSize: Int = 0,
    settings: Settings = Settings()
  ) {
    self.shape = shape
    self.settings = settings
    self.types = types
    self.vocabulary = vocabulary
    self.vectors = vectors
    self.vectorSize = vectorSize
    layout = NetworkLayout(shape, vectorSize: vectorSize)
    random = SplitMix64(state: settings.seed)
    dense = Array(repeating: 0, count: layout.count)
    rows = Array(repeating: 0, count: (shape.rows + vocabulary.count) * shape.width)
    for index in 0..<(shape.rows * shape.width) { rows[index] = Float.random(in: -0.15...0.15, using: &random) }
    rowSquares = Array(repeating: 0, count: rows.count)
    gradient = Array(repeating: 0, count: layout.count)
    moment1 = gradient
    moment2 = gradient
    func fill(_ part: Range<Int>, _ inputs: Int) {
      let bound = (3 / Float(inputs)).squareRoot()
      for index in part { dense[index] = Float.random(in: -bound...bound, using: &random) }
    }
    fill(layout.window, shape.width * (2 * shape.radius1 + 1))
    fill(layout.second, shape.hidden * (2 * shape.radius2 + 1))
    fill(layout.output, shape.hidden2)
    if vectorSize > 0 { fill(layout.vector, vectorSize) }
  }

  public struct Example: Sendable {
    /// Of each token the number of its type.
    public var types: [Int32] = []
    /// The features of each place, one place after the other, and where those of each begin.
    public var places: [UInt16] = []
    public var starts: [Int32] = [0]
    /// The labels that may be right, a bit each.
    public var right: [UInt32] = []
    public var weight: Float = 1
    public init() {}
  }

  /// Trains; after each round calls `report`, for a network as it would be now.
  public func train(_ examples: [Example], report: (Int, Float) -> Void) {
    var order = examples.indices.filter { !examples[$0].types.isEmpty }
    totalSteps = settings.rounds * ((order.count + settings.batch - 1) / settings.batch)
    var work = Workspace(shape)
    for round in 1...settings.rounds {
      order.shuffle(using: &random)
      var loss: Float = 0
      var index = 0
      while index < order.count {
        let end = min(order.count, index + settings.batch)
        var touched: [Int32: Int] = [:]
        var rowGradient: [Float] = []
        for place in index..<end { loss += pass(examples[order[place]], &work, &touched, &rowGradient) }
        update(touched, rowGradient)
        index = end
      }
      report(round, loss)
    }
  }

  // MARK: One example

  struct Workspace {
    var x: [Float] = []
    var h1: [Float] = []
    var h2: [Float] = []
    var scores: [Float] = []
    var dScores: [Float] = []
    var dh2: [Float] = []
    var dh1: [Float] = []
    var dx: [Float] = []
    var kept: [Int32] = []
    var keptStarts: [Int32] = []
    init(_ shape: NetworkShape) {}
  }

  private func grow(_ array: inout [Float], _ count: Int) {
    if array.count < count { array = Array(repeating: 0, count: count) }
    for index in 0..<count { array[index] = 0 }
  }

  private func pass(
    _ example: Example, _ work: inout Workspace, _ touched: inout [Int32: Int], _ rowGradient: inout [Float]
  ) -> Float {
    let (n, d, h, m, labels) = (example.types.count, shape.width, shape.hidden, shape.hidden2, shape.labels)
    grow(&work.x, n * d)
    grow(&work.h1, n * h)
    grow(&work.h2, n * m)
    grow(&work.scores, n * labels)
    grow(&work.dScores, n * labels)
    grow(&work.dh2, n * m)
    grow(&work.dh1, n * h)
    grow(&work.dx, n * d)
    work.kept.removeAll(keepingCapacity: true)
    work.keptStarts.removeAll(keepingCapacity: true)
    let wordScale = 1 / (1 - settings.wordDropout)
    let layerScale = 1 / (1 - settings.layerDropout)
    var loss: Float = 0
    work.x.withUnsafeMutableBufferPointer { x in
      work.h1.withUnsafeMutableBufferPointer { h1 in
        work.h2.withUnsafeMutableBufferPointer { h2 in
          dense.withUnsafeBufferPointer { w in
            rows.withUnsafeBufferPointer { rows in
              // Words.
              for t in 0..<n {
                work.keptStarts.append(Int32(work.kept.count))
                let features = types[Int(example.types[t])]
                let xt = x.baseAddress! + t * d
                for j in 0..<d { xt[j] = w[layout.wordBias.lowerBound + j] }
                for (position, row) in features.enumerated() where row >= 0 {
                  // The first feature is the word itself: left out more often, so that its form is learnt from.
                  if chance() < (position == 0 ? settings.ownDropout : settings.featureDropout) { continue }
                  work.kept.append(row)
                  Kernel.add(d, rows.baseAddress! + Int(row) * d, xt)
                }
                if let vector = vector(of: features), chance() >= settings.vectorDropout {
                  let v = vector * vectorSize
                  for i in 0..<vectorSize {
                    Kernel.axpy(d, vectors[v + i], w.baseAddress! + layout.vector.lowerBound + i * d, xt)
                  }
                  work.kept.append(-1)
                }
                for j in 0..<d { xt[j] = xt[j] > 0 && chance() >= settings.wordDropout ? xt[j] * wordScale : 0 }
              }
              work.keptStarts.append(Int32(work.kept.count))
              // The first window.
              for t in 0..<n {
                let out = h1.baseAddress! + t * h
                for j in 0..<h { out[j] = w[layout.bias1.lowerBound + j] }
                for k in -shape.radius1...shape.radius1 where t + k >= 0 && t + k < n {
                  let matrix = w.baseAddress! + layout.window.lowerBound + (k + shape.radius1) * d * h
                  let input = x.baseAddress! + (t + k) * d
                  for i in 0..<d where input[i] != 0 { Kernel.axpy(h, input[i], matrix + i * h, out) }
                  let table = w.baseAddress! + layout.places.lowerBound + (k + shape.radius1) * shape.places * h
                  for p in Int(example.starts[t + k])..<Int(example.starts[t + k + 1]) {
                    Kernel.add(h, table + Int(example.places[p]) * h, out)
                  }
                }
                for j in 0..<h { out[j] = out[j] > 0 && chance() >= settings.layerDropout ? out[j] * layerScale : 0 }
              }
              // The second, with what the first says added.
              for t in 0..<n {
                let out = h2.baseAddress! + t * m
                for j in 0..<m { out[j] = w[layout.bias2.lowerBound + j] }
                for k in -shape.radius2...shape.radius2 where t + k >= 0 && t + k < n {
                  let matrix = w.baseAddress! + layout.second.lowerBound + (k + shape.radius2) * h * m
                  let input = h1.baseAddress! + (t + k) * h
                  for i in 0..<h where input[i] != 0 { Kernel.axpy(m, input[i], matrix + i * m, out) }
                }
                for j in 0..<m { out[j] = out[j] > 0 && chance() >= settings.layerDropout ? out[j] * layerScale : 0 }
              }
              for t in 0..<n {
                for l in 0..<labels { work.scores[t * labels + l] = w[layout.outputBias.lowerBound + l] }
                for i in 0..<m where h2[t * m + i] != 0 {
                  let value = h2[t * m + i]
                  for l in 0..<labels {
                    work.scores[t * labels + l] += value * w[layout.output.lowerBound + i * labels + l]
                  }
                }
                for i in 0..<h where h1[t * h + i] != 0 {
                  let value = h1[t * h + i]
                  for l in 0..<labels {
                    work.scores[t * labels + l] += value * w[layout.skip.lowerBound + i * labels + l]
                  }
                }
              }
            }
          }
        }
      }
    }
    loss = chainGradient(example, &work)
    backward(example, &work, wordScale, layerScale, &touched, &rowGradient)
    return loss
  }

  /// The negative logarithm of the likelihood, and its gradient by scores and transitions.
  private func chainGradient(_ example: Example, _ work: inout Workspace) -> Float {
    let n = example.types.count
    let labels = shape.labels
    let transitions = Array(dense[layout.transitions])
    let all = ChainSums(labels, n, work.scores, transitions, right: nil, shape.forbidden)
    let right = ChainSums(labels, n, work.scores, transitions, right: example.right, shape.forbidden)
    for index in 0..<(n * labels) {
      work.dScores[index] = (all.marginals[index] - right.marginals[index]) * example.weight
    }
    for index in 0..<(labels * labels) {
      gradient[layout.transitions.lowerBound + index] += (all.pairs[index] - right.pairs[index]) * example.weight
    }
    for l in 0..<labels {
      // Label 0 stands to either side.
      gradient[layout.transitions.lowerBound + l] += work.dScores[l]
      gradient[layout.transitions.lowerBound + l * labels] += work.dScores[(n - 1) * labels + l]
    }
    return (all.total - right.total) * example.weight
  }

  private func backward(
    _ example: Example, _ work: inout Workspace, _ wordScale: Float, _ layerScale: Float,
    _ touched: inout [Int32: Int], _ rowGradient: inout [Float]
  ) {
    let (n, d, h, m, labels) = (example.types.count, shape.width, shape.hidden, shape.hidden2, shape.labels)
    let (xs, h1s, h2s, scoreGradient, keptRows, keptStarts) = (
      work.x, work.h1, work.h2, work.dScores, work.kept, work.keptStarts
    )
    gradient.withUnsafeMutableBufferPointer { g in
      dense.withUnsafeBufferPointer { w in
        work.dh1.withUnsafeMutableBufferPointer { dh1 in
          work.dh2.withUnsafeMutableBufferPointer { dh2 in
            work.dx.withUnsafeMutableBufferPointer { dx in
              xs.withUnsafeBufferPointer { x in
                h1s.withUnsafeBufferPointer { h1 in
                  h2s.withUnsafeBufferPointer { h2 in
                    scoreGradient.withUnsafeBufferPointer { ds in
                      for t in 0..<n {
                        let dst = ds.baseAddress! + t * labels
                        for l in 0..<labels { g[layout.outputBias.lowerBound + l] += dst[l] }
                        for i in 0..<m where h2[t * m + i] != 0 {
                          let row = layout.output.lowerBound + i * labels
                          let value = h2[t * m + i]
                          var sum: Float = 0
                          for l in 0..<labels {
                            g[row + l] += value * dst[l]
                            sum += w[row + l] * dst[l]
                          }
                          dh2[t * m + i] = sum * layerScale
                        }
                        for i in 0..<h {
                          let skipped = h1[t * h + i]
                          if skipped != 0 {
                            let row = layout.skip.lowerBound + i * labels
                            var sum: Float = 0
                            for l in 0..<labels {
                              g[row + l] += skipped * dst[l]
                              sum += w[row + l] * dst[l]
                            }
                            dh1[t * h + i] += sum
                          }
                        }
                      }
                      for t in 0..<n {
                        let dout = dh2.baseAddress! + t * m
                        Kernel.add(m, dout, g.baseAddress! + layout.bias2.lowerBound)
                        for k in -shape.radius2...shape.radius2 where t + k >= 0 && t + k < n {
                          let base = layout.second.lowerBound + (k + shape.radius2) * h * m
                          for i in 0..<h where h1[(t + k) * h + i] != 0 {
                            Kernel.axpy(m, h1[(t + k) * h + i], dout, g.baseAddress! + base + i * m)
                            dh1[(t + k) * h + i] += Kernel.dot(m, dout, w.baseAddress! + base + i * m)
                          }
                        }
                      }
                      for index in 0..<(n * h) { dh1[index] = h1[index] != 0 ? dh1[index] * layerScale : 0 }
                      for t in 0..<n {
                        let dout = dh1.baseAddress! + t * h
                        Kernel.add(h, dout, g.baseAddress! + layout.bias1.lowerBound)
                        for k in -shape.radius1...shape.radius1 where t + k >= 0 && t + k < n {
                          let base = layout.window.lowerBound + (k + shape.radius1) * d * h
                          for i in 0..<d where x[(t + k) * d + i] != 0 {
                            Kernel.axpy(h, x[(t + k) * d + i], dout, g.baseAddress! + base + i * h)
                            dx[(t + k) * d + i] += Kernel.dot(h, dout, w.baseAddress! + base + i * h)
                          }
                          let table = layout.places.lowerBound + (k + shape.radius1) * shape.places * h
                          for p in Int(example.starts[t + k])..<Int(example.starts[t + k + 1]) {
                            Kernel.add(h, dout, g.baseAddress! + table + Int(example.places[p]) * h)
                          }
                        }
                      }
                      for t in 0..<n {
                        let dxt = dx.baseAddress! + t * d
                        for i in 0..<d { dxt[i] *= wordScale }
                        Kernel.add(d, dxt, g.baseAddress! + layout.wordBias.lowerBound)
                        for kept in Int(keptStarts[t])..<Int(keptStarts[t + 1]) {
                          let row = keptRows[kept]
                          if row < 0 {
                            let v = vector(of: types[Int(example.types[t])])! * vectorSize
                            for i in 0..<vectorSize {
                              Kernel.axpy(d, vectors[v + i], dxt, g.baseAddress! + layout.vector.lowerBound + i * d)
                            }
                            continue
                          }
                          let place: Int
                          if let known = touched[row] {
                            place = known
                          } else {
                            place = rowGradient.count
                            touched[row] = place
                            rowGradient.append(contentsOf: repeatElement(0, count: d))
                          }
                          rowGradient.withUnsafeMutableBufferPointer { Kernel.add(d, dxt, $0.baseAddress! + place) }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private func update(_ touched: [Int32: Int], _ rowGradient: [Float]) {
    step += 1
    let warm = min(1, Float(step) / 200)
    let rate = settings.rate * warm * (1 - 0.95 * Float(step) / Float(totalSteps))
    let correction1 = 1 - powf(0.9, Float(step))
    let correction2 = 1 - powf(0.999, Float(step))
    // Clip.
    var norm: Float = 0
    for value in gradient { norm += value * value }
    norm = norm.squareRoot()
    let limit: Float = 40
    let clip = norm > limit ? limit / norm : 1
    dense.withUnsafeMutableBufferPointer { w in
      gradient.withUnsafeMutableBufferPointer { g in
        moment1.withUnsafeMutableBufferPointer { m in
          moment2.withUnsafeMutableBufferPointer { v in
            for index in 0..<w.count {
              let value = g[index] * clip
              m[index] = 0.9 * m[index] + 0.1 * value
              v[index] = 0.999 * v[index] + 0.001 * value * value
              w[index] -= rate * (m[index] / correction1) / ((v[index] / correction2).squareRoot() + 1e-7)
              g[index] = 0
            }
          }
        }
      }
    }
    let d = shape.width
    // Rows are seen rarely: AdaGrad.
    let rowRate = settings.rate * 10 * warm * (1 - 0.95 * Float(step) / Float(totalSteps))
    for (row, place) in touched {
      let base = Int(row) * d
      for j in 0..<d {
        let value = rowGradient[place + j] * clip
        rowSquares[base + j] += value * value
        rows[base + j] -= rowRate * value / (rowSquares[base + j].squareRoot() + 0.1)
      }
    }
  }

  /// The row of `vectors` for the word that features begin with.
  @inline(__always)
  private func vector(of features: [Int32]) -> Int? {
    guard vectorSize > 0, features[0] >= 0 else { return nil }
    let vector = vocabulary[Int(features[0]) - shape.rows]
    return vector >= 0 ? Int(vector) : nil
  }

  @inline(__always)
  private func chance() -> Float { Float(random.next() >> 40) * (1 / 16_777_216) }
}

enum Kernel {
  @inline(__always)
  static func add(_ n: Int, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>) {
    var i = 0
    while i < n {
      let a = UnsafeRawPointer(x + i).loadUnaligned(as: SIMD16<Float>.self)
      let b = UnsafeRawPointer(y + i).loadUnaligned(as: SIMD16<Float>.self)
      UnsafeMutableRawPointer(y + i).storeBytes(of: a + b, as: SIMD16<Float>.self)
      i += 16
    }
  }
  @inline(__always)
  static func add(_ n: Int, _ x: UnsafeMutablePointer<Float>, _ y: UnsafeMutablePointer<Float>) {
    add(n, UnsafePointer(x), y)
  }
  @inline(__always)
  static func axpy(_ n: Int, _ a: Float, _ x: UnsafePointer<Float>, _ y: UnsafeMutablePointer<Float>) {
    let factor = SIMD16<Float>(repeating: a)
    var i = 0
    while i < n {
      let p = UnsafeRawPointer(x + i).loadUnaligned(as: SIMD16<Float>.self)
      let b = UnsafeRawPointer(y + i).loadUnaligned(as: SIMD16<Float>.self)
      UnsafeMutableRawPointer(y + i).storeBytes(of: b + p * factor, as: SIMD16<Float>.self)
      i += 16
    }
  }
  @inline(__always)
  static func dot(_ n: Int, _ x: UnsafePointer<Float>, _ y: UnsafePointer<Float>) -> Float {
    var sum = SIMD16<Float>(repeating: 0)
    var i = 0
    while i < n {
      sum +=
        UnsafeRawPointer(x + i).loadUnaligned(as: SIMD16<Float>.self)
        * UnsafeRawPointer(y + i).loadUnaligned(as: SIMD16<Float>.self)
      i += 16
    }
    return sum.sum()
  }
}

extension NetworkTrainer {
  /// The scores of each label at each place of an example, by the weights as they are.
  public func scores(_ example: Example) -> [Float] {
    let (n, d, h, m, labels) = (example.types.count, shape.width, shape.hidden, shape.hidden2, shape.labels)
    var x = [Float](repeating: 0, count: n * d)
    var h1 = [Float](repeating: 0, count: n * h)
    var h2 = [Float](repeating: 0, count: n * m)
    var scores = [Float](repeating: 0, count: n * labels)
    let featureShare = 1 - settings.featureDropout
    for t in 0..<n {
      for j in 0..<d { x[t * d + j] = dense[layout.wordBias.lowerBound + j] }
      for (position, row) in types[Int(example.types[t])].enumerated() where row >= 0 {
        let share = position == 0 ? 1 - settings.ownDropout : featureShare
        for j in 0..<d { x[t * d + j] += rows[Int(row) * d + j] * share }
      }
      if let vector = vector(of: types[Int(example.types[t])]) {
        let v = vector * vectorSize
        for i in 0..<vectorSize {
          let value = vectors[v + i] * (1 - settings.vectorDropout)
          for j in 0..<d { x[t * d + j] += value * dense[layout.vector.lowerBound + i * d + j] }
        }
      }
      for j in 0..<d { x[t * d + j] = max(0, x[t * d + j]) }
    }
    x.withUnsafeBufferPointer { x in
      h1.withUnsafeMutableBufferPointer { h1 in
        h2.withUnsafeMutableBufferPointer { h2 in
          dense.withUnsafeBufferPointer { w in
            for t in 0..<n {
              let out = h1.baseAddress! + t * h
              for j in 0..<h { out[j] = w[layout.bias1.lowerBound + j] }
              for k in -shape.radius1...shape.radius1 where t + k >= 0 && t + k < n {
                let matrix = w.baseAddress! + layout.window.lowerBound + (k + shape.radius1) * d * h
                for i in 0..<d where x[(t + k) * d + i] != 0 { Kernel.axpy(h, x[(t + k) * d + i], matrix + i * h, out) }
                let table = w.baseAddress! + layout.places.lowerBound + (k + shape.radius1) * shape.places * h
                for p in Int(example.starts[t + k])..<Int(example.starts[t + k + 1]) {
                  Kernel.add(h, table + Int(example.places[p]) * h, out)
                }
              }
              for j in 0..<h { out[j] = max(0, out[j]) }
            }
            for t in 0..<n {
              let out = h2.baseAddress! + t * m
              for j in 0..<m { out[j] = w[layout.bias2.lowerBound + j] }
              for k in -shape.radius2...shape.radius2 where t + k >= 0 && t + k < n {
                let matrix = w.baseAddress! + layout.second.lowerBound + (k + shape.radius2) * h * m
                for i in 0..<h where h1[(t + k) * h + i] != 0 {
                  Kernel.axpy(m, h1[(t + k) * h + i], matrix + i * m, out)
                }
              }
              for j in 0..<m { out[j] = max(0, out[j]) }
              for l in 0..<labels {
                var sum = w[layout.outputBias.lowerBound + l]
                for i in 0..<m { sum += h2[t * m + i] * w[layout.output.lowerBound + i * labels + l] }
                for i in 0..<h {
                  sum += h1[t * h + i] * w[layout.skip.lowerBound + i * labels + l]
                }
                scores[t * labels + l] = sum
              }
            }
          }
        }
      }
    }
    return scores
  }

  /// The labels that are the most probable together.
  public func labels(_ example: Example) -> [Int] {
    let scores = scores(example)
    let (n, labels) = (example.types.count, shape.labels)
    var current = (0..<labels).map { l in
      shape.forbidden[0] & (1 << UInt32(l)) != 0 ? -1e9 : scores[l] + dense[layout.transitions.lowerBound + l]
    }
    var back = [Int](repeating: 0, count: n * labels)
    for t in 1..<max(1, n) {
      var next = [Float](repeating: -1e9, count: labels)
      for b in 0..<labels {
        for a in 0..<labels where shape.forbidden[a] & (1 << UInt32(b)) == 0 {
          let score = current[a] + dense[layout.transitions.lowerBound + a * labels + b]
          if score > next[b] { next[b] = score; back[t * labels + b] = a }
        }
        next[b] += scores[t * labels + b] + (t == n - 1 ? dense[layout.transitions.lowerBound + b * labels] : 0)
      }
      current = next
    }
    var label = (0..<labels).max { current[$0] < current[$1] }!
    var result = [Int](repeating: 0, count: n)
    for t in (0..<n).reversed() {
      result[t] = label
      label = back[t * labels + label]
    }
    return result
  }
}
