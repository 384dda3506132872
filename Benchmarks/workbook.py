#!/usr/bin/env python3
"""Reading a table of tasks: ReformReport beside calamine (PyPI python-calamine), in one run.

    Benchmarks/workbook.py [ROWS]        (50000 unless given)

Makes a workbook of ROWS rows and 11 columns twice, with shared and with inline strings (pip install XlsxWriter), and one of a million
empty formatted rows; reads them turn by turn and prints a Markdown table: processor time of the whole process, its ratio to calamine's
loading (in the process, without the start of Python; medians of the pairs), and peak memory of the whole process. Exit status 1 where the
reader misses its goal: 1.5 times calamine and 64 MiB.
"""
import multiprocessing
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
GOAL_TIME, GOAL_MEMORY = 1.5, 64
HEADS = ["领域", "序号", "改革任务", "牵头单位", "责任单位", "完成时限", "状态", "进展情况", "制度性成果", "文号", "备注"]
DOMAINS = ["经济体制", "行政体制", "社会治理", "生态文明", "党的建设", "民主法治", "文化体制", "纪检监察"]
CALAMINE = """
import sys, time
from python_calamine import CalamineWorkbook
start = time.process_time()
sheet = CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0)
loaded = time.process_time()
rows = sheet.to_python()
print(loaded - start, time.process_time() - start)
"""


def write(file, rows, inline):
    import xlsxwriter
    choice = random.Random(6)
    book = xlsxwriter.Workbook(file, {"constant_memory": inline})
    sheet = book.add_worksheet("任务")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, ["临江市云岭区2021年重点改革任务台账"])
    sheet.write_row(1, 0, HEADS)
    units = [f"区{first}{second}局" for first in "财农教民商科住文司审" for second in "政业育务技建化法计生"]
    for number in range(1, rows + 1):
        row = number + 1
        sheet.write(row, 0, DOMAINS[(number - 1) * len(DOMAINS) // rows])
        sheet.write(row, 1, number)
        sheet.write(row, 2, f"建立第{number}号改革事项的长效工作机制")
        sheet.write(row, 3, choice.choice(units))
        sheet.write(row, 4, "、".join(choice.sample(units, 2)))
        sheet.write_number(row, 5, 44196 + choice.randrange(365), day)
        sheet.write(row, 6, choice.choice(["已完成", "推进中", "未启动", "正常推进"]))
        sheet.write(row, 7, f"已完成调研{choice.randrange(100)}次，形成报告{choice.randrange(100)}份，推动{choice.randrange(1000)}个项目落地。")
        sheet.write(row, 8, f"《云岭区第{number}号改革事项实施方案》")
        sheet.write(row, 9, f"云改〔2021〕{number}号")
        sheet.write(row, 10, choice.choice(["无", "按季度报送", "列入督查"]))
    book.close()


def write_empty(file):
    """Three tasks, and a million rows of formatted cells without content."""
    import xlsxwriter
    book = xlsxwriter.Workbook(file, {"constant_memory": True})
    sheet = book.add_worksheet("任务")
    boxed = book.add_format({"border": 1})
    sheet.write_row(0, 0, ["2021年任务"])
    sheet.write_row(1, 0, ["编号", "改革任务", "牵头单位", "状态"])
    for number in range(1, 4):
        sheet.write_row(1 + number, 0, [f"J-{number}", f"任务{number}", "区财政局", "已完成"])
    for row in range(5, 1_000_000):
        sheet.write_blank(row, 0, None, boxed)
    book.close()


def apart(work, *arguments):
    """Works in a process of its own: a child is charged with the peak memory of the process that starts it."""
    child = multiprocessing.Process(target=work, args=arguments)
    child.start()
    child.join()
    if child.exitcode:
        sys.exit(f"{work.__name__} failed")


def build():
    environment = {**os.environ, "REFORM_BENCHMARKS": "1"}
    command = ["swift", "build", "-c", "release"]
    for product in ("workbook-benchmark", "reform-report"):
        subprocess.run([*command, "--product", product], cwd=HERE.parent, env=environment, check=True, stdout=sys.stderr)
    path = subprocess.run([*command, "--show-bin-path"], cwd=HERE.parent, env=environment, check=True,
                          capture_output=True, text=True).stdout.strip()
    return os.path.join(path, "workbook-benchmark"), os.path.join(path, "reform-report")


def measure(command, folder):
    """Processor seconds, peak MiB and output of one run in a process of its own."""
    out = os.path.join(folder, "out.txt")
    with open(out, "w") as output:
        child = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{' '.join(command)} failed with {child.returncode}")
    with open(out) as output:
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output.read()


def main():
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    reader, command = build()
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        files = {"shared strings": "shared.xlsx", "inline strings": "inline.xlsx"}
        for name, file in files.items():
            apart(write, os.path.join(folder, file), rows, name.startswith("inline"))
        print("| strings | step | s | to calamine loading | to calamine with to_python() | peak MiB |")
        print("|---|---|---:|---:|---:|---:|")
        for name, file in files.items():
            steps = {"raw rows": [reader, "rows", file], "tasks, one by one": [reader, "tasks", file],
                     "report as one value": [reader, "report", file],
                     "import, whole command": [command, "import", file, "-o", "out.yaml", "--force"]}
            runs = {step: [] for step in steps}
            calamine = []
            for _ in range(5):
                _, peak, output = measure([sys.executable, "-c", CALAMINE, file], folder)
                calamine.append((*map(float, output.split()), peak))
                for step, arguments in steps.items():
                    runs[step].append(measure(arguments, folder))
            load = statistics.median(run[0] for run in calamine)
            print(f"| {name} | calamine, loading | {load:.3f} | 1 | | {max(run[2] for run in calamine):.0f} |")
            for step, own in runs.items():
                ratios = [statistics.median(run[0] / other[index] for run, other in zip(own, calamine)) for index in (0, 1)]
                peak = max(run[1] for run in own)
                print(f"| {name} | {step} | {statistics.median(run[0] for run in own):.3f} | {ratios[0]:.2f} | "
                      f"{ratios[1]:.2f} | {peak:.1f} |", flush=True)
                if step.startswith("tasks") and (ratios[0] > GOAL_TIME or peak > GOAL_MEMORY):
                    missed.append(f"{step}, {name}: {ratios[0]:.2f} times calamine, {peak:.1f} MiB")
        apart(write_empty, os.path.join(folder, "empty.xlsx"))
        seconds, peak, _ = measure([command, "import", "empty.xlsx", "-o", "out.yaml", "--force"], folder)
        print(f"| a million empty rows | import, whole command | {seconds:.3f} | | | {peak:.1f} |")
        if peak > GOAL_MEMORY:
            missed.append(f"empty rows: {peak:.1f} MiB")
    if missed:
        sys.exit("missed: " + "; ".join(missed))


main()
