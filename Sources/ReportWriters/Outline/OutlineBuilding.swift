public import ReportModel

extension Outline {
  /// The outline of a report in the words of a template.
  public init(of report: Report, wording template: WordingTemplate) {
    self.init(title: report.title ?? Wording.defaultTitle(report))
    office = report.reportingUnit
    date = report.issueDate
    signature = report.signature
    addressee = report.addressee.map { $0.phrase() }
    append(template.rendered(Wording(report).values()))
  }

  /// Makes blocks of the filled template: empty lines of the template part paragraphs, `#` marks the title and the headings, which are numbered here.
  private mutating func append(_ text: String) {
    var paragraph = ""
    var numbers: [Int] = []
    var pending: [(level: Int, text: String)] = []

    func finish(_ outline: inout Outline) {
      let parts = paragraph.split(separator: TemplateValues.lineBreak).map { $0.trimming() }.filter {
        !$0.isEmpty
      }
      paragraph = ""
      guard !parts.isEmpty else { return }
      // A heading is printed, and counted, only once something stands under it.
      for heading in pending {
        numbers = Array(numbers.prefix(heading.level))
        while numbers.count < heading.level { numbers.append(0) }
        numbers[heading.level - 1] += 1
        let ordinal = Self.ordinal(numbers[heading.level - 1], level: heading.level)
        outline.blocks.append(.heading(level: heading.level, ordinal + heading.text))
      }
      pending = []
      outline.blocks += parts.map(OutlineBlock.paragraph)
    }

    for line in text.split(omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r\n" }) {
      let marks = line.prefix { $0 == "#" }.count
      let content = String(String.UnicodeScalarView(line.unicodeScalars.filter { $0 != TemplateValues.mark }))
      if marks > 0, line.dropFirst(marks).first == " " {
        finish(&self)
        let heading = content.dropFirst(marks).trimming()
        if marks == 1 {
          title = heading
        } else {
          pending.removeAll { $0.level >= marks - 1 }
          pending.append((marks - 1, heading))
        }
      } else if line.unicodeScalars.contains(TemplateValues.paragraphBreak) {
        finish(&self)
      } else {
        paragraph += content.trimming()
      }
    }
    finish(&self)
  }
}
