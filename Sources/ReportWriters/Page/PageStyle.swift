/// The page's looks and its script, as they stand in the page.
enum PageStyle {
  /// Colours for light and dark, a sheet of paper on a screen, cards on a phone, A4 in print.
  static let sheet = """
    :root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--desk:#eceff3;--line:#9aa3af;--head:#d9e2f3;
    --count:#f0f2f5;--delayed:#ffe699;--open:#6b7280;--link:#0b57a4;--done:#2e75b6;--late:#c55a11;--rest:#c9ced6}
    @media (prefers-color-scheme:dark){:root{--ink:#e6e6e6;--paper:#1b1f24;--desk:#101317;--line:#4b5563;
    --head:#26334d;--count:#242a32;--delayed:#5a4708;--open:#9ca3af;--link:#8ab8f0;--done:#5b9bd5;--late:#f0955a;
    --rest:#59616d}}
    *{box-sizing:border-box}
    body{margin:0;background:var(--desk);color:var(--ink);line-height:1.9;font-size:18px;overflow-wrap:break-word;
    font-family:"FangSong","仿宋","FangSong_GB2312","STFangsong","Noto Serif CJK SC","Songti SC",serif}
    article,figure,.attachment{background:var(--paper);margin:24px auto;padding:48px 56px;max-width:900px}
    figure{max-width:900px}.attachment{max-width:1400px;padding:32px 40px}
    h1{font-family:"FZXiaoBiaoSong-B05S","方正小标宋简体","SimSun","Noto Serif CJK SC",serif;font-weight:600;
    font-size:1.65em;line-height:1.5;text-align:center;text-wrap:balance;margin:.3em 0 .6em}
    h2,h3,h4,h5,h6{font-size:1em;margin:.9em 0 .2em;font-weight:600;text-indent:2em;
    font-family:"SimHei","黑体","Noto Sans CJK SC","PingFang SC",sans-serif}
    h3{font-family:"KaiTi","楷体","STKaiti","AR PL UKai CN",serif}
    h4,h5,h6{font-family:inherit}
    p{margin:.15em 0;text-indent:2em;text-align:justify}
    .addressee{text-indent:0;margin-top:1em}
    .byline,.signature{text-indent:0;text-align:center;font-family:"KaiTi","楷体","AR PL UKai CN",serif}
    .signature{text-align:right;padding-right:2em;margin-top:1.5em;font-family:inherit}
    .attachments{display:flex;margin:1.2em 0 0 2em}.attachments span{flex:none}
    .attachments ol{margin:0;padding-left:1.6em}
    a{color:var(--link)}
    figcaption,.attachment h2{font-size:1.15em;text-align:center;text-indent:0;margin:.2em 0 .6em;font-weight:600;
    font-family:"SimHei","黑体","Noto Sans CJK SC",sans-serif}
    svg{display:block;width:100%;max-width:720px;margin:0 auto;height:auto;
    font:14px "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
    svg text{fill:var(--ink)}.counts{text-anchor:end}.done{fill:var(--done)}rect.delayed{fill:var(--late)}
    .hatched{fill:url(#hatch)}.stroke{stroke:var(--paper);stroke-width:2}.rest{fill:var(--rest)}
    .number{text-indent:0;font-family:"SimHei","黑体","Noto Sans CJK SC",sans-serif}
    .scroll{overflow-x:auto}
    table{border-collapse:collapse;width:100%;min-width:960px;font-size:.82em;line-height:1.5}
    caption{text-align:right;color:var(--open);padding-bottom:.3em}
    th,td{border:1px solid var(--line);padding:.35em .5em;text-align:left;vertical-align:middle}
    th{background:var(--head);text-align:center;font-family:"SimHei","黑体","Noto Sans CJK SC",sans-serif}
    th span{cursor:pointer;display:block}
    th span:focus-visible{outline:2px solid var(--link)}
    th[aria-sort=ascending] span::after{content:" ▲"}th[aria-sort=descending] span::after{content:" ▼"}
    .center{text-align:center}.open{color:var(--open)}
    tr.delayed td{background:var(--delayed)}tr.count td{background:var(--count);font-weight:600}
    .total tr:first-child td{background:var(--head)}
    .sorted tbody:not(.total) .count{display:none}
    @media screen and (max-width:700px){body{font-size:17px}
    article,figure,.attachment{margin:0 0 10px;padding:22px 18px}
    h1{font-size:1.4em}table{min-width:0}thead{position:absolute;left:-99999px}colgroup{display:none}
    table,tbody,tr,td,caption{display:block;width:auto}caption{text-align:center}
    tr{border:1px solid var(--line);margin:0 0 .7em}td{border:0;border-bottom:1px dotted var(--line);text-align:left}
    td.center{text-align:left}td:last-child{border-bottom:0}.item td:empty{display:none}
    .item td::before{content:var(--head,"") "\\FF1A";color:var(--open)}
    .count{border-style:solid}}
    @media print{@page{size:A4;margin:37mm 26mm 35mm 28mm}@page wide{size:A4 landscape;margin:28mm 20mm 26mm}
    @page :right{@bottom-right{content:"— " counter(page) " —"}}@page :left{@bottom-left{content:"— " counter(page) " —"}}
    :root{color-scheme:light;--ink:#000;--paper:#fff;--line:#000;--head:#d9e2f3;--count:#f2f2f2;--delayed:#ffe699;
    --open:#595959;--link:#000;--done:#2e75b6;--late:#c55a11;--rest:#c9ced6}
    body{background:none;font-size:16pt;line-height:28.95pt;print-color-adjust:exact;
    -webkit-print-color-adjust:exact}
    article,figure,.attachment{margin:0;padding:0;max-width:none}
    h1{font-size:22pt;line-height:1.5}h2,h3,h4,h5,h6{break-after:avoid}a{text-decoration:none}
    figure{break-before:page;break-inside:avoid}
    .attachment{page:wide;break-before:page}.scroll{overflow:visible}
    table{min-width:0;font-size:10.5pt;line-height:1.35}thead{display:table-header-group}tr{break-inside:avoid}
    th span::after{content:none!important}}
    """

