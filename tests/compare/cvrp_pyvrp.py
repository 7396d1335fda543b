"""A CVRPLIB instance solved by PyVRP: cvrp_pyvrp.py FILE.vrp SECONDS SEED. One line of JSON on standard output."""

import json
import sys
import time
from pathlib import Path

import pyvrp
from pyvrp.stop import MaxRuntime


def main(file, seconds, seed):
    data = pyvrp.read(file, round_func="round")
    begun = time.monotonic()
    result = pyvrp.solve(data, MaxRuntime(float(seconds)), seed=int(seed), display=False)
    spent = time.monotonic() - begun
    line = {
        "instance": Path(file).stem,
        "cost": result.best.distance(),
        "feasible": result.is_feasible(),
        "seconds": round(spent, 2),
        "iterations": result.num_iterations,
        "seed": int(seed),
    }
    print(json.dumps(line))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
