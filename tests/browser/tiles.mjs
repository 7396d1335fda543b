// A small map of the streets for tests: an invented town as vector tiles in a PMTiles file (specification of version 3), in the layers of the
// Protomaps basemap. By hand: what reads it in the browser shares no line with it.
//
//   node tests/browser/tiles.mjs FILE     writes one around Ostrołęka
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const [WEST, SOUTH, EAST, NORTH] = [21.5, 53.03, 21.65, 53.13];
const [FIRST, LAST] = [11, 15];
const EXTENT = 4096;

// Protocol buffers: numbers in groups of seven bits, fields by number and kind.
function varint(number) {
  const bytes = [];
  let rest = BigInt(number);
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return [...bytes, Number(rest)];
}
const zigzag = number => (number < 0 ? -2 * number - 1 : 2 * number);
const field = (number, bytes) => [...varint(number * 8 + 2), ...varint(bytes.length), ...bytes];
const whole = (number, value) => [...varint(number * 8), ...varint(value)];
const text = string => [...Buffer.from(string)];

// The commands of a shape in a tile: go there, lines to here, close (vector tile specification, section 4.3).
function geometry(points, closed) {
  const command = (id, count) => varint(count * 8 + id);
  let at = [0, 0];
  const steps = points.map(point => {
    const step = point.flatMap((to, axis) => varint(zigzag(to - at[axis])));
    at = point;
    return step;
  });
  return [...command(1, 1), ...steps[0], ...command(2, points.length - 1), ...steps.slice(1).flat(), ...(closed ? command(7, 1) : [])];
}

function layer(name, shapes) {
  const [keys, values] = [[], []];
  const place = (list, item) => (list.includes(item) ? list.indexOf(item) : list.push(item) - 1);
  const features = shapes.flatMap(({ props, points, type }) => {
    const tags = Object.entries(props).flatMap(([key, value]) => [...varint(place(keys, key)), ...varint(place(values, value))]);
    const lines = type === 1 ? [...varint(9), ...points[0].flatMap(to => varint(zigzag(to)))] : geometry(points, type === 3);
    return field(2, [...field(2, tags), ...whole(3, type), ...field(4, lines)]);
  });
  const named = keys.flatMap(key => field(3, text(key)));
  const valued = values.flatMap(value => field(4, field(1, text(value))));
  return field(3, [...whole(15, 2), ...field(1, text(name)), ...features, ...named, ...valued, ...whole(5, EXTENT)]);
}

