// The whole season's feed, read by three parsers that know nothing of each other (Python's icalendar and vobject, npm's ical.js):
// all must find what the public API tells, before and after every kind of change.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { before, test } from "node:test";
import ICAL from "ical.js";
import { Demo, PEOPLE, journey } from "./support.mjs";

let demo;
before(async () => (demo = await Demo.start()));

async function byPython(feed, parser) {
  const python = spawn("python3", [new URL("read_feed.py", import.meta.url).pathname, parser], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = new Promise(resolve => python.on("close", resolve));
  python.stdin.end(feed);
  const events = await text(python.stdout);
  assert.equal(await ended, 0, `${parser} reads the feed`);
  return JSON.parse(events);
}

function byIcalJs(feed) {
  const instant = time => time.toJSDate().toISOString().replace(".000Z", "Z");
  const calendar = new ICAL.Component(ICAL.parse(feed));
  return calendar.getAllSubcomponents("vevent").map(component => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      starts: instant(event.startDate),
      ends: instant(event.endDate),
      summary: event.summary,
      location: event.location,
      description: event.description,
      status: component.getFirstPropertyValue("status"),
      sequence: event.sequence,
    };
  });
}

// RFC 5545 section 3.1: lines end with CRLF and have at most 75 octets.
function checkLines(bytes) {
  const lines = bytes.toString("latin1").split("\r\n");
  assert.equal(lines.pop(), "", "the last line ends, too");
  for (const line of lines) {
    assert.ok(line.length <= 75, `${line.length} octets: ${line}`);
    assert.doesNotMatch(line, /[\r\n]/);
  }
  const whole = new TextDecoder("utf-8", { fatal: true });
  for (const line of lines) whole.decode(Buffer.from(line, "latin1"));
}

// What every reader must find, told by the public API.
async function expected(google) {
  const instant = moment => new Date(moment).toISOString().replace(".000Z", "Z");
  return (await demo.visits()).map(visit => ({
    visit,
    starts: instant(visit.starts),
    ends: instant(visit.ends),
    status: visit.state === "cancelled" && !google ? "CANCELLED" : "CONFIRMED",
    sequence: visit.sequence,
  }));
}

async function readAlike(address, holds = () => true) {
  const answer = await demo.get(address);
  assert.equal(answer.headers.get("content-type"), "text/calendar; charset=utf-8");
  const bytes = Buffer.from(await answer.arrayBuffer());
  checkLines(bytes);
  const [one, second, third, wanted] = [await byPython(bytes, "icalendar"), await byPython(bytes, "vobject"), byIcalJs(bytes.toString()), (await expected(address.includes("google"))).filter(({ visit }) => holds(visit))];
  assert.deepEqual(one, second);
  assert.deepEqual(one, third);
  assert.equal(one.length, wanted.length);
  assert.equal(new Set(one.map(event => event.uid)).size, one.length);
  for (const { visit, ...rest } of wanted) {
    const event = one.find(event => event.uid.startsWith(`visit-${visit.id}@`));
    const { starts, ends, status, sequence } = event;
    assert.deepEqual({ starts, ends, status, sequence }, rest);
    assert.ok(event.location.startsWith(visit.stop.name), event.location);
    assert.ok(event.summary.includes(visit.stop.name), event.summary);
    assert.ok(event.description.endsWith(visit.url), event.description);
    assert.equal(event.summary.startsWith("ODWOŁANE: "), visit.state === "cancelled", event.summary);
  }
  return one;
}

for (const address of ["/calendar.ics", "/calendar.ics?client=google"]) {
  test(`is read alike: ${address}`, async () => {
    const events = await readAlike(address);
    assert.ok(events.length > 60, `${events.length} visits`);
    assert.ok(events.every(event => event.status === "CONFIRMED" && event.sequence === 0));
  });
}

test("costs nothing while nothing changes", async () => {
  const first = await demo.get("/calendar.ics");
  const again = await demo.get("/calendar.ics", { "if-none-match": first.headers.get("etag") });
  assert.equal(again.status, 304);
});

journey("is read alike after a cancellation", () => demo, async come => {
  const before = await readAlike("/calendar.ics");
  const visit = (await demo.visits()).find(visit => visit.day > "2027-07-20");
  const coordinator = await come({ size: "desktop" });
  await coordinator.signIn(PEOPLE.coordinator);
  await coordinator.cancel(visit.id, "awaria; autobus stoi, a mechanik\\ciągnik, jedzie");

  const mix = `/kalendarz/moj.ics?m=o.centrum,p.${visit.stop.slug}`;
  const chosen = ({ stop }) => stop.estate.slug === "centrum" || stop.slug === visit.stop.slug;
  assert.ok((await readAlike(mix, chosen)).some(event => event.uid.includes(visit.id) && event.sequence > 0));
  await readAlike(`${mix}&client=google`, chosen);
  for (const address of ["/calendar.ics", "/calendar.ics?client=google"]) {
    const after = await readAlike(address);
    assert.deepEqual(after.map(event => event.uid), before.map(event => event.uid));
    const changed = after.filter(event => event.sequence > 0);
    assert.deepEqual(changed.map(event => event.uid), [before.find(event => event.uid.includes(visit.id)).uid]);
    assert.match(changed[0].description, /awaria; autobus stoi, a mechanik\\ciągnik, jedzie/);
  }
});

