#!/usr/bin/env python3
"""Writing the completion table: ReformReport beside plain C with libxlsxwriter and Python XlsxWriter.

    Benchmarks/run.py [ROWS …]        (50, 50000 and 500000 unless given)

Builds all, checks that they write the same cells, measures them turn by turn in one run and prints a Markdown table:
processor time as a ratio to the C program's (medians), and peak memory of the whole process. Exit status 1 where a goal
is missed: at 500,000 rows at most 1.10 times C and 0.35 times XlsxWriter, and 64 MiB whatever the number of rows.
"""
import hashlib
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
GOAL_C, GOAL_PYTHON, GOAL_MEMORY = 1.10, 0.35, 64


def build(folder):
    package = HERE.parent
    environment = {**os.environ, "REFORM_BENCHMARKS": "1"}
    command = ["swift", "build", "-c", "release", "--product", "spreadsheet-benchmark"]
    subprocess.run(command, cwd=package, env=environment, check=True, stdout=sys.stderr)
    binaries = subprocess.run(["swift", "build", "-c", "release", "--show-bin-path"], cwd=package, env=environment,
                              check=True, capture_output=True, text=True).stdout.strip()
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "xlsxwriter"], check=True, capture_output=True,
                           text=True).stdout.split()
    program = os.path.join(folder, "completion_table")
    subprocess.run(["cc", "-O2", "-o", program, str(HERE / "completion_table.c"), *flags], check=True)
    return {"ReformReport": [os.path.join(binaries, "spreadsheet-benchmark")], "C": [program],
            "XlsxWriter": [sys.executable, str(HERE / "completion_table.py")]}


def measure(command, rows, folder):
    """Processor seconds and peak MiB of one run in a process of its own."""
    child = subprocess.Popen([*command, str(rows), os.path.join(folder, "table.xlsx")], cwd=folder)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{command[0]} failed with {child.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def part(file, name):
    digest = hashlib.sha256()
    with zipfile.ZipFile(file) as archive, archive.open(name) as stream:
        while piece := stream.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def compare(programs, folder):
    """The same sheet and the same formats in all three, byte by byte."""
    files = {name: os.path.join(folder, f"{name}.xlsx") for name in programs}
    for rows in (50, 5_000):
        for name, command in programs.items():
            subprocess.run([*command, str(rows), files[name]], cwd=folder, check=True)
        for entry in ("xl/worksheets/sheet1.xml", "xl/styles.xml"):
            for name in ("C", "XlsxWriter"):
                if part(files["ReformReport"], entry) != part(files[name], entry):
                    sys.exit(f"ReformReport and {name} differ in {entry} at {rows} rows")
    for file in files.values():
        os.remove(file)


def main():
    sizes = [int(argument) for argument in sys.argv[1:]] or [50, 50_000, 500_000]
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        programs = build(folder)
        compare(programs, folder)
        print("| rows | ReformReport, s | to C | to XlsxWriter | peak MiB: ReformReport | C | XlsxWriter |")
        print("|---:|---:|---:|---:|---:|---:|---:|")
        for rows in sizes:
            rounds = 3 if rows >= 500_000 else 7
            runs = {name: [] for name in programs}
            for _ in range(rounds):
                for name, command in programs.items():
                    runs[name].append(measure(command, rows, folder))
            def ratio(other):
                return statistics.median(ours / theirs for (ours, _), (theirs, _) in zip(runs["ReformReport"], runs[other]))
            time = statistics.median(seconds for seconds, _ in runs["ReformReport"])
            memory = {name: max(peak for _, peak in own) for name, own in runs.items()}
            to_c, to_python = ratio("C"), ratio("XlsxWriter")
            print(f"| {rows:,} | {time:.3f} | {to_c:.2f} | {to_python:.2f} | {memory['ReformReport']:.1f} | "
                  f"{memory['C']:.1f} | {memory['XlsxWriter']:.1f} |", flush=True)
            if memory["ReformReport"] > GOAL_MEMORY:
                missed.append(f"{memory['ReformReport']:.1f} MiB at {rows:,} rows")
            if rows >= 500_000 and (to_c > GOAL_C or to_python > GOAL_PYTHON):
                missed.append(f"{to_c:.2f} times C, {to_python:.2f} times XlsxWriter at {rows:,} rows")
    if missed:
        sys.exit("missed: " + "; ".join(missed))


main()
