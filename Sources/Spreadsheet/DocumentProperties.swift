internal import CXLSXWriter

/// 文档属性: what a file says about itself.
public struct DocumentProperties: Hashable, Sendable {
  /// 标题.
  public var title: String
  /// 主题.
  public var subject: String
  /// 作者.
  public var author: String
  /// 单位.
  public var company: String
  /// 关键词.
  public var keywords: String
  /// 备注.
  public var comments: String
  /// 创建时间: seconds since 1970 UTC, from the report and never from the clock, so that same input gives same bytes.
  public var created: Int

  /// What a file says about itself.
  public init(
    title: String, subject: String = "", author: String = "", company: String = "", keywords: String = "",
    comments: String = "", created: Int
  ) {
    self.title = title
    self.subject = subject
    self.author = author
    self.company = company
    self.keywords = keywords
    self.comments = comments
    self.created = created
  }
}

extension Workbook {
  func set(_ properties: DocumentProperties) throws(SpreadsheetError) {
    let texts = [
      ("文档标题", properties.title), ("文档主题", properties.subject), ("文档作者", properties.author),
      ("文档单位", properties.company), ("文档关键词", properties.keywords), ("文档备注", properties.comments),
    ]
    for (what, text) in texts where !CellText.isUsable(text, limit: 255) { throw .setting(what, limit: 255) }
    withCStrings(texts.map(\.1)) { texts in
      var values = lxw_doc_properties()
      values.title = texts[0]
      values.subject = texts[1]
      values.author = texts[2]
      values.company = texts[3]
      values.keywords = texts[4]
      values.comments = texts[5]
      // libxlsxwriter takes 0 for "now".
      values.created = properties.created == 0 ? 1 : properties.created
      workbook_set_properties(book, &values)
    }
  }
}

/// Several strings as C strings that live while `body` runs; an empty one is nil, which libxlsxwriter leaves out.
func withCStrings<Result>(_ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result) -> Result {
  var bytes: [CChar] = []
  var starts: [Int] = []
  for text in texts {
    starts.append(bytes.count)
    bytes.append(contentsOf: text.utf8CString)
  }
  return bytes.withUnsafeMutableBufferPointer { buffer in
    body(zip(texts, starts).map { text, start in text.isEmpty ? nil : buffer.baseAddress.map { $0 + start } })
  }
}
