extension FunctionLibrary {
  /// Functions of dates, times and durations. The time zone that is meant where none is given is UTC.
  static let times: [String: Function] = [
    "current-date": clock(.date),
    "current-dateTime": clock(.dateTime),
    "current-time": clock(.time),
    "year-from-date": component(.date) { $0.year },
    "month-from-date": component(.date) { $0.month },
    "day-from-date": component(.date) { $0.day },
    "year-from-dateTime": component(.dateTime) { $0.year },
    "month-from-dateTime": component(.dateTime) { $0.month },
    "day-from-dateTime": component(.dateTime) { $0.day },
    "hours-from-dateTime": component(.dateTime) { $0.nanoseconds / 3_600_000_000_000 },
    "minutes-from-dateTime": component(.dateTime) { $0.nanoseconds / 60_000_000_000 % 60 },
    "hours-from-time": component(.time) { $0.nanoseconds / 3_600_000_000_000 },
    "minutes-from-time": component(.time) { $0.nanoseconds / 60_000_000_000 % 60 },
    "days-from-duration": part { $0.nanoseconds / DateValue.day },
    "years-from-duration": part { $0.months / 12 },
    "months-from-duration": part { $0.months % 12 },
    "hours-from-duration": part { $0.nanoseconds / 3_600_000_000_000 % 24 },
    "minutes-from-duration": part { $0.nanoseconds / 60_000_000_000 % 60 },
  ]

  private static func clock(_ kind: DateValue.Kind) -> Function {
    Function(arity: 0...0, language: .xpath2, uses: .clock) { evaluation, _ throws(EvaluationFault) in
      var value = DateValue(kind: kind, zone: 0)
      let days = Int((Double(evaluation.clock) / 86_400).rounded(.down))
      if kind != .time { value.dayNumber = days }
      if kind != .date { value.nanoseconds = (evaluation.clock - days * 86_400) * 1_000_000_000 }
      return .item(.date(value))
    }
  }

  private static func component(_ kind: DateValue.Kind, _ body: @escaping @Sendable (DateValue) -> Int) -> Function {
    Function(arity: 1...1, language: .xpath2, mayBeNumber: true) { evaluation, arguments throws(EvaluationFault) in
      guard let item = try evaluation.single(arguments[0]) else { return .empty }
      let cast = if case .untyped = item { try Casting.cast(item, to: .date(kind)) } else { item }
      guard case .date(let value) = cast, value.kind == kind else {
        throw EvaluationFault("\(item.typeName) stands where a \(kind.rawValue) is expected")
      }
      return .item(.integer(body(value)))
    }
  }

  private static func part(_ body: @escaping @Sendable (DurationValue) -> Int) -> Function {
    Function(arity: 1...1, language: .xpath2, mayBeNumber: true) { evaluation, arguments throws(EvaluationFault) in
      guard let item = try evaluation.single(arguments[0]) else { return .empty }
      let cast = if case .untyped = item { try Casting.cast(item, to: .duration(.duration)) } else { item }
      guard case .duration(let value) = cast else {
        throw EvaluationFault("\(item.typeName) stands where a duration is expected")
      }
      return .item(.integer(body(value)))
    }
  }
}
