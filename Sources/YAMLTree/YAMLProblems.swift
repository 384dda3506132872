internal import CYAML

extension YAMLFault {
  /// What libyaml found wrong, in the words of a clerk.
  init(_ parser: yaml_parser_t, at mark: YAMLMark) {
    let problem = parser.problem.map { String(cString: $0) } ?? ""
    let context = parser.context.map { String(cString: $0) } ?? ""
    let known = Self.problems.first { problem.contains($0.problem) && context.contains($0.context) }
    self.init(
      at: mark, known?.message ?? "这里的写法不符合 YAML 格式", remedy: known?.remedy ?? "请检查这一行的冒号、引号、括号和缩进")
  }

  private struct Problem: Sendable {
    var problem: String
    var context: String
    var message: String
    var remedy: String
  }

  /// The faults that clerks really make, by libyaml's words for them; the first row that fits counts.
  private static let problems: [Problem] = [
    Problem(
      problem: "found a tab character", context: "", message: "缩进用了制表符（Tab）", remedy: "请把行首的制表符换成空格"),
    Problem(
      problem: "mapping values are not allowed", context: "", message: "这里不该再出现“栏目: 值”",
      remedy: "如果冒号是文字的一部分，请给整个值加上英文引号；如果是新的栏目，请另起一行并与同级栏目对齐"),
    Problem(
      problem: "could not find expected ':'", context: "", message: "这一行（或上一行）缺少栏目名后的冒号",
      remedy: "请写成“栏目: 值”，冒号用英文半角，后面空一格"),
    Problem(
      problem: "found unexpected end of stream", context: "quoted scalar", message: "引号没有成对",
      remedy: "请在值的末尾补上同样的英文引号"),
    Problem(
      problem: "found unknown escape character", context: "", message: "双引号里的反斜杠有特殊含义，这里的写法不认识",
      remedy: "请改用英文单引号，或去掉反斜杠"),
    Problem(
      problem: "did not find expected ',' or ']'", context: "", message: "方括号没有配对，或括号里少了逗号",
      remedy: "请补上 ] ,各项之间用英文逗号分开"),
    Problem(
      problem: "did not find expected ',' or '}'", context: "", message: "花括号没有配对，或括号里少了逗号",
      remedy: "请补上 } ,各栏目之间用英文逗号分开"),
    Problem(
      problem: "did not find expected key", context: "", message: "这里的缩进与上下各行对不齐，或者值以引号开头而引号后面还有文字",
      remedy: "请让同级的栏目左边对齐；以引号开头的值要整个放进引号里"),
    Problem(
      problem: "did not find expected '-' indicator", context: "", message: "列表中的这一行没有对齐，或少了开头的“- ”",
      remedy: "请让每一项的“- ”左边对齐"),
    Problem(
      problem: "block sequence entries are not allowed", context: "", message: "“- ”不能写在这里",
      remedy: "请在栏目名的冒号后换行，再写“- ”"),
    Problem(
      problem: "found character that cannot start any token", context: "",
      message: "值不能以 @ ` % 或制表符这类符号开头", remedy: "请给整个值加上英文引号"),
    Problem(
      problem: "did not find expected alphabetic or numeric character", context: "",
      message: "值不能以 * 或 & 开头", remedy: "请给整个值加上英文引号"),
    Problem(
      problem: "did not find expected whitespace or line break", context: "",
      message: "值不能以 ! 或 % 这类符号开头", remedy: "请给整个值加上英文引号"),
    Problem(
      problem: "control characters are not allowed", context: "", message: "有看不见的控制字符",
      remedy: "请删去这里看不见的字符（常由复制粘贴带来）后重输"),
    Problem(
      problem: "did not find expected comment or line break", context: "", message: "| 或 > 后面不能再有文字",
      remedy: "请把文字移到下一行并缩进，或给整个值加上英文引号"),
    Problem(
      problem: "exceeded maximum", context: "", message: "内容嵌套过深", remedy: "台账最多用到七层，请检查这里的括号或缩进"),
    Problem(
      problem: "did not find expected node content", context: "flow", message: "括号里多了逗号，或值缺失",
      remedy: "请检查这里的逗号和括号"),
    Problem(
      problem: "did not find expected <document start>", context: "", message: "这里的内容与前面接不上",
      remedy: "请检查缩进：最外层的栏目应从行首写起"),
  ]
}
