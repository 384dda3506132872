import Foundation
import YAMLTree

/// The facts that an import of a fixture must yield, as its `.expected.yaml` states them.
struct ExpectedReport {
  struct Domain {
    var name: String
    var tasks: Int?
    var completed: Int?
    var delayed: Int?
    var outputs: [String]
  }

  struct Delay {
    var name: String
    var reason: String?
    var approval: String?
  }

  var year: Int?
  var place: String?
  var title: String?
  var office: String?
  var date: String?
  var addressee: String?
  var tasks: Int?
  var completed: Int?
  var delayed: Int?
  var outputs: Int?
  var domains: [Domain]
  var delays: [Delay]
  var problems: Int?
  var attachments: [String]

  init(_ file: URL) throws {
    guard let root = try YAMLNode.parse(String(contentsOf: file, encoding: .utf8)) else {
      throw CocoaError(.fileReadCorruptFile)
    }
    func number(_ node: YAMLNode?) -> Int? { node?.text.flatMap { Int($0) } }
    year = number(root["年度"])
    place = root["地区"]?["简称"]?.text
    title = root["标题"]?.text
    office = root["报告单位"]?.text
    date = root["成文日期"]?.text
    addressee = root["主送"]?.text
    tasks = number(root["任务数"])
    completed = number(root["完成数"])
    delayed = number(root["延期数"])
    outputs = number(root["制度性成果数"])
    problems = number(root["存在问题数"])
    attachments = root["附件"]?.items.compactMap(\.text) ?? []
    domains = (root["领域"]?.items ?? []).map { node in
      Domain(
        name: node["名称"]?.text ?? "", tasks: number(node["任务数"]), completed: number(node["完成数"]),
        delayed: number(node["延期数"]), outputs: node["制度性成果"]?.items.compactMap(\.text) ?? [])
    }
    delays = (root["延期任务"]?.items ?? []).map { node in
      Delay(name: node["名称"]?.text ?? "", reason: node["原因"]?.text, approval: node["审议"]?.text)
    }
  }
}

extension YAMLNode {
  fileprivate subscript(_ key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key.text == key }?.value
  }

  fileprivate var items: [YAMLNode] {
    guard case .sequence(let nodes) = content else { return [] }
    return nodes
  }
}
