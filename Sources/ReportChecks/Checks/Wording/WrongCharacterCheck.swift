import ReportModel

/// 错别字: a word with one character typed for another that sounds or looks alike.
struct WrongCharacterCheck: DraftCheck {
  let about = CheckDescription(
    "wording.wrong-character", .warning, "词里混进了一个同音字、形近字，漏了一个字，或者字序颠倒",
    rationale:
      "把文稿切成词来看：打错一个字，常用词就断成了零散的单字，换回一个同音或形近的字、把两个字掉个头，或删去夹在当中的字又成词，就是错字；五个字以上的套语当中漏了一个字、两个字颠倒的也算；常用词只剩一个很少单用的字，是漏了字；句末的四字词少了最后一个字也算；文中别处常用的词，更容易认出来。认得的词见 Templates/lexicon.txt 和 office-words.txt，同音、形近的字见 characters.txt。引号里的词、人名、地名、旁边也不成词的写法（多半是名称）、在文中出现两次以上的写法不算；本单位的简称可以加进 office-words.txt。",
    source: "实务；《通用规范汉字表》",
    triggering: [
      .draft("全年改革任务[[圆慢完成]]，推广中医适宜[[技朮]]，化解[[陪偿]]纠纷36起。"),
      .draft("[[撒销]]机构3个，下派[[教帅]]40名，[[新増学位]]900个。"),
      .draft("一是健全工作机制。[[改革认务]]按期完成，[[制渡建设]]不断加强。"),
      .draft("改革工作还存在一些[[不足之初]]，跨部门事项[[协条]]难度较大。"),
      .draft("移风易俗[[蔚然成蜂]]，承诺事项[[一以惯之]]抓到底。"),
      .draft("社会[[域领]]改革任务8项，加大资金[[支对持]]力度，引进资金1.2[[亿源]]。"),
      .draft("淘汰老旧渔船[[86搜]]，满意度比上年提高[[3.1各]]百分点。"),
      .draft("既看方案“[[含金亮]]”，也看群众获得感。推动任务[[落地见。]]全区上下[[凝心聚，]]改革氛围日益浓厚。"),
      .draft("健全预算绩效联网[[监督机智]]，推行[[柔性执发]]。"),
      .draft("区政府统筹，政府部门配合，政府投资优先，属地[[正府]]抓落实。"),
      .draft("发放有效问卷1200份。对改革任务实行清单管理、跟踪[[效问]]，做到[[举一三反]]。"),
      .draft("不断提高基本[[疗]]服务水平。全面梳理[[察督]]事项。"),
      .draft("群众对就医的[[满意]]由上年的91%提高到95%，政策[[知晓]]从80%提升到92%。"),
      .draft("推行错时开放，群众[[满意]]明显提升，百姓[[获得]]持续增强。群众的幸福感、[[安全]]、获得感更足。对政策的[[知晓]]达到96%。政府[[公信]]稳步提高。"),
      .draft("需要进一步[[完]]协同机制，以踏石留印、[[抓铁有恒]]的劲头抓改革，做到[[行稳志远]]。"),
      .draft("改革[[举]]落地见效，建立[[健]]长效管护制度，自来水[[普率]]达到92.4%，办结2项延期[[任]]。"),
      .draft("改革列入常委会[[重要议事程]]，坚持[[因地宜]]，推动改革[[走深实]]。"),
      .draft("养老机构[[部全]]开放，[[活盘]]标准厂房11.6万平方米。"),
      .draft("县政务服务中心进驻事项600项，服务中心办件3万件，便民服务[[中工心]]办件2万件。"),
      .draft("进一步[[优]]营商环境，建成社区[[嵌式]]养老服务站9个。"),
      .draft("[[加强组领导]]，制定实施[[案]]，件件有着落、[[事事有回]]，收到建议1042条，采纳386条，[[采率]]37.0%。[[善]]干部激励政策。"),
    ],
    silent: [
      .draft("推广“院落说事”制度，全县168个行政村全部建立说事点，收集群众诉求5040条。"),
      .draft("当年未完成的事项逐项销号，护土治沟3处，千人入群议事，土地流转2.3万亩。"),
      .draft("茶产业联得更紧，机制接得更牢。自评等次为优秀，水质检测能力增强。"),
      .draft("建成博士工作站2个，注重改革任务落实，取得的新进展受到肯定，进出口额增长8%，检出率92%，县域内就诊率达到92.6%，调解撤诉288件，调撤率69.9%，跨区协作。"),
      .draft("推行以草定畜，落实草畜平衡，出栏肉牛平均胴体重比上年增加12公斤。再补人才缺，培养兽医30名。非常满意达60%，覆盖由60%的村扩大到全部。"),
      .draft("服务水平获得明显提升。以群众满意不断提升服务水平。市场竞争明显增强。农村居民获得大幅提升的待遇。实行“一项一专班”。"),
      .draft("一批资源沉一线，一份目录减村负。聚焦以文塑旅，进一步强基础、促增长。"),
      .draft("理清权责边界，上行件占比三成，尚未建站13个，单独建站12个，小二型水库54座，开放机时6.3万小时。"),
      .draft("立足临港近海的市情，校社共享体育场地8处，推动单箱成本下降，避免行情一落就伤农。以优营商环境促发展。"),
      .draft("印发《甲开发区改革要点》（甲经开党发〔2025〕4号），试点通过终期评估。"),
      .draft("两个比例一个按村计，一个按户计。此项自评加2分。创下开站以来的纪录。统计有两个时点。"),
      .draft("全年改革任务圆满完成，推广中医适宜技术，化解赔偿纠纷36起，制度见实效，改革没有完成时。"),
      .draft("坚持因城施策、多措并举、落地见效，整治懒政怠政，推动镇街村组联建联治，促进宜居宜业。"),
      .draft("通讯员秦凌雨报道：望陂区清溪镇推行“码上办”，实现代化转型。"),
      .draft("各项指标亮红灯、亮黄灯的，逐项挂起钩来，做到用得上、管得住，产业由东向西转移。"),
      .draft("村级稳、上下联、信息通。聚焦重点、攻克难点，先行试点，层层传导压力，通力合作、密切协作。"),
      .draft("推行“码上办”“益企同行”，打造“医”站式服务。"),
      .draft("惠及逝者家属3240户，推行森林防灭火网格化管理。"),
      .draft("办事大厅方便群众办事，办事流程公开，停车场停车便利，停好车后该办的事马上办。"),
      .draft("科技成果转化，科技人才引进，科技金融贷款，评价科级干部12名。"),
      .draft("在望硕苏木、巴彦力格镇、东陂嘎查试点，清萃、带屿、柏岭河等林场签约；玉曲、斗硐、库坪等方向联防。"),
      .draft("建立粮食产购储加销协同机制，以进促稳，实施退盐还湿，不甘人后。人才引不进、留不住。请审议。先试点后推广，激活力、破难题。"),
      .draft("布局方案已定，配套措施尚不完善，选派干部以干代训。"),
      .draft("旗农商银行、师市第二医院派驻人员，按商服用地40%收取，把好事办好、实事办实，机采棉率96.5%。"),
      .draft("推进股票发行注册制改革，区发展改革委牵头举办政银担企对接会，稳增长、调结构，育生态、建标准，三江源保护区内禁止放牧。"),
      .draft("汛山、花鸟、东绿琅等岛礁投放鱼礁体，忠泽、宝寰、越湖庄园等企业入驻，旗委书记督办。"),
    ])

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let lexicon = input.terms.lexicon.value
    guard !lexicon.isEmpty else { return }
    let proposals = WrongCharacterSearch(lexicon, prose).proposals()
    let measures = WrongMeasureWords(prose: prose).find()
    for slip in measures {
      let text = draft.text.string(slip.range)
      result.report(
        draft.text.place(slip.range), "“\(text)”的“\(text.suffix(1))”疑为“\(slip.right)”",
        "如属错字，请改为“\(slip.right)”", replacement: text.dropLast() + slip.right)
    }
    var known = input.found(.misspellings).map(\.range) + measures.map(\.range)
    let counts = Occurrences(proposals, prose.units, lexicon)
    for (index, proposal) in proposals.enumerated() {
      let range = proposal.range
      guard proposal.isLost || counts.isOdd(index),
        proposal.gain >= proposal.threshold - counts.evidence(index),
        !known.contains(where: { $0.overlaps(range) }), !isInNumber(range, prose), !isCoined(range, prose)
      else { continue }
      // 支对持: what is mended otherwise lacks nothing.
      known.append(range)
      let right = String(decoding: proposal.right, as: UTF16.self)
      if proposal.isLost {
        result.report(
          draft.text.place(range), "“\(draft.text.string(range))”疑漏字，应为“\(right)”", "如属漏字，请改为“\(right)”",
          replacement: right)
        continue
      }
      result.report(
        draft.text.place(range), "“\(draft.text.string(range))”疑为“\(right)”", "如属错字，请改为“\(right)”",
        replacement: right)
    }
    for slip in LostInFormulas(prose: prose, lexicon: lexicon).find()
    where !known.contains(where: { $0.overlaps(slip.range) }) {
      let (text, right) = (draft.text.string(slip.range), String(decoding: slip.right, as: UTF16.self))
      let isLost = slip.right.count > slip.range.count
      result.report(
        draft.text.place(slip.range), "“\(text)”疑\(isLost ? "漏字，应为" : "为")“\(right)”",
        "如属\(isLost ? "漏字" : "错字")，请改为“\(right)”", replacement: right)
    }
    var officeWords = 0
    WordList.each(ofOffice: input.terms.lists.phrases) { _ in officeWords += 1 }
    result.recognise("officeWords", "本单位常用的词（词表条数）", officeWords)
  }

  /// “院落说事”制度, and then 说事点: the first character ends a word of a name that the text has in quotation marks.
  private func isCoined(_ range: Range<Int>, _ prose: CheckProse) -> Bool {
    let start = range.lowerBound
    guard range.count == 2, start > 0, Mark.isHan(prose.units[start - 1]), !prose.isQuoted(start) else {
      return false
    }
    return prose.units.indices.dropLast().contains {
      prose.units[$0] == prose.units[start - 1] && prose.units[$0 + 1] == prose.units[start]
        && prose.isQuoted($0)
    }
  }

  /// 青住建发〔2025〕31号: short names of a place and of a bureau make no words.
  private func isInNumber(_ range: Range<Int>, _ prose: CheckProse) -> Bool {
    let behind = prose.units[range.upperBound...].prefix(6)
    return behind.drop(while: Mark.isHan).first == Self.yearOpens
  }

  private static let yearOpens: UInt16 = 0x3014  // 〔
}

