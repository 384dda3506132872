import Foundation
import ReportModel
import TestSupport
import Testing

@testable import ReportReaders

@Suite("文字编码")
struct TextDecodingTests {
  static let sample = "一、经济体制改革\r\n共10项任务,均已完成。〇㐀𠀀\n"

  /// The same text by the system's own converter, an independent witness.
  static func encoded(_ text: String, as encoding: String) throws -> [UInt8] {
    let python = Process()
    python.executableURL = URL(filePath: "/usr/bin/env")
    python.arguments = [
      "python3", "-c",
      "import sys; sys.stdout.buffer.write(sys.stdin.buffer.read().decode('utf-8').encode(sys.argv[1]))",
      encoding,
    ]
    let (input, output) = (Pipe(), Pipe())
    python.standardInput = input
    python.standardOutput = output
    try python.run()
    input.fileHandleForWriting.write(Data(text.utf8))
    try input.fileHandleForWriting.close()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    python.waitUntilExit()
    return [UInt8](bytes)
  }

  @Test(arguments: ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
  func everyEncodingGivesTheSameText(encoding: String) throws {
    let bytes = try Self.encoded(Self.sample, as: encoding)
    let (text, notes) = try decodeText(bytes, file: "稿.txt")
    #expect(text == Self.sample)
    #expect(notes.isEmpty == (encoding == "utf-8"))
  }

  @Test func shortGBKThatIsNearlyUTF8() throws {
    // 联通 in GBK: its second half happens to be valid UTF-8.
    #expect(try decodeText([0xC1, 0xAA, 0xCD, 0xA8], file: "a").text == "联通")
  }

  @Test func bigEndianUTF16() throws {
    #expect(try decodeText([0xFE, 0xFF, 0x6D, 0x4B, 0x8B, 0xD5], file: "a").text == "测试")
  }

  @Test func damagedUTF8IsNotTakenForGB18030() throws {
    var bytes = Array((String(repeating: "改革任务\n", count: 20)).utf8)
    bytes.insert(0xFF, at: 13 * 3)
    let fault = #expect(throws: InvalidInput.self) { try decodeText(bytes, file: "稿.txt") }
    #expect(fault?.diagnostics.first?.place.description == "稿.txt:4:1")
  }

  @Test func truncatedGB18030SaysItsLine() throws {
    let bytes = try Self.encoded("第一行\n第二行\n第三行", as: "gb18030").dropLast()
    let fault = #expect(throws: InvalidInput.self) { try decodeText(Array(bytes), file: "稿.txt") }
    #expect(fault?.diagnostics.first?.place.description == "稿.txt:3:1")
  }

  @Test func big5IsDoubted() throws {
    let bytes = try Self.encoded("全面深化改革委員會年度工作總結報告與重點任務完成情況", as: "big5")
    let notes = try decodeText(bytes, file: "a").notes
    #expect(notes.contains { $0.rule == "text.encoding-doubtful" })
  }

  @Test(arguments: [[0x50, 0x4B, 0x03, 0x04, 0x00], [0x41, 0x00, 0x42, 0x00], [0xFF, 0xFE, 0, 0, 0x41, 0]])
  func binaryIsRefused(bytes: [UInt8]) {
    let fault = #expect(throws: InvalidInput.self) { try decodeText(bytes, file: "a") }
    #expect(fault?.diagnostics.first?.rule == "text.binary")
  }

  @Test func tooLargeIsRefused() {
    let bytes = [UInt8](repeating: 0x41, count: TextLimits.bytes + 1)
    let fault = #expect(throws: InvalidInput.self) { try decodeText(bytes, file: "a") }
    #expect(fault?.diagnostics.first?.rule == "text.too-large")
  }

  @Test func emptyIsEmpty() throws {
    #expect(try decodeText([], file: "a").text == "")
  }

  @Test func noBytesCrashIt() {
    var random = SeededGenerator(seed: 20211)
    for _ in 0..<3000 {
      let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      _ = try? decodeText(bytes, file: "a")
    }
  }
}
