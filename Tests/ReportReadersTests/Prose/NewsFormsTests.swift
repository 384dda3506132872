import ReportModel
import Testing

/// News as papers, sites and accounts print it: articles apart, with title, date and source, and nothing of the page around them.
struct NewsFormsTests {
  private func imported(_ text: String) throws -> Report {
    try Prose.imported(Prose.draft(text)).report.report
  }

  private func figures(_ report: Report) -> [String] {
    report.domains.flatMap(\.figures).map { "\($0.quantity.value)\($0.quantity.unit)" }
  }

  @Test func anAccountsArticle() throws {
    let report = try imported(
      """
      云岭改革
      微信号 yunlinggaige
      功能介绍 云岭区委改革办官方发布平台

      云岭区“三个一”改革让办事更省心
      原创 云岭改革 云岭改革 2023-12-08 17:30 发表于江南
      点击上方蓝字关注我们
      今年以来，临江市云岭区以“三个一”改革为抓手，梳理高频事项312项，压减申请材料1268份，惠及企业群众4.6万人次。
      一窗受理
      该区设置综合窗口36个，累计办件21.7万件。印发《云岭区“一窗受理”工作规范》，推动政务服务标准化。
      来源丨云岭区委改革办
      编辑丨陈小雨
      阅读原文
      往期推荐
      云岭区召开防汛工作部署会，出动3000人
      """)
    #expect(report.title == "云岭区“三个一”改革让办事更省心")
    #expect(report.issueDate == PartialDate(year: 2023, month: 12, day: 8))
    #expect(report.place.shortName == "云岭区")
    #expect(figures(report) == ["312项", "1268份", "46000人次", "36个", "217000件"])
    #expect(report.outputs.map(\.title) == ["云岭区“一窗受理”工作规范"])
  }

  @Test func twoArticlesUnderLinesOfDateAndSource() throws {
    let report = try imported(
      """
      【改革在基层】柳河区：小网格撬动大治理
      发布时间：2022-11-30 浏览次数：1287

      近年来，柳河区深化网格化服务管理改革，划分网格1126个，配备网格员1340人，形成“15分钟服务圈”。

      ========

      【改革在基层】柳河区：营商环境再升级
      发布时间：2022-12-02 浏览次数：986

      柳河区聚焦企业所盼，深化“放管服”改革，新增市场主体9870户，兑现惠企资金1.86亿元，解决企业问题2034个。
      """)
    #expect(report.sources.map(\.name) == ["【改革在基层】柳河区：小网格撬动大治理", "【改革在基层】柳河区：营商环境再升级"])
    #expect(report.sources.map(\.date) == ["2022-11-30", "2022-12-02"])
    #expect(Set(figures(report)).isSuperset(of: ["1126个", "1340人", "9870户", "2034个"]))
    #expect(!figures(report).contains { $0.hasPrefix("1287") || $0.hasPrefix("986") })
  }

  @Test func aPageInNarrowColumns() throws {
    let report = try imported(
      """
      临江日报
      2022年05月10日 星期二
      山水之间 改革拔节
      ——江南省武陵市澧溪区乡村振兴改革见闻
      本报通讯员 彭湘 戴敏

          初夏时节，澧溪区黄石村
      的育秧工厂里，机声隆隆，120
      万盘秧苗整齐排列。

          近年来，该区推进土地股
      份合作改革，组建股份合作社
      56家，流转耕地12.7万亩，占
      全区耕地面积的43.5%，带动农
      户2.1万户。

          资源变资产

          该区清查集体资产18.9亿
      元，量化到人35.2万人，发放
      股权证10.3万本。去年，村集
      体经济收入全部超过20万元，
      其中100万元以上的村31个。

          机制一变天地宽

          该区建立“党建引领、合作
      社经营”机制，开展项目路演，
      引进社会资本6400万元，改革
      试点覆盖乡镇14个，服务群众
      9.8万人次。
      """)
    #expect(report.title == "山水之间 改革拔节")
    #expect(report.place.fullName == "江南省武陵市澧溪区")
    #expect(
      Set(figures(report)).isSuperset(of: [
        "1200000盘", "56家", "127000亩", "21000户", "352000人", "103000本", "31个",
      ]))
  }

  @Test func subHeadsLikeFieldsMakeNoReport() throws {
    let report = try imported(
      """
      长乐县优化营商环境 激发发展活力
      2023-09-14 来源：长乐日报 作者：郑婷

      近年来，江州市长乐县坚持改革创新，全县市场主体突破8.2万户，营商环境持续优化。

      深化放管服改革

      全县取消证明事项126项，电子营业执照发放5.3万张，政务服务大厅全年无休。

      完善基层治理体系

      全县12个乡镇组建综合执法队，执法人员286人，今年以来处理案件1390起。

      推进城乡融合发展

      开通城乡公交线路38条，投放新能源车辆160台，改造农村公路215公里。
      """)
    #expect(report.tasks.isEmpty)
    #expect(report.reportingUnit == "长乐日报")
    #expect(
      Set(figures(report)).isSuperset(of: ["82000户", "126项", "53000张", "286人", "1390起", "38条", "215公里"]))
  }
}