/// How often what is doubted and what is proposed stand in the text: what is written twice is meant so, and a word that the text uses
/// throughout is likely to be meant where it is all but written.
private struct Occurrences {
  private let proposals: [WrongCharacterSearch.Proposal]
  private let units: [UInt16]
  private var counts: [ArraySlice<UInt16>: Int] = [:]

  init(_ proposals: [WrongCharacterSearch.Proposal], _ units: [UInt16], _ lexicon: Lexicon) {
    self.proposals = proposals
    self.units = units
    for proposal in proposals {
      counts[units[proposal.range]] = 0
      counts[proposal.right[...]] = 0
    }
    let beginnings = UnitSet(counts.keys.compactMap(\.first))
    for start in units.indices where beginnings.contains(units[start]) {
      for length in 2...4 where start + length <= units.count {
        let stretch = units[start..<start + length]
        guard let count = counts[stretch] else { continue }
        // 有效问卷: the end of one word and the beginning of another.
        if length == 2, start > 0, start + 2 < units.count,
          lexicon.pair(units[start - 1], units[start]).isWord,
          lexicon.pair(units[start + 1], units[start + 2]).isWord,
          !lexicon.pair(units[start], units[start + 1]).isWord
        {
          continue
        }
        counts[stretch] = count + 1
      }
    }
  }

  /// Whether a stretch stands there once, or by far more seldom than the word.
  func isOdd(_ number: Int) -> Bool {
    let proposal = proposals[number]
    guard let count = counts[units[proposal.range]], let usual = counts[proposal.right[...]] else {
      return false
    }
    return count == 1 || !proposal.isKnown && count * 8 <= usual
  }

  /// By how many bits the text itself speaks for a word: nothing where what stands there is a word as well, be it a rare one.
  func evidence(_ number: Int) -> Int {
    let proposal = proposals[number]
    guard !proposal.isKnown, !proposal.isLost, let count = counts[proposal.right[...]], count > 1 else {
      return 0
    }
    return proposal.rarity + (count > 7 ? 5 : count > 3 ? 4 : 3)
  }
}
