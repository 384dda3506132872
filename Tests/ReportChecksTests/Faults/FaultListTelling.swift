import Foundation
import TestSupport

extension FaultList {
  private static func sentence(
    _ name: String, arithmetic: Bool = true, _ texts: [(String, String)]
  ) -> FaultKind {
    FaultKind(name, arithmetic: arithmetic) { report, generator in
      // Behind a sentence in the middle of the report, where its fields are told.
      let lines = report.lines.enumerated().filter {
        $0.element.count > 60 && $0.element.hasSuffix("。") && !$0.element.contains("延期原因")
      }
      guard let place = lines.dropFirst(lines.count / 3).prefix(4).randomElement(using: &generator),
        let text = texts.randomElement(using: &generator)
      else { return [] }
      var all = report.lines
      all[place.offset] += text.0
      return [(all.joined(separator: "\n"), text.0, text.1)]
    }
  }

  /// Sentences with a fault of their own, put into every report.
  static let telling: [FaultKind] = [
    sentence(
      "约数自相矛盾",
      [("累计近4000余人次参加宣讲。", "近4000余人次"), ("服务群众不足2万多人次。", "不足2万多人次"), ("筹集资金超过300万元左右。", "超过300万元左右")]),
    sentence(
      "超过100%", [("窗口办件按期办结率达到103%。", "103%"), ("群众满意率达到112.5%。", "112.5%"), ("预制网络覆盖率达到130%。", "130%")]),
    sentence("日期不存在", [("台账于6月31日前全部更新。", "6月31日"), ("截至13月底，系统运行平稳。", "13月"), ("平台于2月30日上线。", "2月30日")]),
    sentence(
      "办结多于受理",
      [("窗口受理咨询1260件，办结1620件。", "1620件"), ("排查隐患436处，整改463处。", "463处"), ("收集建议318条，采纳381条。", "381条")]),
    sentence("部分大于整体", [("培育工坊36个，其中省级工坊63个。", "63个"), ("新建站点52个，其中乡村站点55个。", "55个")]),
    sentence("增减方向写反", [("办件材料由12份减少到21份。", "21份"), ("窗口服务时长由4小时压缩到6小时。", "6小时"), ("覆盖镇街由9个增加到6个。", "6个")]),
    sentence(
      "增减幅度写错",
      [
        ("办件材料由24份减少到18份，减少30%。", "30%"), ("审批时限由20个工作日压缩到8个工作日，压缩50%。", "50%"),
        ("养护里程由80公里增加到100公里，增长20%。", "20%"),
      ]),
    sentence("百分点写错", [("参保率由91.2%提高到94.5%，提高2.3个百分点。", "2.3个百分点"), ("达标率由88%提高到93%，提高6个百分点。", "6个百分点")]),
    sentence("占比写错", [("新增岗位500个，其中公益岗位150个，占新增岗位的35%。", "35%"), ("归集数据800项，其中共享数据520项，占归集数据的56%。", "56%")]),
    sentence(
      "合计写错",
      [("建成驿站12个、书屋9个，共22个。", "22个"), ("发出提示函8份、整改函5份，共15份。", "15份"), ("调解民事纠纷150件、行政争议24件，合计184件。", "184件")]),
    sentence("分别占写错", [("培训学员400名，其中村干部160名，社区干部140名，网格员100名，分别占40%、53%和25%。", "53%")]),
    sentence("单位换算写错", [("出让工业用地66667平方米（130亩）。", "130亩"), ("腾退厂房12公顷（150亩）。", "150亩")]),
    sentence(
      "列项与个数不符", [("出台《志愿服务积分办法》《公益创投办法》《社区基金办法》四个文件。", "四个"), ("建立“日碰头”“周会商”“月通报”“季讲评”三项机制。", "三项")]),
    sentence("一是二是与个数不符", [("重点健全四项机制：一是健全会商机制。二是健全通报机制。三是健全问效机制。", "四项")]),
    sentence("倍数写错", [("设立担保资金2000万元，撬动贷款1.6亿元，放大6倍。", "6倍")]),
    sentence("书名号不成对", arithmetic: false, [("出台《社区基金管理办法，募集善款26万元。", "《")]),
  ]

  // MARK: Against last year

  private static func against(
    _ name: String,
    _ make:
      @escaping @Sendable (CleanReport, String, inout SeededGenerator) -> [(
        text: String, last: String, what: String, fault: String
      )]
  ) -> FaultKind {
    var kind = FaultKind(name, arithmetic: false) { _, _ in [] }
    kind.make = { report, generator in
      guard let last = report.lastYear else { return [] }
      return make(report, last, &generator).map {
        Mutant(
          kind: name, report: report.name, text: $0.text, lastYear: $0.last, what: $0.what, fault: $0.fault)
      }
    }
    return kind
  }

  /// A sentence put behind the first field of reform.
  private static func adding(_ sentence: String, to text: String) -> String {
    var lines = text.components(separatedBy: "\n")
    guard let place = lines.firstIndex(where: { $0.contains("体制改革方面。") || $0.contains("市场化改革。") }) else {
      return text
    }
    lines[place] += sentence
    return lines.joined(separator: "\n")
  }

