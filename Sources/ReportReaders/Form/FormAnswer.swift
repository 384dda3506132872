import ReportModel

/// 填报行: what one row of a form says about a task.
struct FormAnswer {
  /// A cell's text and where it stands.
  struct Value: Hashable {
    var text: String
    var place: SourcePlace
    /// Why the cell's content cannot be taken, in Chinese.
    var fault: String?
  }

  /// The task's place in the report.
  var task: LedgerChange.TaskPlace
  /// The state when the form was exported; nil where the hidden column was lost.
  var fingerprint: Fingerprint?
  /// The open cells whose columns the form still has; blank ones are empty texts.
  var values: [FormField: Value]
}

/// 新增成果行: a document that a unit reports beside those of its tasks.
struct FormNewOutput {
  var task: LedgerChange.TaskPlace
  var output: InstitutionalOutput
  var place: SourcePlace
}

/// 决定: a row of a table of conflicts in which a person decided.
struct FormDecision {
  var mark: FormMark
  var topic: FormTopic
  /// The text to take.
  var text: String
  /// The hash of what the ledger said when the table was made.
  var ledger: String
  var place: SourcePlace
}

/// What one file brought.
struct FormContent {
  var answers: [FormAnswer] = []
  var newOutputs: [FormNewOutput] = []
  var decisions: [FormDecision] = []
  /// Whether it is a table of conflicts.
  var isDecisionTable = false
  /// Notes, warnings, and errors that keep everything from being written.
  var diagnostics: [Diagnostic] = []
}
