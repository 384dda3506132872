#!/usr/bin/env python3
"""The checks beside AutoCorrect's formatter and rapidfuzz, in one run.

    Benchmarks/checks.py        (pip install autocorrect-py rapidfuzz)

It makes texts from the project's own fixtures (paragraphs shuffled by a seed, figures varied) and adds the prose in
REFORM_CORPUS where that is set. Measured turn by turn, medians of several rounds:

1. bytes a second of all checks over drafts that were read, and of reading and checking, beside AutoCorrect's `format`;
2. the time that one text takes at 1, 2, 4 and 8 times its length, alone and with another one as last year's;
3. one draft of 6,000 characters with last year's report, whole process;
4. 2,850 pairs of reports of 6,000 characters on two cores: all checks beside rapidfuzz's plain ratio.

Exit status 1 where a goal is missed: twice AutoCorrect's bytes a second, no step of the doubling more than 2.6 times the
one before, 60 ms, a fifth of rapidfuzz's time.
"""
import concurrent.futures
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import tempfile
import time

import autocorrect_py
from rapidfuzz import fuzz

PACKAGE = pathlib.Path(__file__).resolve().parent.parent
TEMPLATES = PACKAGE / "Templates"
REPORTS = 76  # every one against every earlier one: 2,850 pairs
CHARACTERS = 6_000
PLACES = ("棠湾", "沐苑", "栖霖", "青榆", "柏汀", "荻浦")  # the districts of the fixtures


def build():
    environment = {**os.environ, "REFORM_BENCHMARKS": "1"}
    command = ["swift", "build", "-c", "release", "--static-swift-stdlib"]
    for product in ("reform-report", "checks-benchmark"):
        subprocess.run([*command, "--product", product], cwd=PACKAGE, env=environment, check=True, stdout=sys.stderr)
    shown = subprocess.run([*command, "--show-bin-path"], cwd=PACKAGE, env=environment, check=True,
                           capture_output=True, text=True)
    return pathlib.Path(shown.stdout.strip())


def paragraphs():
    """The paragraphs of the fixtures, all of one place."""
    lines = []
    for file in sorted((PACKAGE / "Tests/Fixtures/reports").glob("[a-z]-*")):
        for line in file.read_text(encoding="utf-8").splitlines():
            for place in PLACES:
                line = line.replace(place, PLACES[0])
            if len(line.strip()) > 40:
                lines.append(line.strip())
    return lines


def varied(line, chance, generator):
    """A paragraph with some of its figures of two digits and more changed; years stay."""
    result, digits = [], ""
    for character in line + "\n":
        if "0" <= character <= "9":
            digits += character
            continue
        if len(digits) > 1 and character not in "年月日" and generator.random() < chance:
            digits = str(generator.randrange(10 ** (len(digits) - 1), 10 ** len(digits)))
        result += [digits, character]
        digits = ""
    return "".join(result[:-1])


def report(year, characters, chance, seed):
    """A report of a year, as long as wanted, of the fixtures' paragraphs."""
    generator = random.Random(seed)
    lines = [f"{PLACES[0]}区{year}年全面深化改革工作总结报告"]
    length = len(lines[0])
    while length < characters:
        for line in generator.sample(SOURCE, len(SOURCE)):
            line = varied(line, chance, generator)
            for old in range(2020, 2026):
                line = line.replace(f"{old}年", f"<{old - 2023}>")
            for old in range(2020, 2026):
                line = line.replace(f"<{old - 2023}>", f"{year + old - 2023}年")
            lines.append(line[:max(20, characters - length)])
            length += len(lines[-1]) + 1
            if length >= characters:
                break
    return "\n".join(lines) + "\n"


def measured(program, mode, files):
    shown = subprocess.run([str(program), mode, str(TEMPLATES), *map(str, files)], check=True, capture_output=True,
                           text=True)
    return json.loads(shown.stdout)


def written(folder, name, texts):
    files = []
    for number, text in enumerate(texts):
        files.append(pathlib.Path(folder) / f"{name}-{number:03}.txt")
        files[-1].write_text(text, encoding="utf-8")
    return files


def formatter(texts):
    """Bytes a second of AutoCorrect's formatter."""
    start = time.process_time()
    for text in texts:
        autocorrect_py.format(text)
    return sum(len(text.encode()) for text in texts) / (time.process_time() - start) / 1e6


