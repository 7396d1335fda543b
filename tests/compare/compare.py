"""Ours and theirs on the same instances, alternating in one sitting.

compare.py libraries HUMAN.csv STOPS.csv... [--seconds 20] [--seeds 1,2,3]
compare.py cvrp FILE.vrp... [--seconds 30] [--seeds 1,2,3] [--best BEST.csv]

Builds our examples for release, then runs each instance with each seed by each engine in turn, so that a busy minute of the machine
hits all alike. Every answer goes to standard error as it comes; the table of medians, in Markdown, ends on standard output. BEST.csv has the
columns `instance` and `best_known`; with it, costs come with their gap.
"""

import argparse
import csv
import json
import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TARGET = Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))


def build(example):
    subprocess.run(
        ["cargo", "build", "--release", "--quiet", "--locked", "-p", "route-planning", "--example", example], cwd=ROOT, check=True
    )
    return str(TARGET / "release" / "examples" / example)


def script(name):
    return [sys.executable, str(HERE / name)]


def libraries_engines(humans):
    ours = build("libraries")
    ask = lambda seconds, seed: ["--seconds", str(seconds), "--seed", str(seed)]
    return {
        "ours": lambda file, s, n: [ours, file, humans, *ask(s, n)],
        "ours, without spacing": lambda file, s, n: [ours, file, humans, *ask(s, n), "--without-spacing"],
        "PyVRP": lambda file, s, n: [*script("libraries_pyvrp.py"), file, humans, str(s), str(n)],
    }


def cvrp_engines():
    ours = build("pvrp")
    return {
        "ours": lambda file, s, n: [ours, file, "--seconds", str(s), "--seed", str(n)],
        "PyVRP": lambda file, s, n: [*script("cvrp_pyvrp.py"), file, str(s), str(n)],
        "HGS-CVRP": lambda file, s, n: [*script("cvrp_hgs.py"), file, str(s), str(n)],
    }


def run(engine, command):
    """The last line that a run prints, or its end in words."""
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{engine} failed: {' '.join(command)}\n{done.stderr}")
    line = json.loads(done.stdout.strip().splitlines()[-1])
    print(json.dumps({"engine": engine, **line}), file=sys.stderr, flush=True)
    return line


def machine():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:
            model = next(line.split(":")[1].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        model = platform.processor() or platform.machine()
    return f"{model}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} when begun"


def median(lines, key):
    """The median of the feasible answers, and a word where some are not."""
    good = [line[key] for line in lines if line["feasible"]]
    bad = len(lines) - len(good)
    return (statistics.median(good) if good else None), (f" ({bad} of {len(lines)} infeasible)" if bad else "")


def cell(lines, key, show):
    middle, word = median(lines, key)
    return ("none" if middle is None else show(middle)) + word


def against(answers, engines, base, key):
    """For every engine of others: the pooled median of ours / theirs, pair by pair (same instance, same seed)."""
    for other in engines:
        if other.startswith("ours"):
            continue
        pairs = [
            mine[key] / theirs[key]
            for name in answers
            for mine, theirs in zip(answers[name][base], answers[name][other])
            if mine["feasible"] and theirs["feasible"]
        ]
        if pairs:
            print(f"{base} / {other}, pooled median of {len(pairs)} pairs: {statistics.median(pairs):.4f}")


def best_known(path):
    if not path:
        return {}
    with open(path, newline="", encoding="utf-8") as file:
        return {row["instance"]: float(row["best_known"]) for row in csv.DictReader(file)}


def main():
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("what", choices=["libraries", "cvrp"])
    words.add_argument("files", nargs="+")
    words.add_argument("--seconds", type=float)
    words.add_argument("--seeds", default="1,2,3")
    words.add_argument("--best")
    asked = words.parse_args()
    seeds = [int(seed) for seed in asked.seeds.split(",")]
    if asked.what == "libraries":
        humans, files, key, seconds = asked.files[0], asked.files[1:], "ratio", asked.seconds or 20
        engines = libraries_engines(humans)
    else:
        files, key, seconds, engines = asked.files, "cost", asked.seconds or 30, cvrp_engines()
    begun = machine()
    answers = {}
    for file in files:
        name = Path(file).stem
        answers[name] = {engine: [] for engine in engines}
        for seed in seeds:
            for engine, command in engines.items():
                answers[name][engine].append(run(engine, command(file, seconds, seed)))
    best = best_known(asked.best)

    def show(name):
        if key == "ratio":
            return lambda value: f"{value:.3f}"
        gap = lambda value: f" ({100 * (value / best[name] - 1):+.2f} %)" if name in best else ""
        return lambda value: f"{value:.0f}{gap(value)}"

    print(f"{begun}; {seconds:g} s a run, seeds {asked.seeds}; median of seeds\n")
    print("| instance | " + " | ".join(engines) + " |")
    print("| --- |" + " --- |" * len(engines))
    for name, of_name in answers.items():
        print(f"| {name} | " + " | ".join(cell(lines, key, show(name)) for lines in of_name.values()) + " |")
    print()
    for base in [engine for engine in engines if engine.startswith("ours")]:
        against(answers, engines, base, key)


if __name__ == "__main__":
    main()
