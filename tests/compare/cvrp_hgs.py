"""A CVRPLIB instance solved by HGS-CVRP through hygese: cvrp_hgs.py FILE.vrp SECONDS SEED. One line of JSON on standard output."""

import json
import sys
import time
from pathlib import Path

import hygese
import vrplib


def main(file, seconds, seed):
    instance = vrplib.read_instance(file, compute_edge_weights=False)
    xs, ys = zip(*instance["node_coord"].tolist())
    data = {
        "x_coordinates": list(xs),
        "y_coordinates": list(ys),
        "demands": instance["demand"].tolist(),
        "vehicle_capacity": instance["capacity"],
        "depot": 0,
    }
    parameters = hygese.AlgorithmParameters(timeLimit=float(seconds), seed=int(seed))
    begun = time.monotonic()
    best = hygese.Solver(parameters=parameters, verbose=False).solve_cvrp(data, rounding=True)
    spent = time.monotonic() - begun
    # Told as costs are told, not as the engine says: the length of its routes in rounded distances.
    points = instance["node_coord"].tolist()
    leg = lambda a, b: int(((points[a][0] - points[b][0]) ** 2 + (points[a][1] - points[b][1]) ** 2) ** 0.5 + 0.5)
    routes = [[0, *route, 0] for route in best.routes]
    loads = [sum(data["demands"][node] for node in route) for route in routes]
    served = sorted(node for route in best.routes for node in route)
    line = {
        "instance": Path(file).stem,
        "cost": sum(leg(a, b) for route in routes for a, b in zip(route, route[1:])),
        "feasible": max(loads, default=0) <= data["vehicle_capacity"] and served == list(range(1, len(points))),
        "seconds": round(spent, 2),
        "seed": int(seed),
    }
    print(json.dumps(line))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
