import Foundation
import TestSupport

/// All kinds of faults that are injected.
enum FaultList {
  static let all: [FaultKind] = figures + counts + telling + lastYear

  // MARK: Figures in relations

  private static func inEquations(
    _ name: String, _ kinds: Set<CleanReport.Equation.Kind>, result: Bool,
    _ change: @escaping @Sendable (String, inout SeededGenerator) -> String?
  ) -> FaultKind {
    FaultKind(name) { report, generator in
      var mutants: [(text: String, what: String, fault: String)] = []
      for equation in report.equations where kinds.contains(equation.kind) {
        // Only where the relation is printed with these figures, not in Chinese numerals.
        guard
          (equation.operands + [equation.result]).allSatisfy({
            !Surgery.places(of: $0, in: report.text).isEmpty
          }) || equation.kind == .quotient || equation.kind == .rate
        else { continue }
        for figure in result ? [equation.result] : equation.operands {
          guard let other = change(figure, &generator),
            let text = Surgery.replacing(figure, with: other, in: report.text)
          else { continue }
          mutants.append((text, "\(equation.operands)=\(equation.result): \(figure)→\(other)", other))
        }
      }
      return mutants
    }
  }

  static let figures: [FaultKind] = [
    inEquations("和：分项写错", [.sum], result: false) { Surgery.near($0, &$1) },
    inEquations("和：总数写错", [.sum], result: true) { Surgery.near($0, &$1) },
    inEquations("和：总数相邻两位写反", [.sum], result: true) { figure, _ in Surgery.swapped(figure) },
    inEquations("和：分项相邻两位写反", [.sum], result: false) { figure, _ in Surgery.swapped(figure) },
    inEquations("差：被减数、减数写错", [.difference], result: false) { Surgery.near($0, &$1) },
    inEquations("差：结果写错", [.difference], result: true) { Surgery.near($0, &$1) },
    inEquations("比率：分子、分母写错", [.rate], result: false) { Surgery.far($0, &$1) },
    inEquations("比率：百分比写错", [.rate], result: true) { Surgery.near($0, &$1) },
    inEquations("比率：小数点丢失", [.rate], result: true) { figure, _ in
      figure.contains(".") ? figure.filter { $0 != "." } : nil
    },
    inEquations("平均数：总量、个数写错", [.quotient], result: false) { Surgery.far($0, &$1) },
    inEquations("平均数：结果写错", [.quotient], result: true) { Surgery.near($0, &$1) },
    inEquations("数量级：多写一个零", [.sum, .rate, .quotient], result: false) { figure, _ in
      figure.count > 1 && !figure.contains(".") ? figure + "0" : nil
    },
  ]

  // MARK: Counts of tasks

  private static func beside(
    _ name: String, _ marks: [(String, String)], lines: @escaping @Sendable (String) -> Bool
  ) -> FaultKind {
    FaultKind(name) { report, generator in
      var mutants: [(text: String, what: String, fault: String)] = []
      let all = report.lines
      for (number, line) in all.enumerated() where lines(line) {
        for (before, after) in marks {
          guard let place = Surgery.figures(between: before, and: after, in: line).first else { continue }
          let other = Surgery.beside(line[place], &generator)
          var changed = all
          changed[number] = line.replacingCharacters(in: place, with: other)
          mutants.append(
            (
              changed.joined(separator: "\n"), "\(line.prefix(12)): \(line[place])→\(other)",
              before + other + after
            ))
          break
        }
      }
      return mutants
    }
  }

  private static func isField(_ line: String) -> Bool {
    ["共", "安排任务", "本领域任务", "承担改革任务", "重点任务"].contains { mark in
      !Surgery.figures(between: mark, and: "项", in: line).isEmpty
    }
      && (line.contains("方面。共") || line.contains("年初安排任务") || line.contains("本领域任务")
        || line.contains("承担改革任务")
        || line.contains("重点改革项目") && line.contains("结项") && line.contains("体制改革)"))
  }

