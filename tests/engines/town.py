"""A made-up town for tests of the routing engines: a grid of streets on the ground of the example season. Nothing is downloaded.

    python3 tests/engines/town.py town.osm.pbf

Rows of streets 0.005 degrees apart, columns 0.01; every fourth is a main road, and every fifth row is one way to the east,
so that there and back differ. A second town in the south-east has no road to the first.
"""

import sys

import osmium
from osmium.osm.mutable import Node, Way

SOUTH, NORTH, WEST, EAST = 53_030, 53_130, 21_480, 21_680  # thousandths of a degree
ROWS, COLUMNS = range(SOUTH, NORTH + 1, 5), range(WEST, EAST + 1, 10)
BEYOND_ROWS, BEYOND_COLUMNS = range(52_900, 52_926), range(21_800, 21_826)


def main(path):
    ids = {}
    nodes, ways = [], []

    def node(lat, lon):
        if (lat, lon) not in ids:
            ids[lat, lon] = len(ids) + 1
            nodes.append(Node(id=ids[lat, lon], version=1, location=(lon / 1000, lat / 1000)))
        return ids[lat, lon]

    def street(name, points, main, one_way=False):
        tags = {"highway": "primary" if main else "residential", "maxspeed": "50" if main else "30", "name": name}
        if one_way:
            tags["oneway"] = "yes"
        ways.append(Way(id=len(ways) + 1, version=1, nodes=[node(*p) for p in points], tags=tags))

    for i, lat in enumerate(ROWS):
        street(f"row {i}", [(lat, lon) for lon in COLUMNS], i % 4 == 0, i % 5 == 1)
    for i, lon in enumerate(COLUMNS):
        street(f"column {i}", [(lat, lon) for lat in ROWS], i % 4 == 0)
    for lat in BEYOND_ROWS:
        street("beyond", [(lat, lon) for lon in BEYOND_COLUMNS], False)
    for lon in BEYOND_COLUMNS:
        street("beyond", [(lat, lon) for lat in BEYOND_ROWS], False)

    with osmium.SimpleWriter(path, overwrite=True) as out:
        for one in nodes:
            out.add_node(one)
        for one in ways:
            out.add_way(one)


main(sys.argv[1])
