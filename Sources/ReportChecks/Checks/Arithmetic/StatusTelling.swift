import Foundation
import ReportModel

extension FigurePage {
  /// 未能按期完成的有三项, 申请延期并获批的任务有3项: how many of all tasks were put off.
  func countsDelayed(_ figure: Int) -> Bool {
    guard unit(figure) == "项", isExact(figure), claim(figure).change == nil,
      claim(figure).period == .reported,
      claim(figure).domain == nil, tail(figure).isEmpty
    else { return false }
    let lead = words(lead(figure))
    return lead.hasAnySuffix(["有", "共有", "共", "共计", "计"])
      && lead.containsAny(Self.delayed) && !lead.containsAny(Self.otherDelays)
  }

  private static let delayed = ["延期", "未能按期完成", "未按期完成", "未能如期完成", "未如期完成", "未能按时完成", "推迟完成"]
  private static let otherDelays = ["上年", "去年", "再次", "领域", "方面", "其中", "牵头"]
}

/// What goes on from one count of tasks to the next.
extension StatusReading {
  /// 办结7项,甲改革、乙改革2项按程序延期: those postponed are named before their count.
  static func isNamed(_ figure: Int, _ layer: Layer, _ page: FigurePage) -> Bool {
    page.claim(figure).sentence == layer.lastSentence
      && page.cues.has([.delayed, .ended], in: page.tail(figure))
  }

  /// 书记、区长各领办2项任务: the share of those who lead them.
  static func isOfLeaders(_ figure: Int, _ page: FigurePage) -> Bool {
    let lead = page.lead(figure)
    return page.cues.has(.each, in: lead) || page.words(lead).containsAny(leading)
  }

  private static let leading = ["领办", "领衔", "领题", "包抓", "包联", "挂帅"]

  /// 推进2项,均为跨年度任务;延期2项: what is said of some of them stands between.
  static func isNextOutcome(_ figure: Int, _ layer: Layer, _ page: FigurePage) -> Bool {
    page.claim(figure).sentence == layer.lastSentence && page.lead(figure).count <= 6
      && page.has(Mark.semicolon, in: page.before(figure))
      && page.cues.has([.delayed, .ended, .open], in: page.lead(figure))
  }

  /// 二季度完成9项; not 截至三季度末.
  static func isOfPartOfYear(_ figure: Int, _ page: FigurePage) -> Bool {
    let words = page.words(page.before(figure))
    return words.containsAny(["季度", "半年"])
      && !words.containsAny(["截至", "截止", "至", "前三季度"])
  }
}

extension StatusReading.Layer {
  /// 9月底累计22项;10月、11月又完成7项,累计29项: takes a running count for those before it in its sentence.
  mutating func goesOn(to figure: Int, _ page: FigurePage) -> Bool {
    guard let first = done.first, page.claim(first).sentence == page.claim(figure).sentence,
      page.words(page.lead(figure)).contains("累计"),
      !page.cues.has([.delayed, .ended, .open], in: page.lead(figure))
    else { return false }
    done = [figure]
    return true
  }

  /// 未完成的3项中,延期2项,推进中1项: those not done are counted once, as a whole or by what became of them.
  mutating func dropParts(_ page: FigurePage) {
    let others = (delayed + ended + open).sorted()
    for whole in others {
      let parts = others.filter { $0 > whole && page.claim($0).sentence == page.claim(whole).sentence }
      let tail = page.units[page.tail(whole)]
      let isAmong = tail.last == Mark.among || tail.first == Mark.among
      let isRest = page.words(page.before(whole)).containsAny(["未完成", "其余", "剩余", "余下", "尚有"])
      guard !parts.isEmpty, isAmong || isRest && page.sum(parts) == page.value(whole) else { continue }
      if page.sum(parts) == page.value(whole) {
        for path in [\Self.delayed, \Self.ended, \Self.open] { self[keyPath: path].removeAll { $0 == whole } }
      } else {
        for path in [\Self.delayed, \Self.ended, \Self.open] {
          self[keyPath: path].removeAll(where: parts.contains)
        }
      }
      return
    }
  }
}

