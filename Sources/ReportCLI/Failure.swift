import ArgumentParser
import Foundation
import ReportModel

/// 退出状态: what goes wrong, in a clerk's words, and the exit status that scripts rely on.
enum Failure {
  /// An input could not be read or is not valid.
  static let invalidInput = ExitCode(2)
  /// An output could not be written.
  static let noOutput = ExitCode(3)

  /// Runs a command's work; failures are printed and become exit statuses.
  static func reported(_ work: () throws -> Void) throws {
    do {
      try work()
    } catch let failure as InvalidInput {
      Console.print(failure.diagnostics)
      throw invalidInput
    } catch let failure as OutputFailure {
      Console.say("\(failure.file): 错误: \(failure.message)\n    → \(failure.remedy)")
      throw noOutput
    }
  }

  /// Does the work for every input before it gives up, so that the faults of all of them are told at once.
  static func gathered<Input, Output>(_ inputs: [Input], _ work: (Input) throws -> Output) throws -> [Output]
  {
    var results: [Output] = []
    var faults: [Diagnostic] = []
    for input in inputs {
      do {
        results.append(try work(input))
      } catch let failure as InvalidInput {
        faults += failure.diagnostics
      }
    }
    guard faults.isEmpty else { throw InvalidInput(faults) }
    return results
  }
}
