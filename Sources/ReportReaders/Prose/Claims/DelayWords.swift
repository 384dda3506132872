/// The words by which delays are told. Tables: a new cue is a word in a row.
extension DelayReading {
  static let towards = Array("至到".utf16)
  static let itemUnits = WordTable<Bool>(set: "项 个 件 项任务 项事项 项改革任务 项改革事项 项改革 项工作 项目 个项目")
  static let counted = WordTable<Bool>(
    set: ["项", "个", "件"].flatMap { unit in
      ["", "任务", "事项", "改革", "改革任务", "改革事项", "工作", "重点任务"].map { unit + $0 }
    }
    .joined(separator: " "))
  static let endings = WordTable<Bool>(
    set:
      "终止实施 已终止 按程序终止 按规定终止 依规终止 报批后终止 不再实施 予以终止 终止推进 不再推进 不再单独实施 不再开展 不再单列 停止实施 取消实施 予以取消 终止执行 终止办理 作终止处理 不再继续 同意后取消 同意取消 决定取消 批准取消 后取消 同意撤销 予以撤销 决定终止 同意终止 批准终止 不再建设 不再单独推进 不再单独开展 不再单独建设 不再列入 不再保留 停止推进 停止开展 停止建设 项目终止 任务终止 中止实施 予以中止 终止该 并入其他 合并实施 合并推进 调出台账 移出台账 调出清单 移出清单 调整出台账 研究取消 研究终止 研究撤销 会议取消 会议终止 予以撤项 撤项 销项处理 不再作为"
  )
  static let ended = WordTable<Bool>(
    set:
      "终止 研究取消 会议取消 研究撤销 取消) (取消 (终止 (撤销 (中止 销项处理 予以撤项 取消实施 予以取消 停止实施 不再实施 不再推进 不再单独实施 不再开展 不再单列 不再继续 同意后取消 同意取消 决定取消 批准取消 后取消 撤销 不再建设 不再单独推进 不再单独开展 不再单独建设 不再列入 不再保留 停止推进 停止开展 停止建设 中止 并入其他 合并实施 合并推进 移出台账 调出台账 调出清单 移出清单"
  )
  static let ending = WordTable<Bool>(
    rows: [
      (
        true,
        ["终止", "终止实施", "终止推进", "取消", "撤销", "停止实施", "不再实施", "不再推进", "中止"].flatMap { [$0, $0 + "“"] }.joined(
          separator: " ")
      )
    ],
    backwards: true)
  static let putOff = WordTable<Bool>(set: "延期 暂缓 推迟 延后 顺延 延至 结转 调整至 调整到")
  static let terminated = WordTable<Bool>(set: "终止 撤销 取消 不再实施 调出清单 移出清单 调出台账 移出台账 中止")
  static let edges = Array(" 。;,:、".utf16)
  /// A paragraph without any of these tells of no delay.
  static let cues = WordTable<Bool>(
    set:
      "延 展期 缓办 缓建 缓至 缓到 推后 症结 卡在 推迟 暂缓 顺延 结转 终止 取消 不再实施 跨年度 未能 未按 无法完成 暂未 尚未完成 未如期 未达 暂无法 不能按期 暂停 暂不 未完 未办 未了 遗留 留到 推到 放到 原因 理由 不再 停止 调整至 调整到 上述 以上 跨年 撤销 销项 "
      + terms)
  /// What offices call putting off.
  private static let puttingOff = StandingWords.late
  /// What they call giving up.
  private static let abandoning = ["终止", "取消", "撤销", "中止", "调整", "撤项"]
  private static let unfinished = ["未完成", "未完", "未办结", "未办完", "未了", "遗留"]
  private static let things = ["任务", "事项", "项目", "改革任务", "改革事项", "改革项目", "工作"]

  /// Phrases with 延期, each also with the other words for it.
  static func spread(_ phrases: String) -> String {
    puttingOff.map { phrases.replacing("延期", with: $0) }.joined(separator: " ")
  }

