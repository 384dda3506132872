/// 规则一览: every check there is, in the order in which they are listed. A new check is one line here.
public let allChecks: [any Check] = [
  UnmatchedMarksCheck()
]
