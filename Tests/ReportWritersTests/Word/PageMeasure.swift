import Foundation
import TestSupport

/// The pages of a PDF as poppler sees them; lengths in millimetres from the top left corner.
struct PageMeasure: Decodable {
  struct Line: Decodable {
    var text: String
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double
  }
  struct Page: Decodable {
    var width: Double
    var height: Double
    /// The lines of the text block, from the top; without the page number.
    var lines: [Line]
    /// The page number's words, joined: —3—.
    var number: String
    /// Where the ink of the page number stands.
    var numberInk: [Double]
    /// The place of its first dash across the number's line: from the top, or from the left on landscape pages.
    var dash: Double
    /// Where the ink of the text block stands: left, top, right, bottom.
    var ink: [Double]

    var isLandscape: Bool { width > height }
  }

  var pages: [Page]

  static let isAvailable =
    ExternalTool.hasLibreOffice && ExternalTool.works(["python3", "-c", "import PIL, numpy"])

  init(reading pdf: URL) throws {
    let outcome = try ExternalTool.run(["python3", "-c", Self.script, pdf.path(percentEncoded: false)])
    guard outcome.status == 0 else {
      throw CocoaError(.fileReadCorruptFile, userInfo: [NSLocalizedDescriptionKey: outcome.errors])
    }
    self = try JSONDecoder().decode(Self.self, from: outcome.output)
  }

  private static let script = """
    import sys, re, html, json, subprocess, tempfile, glob, os
    import numpy as np
    from PIL import Image
    mm = 25.4 / 72
    pdf = sys.argv[1]
    text = subprocess.run(['pdftotext', '-bbox-layout', pdf, '-'], capture_output=True, text=True).stdout
    folder = tempfile.mkdtemp()
    subprocess.run(['pdftoppm', '-r', '127', '-gray', pdf, folder + '/p'])
    pictures = sorted(glob.glob(folder + '/p*'))
    dot = 0.2
    out = []
    def ink(a, x0, y0, x1, y1):
        part = a[int(y0 / dot):int(y1 / dot), int(x0 / dot):int(x1 / dot)] < 140
        ys, xs = np.where(part.any(1))[0], np.where(part.any(0))[0]
        if not len(ys): return [0, 0, 0, 0]
        return [x0 + xs.min() * dot, y0 + ys.min() * dot, x0 + (xs.max() + 1) * dot, y0 + (ys.max() + 1) * dot]
    for page, picture in zip(re.findall(r'<page .*?</page>', text, re.S), pictures):
        w, h = [float(v) * mm for v in re.search(r'width="([0-9.]+)" height="([0-9.]+)"', page).groups()]
        words = [[float(v) * mm for v in m[:4]] + [html.unescape(m[4])] for m in re.findall(
            r'<word xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="([0-9.]+)">(.*?)</word>', page)]
        a = np.array(Image.open(picture).convert('L'))
        flat = w > h
        number = [x for x in words if (x[2] < 34 if flat else x[1] > 264)]
        rest = [x for x in words if x not in number]
        number.sort(key=lambda x: (x[1] if flat else x[0]))
        lines = []
        for x in sorted(rest, key=lambda x: (x[1] + x[3]) / 2):
            middle = (x[1] + x[3]) / 2
            if lines and abs(middle - lines[-1][0]) < 2.5: lines[-1][1].append(x)
            else: lines.append([middle, [x]])
        if flat:
            place = ink(a, 0, 0, 34, h); first = ink(a, 0, place[1], 34, place[1] + 2); dash = (first[0] + first[2]) / 2
            block = ink(a, 34, 0, w, h)
        else:
            place = ink(a, 0, 264, w, h); first = ink(a, place[0], 264, place[0] + 2, h); dash = (first[1] + first[3]) / 2
            block = ink(a, 0, 0, w, 264)
        out.append({'width': w, 'height': h, 'number': ''.join(x[4] for x in number), 'numberInk': place, 'dash': dash,
            'ink': block, 'lines': [{'text': ''.join(x[4] for x in sorted(l[1])), 'left': min(x[0] for x in l[1]),
            'right': max(x[2] for x in l[1]), 'top': min(x[1] for x in l[1]), 'bottom': max(x[3] for x in l[1])}
            for l in lines]})
    print(json.dumps({'pages': out}))
    """
}
