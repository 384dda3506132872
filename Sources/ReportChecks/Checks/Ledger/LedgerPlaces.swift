import ReportModel

/// A ledger with its tasks in order and the places of their fields.
struct LedgerPlaces {
  let report: Report
  private let places: [FieldPath: SourcePlace]
  private let file: String

  init(_ ledger: SourcedReport) {
    report = ledger.report
    places = ledger.places
    file = ledger.places.values.first?.file ?? ""
  }

  /// A task with where it stands.
  struct Item {
    var domain: Int
    var task: ReformTask
    var path: FieldPath
  }

  /// All tasks in order.
  var tasks: [Item] {
    report.domains.enumerated().flatMap { d, domain in
      domain.tasks.enumerated().map { t, task in
        Item(domain: d, task: task, path: FieldPath().field("领域").item(d).field("任务").item(t))
      }
    }
  }

  /// Whether a cell says something: 无 and — only fill it.
  static func isWritten(_ text: String?) -> Bool {
    guard let text else { return false }
    let words = text.filter { !$0.isWhitespace }
    return !words.isEmpty && !fillers.contains(words)
  }

  private static let fillers: Set<String> = [
    "无", "没有", "暂无", "未填", "空", "略", "待定", "不详", "—", "——", "-", "--", "/", "／", "\\", "0", "...", "……", "无。",
  ]

  /// The path of a domain.
  static func domain(_ index: Int) -> FieldPath { FieldPath().field("领域").item(index) }

  /// The place of the first of some fields that the ledger has; else of the name.
  func place(_ path: FieldPath, _ fields: String...) -> SourcePlace {
    for field in fields { if let place = places[path.field(field)] { return place } }
    return places[path.field("名称")] ?? places[path] ?? .file(file)
  }

  /// The place of a document: under its task, in the list, or its task's own.
  func place(of index: Int, _ field: String) -> SourcePlace {
    let output = report.outputs[index]
    for item in tasks {
      let own = report.outputs(of: item.task)
      guard let position = own.firstIndex(of: output) else { continue }
      let path = item.path.field("制度性成果").item(position)
      if let place = places[path.field(field)] ?? places[path.field("名称")] ?? places[path] { return place }
      if let listed = listed(output, field) { return listed }
      return place(item.path)
    }
    return listed(output, field) ?? .file(file)
  }

  /// The place of a document in the list of documents, where the list is in the order of the report.
  private func listed(_ output: InstitutionalOutput, _ field: String) -> SourcePlace? {
    let nested = tasks.contains { places[$0.path.field("制度性成果")] != nil }
    guard !nested, let index = report.outputs.firstIndex(of: output) else {
      return places[FieldPath().field("制度性成果")]
    }
    let path = FieldPath().field("制度性成果").item(index)
    return places[path.field(field)] ?? places[path.field("名称")] ?? places[path]
  }
}
