public import ReportModel

/// What the settings mean for a rule and for a finding.
extension CheckSettings {
  /// Whether a name stands for a rule: its own name or its group's.
  static func covers(_ name: String, _ rule: String) -> Bool {
    rule == name || rule.hasPrefix(name + ".")
  }

  private func change(of rule: String) -> RuleChange? {
    changes.last { $0.rule == rule } ?? changes.last { Self.covers($0.rule, rule) }
  }

  func isOff(_ rule: String) -> Bool { change(of: rule).map { $0.severity == nil } ?? false }

  func severity(of rule: String) -> Severity? { change(of: rule)?.severity }

  /// The index of the line that silences a finding.
  func silence(_ finding: Diagnostic, _ excerpts: SourceExcerpts) -> Int? {
    silences.firstIndex { silence in
      Self.covers(silence.rule, finding.rule)
        && (finding.message.contains(silence.words)
          || (excerpts.excerpt(at: finding.place)?.line.contains(silence.words) ?? false))
    }
  }

  /// Lines that silence nothing any more.
  func unused(besides used: Set<Int>) -> [Diagnostic] {
    silences.indices.filter { !used.contains($0) }.map { index in
      Diagnostic(
        "settings.unused", .note, at: silences[index].place,
        "免报的“\(silences[index].words)”（\(silences[index].rule)）这次没有出现",
        suggestions: [.init("如果原文已经改好，可删去这一条")])
    }
  }

  /// Names in the settings that no rule has.
  public func unknownRules(among checks: [any Check] = allChecks) -> [String] {
    let ids = checks.map(\.about.id)
    return (changes.map(\.rule) + silences.map(\.rule)).filter { name in
      !ids.contains { Self.covers(name, $0) }
    }
  }
}
