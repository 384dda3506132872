import ReportModel

/// Finds the place that a document tells of: the name that its titles, its office and its sentences begin with.
struct PlaceFinding {
  let units: UnsafeBufferPointer<UInt16>

  /// The place, or nil where no name of one stands out.
  func place(in draft: Draft) -> AdministrativePlace? {
    var scores: [String: Int] = [:]
    var longer: [String: [String: Int]] = [:]
    func count(_ range: Range<Int>, weight: Int) {
      guard let name = name(at: range) else { return }
      scores[name.short, default: 0] += weight
      if name.full != name.short { longer[name.short, default: [:]][name.full, default: 0] += weight }
    }
    for article in draft.articles {
      if let title = article.title { count(title, weight: 12) }
      if let office = article.office { count(office, weight: 6) }
    }
    // Subtitles, addressees and signatures stand in lines of their own.
    for paragraph in draft.paragraphs where paragraph.kind == .matter {
      let start = paragraph.range.first { units[$0] != Unit.dash } ?? paragraph.range.lowerBound
      count(start..<paragraph.range.upperBound, weight: 2)
    }
    for document in draft.documents {
      count(draft.titles[document.title].inner, weight: document.kind == .media ? 1 : 4)
    }
    for sentence in draft.sentences {
      count(sentence.range, weight: 2)
      for index in sentence.range where units[index] == Unit.comma && index + 2 < sentence.range.upperBound {
        count(index + 1..<sentence.range.upperBound, weight: 1)
      }
    }
    guard let best = scores.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.value >= 2 else {
      var place = draft.articles.lazy.compactMap {
        $0.title.flatMap { smallerPlace(in: $0) ?? zone(in: $0) }
      }.first
      if let full = place?.fullName, let short = introduced(full, draft) { place?.shortName = short }
      return place
    }
    let full =
      longer[best.key]?.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? formalName(best.key, draft)
      ?? nameBehindCity(best.key, draft)
    return AdministrativePlace(
      fullName: full ?? best.key, shortName: introduced(best.key, draft) ?? best.key,
      selfName: selfName(in: draft))
  }

  /// 东屿经济技术开发区(以下简称“东屿经开区”): the short name that a document gives its place.
  private func introduced(_ name: String, _ draft: Draft) -> String? {
    let name = Array(name.utf16)
    for quotation in draft.quotations where (5...14).contains(quotation.count) {
      var start = quotation.lowerBound
      for word in ["为", "称", "简", "以下", "("] {
        let word = Array(word.utf16)
        if start >= word.count, units[start - word.count..<start].elementsEqual(word) { start -= word.count }
      }
      guard start < quotation.lowerBound - 2, start >= name.count,
        units[start - name.count..<start].elementsEqual(name)
      else { continue }
      return draft.text.string(quotation.lowerBound + 1..<quotation.upperBound - 1)
    }
    return nil
  }

  /// 临江市云岭区 at the start of a stretch, past 中共 and 关于.
  private func name(at range: Range<Int>) -> (full: String, short: String)? {
    var start = range.lowerBound
    while let word = Self.leads.match(at: start, in: units, end: range.upperBound) { start += word.length }
    // 2021年度石门县…总结
    if start + 4 < range.upperBound, units[start + 4] == Unit.year,
      (start..<start + 4).allSatisfy({ (0x30...0x39).contains(units[$0]) })
    {
      start += 5
      if start < range.upperBound, units[start] == Unit.of("度") { start += 1 }
    }
    var ends: [Int] = []
    let limit = min(range.upperBound, start + 14)
    var index = start
    while index < limit {
      let unit = units[index]
      if isInsideName(index, from: ends.last ?? start, to: limit) {
        // 沙县区, 仁和区: what ends or joins names elsewhere is part of this one.
      } else if Self.kinds.contains(unit), index + 1 < limit, Self.levelWords.contains(units[index + 1]) {
        // 建议市级层面: a level names no place.
        break
      } else if Self.kinds.contains(unit),
        index - (ends.last ?? start) >= 2 || (ends.isEmpty && index - start >= 1)
      {
        ends.append(index + 1)
        // After a district no further level follows.
        if unit != Self.city, unit != Self.province { break }
      } else if unit < 0x4E00 || unit > 0x9FFF {
        break
      } else if Self.stops.contains(unit) {
        break
      } else if Self.small.contains(unit), index + 1 < limit, !Self.kinds.contains(units[index + 1]) {
        // Behind 洪山镇 no district follows; 景德镇市 and 新乡县 are ones.
        break
      }
      index += 1
    }
    guard let last = ends.last else { return nil }
    let from = ends.count > 1 ? ends[ends.count - 2] : start
    let short = text(from..<last)
    guard last - from >= 2, last - from <= 9, !Self.common.contains(short),
      !Self.commonEnds.contains(where: { short.hasSuffix($0) }),
      !Self.commonStarts.contains(where: { short.hasPrefix($0) })
    else { return nil }
    return (text(start..<last), short)
  }

