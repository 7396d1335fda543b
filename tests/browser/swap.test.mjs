// Volunteers on their phones pass a shift on and trade: proposed on one phone, answered on another; staff asks somebody to cover.
import assert from "node:assert/strict";
import { before } from "node:test";
import { Demo, PEOPLE, journey } from "./support.mjs";

let demo;
before(async () => (demo = await Demo.start()));

const section = (page, name) => page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name }) });
const cards = (page, name) => section(page, name).locator("ul.cards > li");

/** Opens the pages of one's own shifts, one after the other, until one offers this. */
async function shiftThatOffers(visitor, selector, text) {
  const { page } = visitor;
  const links = await cards(page, "Moje dyżury").getByRole("link", { name: /^Oddaj lub zamień dyżur: / }).evaluateAll(all => all.map(link => link.getAttribute("href")));
  for (const link of links) {
    await page.goto(new URL(link, page.url()).href);
    const options = await page.locator(`${selector} option`).allTextContents();
    const found = options.findIndex(option => option.endsWith(text));
    if (found >= 0) return { found, facts: await page.locator("main h3").first().innerText() };
  }
  assert.fail(`no shift of ${links.length} offers ${text}`);
}

journey("passes a shift on to somebody, who takes it on another phone", () => demo, async come => {
  const zofia = await come();
  await zofia.signIn(PEOPLE.volunteer);
  const held = await cards(zofia.page, "Moje dyżury").count();
  const { found, facts } = await shiftThatOffers(zofia, "#to", "Adam W.");

  await zofia.page.locator("#to_message").fill("Mam egzamin");
  await zofia.page.locator("#to").selectOption({ index: found });
  assert.equal(await zofia.scrollsSideways(), false);
  await zofia.page.getByRole("button", { name: "Zaproponuj", exact: true }).click();
  assert.match(await zofia.told(), /^Propozycja jest wysłana/);
  const waits = cards(zofia.page, "Moje dyżury").filter({ hasText: "Propozycja zamiany czeka na odpowiedź. Do kogo: Adam W." });
  assert.equal(await waits.count(), 1);

  const adam = await come();
  await adam.signIn("pomocnik@demo.example");
  const before = await cards(adam.page, "Moje dyżury").count();
  const asked = cards(adam.page, "Ktoś prosi Cię o przejęcie dyżuru");
  assert.equal(await asked.count(), 1);
  assert.match(await asked.innerText(), /Zofia P\. chce oddać Ci ten dyżur:/);
  assert.match(await asked.innerText(), /„Mam egzamin”/);
  assert.equal(await asked.getByRole("heading", { level: 3 }).innerText(), facts);
  assert.equal(await adam.scrollsSideways(), false);
  await asked.getByRole("button", { name: /^Biorę dyżur: / }).click();
  assert.match(await adam.told(), /^Zamiana jest zrobiona/);
  assert.equal(await cards(adam.page, "Moje dyżury").count(), before + 1);

  await zofia.page.reload();
  assert.equal(await cards(zofia.page, "Moje dyżury").count(), held - 1);
  assert.equal(await waits.count(), 0);
});

journey("trades a shift without scripts, and takes a proposal back", () => demo, async come => {
  const zofia = await come({ js: false });
  await zofia.signIn(PEOPLE.volunteer);
  const { found } = await shiftThatOffers(zofia, "#back", "(Adam W.)");
  await zofia.page.locator("#back").selectOption({ index: found });
  await zofia.page.getByRole("button", { name: "Zaproponuj zamianę" }).click();
  assert.match(await zofia.told(), /^Propozycja jest wysłana/);

  const adam = await come();
  await adam.signIn("pomocnik@demo.example");
  const asked = cards(adam.page, "Ktoś prosi Cię o przejęcie dyżuru");
  assert.equal(await asked.count(), 1);
  assert.match(await asked.innerText(), /W zamian za Twój dyżur:/);
  assert.equal(await asked.getByRole("button", { name: /^Nie mogę wziąć dyżuru: / }).count(), 1);

  const mine = cards(zofia.page, "Moje dyżury").filter({ hasText: "Do kogo: Adam W." });
  await mine.getByRole("button", { name: /^Cofnij propozycję/ }).click();
  assert.match(await zofia.told(), /^Propozycja jest cofnięta/);
  await adam.page.reload();
  assert.equal(await asked.count(), 0);
});

journey("is asked to cover a shift and comes", () => demo, async come => {
  const volunteer = await come();
  await volunteer.signIn(PEOPLE.volunteer);
  const free = cards(volunteer.page, "Możesz się zapisać").first();
  const shift = await free.getAttribute("id");

  const coordinator = await come({ size: "desktop" });
  await coordinator.signIn(PEOPLE.coordinator);
  await coordinator.page.goto(new URL(`/koordynator/dyzury/${shift}`, coordinator.page.url()).href);
  const cover = section(coordinator.page, "Poproś o zastępstwo");
  await cover.getByLabel("Ile osób zapytać").fill("20");
  await cover.getByRole("button", { name: "Zapytaj" }).click();
  assert.match(await coordinator.told(), /^Pytania są wysłane/);
  assert.match(await cover.innerText(), /Zofia Przykładowa, zapytano: .*bez odpowiedzi/s);

  await volunteer.page.reload();
  const asked = cards(volunteer.page, "Koordynator prosi: czy możesz przyjść?");
  await asked.getByRole("button", { name: /^Tak, przyjdę na dyżur: / }).first().click();
  assert.match(await volunteer.told(), /^Masz ten dyżur/);
  await coordinator.page.reload();
  assert.match(await cover.innerText(), /Zofia Przykładowa, zapytano: [^\n]*: tak/);

  const message = section(coordinator.page, "Wiadomość do załogi");
  await message.getByLabel("Treść").fill("Weźcie kalosze.");
  await message.getByRole("button", { name: "Wyślij do załogi tego dyżuru" }).click();
  assert.match(await coordinator.told(), /^Wiadomość do załogi czeka na wysłanie/);
  await coordinator.page.goto(new URL("/wiadomosci", coordinator.page.url()).href);
  await coordinator.page.locator("li.card").filter({ hasText: "Wiadomość o dyżurze" }).locator("summary").first().click();
  assert.match(await coordinator.page.locator("main").innerText(), /Weźcie kalosze\./);
});
