import Foundation
import TestSupport

/// A Word file as python-docx and lxml see it.
struct WordDump: Decodable {
  struct Comment: Decodable {
    var id: Int
    var author: String
    var text: String
    /// The words between its marks, deleted ones left out.
    var anchored: String
    /// Whether exactly one start, end and reference bear its id, in this order.
    var isWhole: Bool
  }
  struct Paragraph: Decodable {
    var style: String
    var text: String
  }
  var paragraphs: [Paragraph]
  var comments: [Comment]
  var tables: Int
  var styles: [String]
  var outlines: [String: Int]
  var title: String
  var author: String
  var created: String
  var orientations: [String]
  /// Runs with text but without an East Asian face of their own or of their style.
  var bareRuns: Int
  var themeFonts: Int

  init(reading file: URL) throws {
    let outcome = try ExternalTool.run(["python3", "-c", Self.script, file.path(percentEncoded: false)])
    guard outcome.status == 0 else {
      throw CocoaError(.fileReadCorruptFile, userInfo: [NSLocalizedDescriptionKey: outcome.errors])
    }
    self = try JSONDecoder().decode(Self.self, from: outcome.output)
  }

  static let isAvailable = ExternalTool.works([
    "python3", "-c", "import docx; docx.document.Document.comments",
  ])

  private static let script = """
    import json, sys, docx
    from docx.oxml.ns import qn
    d = docx.Document(sys.argv[1])
    body = d.element.body
    order = list(body.iter())
    place = {id(e): i for i, e in enumerate(order)}
    def inside(e, tag):
        return any(a.tag == tag for a in e.iterancestors())
    def comment(c):
        i = str(c.comment_id)
        marks = [[e for e in order if e.tag == qn('w:' + n) and e.get(qn('w:id')) == i]
                 for n in ('commentRangeStart', 'commentRangeEnd', 'commentReference')]
        ok = all(len(m) == 1 for m in marks)
        words = ''
        if ok:
            a, b, r = (place[id(m[0])] for m in marks)
            ok = a < b < r
            for e in order[a:b]:
                if inside(e, qn('w:del')): continue
                if any(x.tag.endswith('}Fallback') for x in e.iterancestors()): continue
                if e.tag == qn('w:t'): words += e.text or ''
                if e.tag == qn('w:tab') and not inside(e, qn('w:tabs')): words += chr(9)
                if e.tag == qn('w:br'): words += chr(10)
        return {'id': c.comment_id, 'author': c.author, 'text': c.text, 'anchored': words, 'isWhole': ok}
    runs = [r for r in body.iter(qn('w:r')) if r.findall(qn('w:t'))]
    def bare(r):
        f = r.find(qn('w:rPr') + '/' + qn('w:rFonts'))
        return f is None or not f.get(qn('w:eastAsia'))
    from lxml import etree
    text = etree.tostring(d.element).decode() + etree.tostring(d.styles.element).decode()
    out = {}
    for s in d.styles:
        o = s.element.find('.//' + qn('w:outlineLvl'))
        if o is not None: out[s.name] = int(o.get(qn('w:val')))
    print(json.dumps({
        'paragraphs': [{'style': p.style.name, 'text': p.text} for p in d.paragraphs],
        'comments': [comment(c) for c in d.comments], 'tables': len(d.tables),
        'styles': [s.name for s in d.styles], 'outlines': out, 'title': d.core_properties.title,
        'author': d.core_properties.author,
        'created': d.core_properties.created.isoformat() if d.core_properties.created else '',
        'orientations': [str(s.orientation).split(' ')[0] for s in d.sections],
        'bareRuns': sum(map(bare, runs)), 'themeFonts': text.count('Theme='),
    }))
    """
}