  /// Sorting by a click on a heading: up, down, and as it was. Without it the tables stand in the report's order.
  static let script = """
    document.querySelectorAll("table").forEach(function(table){
    var heads=[].slice.call(table.tHead.rows[0].cells),bodies=[].slice.call(table.tBodies);
    var total=bodies.filter(function(b){return b.className==="total"})[0];
    var groups=bodies.filter(function(b){return b!==total});
    var rows=[];groups.forEach(function(b){[].forEach.call(b.rows,function(r){
    if(r.className.indexOf("item")===0)rows.push({row:r,body:b,next:r.nextSibling})})});
    if(rows.length<2)return;
    var sorted=document.createElement("tbody");
    function restore(){table.classList.remove("sorted");if(sorted.parentNode)table.removeChild(sorted);
    for(var i=rows.length-1;i>=0;i--)rows[i].body.insertBefore(rows[i].row,rows[i].next)}
    function key(r,i){return r.row.cells[i].textContent.trim()}
    function compare(a,b){var x=Number(a),y=Number(b);
    if(a!==""&&b!==""&&!isNaN(x)&&!isNaN(y))return x-y;
    return a===b?0:a===""?1:b===""?-1:a.localeCompare(b,"zh-CN",{numeric:true})}
    heads.forEach(function(head,i){var button=document.createElement("span");button.tabIndex=0;
    button.setAttribute("role","button");button.title="点击排序";
    while(head.firstChild)button.appendChild(head.firstChild);head.appendChild(button);
    button.addEventListener("keydown",function(e){if(e.key==="Enter"||e.key===" "){e.preventDefault();button.click()}});
    button.addEventListener("click",function(){var now=head.getAttribute("aria-sort");
    heads.forEach(function(h){h.removeAttribute("aria-sort")});restore();
    if(now==="descending")return;
    var sign=now==="ascending"?-1:1;head.setAttribute("aria-sort",sign>0?"ascending":"descending");
    rows.map(function(r,n){return{r:r,n:n,k:key(r,i)}}).sort(function(a,b){return sign*compare(a.k,b.k)||a.n-b.n})
    .forEach(function(x){sorted.appendChild(x.r.row)});
    table.classList.add("sorted");table.insertBefore(sorted,total)})})});
    """
}