test("is read alike from change to change", async () => {
  const signedIn = await fetch(new URL("/api/v1/sessions", demo.address), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: PEOPLE.coordinator, password: demo.password }),
  });
  const { access_token: token } = await signedIn.json();
  const call = async (method, address, body) => {
    const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
    const at = new URL(`/api/v1${address}`, demo.address);
    const etag = (await fetch(at.href.replace(/\/(move|cancel)$/, ""), { headers })).headers.get("etag");
    const answer = await fetch(at, { method, headers: { ...headers, "if-match": etag }, body: JSON.stringify(body) });
    const said = await answer.json();
    assert.ok(answer.ok, `${method} ${address}: ${JSON.stringify(said)}`);
    return said;
  };
  const uids = async () => new Set((await readAlike("/calendar.ics")).map(event => event.uid));
  const before = await uids();
  const visit = (await demo.visits()).find(visit => visit.day > "2027-08-02" && visit.state === "planned");
  const sequence = async () => (await readAlike("/calendar.ics")).find(event => event.uid.includes(visit.id)).sequence;
  const steps = [await sequence()];
  const at = `/visits/${visit.id}`;
  const move = (day, start) => call("POST", `${at}/move`, { day, public_start: start, reason: "prośba mieszkańców", override_rules: true });
  await move("2027-08-13", "12:30");
  steps.push(await sequence());
  await call("POST", `${at}/cancel`, { reason: "upał, 36 °C" });
  steps.push(await sequence());
  // A move puts a cancelled visit on again.
  await move("2027-08-16", "11:00");
  steps.push(await sequence());
  const stops = await (await fetch(new URL("/api/v1/stops?limit=500", demo.address), { headers: { authorization: `Bearer ${token}` } })).json();
  const { id, version, updated_at, ...stop } = stops.items.find(stop => stop.slug === visit.stop.slug);
  await call("PUT", `/stops/${id}`, { ...stop, slug: `${stop.slug}-nowy`, name: "Plac „Pod \\kasztanami”; wejście od ul. Łąkowej, 5 🚌" });
  steps.push(await sequence());
  assert.deepEqual(steps.map((step, index) => step > (steps[index - 1] ?? -1)), [true, true, true, true, false], `${steps}: a name is no change of time or place`);
  assert.deepEqual(await uids(), before, "no entry comes or goes");
  for (const prefix of ["/uk", "/en"]) {
    const events = await demo.get(`${prefix}/calendar.ics`).then(answer => answer.text());
    assert.deepEqual(new Set(byIcalJs(events).map(event => event.uid)), before, prefix);
  }
});

journey("one's own calendar is read alike, and follows what its person does", () => demo, async come => {
  const volunteer = await come();
  const { page } = volunteer;
  await volunteer.signIn(PEOPLE.volunteer);
  await volunteer.open("/moje");
  await volunteer.fillAndSend("kalendarz", {});
  const address = new URL(await page.getByLabel("Link do skopiowania").inputValue());
  assert.match(address.pathname, /^\/moje-dyzury\/[0-9a-f]{64}\.ics$/);
  assert.equal(await page.getByRole("link", { name: "Dodaj do kalendarza w tym urządzeniu" }).getAttribute("href"), `webcal://${address.host}${address.pathname}`);
  const read = async query => {
    const answer = await demo.get(address.pathname + query);
    assert.match(answer.headers.get("cache-control"), /^private/);
    const bytes = Buffer.from(await answer.arrayBuffer());
    checkLines(bytes);
    const [one, other] = [await byPython(bytes, "icalendar"), byIcalJs(bytes.toString())];
    assert.deepEqual(one, other);
    return one;
  };
  const first = await read("");
  // A day on which the person did not come stays, and says so.
  const missed = first.filter(event => event.status !== "CONFIRMED").map(event => event.uid);
  assert.ok(first.length > 5 && missed.length < first.length / 4, `${missed.length} of ${first.length} shifts`);

  await volunteer.open("/dyzury");
  await page.getByRole("button", { name: /^Zrezygnuj: / }).last().click();
  assert.match(await volunteer.told(), /^Zrezygnowano z dyżuru/);
  const after = await read("");
  assert.deepEqual(after.map(event => event.uid), first.map(event => event.uid));
  const gone = after.filter(event => event.status === "CANCELLED" && !missed.includes(event.uid));
  assert.equal(gone.length, 1);
  assert.ok(gone[0].sequence > first.find(event => event.uid === gone[0].uid).sequence);
  assert.ok((await read("?client=google")).every(event => event.status === "CONFIRMED"));
});
