import OfficePackage

/// 竖排文本框: a frameless box at a place on the page whose lines run downwards; lengths in twips.
struct TurnedBox {
  let x: Int
  let y: Int
  let width: Int
  let height: Int

  typealias Content = (inout XMLWriter) throws(ForbiddenCharacter) -> Void

  /// English metric units: 635 a twip.
  private static func emu(_ twips: Int) -> String { String(twips * 635) }

  /// The box as Word since 2010, WPS and LibreOffice draw it.
  func writeDrawing(_ xml: inout XMLWriter, _ content: Content) throws(ForbiddenCharacter) {
    try xml.start("w:drawing")
    try xml.start(
      "wp:anchor",
      [
        "distT": "0", "distB": "0", "distL": "0", "distR": "0", "simplePos": "0", "relativeHeight": "2",
        "behindDoc": "0", "locked": "0", "layoutInCell": "1", "allowOverlap": "1",
      ])
    try xml.empty("wp:simplePos", ["x": "0", "y": "0"])
    for (name, offset) in [("wp:positionH", x), ("wp:positionV", y)] {
      try xml.start(name, ["relativeFrom": "page"])
      try xml.start("wp:posOffset")
      try xml.text(Self.emu(offset))
      xml.end()
      xml.end()
    }
    try xml.empty("wp:extent", ["cx": Self.emu(width), "cy": Self.emu(height)])
    try xml.empty("wp:effectExtent", ["l": "0", "t": "0", "r": "0", "b": "0"])
    try xml.empty("wp:wrapNone")
    try xml.empty("wp:docPr", ["id": "1", "name": "页码"])
    try xml.empty("wp:cNvGraphicFramePr")
    try xml.start("a:graphic")
    try xml.start(
      "a:graphicData", ["uri": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"])
    try xml.start("wps:wsp")
    try xml.empty("wps:cNvSpPr", ["txBox": "1"])
    try xml.start("wps:spPr")
    try xml.start("a:xfrm")
    try xml.empty("a:off", ["x": "0", "y": "0"])
    try xml.empty("a:ext", ["cx": Self.emu(width), "cy": Self.emu(height)])
    xml.end()
    try xml.start("a:prstGeom", ["prst": "rect"])
    try xml.empty("a:avLst")
    xml.end()
    try xml.empty("a:noFill")
    try xml.start("a:ln")
    try xml.empty("a:noFill")
    xml.end()
    xml.end()
    try xml.start("wps:txbx")
    try xml.start("w:txbxContent")
    try content(&xml)
    xml.end()
    xml.end()
    try xml.start(
      "wps:bodyPr",
      ["rot": "0", "vert": "vert", "wrap": "square", "lIns": "0", "tIns": "0", "rIns": "0", "bIns": "0"])
    try xml.empty("a:noAutofit")
    for _ in 0..<6 { xml.end() }
  }

  /// The box as Word 2007 draws it.
  func writeVML(_ xml: inout XMLWriter, _ content: Content) throws(ForbiddenCharacter) {
    func points(_ twips: Int) -> String {
      "\(twips / 20).\(twips % 20 * 5 < 10 ? "0" : "")\(twips % 20 * 5)pt"
    }
    try xml.start("w:pict")
    try xml.start(
      "v:rect",
      [
        "id": "PageNumber",
        "style": "position:absolute;margin-left:\(points(x));margin-top:\(points(y));width:\(points(width));"
          + "height:\(points(height));mso-position-horizontal-relative:page;"
          + "mso-position-vertical-relative:page",
        "filled": "f", "stroked": "f",
      ])
    try xml.start("v:textbox", ["inset": "0,0,0,0", "style": "layout-flow:vertical"])
    try xml.start("w:txbxContent")
    try content(&xml)
    for _ in 0..<4 { xml.end() }
  }
}
