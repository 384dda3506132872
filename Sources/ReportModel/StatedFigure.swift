/// 数据: a figure that a source states, with what it measures and where it stands.
public struct StatedFigure: Hashable, Sendable {
  /// 指标: what is measured (停车位).
  public var measure: String
  /// 数值, 单位 and 约数.
  public var quantity: Quantity
  /// 截至: up to when, as written (2022-11, 2022年上半年).
  public var asOf: String?
  /// 出处 and 待核.
  public var origin: Origin

  /// A stated figure.
  public init(measure: String, quantity: Quantity, asOf: String? = nil, origin: Origin = Origin()) {
    self.measure = measure
    self.quantity = quantity
    self.asOf = asOf
    self.origin = origin
  }
}

/// 来源: a document that a ledger was filled from.
public struct SourceDocument: Hashable, Sendable {
  /// 名称.
  public var name: String
  /// 日期, as written.
  public var date: String?
  /// 发布单位.
  public var publisher: String?
  /// 说明.
  public var remark: String?

  /// A source document.
  public init(name: String, date: String? = nil, publisher: String? = nil, remark: String? = nil) {
    self.name = name
    self.date = date
    self.publisher = publisher
    self.remark = remark
  }
}

/// 出处 and 待核: where an item comes from, and which of its fields were guessed or are still open.
public struct Origin: Hashable, Sendable {
  /// 出处: where in the sources, in words.
  public var locator: String?
  /// 待核: the fields that were guessed and want a person's eye, by their ledger names.
  public var toVerify: [String]
  /// 待填: the fields that the ledger marks as still to be filled, by their ledger names.
  public var toFill: [String]

  /// An origin; empty where the ledger says nothing.
  public init(locator: String? = nil, toVerify: [String] = [], toFill: [String] = []) {
    self.locator = locator
    self.toVerify = toVerify
    self.toFill = toFill
  }
}