  /// 县 before 区, and 和 behind one character and before 区 or 县.
  private func isInsideName(_ index: Int, from start: Int, to limit: Int) -> Bool {
    guard index + 1 < limit, index > start, Self.districts.contains(units[index + 1]) else { return false }
    return units[index] == Self.county
      || units[index] == Self.and && index == start + 1 && (0x4E00...0x9FFF).contains(units[start])
  }

  /// 2023年海棠街道…总结: a place below the district, where the title names none above it.
  private func smallerPlace(in title: Range<Int>) -> AdministrativePlace? {
    var start = title.lowerBound
    while let word = Self.leads.match(at: start, in: units, end: title.upperBound) { start += word.length }
    if let year = title.prefix(12).firstIndex(where: { units[$0] == Unit.year }),
      Self.smallKinds.first(in: start..<year, of: units) == nil
    {
      start = year + 1
      if start < title.upperBound, units[start] == Unit.of("度") { start += 1 }
    }
    guard let kind = Self.smallKinds.first(in: start..<min(title.upperBound, start + 12), of: units),
      kind.range.lowerBound >= start + 2,
      (start..<kind.range.lowerBound).allSatisfy({ (0x4E00...0x9FFF).contains(units[$0]) })
    else { return nil }
    let name = text(start..<kind.range.upperBound)
    return Self.commonStarts.contains { name.hasPrefix($0) }
      ? nil : AdministrativePlace(fullName: name, shortName: name)
  }

  /// 2021年度高新区…总结, 云台山风景区…报告: a zone, with the name before it if there is one.
  private func zone(in title: Range<Int>) -> AdministrativePlace? {
    guard let found = Self.zoneNames.first(in: title.prefix(14), of: units)?.range else { return nil }
    var start = found.lowerBound
    while start > title.lowerBound, (0x4E00...0x9FFF).contains(units[start - 1]),
      !Self.stops.contains(units[start - 1]), units[start - 1] != Unit.of("度")
    {
      start -= 1
    }
    while let word = Self.leads.match(at: start, in: units, end: found.lowerBound) { start += word.length }
    let name = text(start..<found.upperBound)
    return AdministrativePlace(fullName: name, shortName: name)
  }

  private static let zoneNames = WordTable<Bool>(
    set: "风景区 风景名胜区 示范区 旅游区 高新区 经开区 开发区 度假区 保税区 自贸区 经济开发区 高新技术产业开发区 经济技术开发区")

  /// 东山高新技术产业开发区 for 东山高新区: the name in full of a zone that goes by a short one.
  private func formalName(_ short: String, _ draft: Draft) -> String? {
    let name = Array(short.utf16)
    guard name.count >= 4, Self.zones.contains(where: { short.hasSuffix($0) }) else { return nil }
    for sentence in draft.sentences {
      for index in sentence.range.dropLast(name.count)
      where units[index] == name[0] && units[index + 1] == name[1] {
        var next = 0
        for place in index..<min(sentence.range.upperBound, index + 24) {
          guard (0x4E00...0x9FFF).contains(units[place]) else { break }
          if next < name.count, units[place] == name[next] { next += 1 }
          let length = place + 1 - index
          if next == name.count, length > name.count,
            Self.formalKinds.match(before: place + 1, in: units, start: index) != nil
          {
            return text(cities(before: index, from: sentence.range.lowerBound).lowerBound..<place + 1)
          }
          if next == name.count, length == name.count { break }
        }
      }
    }
    return nil
  }

  /// 走进临江市云岭区, 位于江南省临江市的云岭区: a name in the middle of a sentence, with the city above it.
  private func nameBehindCity(_ short: String, _ draft: Draft) -> String? {
    let name = Array(short.utf16)
    for sentence in draft.sentences {
      for index in sentence.range.dropFirst(3).dropLast(name.count - 1)
      where units[index] == name[0] && units[index..<index + name.count].elementsEqual(name) {
        let above = cities(before: index, from: sentence.range.lowerBound)
        if !above.isEmpty { return text(above) + short }
      }
    }
    return nil
  }

