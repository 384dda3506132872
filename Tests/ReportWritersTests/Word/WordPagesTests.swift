import Foundation
import ReportModel
import TestSupport
import Testing

@testable import ReportWriters

/// What GB/T 9704-2012 says of pages, measured on what LibreOffice prints.
@Suite(
  "Pages of Word files", .serialized,
  .enabled(if: PageMeasure.isAvailable, "LibreOffice, poppler, Pillow or numpy is not installed"))
struct WordPagesTests {
  /// Reports of 5, 44 and 150 tasks, each printed once for all tests.
  private static let printed: Result<[Int: PageMeasure], any Error> = Result {
    var pages: [Int: PageMeasure] = [:]
    for tasks in [5, 44, 150] {
      let report = WordSamples.long(tasks: tasks, signature: tasks == 44 ? .atEnd : .belowTitle)
      pages[tasks] = try WordSamples.measured(WordSamples.document(report))
    }
    return pages
  }

  private func printed(_ tasks: Int) throws -> PageMeasure { try #require(Self.printed.get()[tasks]) }

  @Test("Full pages have 22 lines of 28 characters within the text block")
  func fullPages() throws {
    var report = SampleReports.report(tasks: 3, domains: 1)
    report.introduction = String(repeating: "坚持以人民为中心推进各项改革落地见效持续用力久久为功", count: 60)
    let measured = try WordSamples.measured(WordSamples.document(report))
    let page = measured.pages[1]
    #expect(abs(page.width - 210) < 0.5 && abs(page.height - 297) < 0.5)
    #expect(page.lines.count == 22)
    #expect(page.lines.map(\.text.count) == Array(repeating: 28, count: 22))
    for line in page.lines {
      #expect(abs(line.left - 28) < 0.5, "left \(line.left)")
      #expect(abs(line.right - 184) < 1, "right \(line.right)")
    }
    // The first line stands under 37 mm, the last above 262 mm, 22 pitches of 10.22 mm apart.
    let pitches = zip(page.lines, page.lines.dropFirst()).map { $1.bottom - $0.bottom }
    #expect(pitches.allSatisfy { abs($0 - 225.0 / 22) < 0.2 })
    #expect(page.ink[1] > 37 && page.ink[1] < 37 + 225.0 / 22)
    #expect(page.ink[3] < 262 && page.ink[3] > 262 - 225.0 / 22)
  }

  @Test(
    "Numbers stand outside, 7 mm below the block, and run on through the attachments",
    arguments: [5, 44, 150])
  func numbers(tasks: Int) throws {
    let measured = try printed(tasks)
    #expect(measured.pages.contains { $0.isLandscape } && !measured.pages[0].isLandscape)
    for (index, page) in measured.pages.enumerated() {
      let number = index + 1
      #expect(page.number == "—\(number)—", "page \(number)")
      // One character of 14 pt is 4.9 mm; a dash has air beside it.
      let free = 4.94
      if page.isLandscape {
        #expect(abs(page.dash - 28) < 1, "page \(number): dash at \(page.dash)")
        // Turned back to upright, the landscape page's foot is at its left: the right of it is below.
        let end = number % 2 == 1 ? 184 - page.numberInk[3] : page.numberInk[1] - 28
        #expect(end > free - 1 && end < free + 1, "page \(number): \(end) free")
      } else {
        #expect(abs(page.dash - 269) < 1, "page \(number): dash at \(page.dash)")
        let end = number % 2 == 1 ? 184 - page.numberInk[2] : page.numberInk[0] - 28
        #expect(end > free - 1 && end < free + 1, "page \(number): \(end) free")
      }
    }
  }

  @Test("Text stays inside its block on every page", arguments: [5, 44, 150])
  func margins(tasks: Int) throws {
    let measured = try printed(tasks)
    for (index, page) in measured.pages.enumerated() {
      let block = page.isLandscape ? [35.0, 28, 260, 184] : [28.0, 37, 184, 262]
      #expect(page.ink[0] > block[0] - 0.7 && page.ink[1] > block[1] - 0.7, "page \(index + 1): \(page.ink)")
      // LibreOffice 7.4 reads overflowPunct the wrong way round and hangs marks into the margin, half a character.
      let hanging = page.isLandscape ? 0 : 2.8
      #expect(
        page.ink[2] < block[2] + 0.7 + hanging && page.ink[3] < block[3] + 0.7,
        "page \(index + 1): \(page.ink)")
    }
  }

  @Test("No heading is last on a page; each page of a table repeats its head", arguments: [44, 150])
  func breaks(tasks: Int) throws {
    let document = try WordSamples.document(WordSamples.long(tasks: tasks))
    let measured = try printed(tasks)
    let headings = document.outline.blocks.compactMap {
      if case .heading(_, let text) = $0 { text.filter { $0 != " " } } else { nil }
    }
    var seen = 0
    for page in measured.pages where !page.isLandscape {
      let texts = page.lines.map { $0.text.filter { $0 != " " } }
      seen += texts.count { headings.contains($0) }
      #expect(!headings.contains(texts.last ?? ""), "\(texts.last ?? "")")
    }
    #expect(seen == headings.count)
    let heads = document.tables.map { $0.frame.columns.map(\.heading).joined() }
    let flat = measured.pages.filter(\.isLandscape)
    #expect(flat.count > 2)
    for page in flat {
      let texts = page.lines.map(\.text)
      // The first pages of the tables bear their titles, the others begin with the head.
      let head = texts.firstIndex { heads.contains($0) }
      #expect(head == 0 || texts.first?.hasPrefix("附件") == true && (head ?? 99) < 5, "\(texts.prefix(5))")
    }
  }

  @Test("A signature is not left alone on a page")
  func signatureIsNotAlone() throws {
    for count in [20, 21, 22, 23, 24] {
      var report = SampleReports.report(tasks: 3, domains: 1)
      report.signature = .atEnd
      report.introduction = String(repeating: "坚持以人民为中心推进各项改革落地见效持续用力久久为功", count: count)
      let measured = try WordSamples.measured(WordSamples.document(report))
      let page = try #require(measured.pages.last { !$0.isLandscape })
      #expect(page.lines.contains { $0.text == "区委改革办" })
      #expect(page.lines.first?.text != "区委改革办" && page.lines.first?.text != "2022年7月")
    }
  }

  @Test("Rows taller than a page, long names and words without a break do not stop the printing")
  func longTexts() throws {
    let measured = try WordSamples.measured(WordSamples.document(SampleReports.longTexts()))
    let text = measured.pages.flatMap(\.lines).map(\.text).joined()
    #expect(text.contains("合计"))
    #expect(text.components(separatedBy: "落地见效").count > 100)
  }
}
