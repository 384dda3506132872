import ReportModel

/// 句尾词: a word that no sentence ends with, unless one of some characters stands before it (合并, 名将).
struct DanglingTail: Sendable {
  let word: [UInt16]
  let unless: UnitSet

  init(_ word: String, unless: String = "") {
    self.word = Mark.word(word)
    self.unless = UnitSet(unless)
  }
}

/// 句尾词表: what a sentence does not end with, by its last character.
struct DanglingTails: Sendable {
  private var byEnd: [UInt16: [DanglingTail]] = [:]
  private let ends: UnitSet

  init(_ tails: [DanglingTail]) {
    for tail in tails.sorted(by: { $0.word.count > $1.word.count }) {
      byEnd[tail.word[tail.word.count - 1], default: []].append(tail)
    }
    ends = UnitSet(byEnd.keys)
  }

  /// Where the longest such word begins that ends a stretch.
  func start(endingAt end: Int, in range: Range<Int>, _ prose: CheckProse) -> Int? {
    guard range.lowerBound < end, ends.contains(prose.units[end - 1]) else { return nil }
    let longest = (byEnd[prose.units[end - 1]] ?? []).first {
      end - $0.word.count >= range.lowerBound && prose.has($0.word, at: end - $0.word.count)
    }
    guard let longest else { return nil }
    let start = end - longest.word.count
    return start > range.lowerBound && longest.unless.contains(prose.units[start - 1]) ? nil : start
  }

  /// All of them.
  static let all = DanglingTails(
    (links + verbs + adverbs + determiners + halves).flatMap { Mark.texts($0) }.map { DanglingTail($0) }
      + guarded + [further])

  /// Those that no comma follows, either.
  static let beforeComma = DanglingTails(
    (verbs.prefix(4) + determiners.prefix(1) + inside + halves).flatMap { Mark.texts($0) }.map {
      DanglingTail($0)
    }
      + [DanglingTail("更加", unless: "变"), further])

  /// 在此基础上再进一步 is whole.
  private static let further = DanglingTail("进一步", unless: "再更又")

