import Testing

@testable import ReportChecks

@Suite("Runs of numbers")
struct NumberRunTests {
  @Test(
    "Each number follows those before it as it should",
    arguments: [
      ([1, 2, 3], [.next, .next]), ([4, 5, 7], [.next, .skipped]), ([1, 2, 2], [.next, .repeated]),
      ([3, 2], [.back]), ([1, 2, 1, 2], [.next, .restarted, .next]), ([1, 1, 2], [.repeated, .next]),
      ([], []), ([5], []),
    ] as [([Int], [NumberRun.Step])])
  func steps(_ numbers: [Int], _ steps: [NumberRun.Step]) {
    #expect(NumberRun.steps(numbers) == steps)
  }

  @Test("One wrong number, whichever it is and whatever stands there, is one fault")
  func oneFault() {
    for wrong in 1..<8 {
      for written in 2...12 where written != wrong + 1 {
        var numbers = Array(1...9)
        numbers[wrong] = written
        let breaks = NumberRun.steps(numbers).count(where: \.isBreak)
        #expect(breaks == 1, "\(numbers)")
      }
    }
  }

  @Test("A number left out is one fault, and one named twice")
  func leftOutOrTwice() {
    for place in 1..<8 {
      var numbers = Array(1...9)
      numbers.remove(at: place)
      #expect(NumberRun.steps(numbers).count(where: \.isBreak) == 1)
      numbers = Array(1...9)
      numbers.insert(numbers[place], at: place)
      #expect(NumberRun.steps(numbers).filter(\.isBreak) == [.repeated])
    }
  }

  @Test("A run of nothing yet wants to begin with one")
  func beginning() {
    var (fresh, late) = (NumberRun(), NumberRun())
    #expect(fresh.take(1) == .next && late.take(3) == .skipped)
  }
}
