"""A mobile library timetable planned by PyVRP: libraries_pyvrp.py STOPS.csv HUMAN.csv SECONDS SEED

The same instance as `--example libraries` makes of the same tables: depots, tours per vehicle, duty, hours at stops, whole minutes and
metres. PyVRP knows no days, so its tours are not on any day and spacing between two visits of one stop does not bind it: it solves an
easier problem. One line of JSON on standard output.
"""

import csv
import json
import math
import sys
import time
from pathlib import Path

from pyvrp import Model
from pyvrp.stop import MaxRuntime

EARTH_METRES = 6371008.8  # mean radius, as ours


def great_circle(a, b):
    (lat1, lon1), (lat2, lon2) = [(math.radians(lat), math.radians(lon)) for lat, lon in (a, b)]
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return round(2 * EARTH_METRES * math.asin(math.sqrt(h)))


def table(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def model_of(rows, human):
    """One client a visit, one vehicle type a depot."""
    cycle, longest = int(human["cycle_weeks"]), int(human["longest_day_work_min"])
    first, last = int(human["first_arrival_min"]), int(human["last_departure_min"])
    depot_points = [point for _, point in sorted(json.loads(human["depots"]).items())]
    model, points, locations = Model(), [], []

    def place(point):
        points.append(point)
        locations.append(model.add_location(x=point[1], y=point[0]))
        return locations[-1]

    depots = [model.add_depot(place(point)) for point in depot_points]
    for row in rows:
        where = place((float(row["lat"]), float(row["lon"])))
        dwell = int(row["dwell_min"])
        for _ in range(cycle // int(row["cycle_weeks"]) * int(row["visits_per_cycle"])):
            # The window is for the beginning of the service.
            model.add_client(where, service_duration=dwell, tw_early=first, tw_late=last - dwell)
    tours = int(human["tours"])
    for number, depot in enumerate(depots):
        own = tours // len(depots) + (1 if number < tours % len(depots) else 0)
        model.add_vehicle_type(own, start_depot=depot, end_depot=depot, shift_duration=longest)
    metres_a_minute = float(human["speed_kmh"]) * 1000 / 60
    for i, a in enumerate(points):
        for j, b in enumerate(points):
            if i != j:
                metres = great_circle(a, b)
                minutes = math.floor(metres * float(human["detour"]) / metres_a_minute + 0.5)
                model.add_edge(locations[i], locations[j], distance=metres, duration=minutes)
    return model


def main(stops, humans, seconds, seed):
    name = Path(stops).stem
    human = next(row for row in table(humans) if row["council"] == name)
    model = model_of(table(stops), human)
    begun = time.monotonic()
    result = model.solve(MaxRuntime(float(seconds)), seed=int(seed), display=False)
    spent = time.monotonic() - begun
    km, human_km = result.best.distance() / 1000, float(human["human_km_great_circle_per_cycle"])
    line = {
        "instance": name,
        "km": km,
        "human_km": human_km,
        "ratio": round(km / human_km, 4),
        "feasible": result.is_feasible(),
        "seconds": round(spent, 2),
        "iterations": result.num_iterations,
        "seed": int(seed),
        "tours": len(result.best.routes()),
        "human_tours": int(human["tours"]),
        "longest_day_min": max((route.duration() for route in result.best.routes()), default=0),
    }
    print(json.dumps(line))


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
