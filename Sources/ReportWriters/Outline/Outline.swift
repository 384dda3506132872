public import ReportModel

/// 提纲: what a report says, in which order, before any format is chosen. Every writer prints the same outline.
public struct Outline: Hashable, Sendable {
  /// 标题.
  public var title: String
  /// 报告单位.
  public var office: String?
  /// 成文日期.
  public var date: PartialDate?
  /// 题注 or 落款.
  public var signature: SignaturePlace
  /// 主送机关, without the colon.
  public var addressee: String?
  /// The body.
  public var blocks: [OutlineBlock]
  /// 附件说明: the titles of the attachments in order.
  public var attachments: [String]

  /// An outline without a body.
  public init(title: String) {
    self.title = title
    self.signature = .belowTitle
    self.blocks = []
    self.attachments = []
  }
}

/// One block of the body.
public enum OutlineBlock: Hashable, Sendable {
  /// A heading with its level from 1; its number (一、(一)1.(1)) is part of the text.
  case heading(level: Int, String)
  /// A paragraph.
  case paragraph(String)
}

extension Outline {
  /// The number before a heading: 一、 (一) 1. (1) (GB/T 9704-2012, 7.3.3).
  static func ordinal(_ number: Int, level: Int) -> String {
    switch level {
    case 1: "\(ChineseNumeral.text(number))、"
    case 2: "\u{FF08}\(ChineseNumeral.text(number))\u{FF09}"
    case 3: "\(number)."
    default: "\u{FF08}\(number)\u{FF09}"
    }
  }
}
