import Foundation
import ReportModel

/// 上下限: a range told upside down, and figures beyond the range, the full mark or the number of places that the text itself names.
struct BoundsCheck: DraftCheck {
  let about = CheckDescription(
    "arithmetic.bounds", .error, "写的数超出了文中自己说的范围",
    rationale: "“控制在30至50人”之后列出的各数应在其中，百分制、满分20分的得分不会更高，8个县区里没有第9名，每个至少1名的合计不会少于个数；区间应先写小数、后写大数。",
    source: "实务",
    triggering: [
      .draft("给予[[3000元至2000元]]不等的补助。"), .draft("给予每人[[6万元至3万元]]安家补助。"),
      .draft("每期学员控制在30至50人，四期分别为32人、45人、[[56人]]。"),
      .draft("新任干部年龄在28岁至45岁之间，最年轻的[[24岁]]。"),
      .draft("在百分制的述职评议中，镇街书记平均得[[103.6分]]。"),
      .draft("五项指标每项满分20分，得分依次为19分、18分、[[22分]]。"),
      .draft("全市8个县区参加考核，我县名列[[第9位]]。在全市9家开发区中列[[第11位]]。"),
      .draft("在全市营商环境评价中，我区政务服务指标位列9个县区[[第10位]]，较上年进位明显。"),
      .draft("46个社区每个社区至少配备1名专属医生，全区共配备[[41名]]。"),
    ],
    silent: [
      .draft("给予2000元至3000元不等的补助。由每人6万元至3万元逐年递减。"), .draft("每期学员控制在30至50人，四期分别为32人、45人、49人。"),
      .draft("新任干部年龄在28岁至45岁之间，最年轻的28岁，共24人。"), .draft("满分100分，加分后得103.6分。"),
      .draft("党建满分20分，得18分；经济满分40分，得38分。"), .draft("全市8个县区参加考核，我县名列第3位，居全省第12位。在9家开发区中招商列第2位，全国排名第56位。"),
      .draft("我区政务服务指标位列9个县区第2位，9个县区中排全省第12位。"),
      .draft("水温由80度至60度之间调节改为自动控制。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let page = input.page else { return }
    for index in page.draft.sentences.indices where !page.draft.sentences[index].quantities.isEmpty {
      let reading = BoundsReading(page: page, sentence: page.draft.sentences[index])
      reading.upsideDown(&result)
      reading.ranges(&result)
      reading.marks(&result)
      reading.places(&result)
      reading.least(&result)
    }
  }
}

/// The limits that one sentence names.
private struct BoundsReading {
  let page: FigurePage
  let sentence: DraftSentence

  private func report(
    _ place: Range<Int>, _ message: String, limit: Range<Int>? = nil, _ result: inout CheckResult
  ) {
    result.report(
      page.draft.text.place(place), message, "请核对这个数和文中写的范围",
      related: limit.map { [.init(page.draft.text.place($0), "范围在这里")] } ?? [])
  }

  // MARK: 3000元至2000元不等

  func upsideDown(_ result: inout CheckResult) {
    for high in sentence.quantities.dropFirst() {
      let low = high - 1
      guard page.sameUnit(low, high), page.isExact(low), page.isExact(high),
        page.value(low) > page.value(high),
        Self.spans.contains(where: {
          page.words(page.range(low).upperBound..<page.range(high).lowerBound) == $0
        }),
        page.words(page.tail(high)).hasAnyPrefix(Self.between)
          || page.tail(high).isEmpty && page.words(page.lead(low)).containsAny(Self.standards)
          || page.words(page.lead(low)).hasAnySuffix(Self.standards.dropFirst())
            && !page.words(page.tail(high)).containsAny(["递", "逐", "依次", "调", "降"]),
        !page.words(page.lead(low)).containsAny(Self.falling),
        !page.lead(low).contains(where: { page.units[$0] == Mark.from || page.units[$0] == Mark.since }),
        !["时", "点", "日", "月", "年"].contains(page.unit(low))
      else { continue }
      report(
        page.range(low).lowerBound..<page.range(high).upperBound,
        "区间前大后小：\(page.number(low))>\(page.number(high))", &result)
    }
  }

  // MARK: 控制在30至50人,四期分别为32人、56人

  func ranges(_ result: inout CheckResult) {
    for range in sentence.quantities {
      guard let high = page.quantity(range).upperBound,
        page.words(page.tail(range)).hasAnyPrefix(Self.between)
          || page.words(page.lead(range)).hasAnySuffix(["在", "控制在"])
      else { continue }
      var isListed = false
      for figure in range + 1..<max(range + 1, sentence.quantities.upperBound) {
        let between = page.before(figure)
        guard !page.has(Mark.semicolon, in: between),
          !page.words(between).containsAny(Self.others)
        else { break }
        // 已办的四期: how many there are.
        guard page.sameUnit(figure, range) else { continue }
        isListed =
          isListed && between.count <= 1
          || page.words(page.lead(figure)).containsAny(Self.telling)
        guard isListed, page.isExact(figure) else { continue }
        if page.value(figure) < page.quantity(range).value || page.value(figure) > high {
          report(
            page.range(figure), "不在前面写的“\(page.text(page.range(range)))”之内", limit: page.range(range), &result
          )
        }
      }
    }
  }

  // MARK: 百分制 … 103.6分, 满分20分 … 22分

  func marks(_ result: inout CheckResult) {
    var full: (value: Decimal, place: Range<Int>)?
    let hundred = Mark.word("百分制")
    for figure in sentence.quantities where page.unit(figure) == "分" {
      if page.contains(hundred, in: page.before(figure)) { full = (100, page.before(figure)) }
      if page.words(page.lead(figure)).hasAnySuffix(["满分", "满分为", "满分是"]) {
        full = (page.value(figure), page.range(figure))
      } else if let full, page.isExact(figure), page.value(figure) > full.value,
        !page.words(full.place.upperBound..<page.range(figure).lowerBound).containsAny(Self.sums)
      {
        report(page.range(figure), "得分高于满分\(full.value)分", limit: full.place, &result)
      }
    }
  }

  // MARK: 8个县区 … 第9位

  func places(_ result: inout CheckResult) {
    for place in sentence.range.dropLast(2) where page.units[place] == Mark.ordinal {
      guard let (rank, end) = page.units.number(from: place + 1, to: sentence.range.upperBound),
        end < sentence.range.upperBound,
        page.units[end] == 0x4F4D || page.units[end] == 0x540D,  // 位, 名
        let all = sentence.quantities.last(where: { page.range($0).upperBound < place }),
        let verb = (sentence.range.lowerBound..<place).suffix(6).first(where: {
          Self.ranking.contains(page.units[$0])
        }) ?? page.lead(all).suffix(4).first(where: { Self.ranking.contains(page.units[$0]) }),
        page.isThing(all), page.isExact(all), page.value(all) > 1, Decimal(rank) > page.value(all),
        page.words(page.tail(all)).hasAnyPrefix(Self.ranked),
        case let between = page.words(page.range(all).upperBound..<place),
        // 位列9个县区第10位: the places are named between.
        verb < page.range(all).lowerBound && place - page.range(all).upperBound <= 5
          || verb > page.range(all).upperBound
            && (["参加", "参评", "考核", "评比", "排名"].contains(where: between.contains)
              || page.has(Mark.among, in: page.range(all).upperBound..<place) && !between.contains("其中")
                && place - page.range(all).upperBound <= 20),
        !between.containsAny(["全国", "全省", "全市", "同类"])
      else { continue }
      report(
        place..<end + 1, "一共\(page.number(all))\(page.unit(all))，没有第\(rank)", limit: page.range(all), &result)
    }
  }

  // MARK: 46个社区每个至少1名,共41名

  func least(_ result: inout CheckResult) {
    for each in sentence.quantities where page.quantity(each).precision == 0 {
      let lead = page.words(page.lead(each))
      guard lead.contains("每") || lead.contains("各"),
        page.quantity(each).approximation == .orMore || lead.containsAny(["至少", "不少于"]),
        let sum = (each + 1..<max(each + 1, sentence.quantities.upperBound)).first(where: {
          page.sameUnit($0, each) && tellsSum(page.before($0))
        }),
        // 46个社区每个…; 每个村…,全镇18个村共….
        let all = (sentence.quantities.lowerBound..<sum).last(where: {
          $0 != each && page.isThing($0) && page.isExact($0)
        }),
        page.isExact(sum), page.value(sum) < page.value(all) * page.value(each)
      else { continue }
      report(
        page.range(sum),
        "\(page.number(all))×\(page.number(each))=\(page.value(all) * page.value(each))，少于每个至少应有的合计",
        limit: page.range(each), &result)
    }
  }

  private func tellsSum(_ words: Range<Int>) -> Bool {
    page.words(words).containsAny(["共", "合计", "总计"])
  }

  private static let standards = ["标准", "每人", "每户", "每家", "每名", "每亩", "每月", "每次", "额度", "幅度"]
  private static let falling = ["降", "减", "压", "调", "缩", "下浮"]
  private static let spans = ["至", "到", "-", "—", "——", "~"]
  private static let between = ["不等", "之间", "的区间", "区间", "范围", "的范围"]
  private static let telling = Mark.texts("分别 依次 实际 最年轻 最年长 最小 最大 最低 最高 最少 最多 平均 最短 最长")
  private static let others = ["比", "较", "高于", "低于", "由", "从", "上年", "去年", "全市", "全省", "除", "提高", "降", "增"]
  private static let sums = ["总", "合计", "累计", "加分", "附加", "奖励", "加", "共"]
  private static let ranking = UnitSet("列居排位获")
  private static let ranked = Mark.texts(
    "县区 区县 县 市 区 街道 乡镇 镇街 街镇 镇 单位 部门 开发区 高新区 园区 地市 市州 设区市 区市 村 社区 学校 高校 企业 城市 参")
}
