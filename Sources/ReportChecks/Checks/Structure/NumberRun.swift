/// 编号的一串: numbers one after another, and how each follows those before it.
///
/// After a wrong number the run goes on with what follows it (1, 2, 4, 5) or with what follows its place (1, 2, 2, 4),
/// so that one wrong number is one fault.
struct NumberRun {
  /// How a number follows.
  enum Step {
    case next, repeated, skipped, back
    /// From one on again.
    case restarted

    /// Whether it is a fault whatever is told: 重号, 跳号, 倒号.
    var isBreak: Bool { self != .next && self != .restarted }
  }

  /// The number taken in last.
  private(set) var last: Int?
  /// What it should have been.
  private var due = 0

  /// A run that nothing was taken in of, or that begins with some number.
  init(from first: Int? = nil) {
    last = first
    due = first ?? 0
  }

  /// Takes a number in; where nothing came before, any but 1 skips those before it.
  mutating func take(_ number: Int) -> Step {
    let before = last ?? 0
    last = number
    if number == before + 1 || number == due + 1 {
      due = number
      return .next
    }
    if number == 1, before != 1 {
      due = 1
      return .restarted
    }
    due += 1
    return number == before ? .repeated : number > before ? .skipped : .back
  }

  /// How each of some numbers follows, but for the first: a run begins where it begins.
  static func steps(_ numbers: [Int]) -> [Step] {
    var run = NumberRun(from: numbers.first)
    return numbers.dropFirst().map { run.take($0) }
  }
}