def bytes_a_second(program, folder, missed):
    print("| text | MB | all checks, MB/s | reading and checking | AutoCorrect | checks to AutoCorrect |")
    print("|---|---:|---:|---:|---:|---:|")
    fixtures = sorted((PACKAGE / "Tests/Fixtures/reports").glob("[a-z]-*.txt"))
    cases = {
        "the fixtures as they are": [file.read_text(encoding="utf-8") for file in fixtures] * 20,
        "500 reports of 6,000 characters": [report(2023, CHARACTERS, 0.05, seed) for seed in range(500)],
        "one text, few figures varied": [report(2023, 1_000_000, 0.05, 1)],
        "one text, all figures varied": [report(2023, 1_000_000, 1, 2)],
    }
    if corpus := os.environ.get("REFORM_CORPUS"):
        files = sorted(pathlib.Path(corpus).glob("*.txt"))
        cases["national work reports"] = [file.read_text(encoding="utf-8") for file in files] * 5
        cases["national work reports as one text"] = ["\n".join(file.read_text(encoding="utf-8") for file in files)]
    for name, texts in cases.items():
        files = written(folder, "text", texts)
        ours, both, theirs = [], [], []
        for _ in range(3):
            result = measured(program, "text", files)
            ours.append(result["bytes"] / result["checking"] / 1e6)
            both.append(result["bytes"] / (result["checking"] + result["reading"]) / 1e6)
            theirs.append(formatter(texts))
        ratio = statistics.median(a / b for a, b in zip(ours, theirs))
        print(f"| {name} | {result['bytes'] / 1e6:.1f} | {statistics.median(ours):.1f} | {statistics.median(both):.1f} | "
              f"{statistics.median(theirs):.1f} | {ratio:.2f} |", flush=True)
        if ratio < 2:
            missed.append(f"{name}: {ratio:.2f} times AutoCorrect")
        for file in files:
            file.unlink()


def growth(program, folder, missed):
    print("\n| characters | checking, ms | with last year's, ms |")
    print("|---:|---:|---:|")
    before = None
    for size in (100_000, 200_000, 400_000, 800_000):
        this, last = written(folder, "size", [report(2023, size, 0.3, 3), report(2022, size, 0.3, 4)])
        alone = measured(program, "text", [this])["checking"]
        pair = measured(program, "year", [this, last])["checking"]
        print(f"| {size:,} | {alone * 1000:.1f} | {pair * 1000:.1f} |", flush=True)
        if before and (alone > 2.6 * before[0] or pair > 2.6 * before[1]):
            missed.append(f"{size:,} characters take {alone / before[0]:.1f} and {pair / before[1]:.1f} times as long")
        before = (alone, pair)


def whole_process(command, folder, missed):
    this, last = written(folder, "draft", [report(2023, CHARACTERS, 0.05, 5), report(2022, CHARACTERS, 0.05, 6)])
    arguments = [str(command), "check", str(this), "--last-year", str(last), "--templates", str(TEMPLATES)]
    times = {"check": [], "--version": []}
    for _ in range(21):
        for name, line in (("check", arguments), ("--version", [str(command), "--version"])):
            start = time.perf_counter()
            subprocess.run(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            times[name].append((time.perf_counter() - start) * 1000)
    check, version = (statistics.median(times[name]) for name in times)
    print(f"\nOne draft of 6,000 characters with last year's report, whole process: {check:.0f} ms "
          f"(--version: {version:.0f} ms)", flush=True)
    if check > 60:
        missed.append(f"{check:.0f} ms for one draft")


def ratios(job):
    """Processor seconds of rapidfuzz over the pairs of some reports."""
    texts, numbers = job
    start = time.process_time()
    for number in numbers:
        for earlier in range(number):
            fuzz.ratio(texts[number], texts[earlier])
    return time.process_time() - start


def pairs(program, folder, missed):
    texts = [report(2000 + number, CHARACTERS, 0.3, 100 + number) for number in range(REPORTS)]
    files = written(folder, "pair", texts)
    shared, anew, theirs = [], [], []
    with concurrent.futures.ProcessPoolExecutor(2) as pool:
        list(pool.map(ratios, [(texts[:2], [1])] * 2))  # both workers are up
        for _ in range(3):
            shared.append(measured(program, "pairs", files))
            anew.append(measured(program, "anew", files))
            start = time.perf_counter()
            jobs = [(texts, [number]) for number in reversed(range(REPORTS))]
            processor = sum(pool.map(ratios, jobs))
            theirs.append({"seconds": time.perf_counter() - start, "processor": processor})

    def median(runs, key):
        return statistics.median(run[key] for run in runs)

    # Others may use the machine: the ratio is that of processor time.
    print("\n| 2,850 pairs on two cores | s | processor time, s | to rapidfuzz |")
    print("|---|---:|---:|---:|")
    print(f"| rapidfuzz, plain ratio | {median(theirs, 'seconds'):.2f} | {median(theirs, 'processor'):.2f} | 1 |")
    for name, own in (("all checks, each report read once", shared), ("all checks, both reports read for every pair", anew)):
        ratio = statistics.median(a["processor"] / b["processor"] for a, b in zip(own, theirs))
        print(f"| {name} | {median(own, 'seconds'):.2f} | {median(own, 'processor'):.2f} | {ratio:.2f} |", flush=True)
        if ratio > 0.2:
            missed.append(f"{name}: {ratio:.2f} of rapidfuzz's time")


def main():
    binaries = build()
    missed = []
    with tempfile.TemporaryDirectory() as folder:
        bytes_a_second(binaries / "checks-benchmark", folder, missed)
        growth(binaries / "checks-benchmark", folder, missed)
        whole_process(binaries / "reform-report", folder, missed)
        pairs(binaries / "checks-benchmark", folder, missed)
    if missed:
        sys.exit("missed: " + "; ".join(missed))


SOURCE = paragraphs()
if __name__ == "__main__":
    main()
