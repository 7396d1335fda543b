// An animator on a phone: the day's stops in order, with everything needed there; then another day.
import assert from "node:assert/strict";
import { before } from "node:test";
import { Demo, PEOPLE, journey } from "./support.mjs";

let demo;
before(async () => (demo = await Demo.start()));

const TODAY = "2027-07-07";
const minutes = clock => clock.split(":").reduce((hours, part) => hours * 60 + Number(part), 0);
const hour = moment => moment.slice(11, 16).replace(/^0/, "");

// What one card says: its figures by their names.
async function read(card) {
  const pairs = await card.locator("dl.clock > div").evaluateAll(rows => rows.map(row => [...row.children].map(cell => cell.textContent.trim())));
  return { stop: await card.getByRole("heading", { level: 2 }).innerText(), ...Object.fromEntries(pairs) };
}

async function checkDay(animator, day) {
  const wanted = (await demo.visits()).filter(visit => visit.day === day);
  assert.ok(wanted.length > 0, `the bus is out on ${day}`);
  const cards = await animator.page.locator("ol.road article").all();
  const read_ = await Promise.all(cards.map(read));
  assert.deepEqual(read_.map(stop => stop.stop), wanted.map(visit => visit.stop.name));
  let free = 0;
  for (const [i, stop] of read_.entries()) {
    const [opens, closes] = stop["Zajęcia dla dzieci"].match(/\d{1,2}:\d\d/g);
    assert.deepEqual([opens, closes], [hour(wanted[i].starts), hour(wanted[i].ends)]);
    assert.match(stop["Rozkładanie"], /^\d+ min/);
    const [arrives, sets, starts, ends, leaves] = [stop["Przyjazd"], stop["Rozkładanie"], opens, closes, stop["Odjazd"]].map((text, n) => (n === 1 ? parseInt(text) : minutes(text)));
    assert.ok(free <= arrives && arrives + sets <= starts && starts < ends && ends <= leaves, JSON.stringify(stop));
    free = leaves;
  }
  return cards;
}

journey("reads today's stops, one after the other", () => demo, async come => {
  const animator = await come();
  const { page } = animator;
  await animator.signIn(PEOPLE.animator);
  assert.equal(new URL(page.url()).pathname, "/dzis", "the first page after signing in");
  assert.match(await animator.heading(), /^Dzisiaj: .*7 lipca/);
  await page.getByText("Temat tygodnia: Mali odkrywcy").waitFor();
  const cards = await checkDay(animator, TODAY);
  for (const card of cards) {
    assert.match(await card.getByRole("link", { name: "Prowadź do przystanku" }).getAttribute("href"), /^geo:53\.\d+,21\.\d+/);
    await card.getByRole("heading", { name: "O miejscu" }).waitFor();
    assert.ok((await card.locator("ul.bullets li").count()) > 0, "facts about the place");
    await card.getByRole("heading", { name: "Załoga" }).waitFor();
    assert.match(await card.innerText(), /Wymyślony|Zmyślona|Umowny|Przykładowa/);
  }
  assert.equal(await animator.scrollsSideways(), false);
});

journey("looks at another day, and at a day without visits", () => demo, async come => {
  const animator = await come();
  const { page } = animator;
  await animator.signIn(PEOPLE.animator);
  await page.getByLabel("Dzień", { exact: true }).fill("2027-08-27");
  await page.getByRole("button", { name: "Pokaż" }).click();
  await page.waitForURL("**/dzis?data=2027-08-27");
  assert.match(await animator.heading(), /piątek, 27 sierpnia/);
  await checkDay(animator, "2027-08-27");
  await page.getByRole("link", { name: "Dzień później" }).click();
  await page.waitForURL("**/dzis?data=2027-08-28");
  await page.getByRole("link", { name: "Dzień później" }).click();
  await page.waitForURL("**/dzis?data=2027-08-29");
  await page.getByText("Tego dnia Świetlicobus nie wyjeżdża.").waitFor();
});

journey("writes down who came where the crew looks all day", () => demo, async come => {
  const animator = await come({ js: false });
  const { page } = animator;
  await animator.signIn(PEOPLE.animator);
  const came = page.getByRole("button", { name: /^Jest na miejscu: / });
  const before = await came.count();
  assert.ok(before > 0, "somebody of today's crew is expected");
  const name = (await came.first().getAttribute("aria-label")).replace("Jest na miejscu: ", "");
  await came.first().click();
  await page.waitForURL(/\/dzis\?data=2027-07-07#vis_/);
  assert.equal(await came.count(), before - 1);
  const visit = page.locator(`article[id="${new URL(page.url()).hash.slice(1)}"]`);
  const noted = visit.locator(".people li").filter({ hasText: name }).locator(".tag").filter({ hasText: "na miejscu" });
  assert.equal(await noted.count(), 1);
  // Tomorrow's crew cannot have come.
  await page.goto(new URL("/dzis?data=2027-07-08", page.url()).href);
  assert.equal(await came.count(), 0);
});

journey("says that the bus is late, and parents read it at once", () => demo, async come => {
  const animator = await come({ js: false });
  const { page } = animator;
  await animator.signIn(PEOPLE.animator);
  const stop = page.locator("ol.road article").last();
  const id = await stop.getAttribute("id");
  const name = await stop.getByRole("heading", { level: 2 }).innerText();
  await stop.locator("summary").filter({ hasText: "Dlaczego (nie trzeba)" }).click();
  await stop.getByLabel("Dlaczego (nie trzeba)").fill("korek na moście");
  await stop.getByRole("button", { name: `Spóźni się o 15 min: ${name}` }).click();
  await stop.getByText(/Spóźni się o 15 minut: będzie około \d+:\d\d\./).waitFor();
  assert.equal(await animator.scrollsSideways(), false);

  const parent = await come({ js: false });
  await parent.page.goto(new URL(`/wizyty/${id}`, page.url()).href);
  await parent.page.getByText(/Spóźni się o 15 minut: będzie około/).first().waitFor();
  await parent.page.getByText("opóźniona").first().waitFor();
  await parent.page.getByText("korek na moście").first().waitFor();
  assert.equal(await parent.scrollsSideways(), false);

  await stop.getByRole("button", { name: `Jedziemy zgodnie z planem: ${name}` }).click();
  await page.getByText("Rodzice widzą znowu godziny z planu.").waitFor();
  await parent.page.reload();
  assert.equal(await parent.page.getByText("Spóźni się").count(), 0);
});