  /// 江南省临江市 right before a place: names of two or three characters each, or as many as a word before them leaves.
  private func cities(before index: Int, from start: Int) -> Range<Int> {
    var first = index
    if index > start, units[index - 1] == Unit.of("的") { return index..<index }
    while first > start, Self.upper.contains(units[first - 1]) {
      var begin = first - 1
      while begin > start, first - begin < 6, (0x4E00...0x9FFF).contains(units[begin - 1]),
        !Self.upper.contains(units[begin - 1]),
        Self.beforeNames.match(before: begin, in: units, start: start) == nil
      {
        begin -= 1
      }
      let isBounded =
        begin == start || !(0x4E00...0x9FFF).contains(units[begin - 1])
        || Self.upper.contains(units[begin - 1])
        || Self.beforeNames.match(before: begin, in: units, start: start) != nil
      guard isBounded, (3...5).contains(first - begin),
        !Self.common.contains(text(begin..<first)), units[begin] != Unit.of("全"), units[begin] != Self.we
      else { break }
      first = begin
    }
    return first..<index
  }

  private static let upper = Array("省市州盟".utf16)
  private static let beforeNames = WordTable<Bool>(
    set: "走进 来到 走入 位于 地处 在 从 与 和 于 是 对 赴 至 到 由 让 向 为 据 记者从 深入 探访 当前 近日 今天 日前 近年来 今年来 以来 如今 自 像",
    backwards: true)

  private func selfName(in draft: Draft) -> String? {
    var counts: [String: Int] = [:]
    for sentence in draft.sentences {
      for index in sentence.range where units[index] == Self.we && index + 1 < sentence.range.upperBound {
        let next = units[index + 1]
        if Self.kinds.contains(next), next != Self.province {
          counts[text(index..<index + 2), default: 0] += 1
        }
      }
    }
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: units[range]), as: UTF16.self)
  }

  private static let smallKinds = WordTable<Bool>(set: "街道 镇 乡 苏木 自治州 新城 工业园 产业园")
  private static let zones = ["高新区", "经开区", "开发区", "度假区", "自贸区", "保税区", "示范区", "管理区", "自治县", "自治旗", "自治州"]
  private static let formalKinds = WordTable<Bool>(
    set: "产业开发区 技术开发区 经济开发区 旅游度假区 贸易试验区 综合保税区 产业示范区 创新示范区 管理区 试验区 示范区 族自治县 族自治旗 族自治州", backwards: true)
  private static var we: UInt16 { Unit.of("我") }
  private static var city: UInt16 { Unit.of("市") }
  private static var province: UInt16 { Unit.of("省") }
  private static var county: UInt16 { Unit.of("县") }
  private static var and: UInt16 { Unit.of("和") }
  private static let districts = Array("区县".utf16)
  private static let kinds = Array("区县市旗省".utf16)
  /// What follows 区, 县, 市 as a level: 市级, 区属, 县域.
  private static let levelWords = Array("级属域".utf16)
  private static let small = Array("镇乡".utf16)
  /// Characters that no name of a place goes on behind.
  private static let stops = Array("的在了是和与等为年月".utf16)
  private static let leads = WordTable<Bool>(set: "中共 关于印发 关于报送 关于呈报 关于 现将 现就 兹将 年度 “ 《 (")
  private static let common: Set<String> = [
    "全区", "全县", "全市", "我区", "我县", "我市", "该区", "该县", "该市", "本区", "本县", "本市", "各区", "各县", "城区", "市区", "区县",
    "县区", "省市", "社区",
    "地区", "辖区", "园区", "小区", "片区", "新区", "景区", "农村地区", "乡镇社区", "中共区", "中共县", "全省", "省区", "区市", "县市", "中央省",
    "开发区", "高新区", "经开区", "度假区", "保税区", "自贸区", "工业区", "功能区",
    "整区", "推进县", "推进区", "主城区", "老城区", "新城区", "中心城区", "旧城区", "建城区", "各城区", "县城区", "外县区",
  ]
  private static let commonEnds = [
    "社区", "小区", "园区", "辖区", "片区", "景区", "全区", "全县", "全市", "我区", "我县", "我市", "地区", "市区", "校区", "该区",
    "该县", "照区", "照县", "库区", "灾区", "山区", "牧区", "老区", "特区", "专区", "厂区",
    "协作区", "示范区", "试验区", "保护区", "责任区", "服务区", "生活区", "沉陷区", "超市", "城市", "上市", "股市", "都市", "夜市",
  ]
  private static let commonStarts = [
    "全", "各", "经", "报", "按", "据", "受", "请", "呈", "跨", "含", "让", "使", "在", "对", "由", "将", "与", "向", "以", "省",
    "市", "根据", "依据", "对照", "结合", "围绕", "紧扣", "加强", "推进", "出台", "印发", "聚焦", "建立", "建设", "完善",
    "实施", "开展", "推动", "深化", "制定", "制订", "修订", "成立", "设立", "组建", "推行", "探索", "健全", "落实",
  ]
}
