import ReportModel

/// 延期时间: the new date of a delayed task, told in the text and again in the attachment.
struct DelayDatesCheck: DraftCheck {
  let about = CheckDescription(
    "structure.delay-dates", .error, "同一项延期任务前后写的延期时间不同，或者早于成文日期",
    rationale: "正文写明延期到什么时候的任务，正文别处和附件表格里再写到时，年、月应当一致。只核对名称相同或几乎相同的任务；一处只写年份的，只比年份。延期到的月份不应早于成文日期，已经完成的除外。",
    source: "实务",
    triggering: [
      .draft(
        "2020年改革工作总结\n农村宅基地有偿退出试点延期[[至2021年6月底]]。\n\n| 序号 | 任务名称 | 延期至 |\n|---|---|---|\n| 1 | 农村宅基地有偿退出试点 | 2021年9月底 |\n| 2 | 公立医院薪酬制度改革 | 2021年6月底 |"
      ),
      .draft("2020年改革工作总结\n区委改革办\n（2021年1月8日）\n宅基地有偿退出试点因方案未批复，延期[[至2020年10月]]。"),
    ],
    silent: [
      .draft("2020年改革工作总结\n区委改革办\n（2021年1月8日）\n宅基地有偿退出试点因方案未批复，延期至2021年10月。"),
      .draft(
        "2020年改革工作总结\n农村宅基地有偿退出试点延期至2021年6月底。\n\n| 序号 | 任务名称 | 延期至 |\n|---|---|---|\n| 1 | 农村宅基地有偿退出试点 | 2021年6月 |\n| 2 | 公立医院薪酬制度改革 | 2021年9月底 |"
      ),
      .draft(
        "2020年改革工作总结\n农村宅基地有偿退出试点延期至2021年。\n\n| 序号 | 任务名称 | 延期至 |\n|---|---|---|\n| 1 | 农村宅基地有偿退出试点 | 2021年9月底 |\n| 2 | 公立医院薪酬制度改革 | 2021年6月底 |"
      ),
    ])

  /// A delayed task with its new date, as one place tells it.
  private struct Telling {
    var name: String
    var likeness: NameLikeness
    var date: PartialDate
    var place: SourcePlace
    var wording: String
    /// Last year's delay, or one told as done.
    var isDone = false
    /// Where its sentence begins, in the prose.
    var sentence: Int?
  }

  func run(_ input: CheckInput, _ result: inout CheckResult) {
    guard let draft = input.draft, let prose = input.prose else { return }
    let rows = Self.rows(draft)
    let told = Self.told(rows, draft, prose)
    result.recognise("delayDates", "延期时间", told.count + rows.count)
    for telling in told + rows { passed(telling, draft, &result) }
    for (index, telling) in told.enumerated() {
      let others = told[..<index] + rows
      guard
        let other = others.first(where: {
          $0.name == telling.name || $0.likeness.likeness(telling.likeness) >= 85
        }), Self.differ(telling.date, other.date)
      else { continue }
      result.report(
        telling.place, "“\(telling.name)”延期到什么时候前后不一致：这里是“\(telling.wording)”，另一处是“\(other.wording)”",
        "请核对延期时间",
        related: [.init(other.place, "另一处在这里")])
    }
  }

  /// What is put off at the end of the year is not put off to a month that has gone by.
  private func passed(_ telling: Telling, _ draft: Draft, _ result: inout CheckResult) {
    guard let date = draft.articles.compactMap(\.date).first ?? Self.titleDate(draft), let day = date.month,
      let month = telling.date.month, (telling.date.year, month) < (date.year, day), !telling.isDone
    else { return }
    result.report(
      telling.place, "“\(telling.name)”延期到\(telling.wording)，早于成文日期\(date.chinese)", "请核对延期到什么时候；已经完成的请写明")
  }

  /// 2023年工作总结(2024年1月20日): the day in brackets behind the title.
  private static func titleDate(_ draft: Draft) -> PartialDate? {
    guard let title = draft.paragraphs.first?.range else { return nil }
    return draft.times.prefix { $0.range.upperBound <= title.upperBound }.lazy.compactMap { time in
      guard case .date(let date) = time.meaning, date.day != nil, time.range.lowerBound > 0,
        draft.text.units[time.range.lowerBound - 1] == UInt16(ascii: "(")
      else { return nil }
      return date
    }.first
  }

  private static func differ(_ first: PartialDate, _ second: PartialDate) -> Bool {
    if first.year != second.year { return true }
    guard let month = first.month, let other = second.month else { return false }
    return month != other
  }

