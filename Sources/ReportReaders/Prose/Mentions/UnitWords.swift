import ReportModel

/// 量词与单位: the units that figures carry in official prose. A table: a new unit is a word in a row.
enum UnitWords {
  /// How a unit goes with numerals.
  enum Use: Sendable {
    /// With any numeral: 十二项, 12项.
    case any
    /// With Arabic figures only, since with a Chinese numeral it begins a name or a word: 三元区, 两江, 七里站.
    case arabicOnly
    /// With Arabic figures, and with Chinese numerals from ten up: 二十元, not 三元.
    case largeChinese
    /// Names a rank rather than a count with any numeral: 三级, 2号.
    case rank
    /// Names a rank with a Chinese numeral, counts with Arabic figures: 二期, 举办培训班12期.
    case rankIfChinese
    /// No measure word, but a noun that numerals stand before: 三部门; the figure's unit stays empty.
    case noun
  }

  static let table = WordTable<Use>(rows: [
    (
      .any,
      """
      个 项 家 条 次 名 位 户 件 起 份 篇 场 种 类 套 所 处 座 支 批 批次 轮 组 天 年 倍 成 番 周 周年 个月 小时 分钟 秒 刻钟 \
      大 方面 部 块 人 人次 户次 件次 趟 趟次 场次 家次 车次 架次 班次 篇次 人份 例 剂 剂次 针次 辆 台套 台次 台(套) 栋 幢 间 宗 单 笔 \
      项次 款 只 头 头只 亩 公顷 平方米 平方公里 平方千米 立方米 公里 千米 海里 毫米 厘米 公斤 千克 毫克 微克 公吨 \
      美元 欧元 港元 日元 人民币 个百分点 百分点 工作日 个工作日 课时 学时 学分 床位 张床位 标箱 标准箱 千瓦 千瓦时 兆瓦 兆瓦时 \
      吉瓦 千伏 兆 摄氏度 年度 个小时 半个月 人天 户数 对 排 岁 张 幅 册 卷 枚 株 棵 根 片 节 双 盏 匹 桌 样 层 代 \
      件套 首 章 句 封 招 条线 大块 大类 小项 大项 小类 小块 小时段
      """
    ),
    (
      .arabicOnly,
      """
      里 门 点 分 村 镇 乡 街道 社区 省 市 县 区 国 校 院 站 道 眼 口 孔 面 本 集 把 盘 期刊 票 席 步 路公交 度 度电 ℃ °C ° \
      台 列 段 环 师 厂 店 园 馆 局 网 轨 桥 渠 库 企 路 号线 克 升 毫升 日 时 环节 流程 餐 顿 车 船 艘 架 箱 袋 瓶 包 桶 捆 股 束 瓦 伏 \
      km km² km2 m m² m2 m³ m3 cm mm kg g t kW MW GW kWh kV KV kVA Mbps Gbps GB TB PB MB Mb h min s hm² hm2 mg μg dB ppm
      """
    ),
    (.largeChinese, "元 吨 米 班 队 员 角 条文 级台阶 厘 斤 尺 寸 丈 担 字"),
    (.rank, "号 级 线 楼 号楼 号院 年级 等奖 类企业"),
    (.rankIfChinese, "期 届 区块"),
    (.noun, "部门 领域 城市 单位 群众 学生 农户 职工 党员 干部 企业 项目 事项"),
  ])

