import ReportModel

/// 图: completed, delayed and other tasks by domain as bars in inline SVG; every number also stands as text.
///
/// A domain takes two lines, its name and counts above its bar, so that the picture can be as narrow as a phone.
struct PageChart {
  private let title: String
  private let domains: [(name: String, tally: Tally)]

  private static let width = 440
  private static let step = 46
  private static let top = 34

  init(_ report: Report) {
    title = "\(report.place.short)\(report.year)年重点改革任务完成情况"
    domains = report.domains.map { ($0.name, Tally(of: $0, in: report)) }
  }

  /// The figure; empty where no domain has a count.
  var figure: String {
    let longest = domains.compactMap { $0.tally.tasks.value }.max() ?? 0
    guard longest > 0 else { return "" }
    let height = Self.top + Self.step * domains.count
    var svg = """
      <figure>
      <figcaption>\(HTMLText.escaped(title))</figcaption>
      <svg viewBox="0 0 \(Self.width) \(height)" role="img" aria-label="\(HTMLText.escaped(title))">
      <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
      <rect class="delayed" width="6" height="6"/><line x1="0" y1="0" x2="0" y2="6" class="stroke"/></pattern></defs>

      """
    for (index, (kind, name)) in [("done", "已完成"), ("hatched", "延期"), ("rest", "其他")].enumerated() {
      let x = index * 90
      svg += "<rect class=\"\(kind)\" x=\"\(x)\" y=\"4\" width=\"14\" height=\"14\"/>"
      svg += "<text x=\"\(x + 20)\" y=\"16\">\(name)</text>\n"
    }
    for (index, domain) in domains.enumerated() {
      svg += row(domain.name, domain.tally, y: Self.top + index * Self.step, longest: longest)
    }
    return svg + "</svg>\n</figure>\n"
  }

  private func row(_ name: String, _ tally: Tally, y: Int, longest: Int) -> String {
    var text = "<g><title>\(HTMLText.escaped("\(name)\u{FF1A}\(words(tally))"))</title>"
    text += "<text x=\"0\" y=\"\(y + 14)\">\(HTMLText.escaped(shortened(name)))</text>"
    text += "<text class=\"counts\" x=\"\(Self.width)\" y=\"\(y + 14)\">\(words(tally))</text>"
    if let tasks = tally.tasks.value {
      let done = min(tally.completed.value ?? 0, tasks)
      let delayed = min(tally.delayed.value ?? 0, tasks - done)
      var x = 0
      for (kind, count) in [("done", done), ("hatched", delayed), ("rest", tasks - done - delayed)]
      where count > 0 {
        let end = x + Self.width * count / longest
        text += "<rect class=\"\(kind)\" x=\"\(x)\" y=\"\(y + 21)\" width=\"\(end - x)\" height=\"14\"/>"
        x = end
      }
    }
    return text + "</g>\n"
  }

  /// 共10项,已完成8项,延期2项; what is not known is said to be so.
  private func words(_ tally: Tally) -> String {
    guard let tasks = tally.tasks.value else { return "任务数未载" }
    let counts = [("已完成", tally.completed.value), ("延期", tally.delayed.value)]
    let parts = counts.map { name, value in value.map { "\(name)\($0)项" } ?? "\(name)数未载" }
    return (["共\(tasks)项"] + parts).joined(separator: RowCounts.comma)
  }

  /// A name that leaves room for the counts.
  private func shortened(_ name: String) -> String {
    name.count <= 16 ? name : String(name.prefix(15)) + "…"
  }
}
