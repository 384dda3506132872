/// 句子成分的用词: people, verbs and adverbs that more than one check of whole sentences asks for.
enum ClauseWords {
  /// People, and bodies of people: what a clause may be about.
  static let people = Mark.words(
    "群众 老年人 老人 居民 市民 职工 学生 儿童 患者 村民 农民 农户 商户 家长 家庭 青年 妇女 劳动者 就业者 消费者 创业者 群体 人群 业主 住户 旅客 乘客 考生 毕业生 农民工",
    "中小企业 小微企业 民营企业 企业 各界 专项小组 工作专班 党组织 干部 党员 部门 单位 街道 乡镇 各方 市场主体 经营主体 个人 人员 百姓")
  /// Verbs of reform that take an object.
  static let verbs = Mark.words(
    "深化 完善 健全 强化 加强 推进 推动 优化 提升 规范 创新 拓展 建立 巩固 细化 改进 统筹 培育 壮大")
  /// What may stand before a verb at the head of a clause.
  static let adverbs = Mark.words(
    "有效 切实 着力 全面 有力 大幅 明显 持续 不断 逐步 极大 充分 较好 很好 重点 优先 及时 积极 进一步 深入 广泛 真正 坚决 依法 更好 大力 加快 努力 并 也 还 要 将 已 均",
    "同时 先后 认真 统筹 往往")
}

extension CheckProse {
  /// Where the words begin behind 一是, 二是; the place itself where neither stands there.
  func behindItem(_ start: Int, in clause: Range<Int>) -> Int {
    let isItem =
      start + 2 < clause.upperBound && Mark.numerals.contains(units[start]) && units[start + 1] == Mark.item
    return isItem ? start + 2 : start
  }
}

extension Mark {
  static let item = word("是")[0]
}
