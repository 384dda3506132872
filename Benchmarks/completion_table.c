/* The completion table of made-up tasks, written by libxlsxwriter with nothing in between: completion_table ROWS FILE.
 * The same cells and formats as SpreadsheetBenchmark/main.swift; run.py compares the sheets byte by byte. */
#include <stdio.h>
#include <stdlib.h>
#include <xlsxwriter.h>

enum { COLUMNS = 11, LABEL = 0, SERIAL = 1, STATUS = 7, FIRST = 4 };

static const char *headings[COLUMNS] = {"领域",     "序号",     "编号",     "改革任务", "牵头单位", "责任单位",
                                        "完成时限", "完成情况", "进展情况", "延期原因", "备注"};
static const int widths[COLUMNS] = {10, 9, 12, 28, 14, 20, 12, 10, 36, 24, 10};
static const int is_left[COLUMNS] = {0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 1};
static const char *domains[] = {"经济体制改革", "行政体制改革", "社会体制改革", "文化体制改革"};
static const char *names[] = {"建立企业服务长效机制", "完善社区协商工作机制", "推进公共资源交易监管",
                              "健全网格化管理体系"};
static const char *units[] = {"区发改委", "区民政局", "区住建局", "区委组织部"};
static const char *progress[] = {"印发实施方案并建立联席会议制度全年召开调度会议十二次问题整改到位",
                                 "完成平台建设并上线运行累计服务企业一千二百余家",
                                 "制定工作规程和负面清单开展业务培训六场覆盖一千二百余人相关经验在全市推广", "完成"};
/* What the estimate of the Swift side comes to for these texts. */
static const double heights[] = {37.5, 37.5, 53.25, 37.5};
static const double delayed_height = 37.5;

enum { BORDER = 1, BOLD = 2, WRAP = 4 };

static lxw_format *style(lxw_workbook *book, const char *font, double size, int align, int flags, lxw_color_t fill,
                         lxw_color_t color) {
    lxw_format *format = workbook_add_format(book);
    format_set_font_name(format, font);
    format_set_font_size(format, size);
    if (flags & BOLD)
        format_set_bold(format);
    if (color)
        format_set_font_color(format, color);
    if (fill) {
        format_set_pattern(format, LXW_PATTERN_SOLID);
        format_set_fg_color(format, fill);
    }
    format_set_align(format, align);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    if (flags & WRAP)
        format_set_text_wrap(format);
    if (flags & BORDER)
        format_set_border(format, LXW_BORDER_THIN);
    return format;
}

