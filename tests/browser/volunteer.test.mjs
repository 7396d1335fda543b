// Volunteers on their phones: which shifts they may take, why not the others, taking one, giving it back.
import assert from "node:assert/strict";
import { before } from "node:test";
import { Demo, PEOPLE, journey } from "./support.mjs";

let demo;
before(async () => (demo = await Demo.start()));

const section = (page, name) => page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name }) });
const cards = (page, name) => section(page, name).locator("ul.cards > li");

journey("takes an open shift and withdraws from it", () => demo, async come => {
  const volunteer = await come();
  const { page } = volunteer;
  await volunteer.signIn(PEOPLE.volunteer);
  assert.equal(new URL(page.url()).pathname, "/dyzury", "the first page after signing in");
  const held = await cards(page, "Moje dyżury").count();
  const shift = cards(page, "Możesz się zapisać").first();
  const facts = (await shift.getByRole("heading", { level: 3 }).innerText()) + (await shift.locator("p b").innerText());
  assert.match(await shift.innerText(), /\d+ woln/);

  await shift.getByRole("button", { name: /^Zapisz się: / }).click();
  assert.match(await volunteer.told(), /^Masz ten dyżur/);
  assert.equal(await cards(page, "Moje dyżury").count(), held + 1);
  const taken = await cards(page, "Moje dyżury").evaluateAll(all => all.map(card => card.querySelector("h3").textContent + card.querySelector("p b").textContent));
  assert.ok(taken.includes(facts), `${facts} among ${taken}`);

  const own = cards(page, "Moje dyżury").nth(taken.indexOf(facts));
  await own.getByRole("button", { name: /^Zrezygnuj: / }).click();
  assert.match(await volunteer.told(), /^Zrezygnowano z dyżuru/);
  assert.equal(await cards(page, "Moje dyżury").count(), held);
  assert.equal(await volunteer.scrollsSideways(), false);
});

journey("reads every reason why not", () => demo, async come => {
  const reasonsOf = async email => {
    const volunteer = await come({ js: false });
    await volunteer.signIn(email);
    const refused = cards(volunteer.page, "Na te dyżury teraz się nie zapiszesz");
    const reasons = await refused.evaluateAll(all => all.map(card => [...card.querySelectorAll("ul.bullets li")].map(line => line.textContent)));
    assert.ok(reasons.length > 0 && reasons.every(of => of.length > 0), "each has a reason");
    return { open: await cards(volunteer.page, "Możesz się zapisać").count(), reasons };
  };
  const cleared = await reasonsOf(PEOPLE.volunteer);
  assert.ok(cleared.open > 0);
  assert.ok(cleared.reasons.some(of => of.some(line => line.includes("nie wpisał Ci tej roli"))));

  const uncleared = await reasonsOf(PEOPLE.uncleared);
  assert.equal(uncleared.open, 0);
  assert.ok(uncleared.reasons.every(of => of.some(line => line.startsWith("Nie masz jeszcze dopuszczenia do pracy z dziećmi."))));
  assert.ok(uncleared.reasons.some(of => of.length > 1), "all reasons at once");
});

journey("waits for a place, is offered it when staff takes it from somebody, and takes it", () => demo, async come => {
  const volunteer = await come();
  const { page } = volunteer;
  await volunteer.signIn(PEOPLE.volunteer);
  await section(page, "Na te dyżury teraz się nie zapiszesz").locator("summary").click();
  const full = cards(page, "Na te dyżury teraz się nie zapiszesz").filter({ has: page.getByRole("button", { name: /^Zapisz mnie na listę/ }) }).last();
  assert.match(await full.innerText(), /Nikt jeszcze nie czeka na miejsce/);
  const shift = await full.getAttribute("id");
  await full.getByRole("button").click();
  assert.match(await volunteer.told(), /^Jesteś na liście oczekujących/);
  const waits = cards(page, "Lista oczekujących i zapisy do zatwierdzenia");
  assert.match(await waits.innerText(), /Miejsce na liście oczekujących: 1/);

  const coordinator = await come();
  await coordinator.signIn(PEOPLE.coordinator);
  await coordinator.page.goto(new URL(`/koordynator/dyzury/${shift}`, page.url()).href);
  const on = cards(coordinator.page, "Zapisani");
  assert.equal(await on.count(), 2, "one is on it, one waits");
  await on.getByRole("button", { name: /^Zwolnij z dyżuru: / }).first().click();
  assert.match(await coordinator.told(), /^Miejsce jest wolne/);
  assert.match(await on.innerText(), /zaproponowano/);

  await page.reload();
  const offer = cards(page, "Czeka na Twoją odpowiedź");
  assert.match(await offer.innerText(), /Odpowiedz do: /);
  await offer.getByRole("button", { name: /^Biorę ten dyżur: / }).click();
  assert.match(await volunteer.told(), /^Masz ten dyżur/);
  assert.equal(await waits.count(), 0);
  assert.equal(await volunteer.scrollsSideways(), false);
});

journey("sees only shifts of an estate and a half of the day", () => demo, async come => {
  const volunteer = await come({ js: false });
  const { page } = volunteer;
  await volunteer.signIn(PEOPLE.volunteer);
  const all = await cards(page, "Możesz się zapisać").count();
  const free = section(page, "Możesz się zapisać");
  const estate = await free.locator("#osiedle option").nth(1).innerText();
  await free.locator("details > summary").first().click();
  await free.locator("#osiedle").selectOption({ index: 1 });
  await free.locator("#pora").selectOption("rano");
  await free.getByRole("button", { name: "Pokaż", exact: true }).click();
  await page.waitForURL(/osiedle=/);
  const shown = await cards(page, "Możesz się zapisać").evaluateAll(list => list.map(card => [card.querySelector("h3").textContent, card.textContent]));
  assert.ok(shown.length < all || all === 0, `${shown.length} of ${all}`);
  for (const [when, text] of shown) {
    assert.ok(text.includes(estate), text);
    const begins = Number(when.match(/(\d{1,2}):\d\d–/)[1]);
    assert.ok(begins < 12, when);
  }
  await page.getByRole("link", { name: "Wszystkie dyżury" }).click();
  assert.equal(await cards(page, "Możesz się zapisać").count(), all);
});