/// 分开写的完成数: what became of the tasks told quarter by quarter, field by field, and in the heading of a field.
extension StatusRule {
  /// 五、文化生态领域(7项), and below it 6项任务全部完成: a heading has the count of its field.
  func headings(_ book: inout RelationBook) {
    for field in status.fields where field.layers.count == 1 {
      let (heading, total) = (page.draft.sections[field.section].heading, field.layers[0].total)
      guard let figure = page.figures(from: heading.lowerBound).first, figure != total,
        page.range(figure).upperBound <= heading.upperBound,
        page.units[page.range(figure).lowerBound - 1] == 0x28,
        page.sameUnit(figure, total), page.isExact(figure), page.isExact(total)
      else { continue }
      let fits = page.value(figure) == page.value(total)
      book.weigh(
        figure, by: [total], .balance, fits ? .verified : .broken, on: page,
        "标题写\(page.number(figure)),正文写\(page.number(total))", "标题里的任务数与正文不符", stating: false,
        as: .scope("heading\(field.section)"))
    }
  }

  /// 一季度完成4项,二季度13项,三季度15项,四季度19项: the quarters make the year.
  func quarters(_ book: inout RelationBook) {
    guard let layer = status.overall.first, !layer.done.isEmpty else { return }
    oneByOne(layer, &book)
    for sentence in page.draft.sentences where sentence.quantities.count >= 4 {
      for first in sentence.quantities.dropLast(3) {
        let four = Array(first..<first + 4)
        guard
          zip(four, Self.quarterNames).allSatisfy({ figure, name in
            page.words(page.before(figure)).contains(name) && page.sameUnit(figure, layer.total)
              && page.isExact(figure)
              && page.claim(figure).change == nil
          }), page.cues.has(.done, in: page.lead(first))
        else { continue }
        add(four, to: layer, "各季度完成数之和与全年完成数不符", as: .scope("quarters"), &book)
        return
      }
    }
  }

  /// 分领域看,依次完成8项、7项、6项、8项: each field's count in its turn makes the whole.
  private func oneByOne(_ layer: StatusReading.Layer, _ book: inout RelationBook) {
    for first in page.draft.quantities.indices
    where page.sameUnit(first, layer.total)
      && page.words(page.lead(first)).hasAnySuffix(Self.inTurn)
    {
      let clauses = page.words(page.sentence(of: first).range)
      guard clauses.containsAny(Self.divisions) else { continue }
      let all =
        [first]
        + (first + 1..<page.siblings(of: first).upperBound).prefix {
          page.sameUnit($0, first) && page.words(page.before($0)) == "、"
        }
      guard all.count > 2, all.allSatisfy(page.isExact) else { continue }
      add(all, to: layer, "依次写的完成数之和与全年完成数不符", as: .figure(first), &book)
    }
  }

  /// Counts one behind the other make what the year has done.
  private func add(
    _ parts: [Int], to layer: StatusReading.Layer, _ message: String, as group: RelationBook.Group,
    _ book: inout RelationBook
  ) {
    let (sum, done) = (page.sum(parts), page.sum(layer.done))
    book.propose(
      Relation(
        .balance, sum == done ? .verified : .broken,
        claimed: page.range(parts[0]).lowerBound..<page.range(parts[parts.count - 1]).upperBound, result: nil,
        members: parts + layer.done, arithmetic: "\(page.terms(parts))=\(sum),前文写完成\(done)", message: message),
      as: group)
  }

  private static let inTurn = ["依次完成", "分别完成", "依次办结", "分别办结"]
  private static let divisions = ["分领域", "按领域", "各领域", "分季度", "按季度", "分条线", "分板块", "从领域看"]
  private static let quarterNames = ["一季度", "二季度", "三季度", "四季度"]
}
