import Foundation
import Testing

@testable import Spreadsheet

@Suite("Lines that a library prints to standard error")
struct StandardErrorTests {
  private struct Place: Equatable {
    var device: UInt64
    var node: UInt64
  }

  /// Where standard error leads.
  private static var place: Place {
    var status = stat()
    fstat(STDERR_FILENO, &status)
    return Place(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
  }

  private static var nowhere: Place {
    var status = stat()
    stat("/dev/null", &status)
    return Place(device: UInt64(status.st_dev), node: UInt64(status.st_ino))
  }

  /// Where standard error leads once no other test silences it.
  private static func settled() async throws -> Place {
    for _ in 0..<500 where place == nowhere { try await Task.sleep(for: .milliseconds(10)) }
    return place
  }

  @Test("They lead nowhere while silenced, also from many threads, and where they did before afterwards")
  func silenced() async throws {
    let before = try await Self.settled()
    let places = await withTaskGroup(of: Place.self) { group in
      for _ in 0..<200 { group.addTask { StandardError.silenced { Self.place } } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(places.count == 200)
    #expect(places.allSatisfy { $0 == Self.nowhere })
    #expect(try await Self.settled() == before)
  }
}