  static let lastYear: [FaultKind] = [
    against("上年延期事项没有交代") { report, last, _ in
      ["制定社区嵌入式养老服务标准", "推进再生资源回收体系市场化改革", "开展农村集体经营性建设用地入市", "建设跨区域算力调度平台"].compactMap { name in
        guard last.contains(name) else { return nil }
        // Every sentence that names it goes; the counts that lean on it with it.
        let core = String(name.dropFirst(2))
        var text = report.text
        for sentence in Surgery.sentences(of: text)
        where sentence.contains(core) || core.hasPrefix("农村集体") && sentence.contains("农村集体经营性建设用地入市")
          || core.hasPrefix("社区嵌入式") && sentence.contains("嵌入式养老")
        {
          text = text.replacingOccurrences(of: sentence, with: "")
        }
        return (text, last, "漏“\(name)”", "")
      }
    },
    against("增量与上年不符") { report, last, generator in
      ["比上年增加", "较上年增加"].flatMap { mark in
        Surgery.figures(between: mark, and: "项", in: report.text).map { place in
          let other = Surgery.beside(report.text[place], &generator)
          return (
            report.text.replacingCharacters(in: place, with: other), last,
            "\(mark)\(report.text[place])→\(other)", mark + other
          )
        }
      }
    },
    against("整句照抄上年") { report, last, generator in
      Surgery.sentences(of: last).filter { sentence in
        sentence.count > 22 && sentence.contains { $0.isNumber } && !sentence.contains("20")
          && !sentence.contains("延期") && !sentence.contains("任务") && !sentence.contains("、存在")
          && Surgery.figures(between: "", and: "", in: sentence).isEmpty
          && sentence.filter(\.isNumber).count >= 3 && !sentence.contains("《") && !sentence.contains("一是")
      }.shuffled(using: &generator).prefix(8).map {
        (adding($0, to: report.text), last, "照抄“\($0)”", String($0.prefix(8)))
      }
    },
    against("文件重复申报") { report, last, generator in
      Surgery.sentences(of: last).filter { $0.contains("出台《") || $0.contains("印发《") || $0.contains("制定《") }
        .filter { !report.text.contains($0) && !$0.contains("任务") }
        .shuffled(using: &generator).prefix(4).map {
          (adding($0, to: report.text), last, "重复“\($0.prefix(20))”", "《")
        }
    },
    against("年份没有更新") { report, last, _ in
      let year = report.name.suffix(4)
      let before = String(Int(year).map { $0 - 1 } ?? 0)
      var mutants: [(text: String, last: String, what: String, fault: String)] = []
      for mark in ["区委深改委\(year)年工作要点", "\(year)年制度性成果", "\(year)年改革任务完成情况", "\(year)年重点改革任务完成情况"]
      where report.text.contains(mark) {
        mutants.append(
          (
            report.text.replacingOccurrences(
              of: mark, with: mark.replacingOccurrences(of: year, with: before)), last, mark, before + "年"
          ))
      }
      let stale = "截至\(before)年12月底，惠企平台累计上线服务事项87项。"
      mutants.append(
        (
          adding(stale, to: report.text), adding(stale.replacingOccurrences(of: "87", with: "65"), to: last),
          stale, before + "年"
        ))
      return mutants
    },
    against("累计数比上年少") { report, last, _ in
      [
        (
          adding("惠企政策平台注册企业总数达到2650家。", to: report.text), adding("惠企政策平台注册企业总数达到2840家。", to: last), "总数",
          "2650家"
        )
      ]
    },
    against("首次、连续重复") { report, last, _ in
      [
        (adding("首次开展跨区域联合审批。", to: report.text), adding("首次开展跨区域联合审批。", to: last), "首次", "首次"),
        (adding("连续三年获评全省改革先进区。", to: report.text), adding("连续三年获评全省改革先进区。", to: last), "连续", "连续"),
      ]
    },
    against("会议届次没有更新") { report, last, _ in
      for number in ["六", "九"] where last.contains("第六次会议") && report.text.contains("第\(number)次会议") {
        return [(report.text.replacingOccurrences(of: "第\(number)次会议", with: "第六次会议"), last, "第六次", "第六次")]
      }
      guard report.text.contains("第十五次会议") else { return [] }
      return [
        (
          report.text.replacingOccurrences(of: "第十五次会议", with: "第十次会议").replacingOccurrences(
            of: "第十六次会议", with: "第十次会议"), last, "第十次", "第十次"
        )
      ]
    },
    against("上年文件给错") { report, last, _ in
      [(report.text, report.text, "同一份", ""), (last, report.text, "放反", "")]
    },
    against("领域不见了") { report, last, _ in
      guard let line = report.lines.first(where: { $0.hasPrefix("六是文化") || $0.hasPrefix("（二）城乡") }) else {
        return []
      }
      return [
        (report.text.replacingOccurrences(of: line + "\n", with: ""), last, "漏“\(line.prefix(10))”", "")
      ]
    },
  ]
}
