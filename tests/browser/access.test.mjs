// Every kind of page, public and signed in, on a phone and on a desktop, light and dark: axe finds nothing.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { before } from "node:test";
import { Demo, PEOPLE, journey } from "./support.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"];

let demo;
before(async () => (demo = await Demo.start()));

// The page as it stands, with all that unfolds, judged in both schemes.
async function judge(visitor, name) {
  await visitor.page.evaluate(() => document.querySelectorAll("details").forEach(part => (part.open = true)));
  // evaluate() is not subject to the page's content security policy; a script element would be.
  await visitor.page.evaluate(AXE);
  for (const colorScheme of ["light", "dark"]) {
    await visitor.page.emulateMedia({ colorScheme });
    // In the other scheme only the colours are others.
    const runOnly = colorScheme === "light" ? { type: "tag", values: RULES } : { type: "rule", values: ["color-contrast"] };
    const { violations } = await visitor.page.evaluate(runOnly => globalThis.axe.run({ runOnly, resultTypes: ["violations"], preload: false }), runOnly);
    const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n    ${nodes.slice(0, 3).map(node => `${node.html} ${node.failureSummary ?? ""}`).join("\n    ")}`);
    assert.deepEqual(found, [], `${name}, ${colorScheme}`);
  }
}

async function judgeAll(visitor, addresses) {
  for (const address of addresses) {
    await visitor.open(address);
    await judge(visitor, address);
  }
}

for (const size of ["phone", "desktop"]) {
  journey(`public pages on a ${size}`, () => demo, async come => {
    const [{ id }] = await demo.visits();
    const parent = await come({ size });
    await judgeAll(parent, ["/", "/szukaj", "/szukaj?q=plac", "/szukaj?q=brak", "/osiedla/centrum", "/przystanki/centrum-sikorskiego", `/wizyty/${id}`, "/sezon", "/mapa", "/zmiany", "/wydania", "/kalendarz", "/latwe", "/miesiac/2027-07", "/osadz", "/osadz/wizyty?osiedle=centrum", "/deklaracja-dostepnosci", "/logowanie", "/zaswiadczenie", "/dolacz"]);
    for (const prefix of ["/uk", "/en"])
      await judgeAll(parent, ["/", "/szukaj?q=plac", "/osiedla/centrum", "/przystanki/centrum-sikorskiego", `/wizyty/${id}`, "/sezon", "/mapa", "/zmiany", "/kalendarz?m=o.centrum&m=p.lazek-plac", "/latwe?osiedle=centrum", "/osiedla/centrum/miesiac", "/osadz", "/deklaracja-dostepnosci"].map(path => prefix + path));
    parent.expect(/404/);
    await parent.page.goto("/nie-ma-takiej-strony");
    await judge(parent, "an address that is none of ours");
    await parent.page.goto("/zaswiadczenie/ABCD-EFGH-JKMN-PQRS-TVWX");
    await judge(parent, "a certificate that nobody issued");
    parent.expect(/401|422/);
    await parent.open("/logowanie");
    await parent.fillAndSend("logowanie", { email: PEOPLE.animator, password: "pomylone-haslo" });
    await parent.page.getByRole("alert").waitFor();
    await judge(parent, "a failed sign-in");
  });

  journey(`pages of the crew on a ${size}`, () => demo, async come => {
    const animator = await come({ size });
    await animator.signIn(PEOPLE.animator);
    await judgeAll(animator, ["/dzis", "/dzis?data=2027-08-29"]);
    const volunteer = await come({ size });
    await volunteer.signIn(PEOPLE.volunteer);
    await judgeAll(volunteer, ["/dyzury", "/moje", "/moje/godziny", "/moje/usun"]);
    await volunteer.open("/moje");
    await volunteer.fillAndSend("kalendarz", {});
    await judge(volunteer, "the address of one's own calendar");
    volunteer.expect(/403/);
    await volunteer.page.goto("/koordynator");
    await judge(volunteer, "a page for somebody else");
  });

  journey(`pages of the coordinator on a ${size}`, () => demo, async come => {
    const [first, ...others] = await demo.visits();
    const ahead = others.filter(visit => visit.day > "2027-07-20" && visit.state === "planned");
    const coordinator = await come({ size });
    const { page } = coordinator;
    await coordinator.signIn(PEOPLE.coordinator);
    const season = "/koordynator/sezony/lato-2027";
    await judgeAll(coordinator, ["/osoby", "/osoby/nowa", "/osoby/import", "/koordynator", season, `${season}/wizyty`, `${season}/wizyty?stan=cancelled`, `/koordynator/wizyty/${first.id}`, `/koordynator/wizyty/${ahead[0].id}`]);
    await judgeAll(coordinator, [`${season}/limity?sprawdz=tak`, `${season}/czasy-jazdy`, "/wiadomosci", "/koordynator/arkusz"]);
    await coordinator.open("/osoby");
    await page.getByRole("main").locator('a[href^="/osoby/per_"]').first().click();
    await page.getByRole("link", { name: "Godziny i zaświadczenia" }).click();
    await page.getByRole("heading", { name: /^Godziny: / }).waitFor();
    await judge(coordinator, "somebody's hours");
    await coordinator.open("/osoby");
    await page.getByRole("link", { name: "Zofia Przykładowa" }).click();
    await page.getByRole("link", { name: "Usuń dane tej osoby" }).click();
    await judge(coordinator, "what an erasure does");
    await coordinator.open(`${season}/obsada`);
    await page.getByRole("button", { name: "Zaproponuj obsadę" }).click();
    await page.getByRole("heading", { name: /^Propozycja z / }).waitFor();
    await judge(coordinator, "a proposed crew");
    await page.getByRole("link", { name: /^Dlaczego i kogo wybrać: / }).first().click();
    await page.getByRole("heading", { name: "Puste miejsce" }).waitFor();
    await judge(coordinator, "an empty place of a proposed crew");
    await coordinator.open(`/koordynator/wizyty/${ahead[0].id}`);
    await page.getByRole("link", { name: /^Załoga: / }).first().click();
    await page.getByRole("heading", { name: "Załoga dyżuru" }).waitFor();
    for (const details of await page.locator("main details").all()) await details.locator("summary").click();
    await judge(coordinator, "the crew board of a shift, with every reason");
    await coordinator.open(`${season}/plany`);
    await judge(coordinator, "plans");
    await page.getByRole("main").getByRole("link", { name: /^Plan z/ }).last().click();
    await judge(coordinator, "a plan that is ready");
    await page.getByRole("link", { name: /trasa i postoje$/ }).first().click();
    await judge(coordinator, "a day of a plan");

    await coordinator.open(`${season}/plany`);
    await coordinator.fillAndSend("plany", { seconds: "600" });
    await page.getByText("układa się", { exact: true }).waitFor();
    await judge(coordinator, "a plan that is being made");
    await coordinator.fillAndSend("anuluj", {});
    await page.getByText("Układanie planu jest zatrzymane.").waitFor();
    await judge(coordinator, "a plan that was stopped");

    await coordinator.cancel(ahead[1].id, "awaria autobusu");
    await judge(coordinator, "a cancelled visit");
    await judgeAll(coordinator, [`/wizyty/${ahead[1].id}`, `/przystanki/${ahead[1].stop.slug}`]);
    const other = await coordinator.context.newPage();
    await other.goto(`/koordynator/wizyty/${ahead[2].id}`);
    await coordinator.open(`/koordynator/wizyty/${ahead[2].id}`);
    await coordinator.fillAndSend("notatka", { note: "Weźcie czapki." });
    assert.equal(await coordinator.told(), "Uwaga jest zapisana.");
    coordinator.expect(/409|412/);
    await other.locator('form[action$="/notatka"] [name=note]').fill("Weźcie wodę.");
    await other.locator('form[action$="/notatka"] button').click();
    await other.getByRole("heading", { name: "Ktoś zmienił tę wizytę przed Tobą" }).waitFor();
    coordinator.page = other;
    await judge(coordinator, "two who change the same visit");
  });
}