  /// The rows of tables that have a column of new dates.
  private static func rows(_ draft: Draft) -> [Telling] {
    draft.textTables.flatMap { table -> [Telling] in
      guard let name = table.column(names), let until = table.column(dates), name != until else { return [] }
      return table.body.compactMap { row in
        let (task, written) = (table.text(row, name), table.text(row, until))
        guard task.count >= 5, let date = date(written) else { return nil }
        return Telling(
          name: task, likeness: NameLikeness(task), date: date,
          place: table.place(row, until, in: draft.text.source.file), wording: written,
          isDone: table.rows[row].contains { $0.contains("已完成") })
      }
    }
  }

  /// What the prose says of delayed tasks: those it lists, and those of the tables that it names.
  private static func told(_ rows: [Telling], _ draft: Draft, _ prose: CheckProse) -> [Telling] {
    var tellings: [Telling] = []
    func add(_ name: String, _ time: TimeMention) {
      guard let date = date(draft.text.folded(time.range)) else { return }
      tellings.append(
        Telling(
          name: name, likeness: NameLikeness(name), date: date, place: draft.text.place(time.range),
          wording: draft.text.string(time.range),
          isDone: isDone(prose.sentence(around: time.range), prose),
          sentence: prose.sentence(around: time.range).lowerBound))
    }
    var known: Set<Int> = []
    let names = rows.map { Mark.word($0.name) }
    for row in rows {
      let name = Mark.word(row.name)
      var start = 0
      while let place = prose.first(name, in: start..<prose.units.count) {
        start = place + name.count
        // 延期至… stands in the sentence of the name or soon behind it, before the next task is named.
        let stop =
          names.compactMap { prose.first($0, in: (start..<prose.units.count).prefix(80)) }.min()
          ?? min(start + 80, prose.units.count)
        if let time = draft.times.first(where: {
          $0.range.lowerBound >= start && $0.range.upperBound <= stop
            && (prose.hasAny(delaying, before: $0.range.lowerBound)
              || prose.hasAny(delaying, before: $0.range.lowerBound + 1))
        }), known.insert(time.range.lowerBound).inserted {
          add(row.name, time)
        }
      }
    }
    for delay in draft.delays {
      guard let until = delay.until,
        let time = draft.times.first(where: {
          $0.range.overlaps(until) && known.insert($0.range.lowerBound).inserted
        })
      else { continue }
      add(draft.text.string(delay.name), time)
    }
    // 某系统改造未如期完成,拟延至…: of a task that no list of delayed ones names.
    for time in draft.times where known.insert(time.range.lowerBound).inserted {
      let start = time.range.lowerBound
      guard prose.hasAny(delaying, before: start) || prose.hasAny(delaying, before: start + 1),
        case let before = prose.sentence(around: time.range).lowerBound..<start,
        prose.hasAny(unmet, in: before),
        // 甲、乙延期,前者延至3月,后者延至9月: whose the date is the first clause does not tell.
        !tellings.contains(where: { $0.sentence == before.lowerBound })
      else { continue }
      let name = prose.clause(around: before.lowerBound..<before.lowerBound + 1)
      add(draft.text.string(name), time)
    }
    return tellings
  }

  /// 已完成, 如期, but not 未如期完成.
  private static func isDone(_ sentence: Range<Int>, _ prose: CheckProse) -> Bool {
    sentence.contains { index in
      prose.hasAny(done, at: index) && !(index > 0 && prose.has(not, at: index - 1))
    }
  }

  /// 2021年6月底 as June 2021; nil for a date without a year.
  private static func date(_ written: String) -> PartialDate? {
    var words = written
    for word in ["延期至", "延至", "至", "到"] where words.hasPrefix(word) {
      words.removeFirst(word.count)
    }
    guard case .date(let date) = PartialDate.read(words.filter { !"底末前初".contains($0) }) else { return nil }
    return date
  }

  private static let names = ["任务名称", "改革任务", "事项名称", "改革事项", "项目名称", "任务", "事项", "项目", "名称"]
  private static let dates = Mark.texts("延期至 延至 延期时限 延期时间 延期完成时间 延期期限 延期到 调整后时限 调整后完成时限 新完成时限")
  private static let done = Mark.words("已 如期 上年 去年 均完成 全部完成")
  private static let not = Mark.word("未")
  private static let unmet = Mark.words("未能 未如期 未按期 未按时 未完成 延期")
  private static let delaying = Mark.words("延期至 延期到 延至 推迟到 推迟至 顺延至 延长至 调整至 调整为")
}
