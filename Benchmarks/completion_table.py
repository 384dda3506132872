"""The completion table of made-up tasks, written by XlsxWriter in constant-memory mode: completion_table.py ROWS FILE.

The same cells and formats as SpreadsheetBenchmark/main.swift.
"""
import datetime
import sys

import xlsxwriter

COLUMNS = [("领域", 10), ("序号", 9), ("编号", 12), ("改革任务", 28), ("牵头单位", 14), ("责任单位", 20),
           ("完成时限", 12), ("完成情况", 10), ("进展情况", 36), ("延期原因", 24), ("备注", 10)]
LEFT = {"改革任务", "进展情况", "延期原因", "备注"}
DOMAINS = ["经济体制改革", "行政体制改革", "社会体制改革", "文化体制改革"]
NAMES = ["建立企业服务长效机制", "完善社区协商工作机制", "推进公共资源交易监管", "健全网格化管理体系"]
UNITS = ["区发改委", "区民政局", "区住建局", "区委组织部"]
PROGRESS = ["印发实施方案并建立联席会议制度全年召开调度会议十二次问题整改到位",
            "完成平台建设并上线运行累计服务企业一千二百余家",
            "制定工作规程和负面清单开展业务培训六场覆盖一千二百余人相关经验在全市推广", "完成"]
HEIGHTS = [37.5, 37.5, 53.25, 37.5]
SERIAL, STATUS, FIRST = 1, 7, 4


def write(count, file):
    book = xlsxwriter.Workbook(file, {
        "constant_memory": True, "tmpdir": ".", "default_format_properties": {"font_name": "Verdana", "font_size": 8}})
    book.set_properties({"title": "示例市东湖区2021年改革工作附件", "created": datetime.datetime(2022, 7, 1, 12)})
    sheet = book.add_worksheet("附件2")

    def style(**values):
        return book.add_format({"font_name": "宋体", "font_size": 10.5, "valign": "vcenter", "text_wrap": True, **values})

    above = [style(font_name="黑体", font_size=14, align="left", text_wrap=False), style(font_name="黑体", font_size=18, align="center"),
             style(align="right")]
    header = style(font_name="黑体", align="center", border=1, bg_color="#D9E2F3")
    total = style(font_name="黑体", align="left", border=1, bg_color="#D9E2F3")
    cells = []
    for delayed in (False, True):
        fill = {"bg_color": "#FFE699"} if delayed else {}
        left, center = style(align="left", border=1, **fill), style(align="center", border=1, **fill)
        cells.append([left if name in LEFT else center for name, _ in COLUMNS])
    cells[1][STATUS] = style(align="center", border=1, bold=True, bg_color="#FFE699")

    last_column = len(COLUMNS) - 1
    for row, (text, height) in enumerate(
            [("附件2", 22.5), ("重点改革任务完成情况表", 36), ("示例市东湖区\uff082021年度\uff09", 21.75)]):
        sheet.set_row(row, height)
        sheet.merge_range(row, 0, row, last_column, text, above[row])
    sheet.set_row(3, 21.75)
    for column, (name, width) in enumerate(COLUMNS):
        sheet.set_column(column, column, width)
        sheet.write_string(3, column, name, header)
    sheet.freeze_panes(FIRST, 0)

    delays = 0
    for index in range(count):
        delayed = index % 11 == 5
        texts = [DOMAINS[index * 4 // count], index + 1, f"改-{index}", f"{NAMES[index % 4]}第{index}项",
                 UNITS[index % 4], f"{UNITS[(index + 1) % 4]}、{UNITS[(index + 2) % 4]}", "年底",
                 "延期" if delayed else "已完成", "" if delayed else PROGRESS[index % 4],
                 "因上级配套文件尚未印发年底前无法完成" if delayed else "", ""]
        row, formats = FIRST + index, cells[delayed]
        sheet.set_row(row, 37.5 if delayed else HEIGHTS[index % 4])
        for column, text in enumerate(texts):
            if column == SERIAL:
                sheet.write_number(row, column, text, formats[column])
            elif text:
                sheet.write_string(row, column, text, formats[column])
            else:
                sheet.write_blank(row, column, None, formats[column])
        delays += delayed

    last = FIRST + count
    words = f"合计\uff1a共{count}项\uff0c已完成{count - delays}项\uff0c延期{delays}项"
    status = f"H5:H{last}"
    formula = (f'="合计\uff1a共"&COUNTIF({status},"?*")&"项"&'
               f'"\uff0c已完成"&SUM(COUNTIF({status},{{"已完成","已完成\uff08*"}}))&"项"&'
               f'"\uff0c延期"&SUM(COUNTIF({status},{{"延期","延期\uff08*"}}))&"项"')
    sheet.set_row(last, 21.75)
    sheet.merge_range(last, 0, last, last_column, "", total)
    sheet.write_formula(last, 0, formula, total, words)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(13 / 25.4, 13 / 25.4, 18 / 25.4, 18 / 25.4)
    sheet.center_horizontally()
    sheet.set_footer('&C&"宋体,常规"&9第 &P 页 共 &N 页')
    sheet.repeat_rows(3)
    sheet.set_print_scale(74)
    sheet.print_area(0, 0, last, last_column)
    book.close()


write(int(sys.argv[1]), sys.argv[2])