int main(int argc, char **argv) {
    int count = argc == 3 ? atoi(argv[1]) : 0;
    if (count < 1)
        return 64;
    lxw_workbook_options options = {.constant_memory = 1, .tmpdir = "."};
    lxw_workbook *book = workbook_new_opt(argv[2], &options);
    format_set_font_name(STAILQ_FIRST(book->formats), "Verdana");
    format_set_font_size(STAILQ_FIRST(book->formats), 8);
    lxw_doc_properties properties = {.title = "示例市东湖区2021年改革工作附件", .created = 1656676800};
    workbook_set_properties(book, &properties);
    lxw_worksheet *sheet = workbook_add_worksheet(book, "附件2");

    lxw_format *above[] = {style(book, "黑体", 14, LXW_ALIGN_LEFT, 0, 0, 0),
                           style(book, "黑体", 18, LXW_ALIGN_CENTER, WRAP, 0, 0),
                           style(book, "宋体", 10.5, LXW_ALIGN_RIGHT, WRAP, 0, 0)};
    lxw_format *header = style(book, "黑体", 10.5, LXW_ALIGN_CENTER, WRAP | BORDER, 0xD9E2F3, 0);
    lxw_format *total = style(book, "黑体", 10.5, LXW_ALIGN_LEFT, WRAP | BORDER, 0xD9E2F3, 0);
    lxw_format *cells[2][COLUMNS];
    for (int delayed = 0; delayed < 2; delayed++) {
        lxw_color_t fill = delayed ? 0xFFE699 : 0;
        lxw_format *left = style(book, "宋体", 10.5, LXW_ALIGN_LEFT, WRAP | BORDER, fill, 0);
        lxw_format *center = style(book, "宋体", 10.5, LXW_ALIGN_CENTER, WRAP | BORDER, fill, 0);
        for (int column = 0; column < COLUMNS; column++)
            cells[delayed][column] = is_left[column] ? left : center;
        if (delayed)
            cells[1][STATUS] = style(book, "宋体", 10.5, LXW_ALIGN_CENTER, WRAP | BORDER | BOLD, fill, 0);
    }

    const char *lines[] = {"附件2", "重点改革任务完成情况表", "示例市东湖区\uFF082021年度\uFF09"};
    const double tall[] = {22.5, 36, 21.75};
    for (int row = 0; row < 3; row++) {
        worksheet_set_row(sheet, row, tall[row], NULL);
        worksheet_merge_range(sheet, row, 0, row, COLUMNS - 1, NULL, above[row]);
        worksheet_write_string(sheet, row, 0, lines[row], above[row]);
    }
    worksheet_set_row(sheet, 3, 21.75, NULL);
    for (int column = 0; column < COLUMNS; column++) {
        worksheet_set_column(sheet, column, column, widths[column], NULL);
        worksheet_write_string(sheet, 3, column, headings[column], header);
    }
    worksheet_freeze_panes(sheet, FIRST, 0);

    int delays = 0;
    for (int index = 0; index < count; index++) {
        char number[32], name[128], supporting[128];
        int row = FIRST + index, delayed = index % 11 == 5;
        snprintf(number, sizeof number, "改-%d", index);
        snprintf(name, sizeof name, "%s第%d项", names[index % 4], index);
        snprintf(supporting, sizeof supporting, "%s、%s", units[(index + 1) % 4], units[(index + 2) % 4]);
        const char *texts[COLUMNS] = {domains[(long)index * 4 / count],
                                      NULL,
                                      number,
                                      name,
                                      units[index % 4],
                                      supporting,
                                      "年底",
                                      delayed ? "延期" : "已完成",
                                      delayed ? "" : progress[index % 4],
                                      delayed ? "因上级配套文件尚未印发年底前无法完成" : "",
                                      ""};
        worksheet_set_row(sheet, row, delayed ? delayed_height : heights[index % 4], NULL);
        for (int column = 0; column < COLUMNS; column++)
            if (column == SERIAL)
                worksheet_write_number(sheet, row, column, index + 1, cells[delayed][column]);
            else
                worksheet_write_string(sheet, row, column, texts[column], cells[delayed][column]);
        delays += delayed;
    }

    int last = FIRST + count;
    char words[256], formula[512];
    snprintf(words, sizeof words, "合计\uFF1A共%d项\uFF0C已完成%d项\uFF0C延期%d项", count, count - delays, delays);
    snprintf(formula, sizeof formula,
             "=\"合计\uFF1A共\"&COUNTIF(H5:H%1$d,\"?*\")&\"项\"&"
             "\"\uFF0C已完成\"&SUM(COUNTIF(H5:H%1$d,{\"已完成\",\"已完成\uFF08*\"}))&\"项\"&"
             "\"\uFF0C延期\"&SUM(COUNTIF(H5:H%1$d,{\"延期\",\"延期\uFF08*\"}))&\"项\"",
             last);
    worksheet_set_row(sheet, last, 21.75, NULL);
    worksheet_merge_range(sheet, last, 0, last, COLUMNS - 1, NULL, total);
    worksheet_write_formula_str(sheet, last, 0, formula, total, words);

    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9);
    worksheet_set_margins(sheet, 13 / 25.4, 13 / 25.4, 18 / 25.4, 18 / 25.4);
    worksheet_center_horizontally(sheet);
    worksheet_set_footer(sheet, "&C&\"宋体,常规\"&9第 &P 页 共 &N 页");
    worksheet_repeat_rows(sheet, 3, 3);
    worksheet_set_print_scale(sheet, 74);
    worksheet_print_area(sheet, 0, 0, last, COLUMNS - 1);
    return workbook_close(book) == LXW_NO_ERROR ? 0 : 1;
}
