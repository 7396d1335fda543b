// The demo dies, or is stopped, and starts again on its folder: nothing is lost, nothing is made twice.
import assert from "node:assert/strict";
import { createServer } from "node:net";
import { before, test } from "node:test";
import { Demo, PEOPLE, Program, folder, journey } from "./support.mjs";

let dataDir;
before(async () => (dataDir = await folder()));

// What a visit is, whatever port it is served on.
const facts = visits => visits.map(({ url, ...visit }) => visit);
const uids = feed => feed.match(/^UID:.*$/gm);

let demo;
journey("starts again after it was killed, with the same visits and sign-ins", () => demo, async come => {
  demo = await Demo.start(dataDir);
  const [visits, feed] = [await demo.visits(), await (await demo.get("/calendar.ics")).text()];
  assert.deepEqual(await demo.end("SIGKILL"), { code: null, signal: "SIGKILL" });

  demo = await Demo.start(dataDir);
  assert.deepEqual(facts(await demo.visits()), facts(visits));
  assert.deepEqual(uids(await (await demo.get("/calendar.ics")).text()), uids(feed));
  const volunteer = await come();
  await volunteer.signIn(PEOPLE.volunteer);
  await volunteer.open("/dyzury");
});

test("refuses a folder that another demo uses, in one sentence", async () => {
  const second = new Program("demo", "--port", "0", "--data-dir", dataDir);
  assert.deepEqual(await second.ended, { code: 1, signal: null });
  assert.match(second.errors, /^error: another demo runs on the folder .*; stop it, or choose another with --data-dir\n$/);
});

test("refuses a port that is taken, in one sentence, before it touches anything", async () => {
  const other = createServer().listen(0, "127.0.0.1");
  await new Promise(resolve => other.once("listening", resolve));
  const { port } = other.address();
  const refused = new Program("demo", "--port", String(port), "--data-dir", await folder());
  assert.deepEqual(await refused.ended, { code: 1, signal: null });
  assert.equal(refused.output, "");
  assert.match(refused.errors, new RegExp(`^error: port ${port} is in use by another program; choose another, e\\.g\\. --port \\d+\n$`));
  other.close();
});

test("ends in order when it is asked to", async () => {
  assert.deepEqual(await demo.end("SIGTERM"), { code: 0, signal: null });
  assert.equal(demo.errors, "");
});
