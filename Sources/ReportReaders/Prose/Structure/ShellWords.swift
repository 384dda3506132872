import ReportModel

/// 网页框架: the words by which lines around a text are known. A table: a new one is a word in a row.
enum ShellWords {
  /// 苏公网安备, 苏ICP备: a site's licence, by the short name of its province.
  private static let licences = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀黔贵滇云藏陕甘青宁新".flatMap { province in
    ["公网安备", "ICP备"].map { "\(province)\($0)" }
  }.joined(separator: " ")

  /// 您当前所在位置: the path of the page.
  private static let whereabouts =
    ["当前位置", "所在位置", "现在位置", "当前所在位置", "现在的位置", "当前的位置", "所在的位置"].map {
      "\($0) 您\($0) 你\($0)"
    }.joined(separator: " ") + " 您的位置 你的位置"

  /// Words that a line of the frame begins with.
  static let beginnings = WordTable<SkippedPart.Reason>(rows: [
    (
      .webShell,
      """
      位置: 当前所在 首页 网站首页 索引号 索引号: 信息索引 发布日期 发布时间 发布机构 发布单位: 发文日期: 成文日期: 公开日期 生成日期 \
      信息分类 主题分类 信息来源 文章来源 来源: 时间: 日期: 浏览次数 浏览量 浏览: 阅读次数 阅读量 阅读: 点击数 点击量 点击: 访问量 字号: 字体: 字体大小 【收藏 [收藏 【分享 [分享 【字体 [字体 【字号 打印 【打印 [打印 \
      分享到 分享: 扫一扫 关闭窗口 【关闭 [关闭 返回顶部 返回首页 上一篇 下一篇 上一条 下一条 主办单位: 主办: 承办: 承办单位: 技术支持 网站标识码 网站地图 联系我们 备案号 ICP \
      公网安备 文字大小 视力保护 无障碍 适老 收藏本页 我要纠错 附件下载 有效性 名称: 关键词: 内容概述 体裁分类 组配分类 服务对象分类 微信号 功能介绍 点击上方 点击蓝字 点击关注 关注我们 长按识别 长按二维码 阅读原文 下转第 (下转第 上接第 (上接第 登录 注册 搜索 微信扫码 微信公众号: 官方微信 \
      点击查看 展开全文 阅读全文 举报 文号: 题裁 公开方式 公开范围 生成时间 发文机关: 主题词 A+ A- 大中小 放大+ 缩小- 放大 缩小 默认○ 订阅电话 订阅热线 零售 零售价 每份 国内统一刊号 国内统一连续出版物号 邮发代号 投稿邮箱 投稿热线 新闻热线 报料热线 广告热线 广告经营许可证 地址: 邮编: 邮编 上一版 下一版 上一期 下一期 版面导航 标题导航 本期导航 返回目录 返回版面 数字报 PDF版 共印 送: 分送: 报: 抄送: 抄报: 印数 期数 【返回 【纠错 纠错 服务热线: 监督电话: 传真: 电子邮箱: 邮政编码 网址:
      """ + " " + licences + " " + whereabouts
    ),
    (
      .byline,
      "本版责编 本版编辑 本期编辑 本期责编 本版责任编辑 本版美编 版式设计 本版校对 执行编辑 责任校对 实习编辑 值班编辑 轮值编辑 编发: 排版: 美编: 策划: 统筹: 责任编辑 责编 编辑: 审核: 校对: 作者: 记者: 通讯员: 摄影: 撰稿: 供稿: 初审: 复审: 终审: 一审: 二审: 三审: 编校: 监制: 来稿: 值班编委"
    ),
    (
      .related,
      "相关链接 相关新闻 相关阅读 相关文章 相关稿件 相关信息 相关附件 推荐阅读 延伸阅读 猜你喜欢 热门推荐 热门文章 热点推荐 最新文章 精彩推荐 更多新闻 为您推荐 大家都在看 往期回顾 往期推荐 往期精彩 友情链接"
    ),
    (
      .copyright,
      "版权所有 版权声明 郑重声明 免责声明 特别声明 声明: 法律声明 Copyright 转载请注明 凡本网 未经授权 本网站 ©"
    ),
  ])

  /// Those who made a page, when a mark such as 丨 or / stands behind the word: 编辑丨某某.
  static let credits = WordTable<SkippedPart.Reason>(rows: [
    (.webShell, "来源 文章来源 信息来源 图片来源 电话 广告"),
    (.byline, "责编 编辑 版式 校对 审核 作者 摄影 监制 初审 复审 终审 一审 二审 三审 策划 制图 统筹 签发 供稿 排版 美编 图片 文字 记者 通讯员 责任编辑 值班主任"),
  ])

  /// Heads over another text on the same page.
  static let columns = WordTable<Bool>(
    set:
      "短评 评论 时评 快评 锐评 微评 编后 编后语 编者按 编者的话 记者手记 采访手记 采访札记 记者观察 新闻链接 链接 延伸 点评 一线声音 声音 评论员文章 本报评论员 微言 改革时评 改革短评 今日谈 专家点评 群众点赞 记者点评 小编说 新闻背景 新闻评论 相关新闻 专家观点 经验交流 他山之石 改革论坛 深改前沿 改革前沿 特别关注 基层实践 工作研究 专题报道 改革纵横 本期关注"
  )

  /// Words of a site's menus, anywhere in a line above the title.
  static let menus = WordTable<Bool>(
    set: "站内搜索 移动版 无障碍 网站首页 政务公开 互动交流 办事服务 新闻中心 公开目录 公开编号 公开形式 导航: 首页/ /首页 首页| 网页存档 English 繁体 简体 RSS")

  /// Heads of contents lists.
  static let contents = WordTable<Bool>(set: "目录 本期目录 本期要目 要目 本期导读 导读 本期内容 内容提要 本期看点 目次 CONTENTS")
  /// What issues in numbers are called.
  static let bulletins = WordTable<Bool>(
    set: "简报 动态 快报 专报 信息 通讯 内参 专刊 参考 通报 交流 要闻 参阅 之窗 视窗 工作简讯 简讯 要情 摘报 周报 月报 专辑", backwards: true)

  /// Marks between such a word and a name.
  static let creditMarks = Array("\u{4E28}|/:\u{2502}\u{00B7}".utf16)

  /// Words at the head of a printed page and in the line below an online title.
  static let pageHeads = WordTable<Bool>(set: "星期一 星期二 星期三 星期四 星期五 星期六 星期日 版: 版面 发表于")

  /// Words that mark a byline at the end of a text or of a paragraph.
  static let bylines = WordTable<Bool>(
    set: "通讯员 本报通讯员 特约记者 特约通讯员 见习记者 实习记者 首席记者 融媒体记者 本报特约 新华社记者 全媒体记者 本报记者 本网记者 记者 供稿 文/图 图/文 摄影报道")

  /// Words that a news text begins with.
  static let datelines = WordTable<Bool>(
    set:
      "本报讯 本网讯 本刊讯 本台消息 本报消息 新华社 中新社 中新网 人民网 新华网 讯(记者 讯(通讯员 又讯 日报讯 晚报讯 快报讯 电视台讯 广播讯 日电( 日电\u{3000} 日讯( 日消息,")
}
