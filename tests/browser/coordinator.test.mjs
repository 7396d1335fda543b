// The coordinator plans the season anew, publishes it, cancels a visit and moves another. A parent who looks on, the feed
// and the animator's day follow at once. Two who change the same visit do not overwrite each other.
import assert from "node:assert/strict";
import { before } from "node:test";
import { Demo, PEOPLE, journey } from "./support.mjs";

let demo;
before(async () => (demo = await Demo.start()));

const SEASON = "/koordynator/sezony/lato-2027";
const REASON = "burza nad miastem";
const inWords = day => new Intl.DateTimeFormat("pl", { day: "numeric", month: "long", timeZone: "UTC" }).format(new Date(`${day}T12:00Z`));

// One event of a feed, its folded lines joined.
async function event(address, id) {
  const feed = (await (await demo.get(address)).text()).replaceAll("\r\n ", "");
  return feed.split("BEGIN:VEVENT").find(part => part.includes(`UID:visit-${id}@`));
}

journey("plans the season with live progress and publishes it", () => demo, async come => {
  const coordinator = await come({ size: "desktop" });
  const { page } = coordinator;
  await coordinator.signIn(PEOPLE.coordinator);
  assert.equal(new URL(page.url()).pathname, "/koordynator", "the first page after signing in");
  await page.getByRole("main").getByRole("link", { name: "Lato 2027" }).click();
  await page.getByText("Wydanie 1 ogłoszone").first().waitFor();
  await page.getByRole("link", { name: "Plany sezonu" }).click();
  await coordinator.fillAndSend("plany", { seconds: "8", seed: "5" });

  // The same document all the while: a mark in it outlives every change that is seen.
  await page.getByText("układa się", { exact: true }).waitFor();
  await page.evaluate(() => (globalThis.mark = { words: document.querySelector("#live-words").textContent }));
  const value = await page.locator("progress").evaluate(bar => bar.value);
  await coordinator.until(before => globalThis.mark && document.querySelector("progress").value > before, value);
  await coordinator.until(() => globalThis.mark && document.querySelector("#live-words").textContent !== globalThis.mark.words);
  assert.match(await page.locator("#live-words").innerText(), /^Sprawdzone układy: \d+\. W najlepszym planie: \d+ wizyt/);

  await page.getByRole("heading", { name: "Wynik" }).waitFor();
  const unmet = page.locator("section").filter({ has: page.getByRole("heading", { name: "Czego nie udało się spełnić" }) }).locator("li.card");
  const told = await unmet.evaluateAll(all => all.map(card => ({ name: card.querySelector("h3").textContent, reasons: card.querySelectorAll("ul li").length })));
  assert.ok(told.length >= 3, "some requests of the example cannot be met");
  for (const { name, reasons } of told) assert.ok(reasons > 0, `no reason at ${name}`);
  assert.ok(told.some(({ name }) => name.includes("SP nr 6: 0 z 2 wizyt")), JSON.stringify(told));

  const before = await demo.visits();
  await page.getByLabel("Tak, ogłaszam ten plan mieszkańcom").check();
  await page.getByRole("button", { name: "Opublikuj" }).click();
  assert.match(await coordinator.told(), /^Plan jest ogłoszony/);
  await page.getByText("Ten plan jest ogłoszony jako wydanie 2.").waitFor();
  const api = await (await demo.get("/api/v1/public/visits")).json();
  assert.equal(api.release, 2);
  const still = new Map(api.visits.map(visit => [visit.id, visit.starts]));
  assert.deepEqual(before.filter(visit => !still.has(visit.id)), [], "nothing that was published vanishes");
  const over = before.filter(visit => visit.day < "2027-07-07");
  assert.deepEqual(over.map(visit => still.get(visit.id)), over.map(visit => visit.starts), "what is over stays as it was");
});

journey("cancels a visit, and everybody sees it at once", () => demo, async come => {
  // The next visit of its stop, whatever plan was published before: only such a one stands above the others once it is cancelled.
  const ahead = (await demo.visits()).filter(visit => visit.day >= "2027-07-07" && visit.state === "planned");
  const visit = ahead.find((visit, i) => visit.day > "2027-07-15" && ahead.findIndex(other => other.stop.slug === visit.stop.slug) === i);
  const [parent, animator, coordinator] = [await come(), await come(), await come({ size: "desktop" })];
  await parent.open(`/przystanki/${visit.stop.slug}`);
  assert.equal(await parent.page.getByText(REASON).count(), 0);
  await animator.signIn(PEOPLE.animator);
  const etag = (await demo.get("/calendar.ics")).headers.get("etag");

  await coordinator.signIn(PEOPLE.coordinator);
  await coordinator.open(`${SEASON}/wizyty`);
  await coordinator.page.locator(`[id="${visit.id}"]`).getByRole("link", { name: /^Zmień: / }).click();
  await coordinator.fillAndSend("odwolaj", { reason: REASON });
  assert.match(await coordinator.told(), /^Wizyta jest odwołana\./);

  await parent.page.reload();
  const note = parent.page.locator("section.note.no").filter({ has: parent.page.getByRole("heading", { name: "Odwołane wizyty" }) });
  assert.match(await note.innerText(), new RegExp(`${inWords(visit.day)}[\\s\\S]*${REASON}`));
  await parent.open(`/wizyty/${visit.id}`);
  await parent.page.getByRole("article").getByText("odwołana", { exact: true }).first().waitFor();
  const inFeed = await event("/calendar.ics", visit.id);
  assert.ok(inFeed.includes("STATUS:CANCELLED") && inFeed.includes("SUMMARY:ODWOŁANE: ") && inFeed.includes("SEQUENCE:1"), inFeed);
  assert.notEqual((await demo.get("/calendar.ics")).headers.get("etag"), etag);
  await animator.open(`/dzis?data=${visit.day}`);
  const card = animator.page.locator(`article[id="${visit.id}"]`);
  assert.match(await card.innerText(), new RegExp(`odwołana[\\s\\S]*${REASON}`));
});