// Where a point lies in units of a zoom's tiles (web Mercator).
function placed([lon, lat], z) {
  const [side, sin] = [2 ** z, Math.sin((lat * Math.PI) / 180)];
  return [((lon + 180) / 360) * side, (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * side];
}

// The number of a tile along the curve of Hilbert that fills its zoom.
function tileId(z, x, y) {
  let id = (4 ** z - 1) / 3;
  for (let side = 2 ** (z - 1); side >= 1; side /= 2) {
    const [right, down] = [x & side ? 1 : 0, y & side ? 1 : 0];
    id += side * side * ((3 * right) ^ down);
    if (!down) [x, y] = right ? [side - 1 - y, side - 1 - x] : [y, x];
  }
  return id;
}

// Streets like a net, houses along them, the river and the landmarks of the example, some green, the town's name.
function town() {
  const shapes = [{ layer: "earth", type: 3, props: { kind: "earth" }, points: [[WEST, SOUTH], [EAST, SOUTH], [EAST, NORTH], [WEST, NORTH]] }];
  const add = (name, type, props, points) => shapes.push({ layer: name, type, props, points });
  const square = ([x, y], half) => [[x - half, y - half * 0.6], [x + half, y - half * 0.6], [x + half, y + half * 0.6], [x - half, y + half * 0.6]];
  const sketch = JSON.parse(readFileSync(new URL("../../config/examples/ostroleka/sketch.geojson", import.meta.url), "utf8"));
  for (const { geometry: { type, coordinates }, properties } of sketch.features) {
    if (type === "LineString") {
      const bank = side => coordinates.map(([x, y]) => [x + side * 0.0009, y + side * 0.0003]);
      add("water", 3, { kind: "river", name: properties.name ?? "" }, [...bank(-1), ...bank(1).reverse()]);
    }
  }
  for (let i = 0; i < 9; i++) add("landuse", 3, { kind: ["park", "school", "industrial"][i % 3] }, square([WEST + 0.02 + 0.013 * i, SOUTH + 0.02 + ((i * 37) % 60) / 1000], 0.003));
  const bend = at => 0.002 * Math.sin(at * 9);
  for (let i = 0; i <= 28; i++) {
    const kind = i % 7 === 3 ? "highway" : i % 4 === 0 ? "major_road" : "minor_road";
    const along = Array.from({ length: 13 }, (_, step) => step / 12);
    const [x, y] = [WEST + ((EAST - WEST) * i) / 28, SOUTH + ((NORTH - SOUTH) * i) / 28];
    add("roads", 2, { kind, name: `Przykładowa ${i + 1}` }, along.map(at => [x + bend(at), SOUTH + (NORTH - SOUTH) * at]));
    add("roads", 2, { kind, name: `Wymyślona ${i + 1}` }, along.map(at => [WEST + (EAST - WEST) * at, y + bend(at) / 2]));
    for (let k = 0; k < 28; k++) if ((i * 7 + k * 3) % 5 < 2) add("buildings", 3, { kind: "building" }, square([x + 0.0018, SOUTH + 0.0012 + ((NORTH - SOUTH) * k) / 28], 0.0007));
  }
  add("places", 1, { kind: "locality", name: "Ostrołęka", "name:uk": "Остроленка" }, [[21.575, 53.086]]);
  return shapes;
}

function tiles() {
  const shapes = town();
  const made = [];
  for (let z = FIRST; z <= LAST; z++) {
    const all = shapes.map(shape => ({ ...shape, at: shape.points.map(point => placed(point, z)) }));
    const [left, top] = placed([WEST, NORTH], z).map(Math.floor);
    const [right, bottom] = placed([EAST, SOUTH], z).map(Math.floor);
    for (let x = left; x <= right; x++)
      for (let y = top; y <= bottom; y++) {
        const reaches = ({ at }) => [x, y].every((tile, axis) => Math.min(...at.map(one => one[axis])) < tile + 1 && Math.max(...at.map(one => one[axis])) > tile);
        const within = ({ at, ...shape }) => ({ ...shape, points: at.map(([px, py]) => [Math.round((px - x) * EXTENT), Math.round((py - y) * EXTENT)]) });
        const here = all.filter(reaches).map(within);
        const names = [...new Set(here.map(shape => shape.layer))];
        made.push({ id: tileId(z, x, y), bytes: gzipSync(Buffer.from(names.flatMap(name => layer(name, here.filter(shape => shape.layer === name))))) });
      }
  }
  return made.sort((a, b) => a.id - b.id);
}

/** The bytes of a file whose tiles lie in the order of their numbers. */
export function streetMap() {
  const made = tiles();
  const columns = [
    made.map(({ id }, place) => id - (made[place - 1]?.id ?? 0)),
    made.map(() => 1),
    made.map(({ bytes }) => bytes.length),
    // 0: where the one before ends.
    made.map((_, place) => (place ? 0 : 1)),
  ];
  const root = gzipSync(Buffer.from([...varint(made.length), ...columns.flat().flatMap(varint)]));
  const layers = ["earth", "landuse", "water", "roads", "buildings", "places"].map(id => ({ id, fields: {} }));
  const metadata = gzipSync(JSON.stringify({ name: "an invented town", vector_layers: layers }));
  const data = Buffer.concat(made.map(({ bytes }) => bytes));
  const header = Buffer.alloc(127);
  header.write("PMTiles");
  header[7] = 3;
  let at = header.length;
  for (const [place, part] of [[8, root], [24, metadata], [40, Buffer.alloc(0)], [56, data]]) {
    header.writeBigUInt64LE(BigInt(at), place);
    header.writeBigUInt64LE(BigInt(part.length), place + 8);
    at += part.length;
  }
  for (const place of [72, 80, 88]) header.writeBigUInt64LE(BigInt(made.length), place);
  // Clustered; directories and tiles by gzip; MVT; zooms.
  header.set([1, 2, 2, 1, FIRST, LAST], 96);
  [WEST, SOUTH, EAST, NORTH].forEach((degrees, place) => header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * place));
  return Buffer.concat([header, root, metadata, data]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(process.argv[2], streetMap());