  static let labels: WordTable<Bool> = {
    var words: [String] = []
    for verb in puttingOff + abandoning + unfinished {
      if !unfinished.contains(verb) { words += [verb, verb + "实施", verb + "推进"] }
      words.append(verb + "情况")
      for thing in things { words += [verb + thing, verb + "的" + thing] }
    }
    return WordTable<Bool>(set: words.joined(separator: " "))
  }()
  /// 延期原因:, 未能按期完成的主要原因是, 症结在于: labels of reasons.
  static let reasons: WordTable<Bool> = {
    let late = ["未", "未能", "没有", "无法", "尚未"].flatMap { not in
      ["", "如期", "按期", "按时", "按计划"].flatMap { time in [not + time + "完成", not + time + "办结"] }
    }
    let said = [":", "是", "为", "系", "在于"]
    let nouns = ["原因", "主要原因", "缘由", "理由"]
    return WordTable<Bool>(
      products: [
        [[""] + puttingOff + abandoning, nouns, said + ["是因为", "均为", "均是", "都是", "主要是"]],
        [puttingOff + late, ["的"], nouns, said],
        [late, nouns, said],
      ],
      words: spread("延期说明:") + " "
        + ["收官", "交账", "销号", "结项", "落地", "兑现", "做完", "办完"].flatMap { done in
          ["未", "尚未", "未能", "未按期", "没有"].flatMap { not in
            ["原因:", "原因是", "原因为", "的原因:", "的原因是"].map { not + done + $0 }
          }
        }.joined(separator: " ")
        + " 卡点: 堵点: 症结: 难点: 症结在于 症结是 起因是 起因在于 卡在 难点在于 难在 堵点在于 堵点是 瓶颈在于 卡点在于 卡点是 根源在于 主要是因为 情况说明: 主要系")
  }()
  static let delayed = WordTable<Bool>(
    set:
      "延期 展期 跨年推进 缓办 缓建 暂缓 推迟至 推迟到 延后 顺延 延至 延到 终止 不再实施 结转 推迟实施 推迟完成 跨年度实施 延长至 延长到 转入下年度 转入明年 缓至 缓到 推后至 推后到 推后完成 放到明年 推到明年 转到明年 留到明年 拖到明年 移到明年 "
      + terms)
  /// 完成时限由2025年11月调整为2026年9月: a deadline that is moved.
  private static let terms = ["时限", "期限", "时间", "节点"].flatMap { term in
    ["由", "从", "调整", "变更", "改", "推"].map { term + $0 }
  }
  .joined(separator: " ")
  static let movedFrom = Array("由从".utf16)
  static let stuck = WordTable<Bool>(
    products: [
      [
        ["未能", "未", "没能", "没有", "不能", "难以"], ["按期", "如期", "按时", "按计划"],
        [
          "建立", "建成", "出台", "落地", "启动", "实施", "推出", "印发", "投用", "收官", "交账", "销号", "结项", "兑现", "开展", "到位",
          "挂牌", "上线",
        ],
      ]
    ],
    words:
      "未完成 没有完成 未能如期完成 未能按时完成 未如期实施 未能完成 未能按期完成 未按期完成 未按时完成 难以如期完成 难以按期完成 难以按时完成 无法完成 暂未完成 尚未完成 未如期完成 暂无法 不能按期完成 暂停实施 暂不实施 新的完成时间待 新的完成时限待 新的时限待 新时限待 未达到预期进度 未达预期进度 未达序时进度 未达到序时进度 未达时间节点"
  )
  static let because = WordTable<Bool>(set: "因 由于 受 鉴于 因为 受制于 受限于 囿于 缘于 源于 苦于 卡在 受阻于")
  /// Words that tell a cause at the start of a clause, before a new date: 甲,主要是…,建议延到….
  static let clauseBecause = WordTable<Bool>(set: "系 主要系 系因 系由于 主要是 主要因 主要是因 主要由于 是因 是由于 主要是由于")
  static let notBecause = WordTable<Bool>(
    set: "原因 基因 接受 享受 承受 遭受 感受 授受 诱因 因素 成因 主因 病因 起因", backwards: true)
  static let notBecauseAfter = WordTable<Bool>(
    set: "因地制宜 因企施策 因此 因而 因素 因势利导 因村施策 因村制宜 因人施策 因人而异 因人制宜 因时制宜 因户施策 因子 因事制宜 因材施教 受理 受益 受到 受众 受访 受此")
  /// Words between an item's name and its delay: 甲申请延期.
  static let nameTail = WordTable<Bool>(
    set: """
      申请 拟 需 需要 予以 建议 决定 现 已 提请 同意 依规 按程序 按规定 按程序申请 依程序 将 故 则 无法 任务 暂 暂时 均 分别 也 因故 被 经批准 报请 确需 须 目前 尚 等 : , 未完成 没有完成 未能完成 尚未完成 暂未完成 未如期完成 未按期完成 未按时完成 未办结 1项 一项
      """, backwards: true)
  /// Words before the name of an item behind its cause: 因…,致使甲未能完成.
  static let consequence = WordTable<Bool>(
    set: "导致 致使 造成 使得 使 故将 故 现将 拟将 拟对 将 同意将 同意对 决定将 决定对 申请将 申请对 建议将 建议对 经批准,")
  /// 经…会议同意: a clause of approval, not of an item.
  static let approving = WordTable<Bool>(
    set: "经 报经 已经 均经 现已 已报 并经 并报 区委深改委第 县委深改委第 市委深改委第 旗委深改委第 州委深改委第 按程序 同意 申请 拟 需 预计 计划 目前 现 已")
  /// Verbs that postpone what is named behind them: 延期实施甲,原因是….
  static let postponing = WordTable<Bool>(
    set: "延期实施 延期推进 延期开展 延期建设 延期完成 延期办理 暂缓实施 暂缓推进 暂缓开展 推迟实施 推迟开展 推迟推进 推迟建设")
  static let nameLead = WordTable<Bool>(
    set:
      "今年 今年的 本年度 只有 仅有 唯有 目前, 唯一未完成的 唯一延期的 未完成的1项系 未完成的一项系 1项系 一项系 项系 的这一项,是 的这项,是 的这一项是 的这项是 的一项是 的一项,是 事项另有 任务另有 事项还有 任务还有 事项有 任务有 一个是 另一个是 还有一个是 再一个是 一项是 另一项是 还有一项是 首先是 其次是 再次是 最后是 其中, 其中 原定的 原计划的 原列入要点的 原列入台账的 原列入清单的 年初列入要点的 年初列入台账的 原定 原计划 另外, 此外, 分别是 分别为 延期的 一是 二是 三是 四是 五是 六是 还有 未完成的 延期任务 延期事项 即 而"
  )
  /// Beginnings of clauses that ask for a delay.
  static let asks = WordTable<Bool>(
    set: "申请延期 拟延期 需延期 故延期 故申请延期 予以延期 建议延期 已申请延期 拟申请 将延期 再次延期 拟推迟 拟顺延 同意延期 经批准延期 新的完成时间待 新的完成时限待 新的时限待 新时限待")
  /// 目前尚未批复: what somebody else has not done is part of the reason.
  static let stillOpen = WordTable<Bool>(
    set: "目前尚未批 目前未批 目前仍未批 目前还未批 目前尚未印发 目前尚未出台 目前尚未到位 目前尚未下达 目前尚未获批 目前仍在审 目前正在报批 目前仍在报批 目前尚未明确 目前尚未签 目前尚未取得")
  /// Beginnings of clauses that tell how the item stands, behind a cause that has no label.
  static let decisions = WordTable<Bool>(
    set: """
      报经 已经 现已 申请延期 延期 顺延 推迟 暂缓 已报 故延期 故申请 故将 同意 予以 结转 延至 已申请 提请 将延期 预计 计划 拟 预期 目前 完成率 待 未能按 未按期 未按时 未能如期 未能完成 未如期 需延期 按程序 \
      经区委 经县委 经市委 经区政府 经县政府 经批准 经研究 经报 经请示 经镇 经街道 经党工委 经管委会 故未 没有完成 没能 难以按 难以如期 无法在年 难以在年 未能在年 没能在年 尚未完成 无法按 不能按
      """)
  /// 个别项目, 部分任务: words that name no item.
  static let vague = WordTable<Bool>(
    set:
      "什么 为什么 为何 怎么 如何 怎样 哪些 个别 部分 少数 一些 有的 多数 不少 有些 上述 以上 这件 该项 该任务 该改革 该事项 此项 这项 本任务 各项 原定 原计划 为 向 与 企业 群众 我区 我县 我市 以及 也 还 是 导致 目前 这些 今年 全年 全区 全县 全市"
  )
}
