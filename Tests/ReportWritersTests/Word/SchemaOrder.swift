import Foundation
import TestSupport

/// An independent look at the order of children that ECMA-376 part 1 prescribes (its sequences of CT_PPr, CT_RPr and so
/// on), by lxml: in each part, every known parent's children stand in the order of its list, and nothing unknown.
enum SchemaOrder {
  static let isAvailable = ExternalTool.works(["python3", "-c", "import lxml"])

  /// What is out of order or unknown, a line each.
  static func faults(in file: URL) throws -> String {
    let outcome = try ExternalTool.run(["python3", "-c", script, file.path(percentEncoded: false)])
    return String(decoding: outcome.output, as: UTF8.self) + outcome.errors
  }

  private static let script = """
    import sys, zipfile
    from lxml import etree
    W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'
    ppr = '''pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs
      suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd
      snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment
      textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange'''
    rpr = '''rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid
      vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em
      lang eastAsianLayout specVanish oMath'''
    tblpr = '''tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing
      tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription'''
    lists = {
      'pPr': ppr, 'rPr': rpr, 'tblPr': tblpr,
      'tcPr': 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
      'tblBorders': 'top left start bottom right end insideH insideV',
      'tblCellMar': 'top left start bottom right end',
      'sectPr': '''headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType
        pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings''',
      'tbl': 'tblPr tblGrid tr', 'tr': 'tblPrEx trPr tc', 'tblGrid': 'gridCol', 'document': 'background body',
      'styles': 'docDefaults latentStyles style', 'docDefaults': 'rPrDefault pPrDefault', 'rPrDefault': 'rPr',
      'style': '''name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat
        locked personal personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr''',
      'settings': '''writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins
        bordersDoNotSurroundHeader defaultTabStop autoHyphenation evenAndOddHeaders drawingGridHorizontalSpacing
        characterSpacingControl footnotePr endnotePr compat docVars rsids themeFontLang clrSchemeMapping decimalSymbol
        listSeparator''',
      'compat': 'compatSetting', 'fonts': 'font',
      'font': 'altName panose1 charset family notTrueType pitch sig embedRegular',
      'comments': 'comment', 'trPr': None, 'body': None, 'p': None, 'r': None, 'tc': None, 'ftr': None,
      'txbxContent': None, 'fldSimple': None, 'pict': None, 'drawing': None, 'comment': None,
    }
    # Where any order goes, these come first, or last.
    first = {'p': 'pPr', 'r': 'rPr', 'tc': 'tcPr'}
    last = {'body': 'sectPr', 'tc': 'p'}
    allowed = {
      'trPr': 'cantSplit tblHeader', 'body': 'p tbl sectPr', 'ftr': 'p tbl', 'tc': 'tcPr p', 'fldSimple': 'r',
      'p': 'pPr r fldSimple commentRangeStart commentRangeEnd', 'r': 'rPr t br tab drawing pict commentReference annotationRef',
    }
    z = zipfile.ZipFile(sys.argv[1])
    for name in z.namelist():
        if not name.endswith(('.xml', '.rels')): continue
        root = etree.fromstring(z.read(name))
        for e in root.iter(etree.Element):
            if not e.tag.startswith(W): continue
            tag = e.tag[len(W):]
            kids = [k.tag[len(W):] for k in e if isinstance(k.tag, str) and k.tag.startswith(W)]
            if tag not in lists:
                if kids: print(name, 'unknown parent', tag, kids)
                continue
            if lists[tag]:
                order = lists[tag].split()
                if any(k not in order for k in kids): print(name, tag, 'unknown', kids)
                elif [order.index(k) for k in kids] != sorted(order.index(k) for k in kids):
                    print(name, tag, 'order', kids)
                if tag not in ('styles', 'tbl', 'tr', 'tblGrid', 'fonts', 'comments', 'compat', 'sectPr'):
                    if len(set(kids)) != len(kids): print(name, tag, 'twice', kids)
            if tag in allowed and any(k not in allowed[tag].split() for k in kids):
                print(name, tag, 'not allowed', kids)
            if tag in first and first[tag] in kids[1:]: print(name, tag, 'not first', kids)
            if tag in last and (not kids or kids[-1] != last[tag]): print(name, tag, 'last', kids)
    types = z.read('[Content_Types].xml').decode()
    for name in z.namelist():
        if name != '[Content_Types].xml' and not name.endswith('.rels') and '"/' + name + '"' not in types:
            print('no content type', name)
    """
}
