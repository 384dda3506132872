#!/usr/bin/env python3
"""Reading prose: ReformReport from the bytes of a text to a finished draft, beside AutoCorrect's formatter.

    Benchmarks/prose.py [FILE …]        (the reports under Tests/Fixtures, and the texts in REFORM_SEEDS and REFORM_CORPUS)

Needs the Python package autocorrect-py. Both read each group of texts again and again, turn by turn in one run, bound to
one processor; printed are the bytes of UTF-8 a second of processor time and the ratio of the two, median and least of
the rounds. Then the texts are joined to one of 1, 10 and 40 MB, to show the memory that reading takes. Exit status 1
where the median ratio of a group is below the goal.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
GOAL, ROUNDS, BYTES = 3.0, 7, 6_000_000


def build():
    command = ["swift", "build", "-c", "release", "--product", "prose-benchmark"]
    subprocess.run(command, cwd=HERE.parent, check=True, stdout=sys.stderr)
    folder = subprocess.run([*command, "--show-bin-path"], cwd=HERE.parent, check=True, capture_output=True, text=True)
    return os.path.join(folder.stdout.strip(), "prose-benchmark")


def groups():
    if sys.argv[1:]:
        return {"texts": sys.argv[1:]}
    folders = {"fixtures": HERE.parent / "Tests/Fixtures/reports", "seeds": os.environ.get("REFORM_SEEDS"),
               "corpus": os.environ.get("REFORM_CORPUS")}
    return {name: sorted(str(file) for file in pathlib.Path(folder).glob("*.txt"))
            for name, folder in folders.items() if folder}


def ours(program, files, *options):
    """Megabytes a second, and peak bytes, of one run in a process of its own."""
    child = subprocess.Popen([program, *options, *files], stdout=subprocess.PIPE, text=True)
    output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"{program} failed with {child.returncode}")
    return float(output.split()[0]), usage.ru_maxrss * 1024


def theirs(files):
    import autocorrect_py
    texts = [(pathlib.Path(file).read_text(encoding="utf-8"), os.path.getsize(file)) for file in files]
    total, start = 0, time.process_time()
    while total < BYTES:
        for text, size in texts:
            autocorrect_py.format(text)
            total += size
    return total / (time.process_time() - start) / 1e6


def main():
    program = build()
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    missed = []
    print("| texts | ReformReport, MB/s | AutoCorrect, MB/s | ratio, median | least |\n|---|---:|---:|---:|---:|")
    for name, files in groups().items():
        rounds = [(ours(program, files, "--bytes", str(BYTES))[0], theirs(files)) for _ in range(ROUNDS)]
        ratios = [own / other for own, other in rounds]
        own, other = (statistics.median(column) for column in zip(*rounds))
        print(f"| {name} | {own:.0f} | {other:.0f} | {statistics.median(ratios):.2f} | {min(ratios):.2f} |", flush=True)
        if statistics.median(ratios) < GOAL:
            missed.append(f"{statistics.median(ratios):.2f} times AutoCorrect on {name}")
    print("\n| one text of | peak MiB | bytes held a byte of text |\n|---:|---:|---:|")
    files = [file for own in groups().values() for file in own]
    least = ours(program, files, "--joined", "--bytes", "1")[1]
    for size in (1, 10, 40):
        peak = ours(program, files, "--joined", "--bytes", str(size * 1_000_000))[1]
        print(f"| {size} MB | {peak / 2**20:.0f} | {(peak - least) / size / 1e6:.1f} |", flush=True)
    if missed:
        sys.exit("missed: " + "; ".join(missed))


main()