  private static func isOverall(_ line: String) -> Bool {
    !isField(line) && (line.contains("延期") || line.contains("截至"))
      && ["改革任务", "年度改革任务", "重点任务"].contains { line.contains($0) } && line.contains("完成")
      && !line.contains("下一步") && !line.contains("推进计划")
  }

  static let counts: [FaultKind] = [
    beside(
      "领域任务数", [("方面。共", "项任务"), ("年初安排任务", "项"), ("本领域任务", "项"), ("承担改革任务", "项"), ("。重点任务", "项")],
      lines: isField),
    beside(
      "领域完成数",
      [
        ("已完成", "项"), ("完成", "项，延期"), ("完成", "项，1项"), ("完成", "项，终止"), ("完成", "项,延期"), (",完成", "项;"),
        ("，完成", "项。"),
      ], lines: isField),
    beside("领域延期数", [("延期", "项")], lines: isField),
    beside(
      "全区任务数",
      [("领域共", "项"), ("安排改革任务", "项"), ("改革任务共", "项"), ("统筹推进", "项"), ("五大领域", "项"), ("领域重点任务", "项")],
      lines: isOverall),
    beside(
      "全区完成数",
      [
        ("其中，", "项已经完成"), ("完成", "项，另"), ("；完成", "项"), ("年内完成", "项"), ("底完成", "项"), ("，完成", "项"),
        ("其中完成", "项"), ("**截至年底，完成", "项"), (",完成", "项,延期"),
      ], lines: isOverall),
    beside("全区延期数", [("延期", "项"), ("另有", "项"), ("另外", "项"), ("项已经完成，", "项")], lines: isOverall),
    FaultKind("漏写延期任务") { report, _ in
      var mutants: [(text: String, what: String, fault: String)] = []
      for sentence in Surgery.sentences(of: report.text)
      where sentence.hasPrefix("延期任务") && !sentence.contains("延期任务：")
        || sentence.contains("延期至") && sentence.hasPrefix("因")
      {
        // The reason that stands in a sentence of its own goes with it.
        let reason =
          Surgery.sentences(of: report.text).first {
            $0.hasPrefix("延期原因") && report.text.contains(sentence + $0)
          } ?? ""
        mutants.append(
          (report.text.replacingOccurrences(of: sentence + reason, with: ""), "漏“\(sentence)”", ""))
      }
      return mutants
    },
    FaultKind("多写延期任务") { report, _ in
      guard let line = report.lines.first(where: { $0.contains("延期任务1") }),
        let last = report.lines.last(where: { $0.contains("延期任务") && $0.contains("延期原因") })
      else { return [] }
      _ = line
      return [
        (
          report.text.replacingOccurrences(of: last, with: last + "延期任务9：编制城市更新片区策划导则。延期原因：上位规划尚未批复。"), "多一项",
          "延期任务9"
        )
      ]
    },
    beside(
      "领域个数", [("要点确定", "个领域"), ("要点安排", "个领域"), ("聚焦“强基、赋能、惠民”三条主线，推动", "大领域"), ("年度工作要点明确", "个领域")],
      lines: { _ in true }),
    FaultKind("整个领域漏写") { report, generator in
      let fields = report.lines.filter { isField($0) && $0.contains("完成") }
      guard fields.count > 2, report.name.first != "d", let line = fields.randomElement(using: &generator)
      else { return [] }
      return [(report.lines.filter { $0 != line }.joined(separator: "\n"), "漏“\(line.prefix(14))”", "")]
    },
    beside(
      "后文重提的延期数", [("对", "项延期任务"), ("逐项明确", "项延期任务"), ("上述", "项延期任务"), ("以上", "项延期")], lines: { _ in true }),
    beside("列出的文件数", [("清单》", "份文件"), ("市场化改革”", "项任务")], lines: { _ in true }),
  ]
}