journey("moves a visit, and everybody sees it at once", () => demo, async come => {
  const ahead = (await demo.visits()).filter(visit => visit.day > "2027-07-08" && visit.state === "planned");
  // The last one of a working day: five minutes later, it is still in no other's way.
  const working = day => ![0, 6].includes(new Date(`${day}T12:00Z`).getUTCDay());
  const visit = ahead.find((visit, i) => working(visit.day) && visit.day !== ahead[i + 1]?.day && visit.ends.slice(11, 16) <= "17:00");
  const minutes = Number(visit.starts.slice(11, 13)) * 60 + Number(visit.starts.slice(14, 16)) + 5;
  const start = `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
  const [parent, animator, coordinator] = [await come(), await come(), await come({ size: "desktop" })];
  await animator.signIn(PEOPLE.animator);
  await coordinator.signIn(PEOPLE.coordinator);
  await coordinator.open(`/koordynator/wizyty/${visit.id}`);
  await coordinator.fillAndSend("przenies", { start, move_reason: REASON });
  assert.match(await coordinator.told(), /^Wizyta ma nowy termin\./);

  await parent.open(`/wizyty/${visit.id}`);
  const ticket = parent.page.getByRole("article").last();
  assert.match(await ticket.innerText(), new RegExp(`${start}[\\s\\S]*Poprzedni termin: .*${inWords(visit.day)}[\\s\\S]*${REASON}`));
  const inFeed = await event(`/stops/${visit.stop.slug}.ics`, visit.id);
  assert.ok(inFeed.includes("SUMMARY:ZMIANA: ") && inFeed.includes("SEQUENCE:1"), inFeed);
  await animator.open(`/dzis?data=${visit.day}`);
  assert.match(await animator.page.locator(`article[id="${visit.id}"]`).innerText(), new RegExp(`${start}–`));
});

journey("is told every reason when a visit does not fit, and may move it anyway", () => demo, async come => {
  const visits = await demo.visits();
  const visit = visits.findLast(visit => visit.stop.slug === "lazek-plac" && visit.state === "planned");
  const other = visits.find(other => other.day > "2027-07-20" && other.day !== visit.day && other.starts.slice(11, 16) < "11:30" && other.state === "planned");
  const coordinator = await come({ size: "desktop" });
  const now = async () => (await demo.visits()).find(({ id }) => id === visit.id);
  coordinator.expect(/409|422/);
  await coordinator.signIn(PEOPLE.coordinator);
  await coordinator.open(`/koordynator/wizyty/${visit.id}`);
  await coordinator.fillAndSend("przenies", { day: other.day, start: "09:00", move_reason: REASON });
  const reasons = await coordinator.page.getByRole("alert").getByRole("listitem").allInnerTexts();
  assert.ok(reasons.some(reason => reason.includes("godziny pracy załogi")), reasons.join());
  assert.ok(reasons.some(reason => reason.startsWith("Autobus stoi tego dnia gdzie indziej")), reasons.join());
  assert.equal((await now()).starts, visit.starts, "nothing was moved");

  await coordinator.page.getByLabel("Przenieś mimo to").check();
  await coordinator.fillAndSend("przenies", {});
  assert.match(await coordinator.told(), /^Wizyta ma nowy termin\./);
  assert.equal((await now()).starts.slice(0, 16), `${other.day}T09:00`);
});

journey("does not overwrite what somebody else changed in the meantime", () => demo, async come => {
  const visit = (await demo.visits()).findLast(visit => visit.state === "planned");
  const [first, second] = [await come({ size: "desktop" }), await come({ size: "desktop" })];
  for (const coordinator of [first, second]) {
    await coordinator.signIn(PEOPLE.coordinator);
    await coordinator.open(`/koordynator/wizyty/${visit.id}`);
  }
  await first.fillAndSend("notatka", { note: "Weźcie czapki." });
  assert.match(await first.told(), /^Uwaga jest zapisana\./);

  second.expect(/409|412/);
  await second.fillAndSend("notatka", { note: "Weźcie wodę." });
  await second.page.getByRole("heading", { name: "Ktoś zmienił tę wizytę przed Tobą" }).waitFor();
  const row = second.page.getByRole("row").filter({ hasText: "Weźcie czapki." });
  assert.match(await row.innerText(), /Weźcie czapki\.[\s\S]*Weźcie wodę\./);
  const note = async () => (await demo.visits()).find(other => other.id === visit.id).note;
  assert.equal(await note(), "Weźcie czapki.");
  await second.page.getByRole("button", { name: "Wprowadź moją zmianę" }).click();
  assert.match(await second.told(), /^Uwaga jest zapisana\./);
  assert.equal(await note(), "Weźcie wodę.");
});
