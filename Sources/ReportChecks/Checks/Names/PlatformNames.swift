/// 平台的短名: names of three characters for one platform: “岚e办”, “岚易办”; “青企通”平台, “青企达”平台.
struct PlatformNames {
  private let prose: CheckProse

  init(_ prose: CheckProse) { self.prose = prose }

  /// Each later name with the one it stands for.
  func pairs(_ quotations: [Range<Int>]) -> [(usual: Range<Int>, rare: Range<Int>)] {
    var known: [[UInt16]: (range: Range<Int>, count: Int)] = [:]
    var order: [[UInt16]] = []
    for quotation in quotations where quotation.count == 5 {
      let name = Array(prose.units[quotation].dropFirst().dropLast())
      if let told = known[name] {
        known[name] = (told.range, told.count + 1)
        // With its noun a name says what it is.
        if noun(of: told.range) == nil, noun(of: quotation) != nil { known[name]?.range = quotation }
      } else {
        known[name] = (quotation, 1)
        order.append(name)
      }
    }
    var pairs: [(usual: Range<Int>, rare: Range<Int>)] = []
    for (index, name) in order.enumerated() {
      guard let own = known[name] else { continue }
      for other in order[..<index] {
        guard let before = known[other], min(own.count, before.count) < 3,
          isSpeltOut(name, other) || isRenamed(name, other, own.range, before.range)
            || own.count == 1 && isContinued(name, other, own.range, before.range)
            || own.count == 1 && isReworded(name, other, own.range, before.range),
          !prose.sentence(around: own.range).contains(before.range.lowerBound)
        else { continue }
        pairs.append(own.count > before.count ? (own.range, before.range) : (before.range, own.range))
      }
    }
    return pairs
  }

  /// “岚e办” and “岚易办”: a letter here and a character of its sound there.
  private func isSpeltOut(_ one: [UInt16], _ other: [UInt16]) -> Bool {
    let differing = zip(one, other).filter { $0 != $1 }
    guard differing.count == 1, let (a, b) = differing.first else { return false }
    return Self.sounds.contains { letters, characters in
      letters.contains(a) && characters.contains(b) || letters.contains(b) && characters.contains(a)
    }
  }

  /// “青企通” and “青企达”, both called 平台: of one place and for one kind of people.
  private func isRenamed(_ one: [UInt16], _ other: [UInt16], _ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard one.allSatisfy(Mark.isHan), one.prefix(2).elementsEqual(other.prefix(2)), one[2] != other[2],
      Self.endings.contains(one[2]), Self.endings.contains(other[2]), let (kind, noun) = described(a),
      let (other, otherNoun) = described(b)
    else { return false }
    // “青企通”涉企服务平台, “青企办”政务协同平台 are two.
    return noun == otherNoun && (kind.isEmpty || other.isEmpty || kind.elementsEqual(other))
  }

  /// 涉企服务 and 平台, of “青企通”涉企服务平台.
  private func described(_ quotation: Range<Int>) -> (kind: ArraySlice<UInt16>, noun: Int)? {
    let behind = (quotation.upperBound..<prose.units.count).prefix(8).prefix { Mark.isHan(prose.units[$0]) }
    for index in behind {
      if let noun = Self.nouns.firstIndex(where: { prose.has($0, at: index) }) {
        return (prose.units[quotation.upperBound..<index], noun)
      }
    }
    return nil
  }

  /// “桂事通”平台注册用户8.4万人. …“桂易通”注册用户: a name that nothing introduces, told in the paragraph and with the noun of the other one.
  private func isContinued(_ one: [UInt16], _ other: [UInt16], _ a: Range<Int>, _ b: Range<Int>) -> Bool {
    guard one.allSatisfy(Mark.isHan), one[0] == other[0], one[2] == other[2] || one[1] == other[1],
      Self.endings.contains(one[2]), Self.endings.contains(other[2]),
      noun(of: a) == nil, isOfPlatform(b) || prose.hasAny(Self.nouns, before: b.lowerBound),
      b.upperBound < a.lowerBound, a.lowerBound - b.upperBound < 160,
      !(b.upperBound..<a.lowerBound).contains(where: prose.beginsParagraph),
      !prose.hasAny(Self.introducing, in: prose.clause(around: a)),
      a.upperBound + 4 <= prose.units.count,
      case let words = Array(prose.units[a.upperBound..<a.upperBound + 4]), words.allSatisfy(Mark.isHan)
    else { return false }
    return prose.first(words, in: b.upperBound..<a.lowerBound) != nil
      || prose.hasAny(Self.used, at: a.upperBound)
  }

  /// “霁快办”掌上平台, and elsewhere “霁易办”: a character of like sense, in a name that nothing introduces or explains.
  private func isReworded(_ one: [UInt16], _ other: [UInt16], _ a: Range<Int>, _ b: Range<Int>) -> Bool {
    let differing = one.indices.filter { one[$0] != other[$0] }
    guard one.allSatisfy(Mark.isHan), differing.count == 1, let place = differing.first, place > 0,
      Self.near[place - 1].contains(where: { $0.contains(one[place]) && $0.contains(other[place]) }),
      Self.endings.contains(one[2]), isOfPlatform(b)
    else { return false }
    return !isOfPlatform(a) && !prose.hasAny(Self.introducing, in: prose.clause(around: a))
  }

  /// What stands for one another in the middle and at the end of such names.
  private static let near = [
    [UnitSet("快易捷便速简顺好"), UnitSet("慧智惠汇会荟"), UnitSet("帮代")], [UnitSet("通达"), UnitSet("办帮")],
  ]

  /// “桂事通”便民服务平台.
  private func isOfPlatform(_ quotation: Range<Int>) -> Bool {
    prose.hasAny(
      Self.nouns,
      in: (quotation.upperBound..<prose.units.count).prefix(8).prefix { Mark.isHan(prose.units[$0]) })
  }

  private static let used = Mark.words("注册用户 实名用户 累计注册 日均访问 访问量 下载量 日活")
  private static let introducing = Mark.words("上线 推出 建成 开发 打造 开通 推广 另 同时 以及 和 与 新建")

  private func noun(of quotation: Range<Int>) -> Int? {
    Self.nouns.firstIndex { prose.has($0, at: quotation.upperBound) }
  }

  private static let sounds = [
    (UnitSet("eEｅ"), UnitSet("易一亿益")), (UnitSet("iIｉ"), UnitSet("爱艾")), (UnitSet("vV"), UnitSet("微")),
  ]
  private static let endings = UnitSet("通达办易宝帮")
  private static let nouns = Mark.words("平台 系统 小程序 APP 应用 服务端 移动端")
}
