import Foundation
import ReportModel
import TestSupport
import Testing

@testable import ReportWriters

/// A page as Python's own HTML parser sees it.
private struct PageDump: Decodable {
  var tags: [String: Int]
  var attributes: [String]
  var text: String
  var scripts: [String]
  /// Elements that were closed in the wrong order or not at all.
  var faults: [String]

  init(_ page: String) throws {
    self = try Workplace.withTemporaryFolder { folder in
      let file = folder.appending(path: "page.html")
      try Data(page.utf8).write(to: file)
      let outcome = try ExternalTool.run(["python3", "-c", Self.script, file.path])
      guard outcome.status == 0 else { throw CocoaError(.fileReadCorruptFile) }
      return try JSONDecoder().decode(PageDump.self, from: outcome.output)
    }
  }

  private static let script = """
    import json, sys
    from html.parser import HTMLParser
    void = {'meta', 'br', 'col', 'link', 'img', 'input', 'hr', 'wbr'}
    class P(HTMLParser):
        def __init__(s):
            super().__init__(); s.tags = {}; s.attributes = []; s.text = ''; s.scripts = []; s.open = []; s.faults = []
        def handle_starttag(s, tag, attrs):
            s.tags[tag] = s.tags.get(tag, 0) + 1
            s.attributes += [f'{tag} {k}={v}' for k, v in attrs]
            if tag not in void: s.open.append(tag)
        def handle_startendtag(s, tag, attrs): s.handle_starttag(tag, attrs); s.open.pop()
        def handle_endtag(s, tag):
            if not s.open or s.open.pop() != tag: s.faults.append(tag)
        def handle_data(s, data):
            if s.open and s.open[-1] == 'script': s.scripts.append(data)
            elif s.open and s.open[-1] != 'style': s.text += data
    p = P(); p.feed(open(sys.argv[1], encoding='utf-8').read()); p.close()
    p.faults += p.open
    print(json.dumps({'tags': p.tags, 'attributes': p.attributes, 'text': p.text, 'scripts': p.scripts, 'faults': p.faults}))
    """
}

@Suite("Reports as pages")
struct PageWriterTests {
  static let hasChromium = ExternalTool.works(["chromium", "--version"])

  private func page(_ report: Report) throws -> String {
    PageWriter().text(of: try WordSamples.document(report))
  }

  @Test("The page is well-formed, fetches nothing, and says what the outline and the tables say")
  func content() throws {
    let report = WordSamples.long(tasks: 44, signature: .atEnd)
    let document = try WordSamples.document(report)
    let text = PageWriter().text(of: document)
    let dump = try PageDump(text)
    #expect(dump.faults.isEmpty)
    #expect(
      dump.tags["h1"] == 1 && dump.tags["table"] == 2 && dump.tags["svg"] == 1 && dump.tags["script"] == 1)
    for tag in ["img", "link", "iframe", "object"] { #expect(dump.tags[tag] == nil) }
    #expect(
      !dump.attributes.contains { $0.contains("src=") || $0.contains("http:") || $0.contains("https:") })
    #expect(!text.contains("@import") && !PageStyle.script.contains("fetch"))
    for block in document.outline.blocks {
      switch block {
      case .heading(_, let words), .paragraph(let words): #expect(dump.text.contains(words))
      }
    }
    for table in document.tables {
      for row in table.sections.flatMap(\.rows) {
        for cell in row.cells {
          for line in cell.text.split(separator: "\n") { #expect(dump.text.contains(line)) }
        }
      }
      #expect(dump.text.contains(table.total.words(categories: table.frame.countsCategories)))
    }
    #expect(PageWriter().text(of: document) == text)
  }

  @Test("Whatever the texts hold, they stay text")
  func escaping() throws {
    let hostile =
      "</style></script><script>alert(1)</script><img src=x onerror=\"a\">'\"&amp;{}\\{{标题}}</td><!--"
    var report = SampleReports.report(tasks: 6, domains: 2)
    let plain = try PageDump(page(report))
    report.title = hostile
    report.reportingUnit = hostile
    report.addressee = hostile
    report.place.shortName = hostile
    report.introduction = hostile
    report.attachments = [Attachment(title: "任务" + hostile), Attachment(title: "成果" + hostile)]
    report.domains[0].name = hostile
    for index in report.domains[0].tasks.indices {
      report.domains[0].tasks[index].leadUnit = hostile
      report.domains[0].tasks[index].progress = hostile
    }
    var document = try WordSamples.document(report)
    document.layout.completion.columns[2].heading = hostile
    let dump = try PageDump(PageWriter().text(of: document))
    #expect(dump.faults.isEmpty)
    #expect(dump.tags["script"] == 1 && dump.tags["style"] == 1 && dump.tags["img"] == nil)
    #expect(dump.scripts == plain.scripts)
    #expect(dump.text.components(separatedBy: "onerror=\"a\">'\"&amp;").count > 8)
    #expect(!dump.attributes.contains { $0.contains(" onerror") && !$0.contains("aria-label") })
    #expect(HTMLText.escaped("a\u{0}\u{1}\u{85}b") == "a\u{FFFD}\u{FFFD}\u{FFFD}b")
    let css = HTMLText.styleString("a\"\\</style>\n")
    #expect(css == "\"a\\22 \\5c \\3c \\2f style\\3e \\a \"")
  }

  @Test(
    "A click on a heading sorts the rows up, down and back",
    .enabled(if: hasChromium, "Chromium is not installed"))
  func sorting() throws {
    var report = SampleReports.report(tasks: 12, domains: 2)
    for index in report.domains[0].tasks.indices { report.domains[0].tasks[index].number = nil }
    let text = try page(report)
    func order(clicks: Int) throws -> [Int] {
      let script = """
        <script>var h=document.querySelectorAll("#fujian-2 th span")[1];for(var i=0;i<\(clicks);i++)h.click();
        document.body.setAttribute("data-order",[].map.call(document.querySelectorAll("#fujian-2 .item"),
        function(r){return r.cells[1].textContent}).join(" "))</script>
        """
      return try Workplace.withTemporaryFolder { folder in
        let file = folder.appending(path: "page.html")
        try Data((text + script).utf8).write(to: file)
        let outcome = try ExternalTool.run([
          "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom",
          "--user-data-dir=\(folder.appending(path: "profile").path)", file.absoluteString,
        ])
        let dom = String(decoding: outcome.output, as: UTF8.self)
        let start = try #require(dom.range(of: "data-order=\"")?.upperBound)
        return dom[start...].prefix { $0 != "\"" }.split(separator: " ").compactMap { Int($0) }
      }
    }
    let all = Array(1...12)
    #expect(try order(clicks: 1) == all)
    #expect(try order(clicks: 2) == all.reversed())
    #expect(try order(clicks: 3) == all)
  }

  @Test("A report without tasks has no chart, and one with stated counts says what is not known")
  func chart() throws {
    var empty = Report(year: 2021, place: AdministrativePlace(fullName: "示例市"))
    #expect(PageChart(empty).figure == "")
    empty.domains = [Domain(name: "甲")]
    let stated = PageChart(SampleReports.statedOnly()).figure
    #expect(stated.contains("共36项") && stated.contains("延期数未载"))
  }
}