  /// 连词、介词: what leads to something else.
  private static let links = [
    "以及 及其 并且 但是 而且 从而 进而 使得 促使 致使 为了 由于 对于 关于 基于 鉴于 至于 或者 不仅 不但 尤其是 特别是 主要是 其中 例如 比如 诸如 譬如",
    "虽然 尽管 即使 既然 如果 假如 无论 不论 不管 除非 因而 然而 况且 何况 否则 甚至 乃至 以至 以致 与其 除了 与此同时 此外 再加上 连同 会同",
    "按照 依照 遵照 依据于 根据 通过对 围绕着 自从 凭借 借助 沿着 朝着 向着 本着 随着 为着 有赖于 以便 以期 以使 使其 让其 但是 而是 关键是 重点是 核心是",
    "目的是 原因是 目标是 问题是 首先是 其次是 最后是 导致 造成 引发 带来 引起 招致 认为 指出 意味着 将继续 要继续 一是 二是 三是 四是 五是 六是 更是 仍是 只是 即是 一方面是 乃是",
  ]
  /// 及物动词: what wants an object.
  private static let verbs = [
    "致力于 得益于 取决于 有利于 有助于 不利于 着眼于 立足于 在于 属于 位于 源于 出于 处于 用于 适用于 应用于 服务于 低于 高于 优于 便于 勇于 善于 敢于 乐于",
    "不少于 不高于 不超过 不多于 不大于 不小于 不短于 不早于 不晚于 不迟于 多于 少于 大于 小于 仅有 仅为 仅占 占到 高达 多达 率达 额达 数达 量达 收入达 面积达 规模达 率为 额为 村达 户达",
    "忙于 趋于 止于 始于 限于 投身于 着力于 旨在 意在 重在 贵在 确保 力争 力求 力促 着力 征求各 予以 加以 给予 赋予 授予 给以 得以 用以 借以 足以 难以",
    "成为 称为 定为 列为 化为 变为 转为 改为 分为 评为 选为 视为 誉为 认定为 确定为 调整为 命名为 更名为 压减为 精简为 压缩为 缩短为 减少为 增加为 明确为 设为 之为 原因为 比例为 金额为 目标为 标准为",
    "打造成 建设成 变成 转变成 获得 赢得 显得 懂得 采取 具有 迈向 面向 迈出 面临 围绕 立足 着眼 瞄准 紧扣",
    "受到 得到 提高到 增加到 减少到 上升到 下降到 压缩到 压减到 精简到 推广到 应用到 投入到 缩短到 降低到 扩大到 延伸到 拓展到 细化到 渗透到 提升到 增长到 调整到 贯穿到 深入到 遇到 感受到 认识到 意识到",
    "带来了 提供了 给予了 作出了 提出了 采取了 取得了 获得了 赢得了 奠定了 注入了 营造了 打造了 搭建了 构建了 开辟了 积累了 受到了 收到了 达到了 起到了 发挥了 印发了 制定了 创造了 彰显了 展现了 树立了 蹚出了 走出了 探索出了 完成年度 完成全年 完成了年度 完成了全年 并投入 正式投入 建成投入 陆续投入",
    "考虑到 交给 送给 提供给 下放给 划转给 委托给 移交给 返还给 发给 拨付给 充分调动 充分激发 一茬接着一茬 一任接着一任 一年接着一年 一代接着一代 一锤接着一锤",
  ]
  /// 副词、助动词: what leads to a verb.
  private static let adverbs = [
    "大力 切实 逐步 稳步 亟待 亟须 亟需 有待 应当 应该 理应 无法 尚未 从未 业已 一并 直至 将会 即将 必将 仍将 还将 也将 均将 正在 已经 曾经 均已 尽快 尽早 尽量",
    "逐渐 逐年 仍然 依然 一直 往往 常常 极其 尤其 尤为 更为 较为 颇为 最为 极为 仍需要 还需要 仍需 尚需 还需 只需 日益 日趋 愈加 愈发 越来越 务必 必定 立即 随即 当即 尽可能",
    "最大限度 大幅 大幅度 着重 再次 相继 陆续 分别 互相 仅仅 只有 只要 只能 才能 就能 不能 不得 不宜 不应 不再 是否 能否 可否 以求 有望 力图",
  ]
  /// Of the others those that no comma follows, either: 认识到 and 其中 may be followed by one.
  private static let inside = [
    "提高至 增加至 减少至 下降至 压缩至 压减至 缩短至 降低至 扩大至 提升至 增长至 上升至 精简至 增至 降至 减至 升至 延至 延期至 只有",
    "以及 及其 使得 促使 对于 关于 基于 予以 加以 给予 赋予 落实到 压实到 传导到 下沉到 分解到 受到 得到 提高到 增加到 减少到 下降到 压缩到 缩短到 降低到 扩大到 延伸到 拓展到 提升到 增长到 贯穿到 深入到",
    "大力 切实 亟待 亟须 亟需 有待 应当 应该 尚未 将会 仍将 必将 更为 较为 颇为 最为 极为 日益 日趋 愈加 愈发 越来越 务必 尽快 正在",
    "了有力 了坚实 了良好 了明显 了显著 了新的 了重大 了有效 了较好 了极大 带来了 注入了 奠定了",
  ]
  /// 限定词: what leads to a noun.
  private static let determiners = [
    "各类 各种 各项 各级 各个 每个 每项 每名 某些 这些 那些 这种 那种 这一 该项 该类 一系列 首个 首家 新型 大型 其余",
    "了有力 了坚实 了良好 了明显 了显著 了重要 了积极 了新的 了较大 了重大 了强大 了有效 了一定 了较好 了极大 了巨大 了突出 了优异 了广泛 的良好 的重大 的强大 共计 总计 累计 合计",
    "了阶段性 了突破性 了历史性 了实质性 了根本性 了标志性 了决定性 了示范性 的阶段性 的突破性 的历史性 的实质性 的根本性 的标志性",
  ]
  /// What is left of a word of four that lost its last character: 合法权益, 营商环境.
  private static let halves = ["合法权 正当权 切身利 合法利 营商环 体制机"]
  private static let guarded =
    [
      DanglingTail("打下了", unless: "础牢实也都已经"), DanglingTail("推动了", unless: "作程度都也"),
      DanglingTail("促进了", unless: "都也到"),
      DanglingTail("并", unless: "合兼一吞归裁撤"), DanglingTail("因为", unless: "是"),
      DanglingTail("从", unless: "适易何服听顺遵随盲跟侍自主依信言屈胁"), DanglingTail("把", unless: "火"),
      DanglingTail("被", unless: "植棉"), DanglingTail("不断", unless: "源连接续绵延纷议盾突诉烦司声流访扰"),
      DanglingTail("更加", unless: "变"),
      DanglingTail("能够", unless: "不"), DanglingTail("必须", unless: "所"),
      DanglingTail("达到", unless: "已均全未可能都也部没"),
      DanglingTail("在", unless: "存所现内外实自潜健犹仍还都不何同常永长皆俱均安宛全好年天时处"),
      DanglingTail("至", unless: "备不纷冬夏周而踵毕双"), DanglingTail("促进", unless: "互同相此面力步合"),
      DanglingTail("相关", unless: "切息紧不互直高正负度"), DanglingTail("相比", unless: "法能可以不"),
      DanglingTail("得到有效"), DanglingTail("得到充分"), DanglingTail("得到切实"), DanglingTail("得到根本"),
      DanglingTail("没有惠及"), DanglingTail("尚未惠及"), DanglingTail("未能惠及"), DanglingTail("难以惠及"),
      DanglingTail("率先", unless: "省国市区县"),
      DanglingTail("首次", unless: "省国市区县"),
      DanglingTail("一律", unless: "篇求"), DanglingTail("十分", unless: "一二三四五六七八九十百零"),
      DanglingTail("面对", unless: "极同须要法敢直勇步要"),
      DanglingTail("具备", unless: "已本均都全步经"), DanglingTail("拥有", unless: "同已"),
      DanglingTail("包括", unless: "不未都均已全"), DanglingTail("包含", unless: "不未都均已全次互相级层复者所此"),
      DanglingTail("享有", unless: "同平等"), DanglingTail("仍然存"), DanglingTail("依然存"), DanglingTail("程度存"),
      DanglingTail("普遍存"), DanglingTail("客观存"),
    ]
    + ["成果", "红利", "实惠"].flatMap { things in
      // 让改革成果更多更公平, without 惠及….
      ["更多更公平", "更多更好更公平", "更好更公平", "更多更公正"].map {
        DanglingTail(things + $0, unless: "的")
      }
    } + [
      DanglingTail("同比"), DanglingTail("环比"), DanglingTail("取得", unless: "已未法难可"),
    ]
}
