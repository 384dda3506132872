import Foundation
import ReportModel
import Testing

@Suite struct SpellingTests {
  @Test(arguments: [
    ("2021-05-20", "2021-05-20"), ("2021.5", "2021-05"), ("2021/5/2", "2021-05-02"),
    ("20210520", "2021-05-20"),
    ("2021年5月20日", "2021-05-20"), ("2021年5月20号", "2021-05-20"), ("2021年", "2021"), ("2022", "2022"),
    ("2021 年 7 月", "2021-07"), ("\u{FF12}\u{FF10}\u{FF12}\u{FF11}年7月", "2021-07"),
  ])
  func datesInUsualSpellings(text: String, expected: String) {
    guard case .date(let date) = PartialDate.read(text) else { Issue.record("\(text) is no date"); return }
    #expect(date.ledgerText == expected)
  }

  @Test(arguments: ["2021-02-29", "2021-13", "2021年4月31日", "20210230", "1021-05"])
  func daysThatDoNotExist(text: String) { #expect(PartialDate.read(text) == .impossible) }

  @Test(arguments: ["", "年底", "12:30", "2021年度", "5月", "2021-05-20-1", "三季度", "21年5月"])
  func notDates(text: String) { #expect(PartialDate.read(text) == .notADate) }

  @Test(arguments: [
    ("2021-09", 3, 2021), ("9月底前", 3, 2021), ("2020年12月底前", 4, 2020), ("三季度", 3, 2021),
    ("第四季度", 4, 2021), ("2022年一季度", 1, 2022), ("年底", 4, 2021), ("2022年底前完成", 4, 2022), ("十月底", 4, 2021),
    ("上半年", 2, 2021), ("年内", 4, 2021),
  ])
  func deadlinesInUsualSpellings(text: String, quarter: Int, year: Int) {
    let deadline = Deadline(wording: text)
    #expect(deadline.quarter == quarter)
    #expect(deadline.year(in: 2021) == year)
    #expect(deadline.wording == text)
  }

  @Test func longTermAndUnknownDeadlines() {
    #expect(Deadline(wording: "长期").meaning == .longTerm)
    #expect(Deadline(wording: "视上级进度而定").meaning == .unknown)
  }

  @Test(arguments: [1, 9, 10, 11, 20, 25, 100, 105, 110, 115, 200, 999, 1000, 1005, 1050, 9999])
  func numeralsGoThereAndBack(number: Int) {
    #expect(ChineseNumeral.value(of: ChineseNumeral.text(number)) == number)
  }

  @Test func numeralsAsWritten() {
    #expect(ChineseNumeral.text(10) == "十")
    #expect(ChineseNumeral.text(12) == "十二")
    #expect(ChineseNumeral.text(110) == "一百一十")
    #expect(ChineseNumeral.value(of: "二〇二一") == 2021)
    #expect(ChineseNumeral.value(of: "两百零五") == 205)
    #expect(ChineseNumeral.value(of: "三万五千") == 35_000)
    #expect(ChineseNumeral.value(of: "十之八九") == nil)
    #expect(ChineseNumeral.value(of: "百") == nil)
  }

  @Test(arguments: [
    (Quantity(25808, unit: "个"), "25808个"),
    (Quantity(15000, unit: "件", approximation: .overYu, precision: 3), "1.5万余件"),
    (Quantity(300, unit: "个", approximation: .overDuo), "300多个"),
    (Quantity(2_000_000_000, unit: "元", approximation: .overDuo, precision: 8), "20多亿元"),
    (Quantity(90_000, unit: "户", approximation: .overDuo, precision: 4), "9万多户"),
    (Quantity(5, unit: "个月", approximation: .overDuo), "5个多月"),
    (Quantity(4000, unit: "人次", approximation: .nearly), "近4000人次"),
    (Quantity(60, unit: "%", approximation: .orMore), "60%以上"),
    (Quantity(3, upperBound: 5, unit: "名"), "3-5名"),
    (Quantity(Decimal(string: "3.120") ?? 0, unit: "亩", precision: -3), "3.120亩"),
    (Quantity(1_041_780_000, unit: "元", precision: 4), "104178万元"),
  ])
  func quantitiesAsProseWritesThem(quantity: Quantity, text: String) { #expect(quantity.chinese == text) }

  @Test func titlesAreSplitAndCompared() {
    #expect(DocumentTitle.split("《甲》《乙》、《丙》") == ["甲", "乙", "丙"])
    #expect(DocumentTitle.split("《关于印发《甲》的通知》") == ["关于印发《甲》的通知"])
    #expect(DocumentTitle.split("甲方案（试行）") == ["甲方案（试行）"])
    #expect(DocumentTitle.split("出台《甲》") == ["出台《甲》"])
    #expect(DocumentTitle.key("《甲\u{FF08}试行\u{FF09}》") == DocumentTitle.key("甲 (试行)"))
    #expect(DocumentTitle.quoted("关于印发《甲》的通知") == "《关于印发〈甲〉的通知》")
  }

  @Test func nearNamesAreFoundAndFarOnesAreNot() {
    #expect(nearestName(to: "牵头单为", among: ["名称", "牵头单位"]) == "牵头单位")
    #expect(nearestName(to: "牵头", among: ["名称", "牵头单位"]) == "牵头单位")
    #expect(nearestName(to: "天气", among: ["名称", "牵头单位"]) == nil)
  }
}