  /// Words that begin like a figure and are none. Found at the numeral's first character.
  static let notCounts = WordTable<Bool>(
    set: """
      一体 一批 一系列 一方面 一起 一定 一直 一些 一律 一流 一般 一步 一线 一带 一路 一手 一旦 一样 一如 一以贯之 一揽子 一把手 一站 \
      一网 一件事 一门 一次性 一窗 一张网 一刻 一端 一边 一面 一味 一再 一经 一并 一同 一道 一致 一概 一心 一时 一生 一代 一类 一类企业 \
      一级 一票 一户一 一企一 一人一 一项一 一事一 一村一 一镇一 一街一 一区一 一地一 一案一 一校一 一品 一码 一卡 一证 一照 一业 一主 \
      一园 一县 一对一 一盘棋 一竿子 一抓到底 一张图 一张蓝图 一条龙 一个样 一季度 一国两制 一村 一镇 一把 一跃 一举 一改 一号 一来 \
      一家亲 一家人 一年一度 一年来 一年之计 一点 \
      二维 二胎 二孩 二手 二元 二十国集团 二次元 三农 三产 三中全会 三严三实 三会一课 三会 三公 三权 三资 三变 三去 三通 三甲 三维 三下乡 \
      三大战役 三代 三步走 三年疫情 三位一体 三级医院 三江 三峡 三亚 三元 三明 三门峡 三台县 \
      四个全面 四个意识 四个自信 四风 四史 四好 四上 四化 四位一体 四川 四平 四会市 四中全会 四梁八柱 五中全会 五位一体 五四 五险 五保 五金 五大连池 \
      五台山 五台县 五河县 六中全会 六稳 六保 六安 六盘水 六合 六个核桃 七一 七中全会 八一 八大处 八大山人 八项规定 三招三引 九三学社 九江 九龙 \
      九二共识 十九大 十九届 十八大 十八届 十七大 十七届 十六大 二十大 二十届 十佳 十堰 十全十美 十分 十足 十三届 \
      两岸 两江 两湖 两山 两会 两级 两化 两新 两个维护 两个确立 两个凡是 两个毫不动摇 两个一百年 两学一做 两高 两不愁 两手 两委 两代表 \
      两头 两侧 两端 两地 两难 两翼 两极 百花 百姓 百强 百年 百分之百 千方百计 千家万户 千山 万众 万家 万物 万里 万亩 万州 \
      万宁 万载 万事 万象 万无一失 百年大计 百家争鸣 亿万 两优一先 一核 一屏 一江 一湖 一河 一长 一警 一员 一格 一策 一表 一单 一册 一档 一制 \
      两港 两高两新 两重 两新组织 三长 四大班子 四套班子 三重一大 三支一扶 三区三州 三北 三类人员 四川省 八闽 九州 七夕 七彩 七台河 \
      十字 十月革命 十年树木 一二一 三三 四四 五五 九九 十指 百合 百货 千斤顶 万达 万科 万分 万一 万能 万向 万元户 百年未有
      """)

  /// Words whose last character makes 一 after it part of a word: 统一, 唯一.
  static let beforeOne = WordTable<Bool>(
    set: "统 唯 单 专 之 进 同 每 逐 万 任 某 这 那 另 新 一 初 周 星期 归 其 独 如 划 合 齐 为 上 下 前 后 高人 首屈 头 又 再 第 不 了 进了",
    backwards: true)

  /// The approximating words before a figure.
  static let before = WordTable<Approximation>(
    rows: [
      (.nearly, "近 接近 将近"),
      (.under, "不足 不到"),
      (.about, "约 大约 约计 大概 约为 约有 约占 大致"),
      (.exceeds, "超 超过 超出 过 已超 超额"),
      (.beyond, "逾 已逾"),
      (.passes, "突破 破"),
      (.orMore, "不低于 不少于 至少 不小于"),
      (.orLess, "不超过 不高于 不多于 至多 最多 不大于"),
      (.several, "上 成"),
    ], backwards: true)

  /// Words that end like an approximating word and are none: 签约20个, 附近3公里.
  static let notApproximate = WordTable<Bool>(
    set: """
      签约 预约 节约 合约 公约 集约 履约 续约 解约 条约 契约 违约 特约 大约莫 附近 就近 邻近 临近 最近 贴近 靠近 走近 亲近 赶超 反超 通过 经过 \
      超过过 召开过 开展过 打破 冲破 侦破 爆破 攻破 识破 不过 以上 线上 网上 达成 建成 完成 形成 组成 促成 生成 构成 落成 办成 \
      晋级上 会上 基础上 收成 合成 养成 制成 提成 做成 编成 改成 变成 分成 不成
      """, backwards: true)

  /// The approximating words behind a unit.
  static let after = WordTable<Approximation>(rows: [
    (.around, "左右 上下"),
    (.orMore, "以上 及以上 或以上 之上 起步"),
    (.orLess, "以下 以内 及以下 或以下 之内 之下"),
  ])
}
