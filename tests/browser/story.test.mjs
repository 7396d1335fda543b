// One volunteer's summer, on phones: registers, is approved, sets a password, the guardian consents, papers come in, a shift is taken, another
// waited for and offered, the evening before comes a reminder, she comes, is checked in, hours are counted, a certificate is issued and found genuine.
import assert from "node:assert/strict";
import { before } from "node:test";
import { Demo, PEOPLE, Service, folder, journey, mailSink, until, words } from "./support.mjs";

const NAME = "Kasia Wymyślona";
const EMAIL = "kasia@demo.example";
const PASSWORD = "rower-kredki-lato";
const TODAY = "2027-07-07";

let dataDir;
let demo;
before(async () => {
  dataDir = await folder();
  demo = await Demo.start(dataDir);
});

const section = (page, name) => page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name }) });
const cards = (page, name) => section(page, name).locator("ul.cards > li");
const shifted = (day, by) => new Date(Date.parse(`${day}T12:00:00Z`) + by * 86_400_000).toISOString().slice(0, 10);
const path = address => new URL(address).pathname;

async function signIn(visitor, email, password) {
  await visitor.open("/logowanie");
  await visitor.page.getByLabel("Adres e-mail").fill(email);
  await visitor.page.getByLabel("Hasło").fill(password);
  await visitor.page.getByRole("main").getByRole("button", { name: "Zaloguj się" }).click();
  await visitor.page.getByRole("button", { name: "Wyloguj się" }).waitFor();
}

/** The address of the person's page, as the coordinator finds it in the list. */
async function personPage(coordinator) {
  await coordinator.open("/osoby");
  const link = coordinator.page.getByRole("main").getByRole("link", { name: NAME });
  return link.getAttribute("href");
}

/** Presses a button of the person's page that makes a link, and reads the link. */
async function madeLink(coordinator, person, end) {
  await coordinator.open(person);
  await coordinator.page.locator(`form[action$="/${end}"]`).getByRole("button").click();
  return path(await coordinator.page.locator("#link").inputValue());
}

/** Fills the papers that a minor who helps needs. */
async function fillPapers(coordinator, person) {
  await coordinator.open(person);
  const { page } = coordinator;
  await page.locator("#role_helper").selectOption("yes");
  for (const day of ["register_on", "certificate_on", "statements_on"]) await page.locator(`#${day}`).fill("2027-07-01");
  await page.locator("#standards_version").fill("1");
  await page.locator("#standards_on").fill("2027-07-01");
  await page.locator("#agreement_0_from").fill("2027-07-01");
  await page.locator("#agreement_0_to").fill("2027-08-31");
  await page.locator("#agreement_0_kind").selectOption("written");
  await page.locator("#agreement_0_signed_on").fill("2027-07-01");
  await page.locator("#agreement_0_paper").check();
  await page.locator("#standing").check();
  await page.getByRole("button", { name: "Zapisz", exact: true }).click();
  const faults = page.getByRole("alert");
  assert.equal(await faults.count(), 0, (await faults.allInnerTexts()).join());
  assert.match(await coordinator.told(), /^Zapisano/);
}

journey("a summer from registering to the certificate", () => demo, async come => {
  // Registering, and waiting for a yes.
  const kasia = await come();
  await kasia.open("/dolacz");
  await kasia.page.locator("#name").fill(NAME);
  await kasia.page.locator("#email").fill(EMAIL);
  await kasia.page.locator("#born_on").fill("2010-05-14");
  assert.equal(await kasia.scrollsSideways(), false);
  await kasia.page.getByRole("main").getByRole("button").first().click();

  const coordinator = await come();
  await coordinator.signIn(PEOPLE.coordinator);
  const person = await personPage(coordinator);
  await coordinator.open(person);
  await coordinator.fillAndSend("przyjmij", {});

  // A password by the link that staff makes where no mail server is set.
  const invitation = await madeLink(coordinator, person, "zaproszenie");
  await kasia.open(invitation);
  for (const field of await kasia.page.locator('input[type="password"]').all()) await field.fill(PASSWORD);
  await kasia.page.getByRole("main").getByRole("button").first().click();
  await signIn(kasia, EMAIL, PASSWORD);
  await kasia.open("/dyzury");
  assert.equal(await cards(kasia.page, "Możesz się zapisać").count(), 0, "papers are missing");

  // The guardian, on a phone of their own and without an account.
  const consent = await madeLink(coordinator, person, "zgoda");
  const guardian = await come();
  await guardian.open(consent);
  await guardian.page.locator("#name").fill("Ewa Wymyślona");
  await guardian.page.locator('button[name="answer"][value="yes"]').click();
  assert.match(await guardian.told(), /zgod/i);
  await fillPapers(coordinator, person);

  // A shift to take, and one to wait for.
  await kasia.open("/dyzury");
  await cards(kasia.page, "Możesz się zapisać").first().getByRole("button", { name: /^Zapisz się: / }).click();
  assert.match(await kasia.told(), /^Masz ten dyżur/);
  const refused = section(kasia.page, "Na te dyżury teraz się nie zapiszesz");
  await refused.locator("summary").click();
  const full = cards(kasia.page, "Na te dyżury teraz się nie zapiszesz").filter({ has: kasia.page.getByRole("button", { name: /^Zapisz mnie na listę/ }) }).last();
  const shift = await full.getAttribute("id");
  const day = await full.locator("time").getAttribute("datetime");
  await full.getByRole("button").click();
  assert.match(await kasia.told(), /^Jesteś na liście oczekujących/);

  await coordinator.open(`/koordynator/dyzury/${shift}`);
  await cards(coordinator.page, "Zapisani").getByRole("button", { name: /^Zwolnij z dyżuru: / }).first().click();
  await kasia.page.reload();
  await cards(kasia.page, "Czeka na Twoją odpowiedź").getByRole("button", { name: /^Biorę ten dyżur: / }).click();
  assert.match(await kasia.told(), /^Masz ten dyżur/);
  // The letters about it are in the outbox, which in the demo nobody sends.
  await coordinator.open("/wiadomosci");
  assert.match(await coordinator.page.getByRole("main").innerText(), new RegExp(NAME));

  // The evening before she is reminded, by a service that sends letters.
  assert.ok(day > TODAY);
  // Nobody has a page open while the service is away: what it still fetches would be a complaint.
  for (const one of [kasia, guardian, coordinator]) await one.leave();
  const { password } = demo;
  await demo.end();
  const mail = await mailSink();
  const service = await Service.start(dataDir, password, `${shifted(day, -1)} 16:05:00`, { MAIL_PORT: String(mail.port) });
  const reminder = await until(() => mail.letters.find(letter => letter.includes(EMAIL) && words(letter).includes("Przypominamy o jutrzejszym dyżurze")));
  assert.match(words(reminder), /zrezygnuj na stronie/);
  await service.end();

  // On the day she is checked in; her hours are counted when the shift is over.
  const writeDown = async (date, deed) => {
    await demo.end();
    demo = await Demo.start(dataDir, "--date", date);
    const animator = await come();
    await animator.signIn(PEOPLE.animator);
    await animator.open(`/dzis?data=${day}`);
    const button = animator.page.getByRole("button", { name: deed });
    const pressed = await button.first().getAttribute("aria-label");
    await button.first().click();
    assert.match(await animator.told(), /^Zapisane/);
    await animator.leave();
    return pressed;
  };
  const pressed = await writeDown(day, new RegExp(`^(Jest na miejscu|Zalicz godziny): ${NAME}$`));
  if (pressed.startsWith("Jest")) {
    await writeDown(shifted(day, 1), new RegExp(`^Zalicz godziny: ${NAME}$`));
  }

  // The certificate, and that it is genuine.
  const office = await come();
  await office.signIn(PEOPLE.coordinator);
  await office.open(`${person}/godziny`);
  await office.page.locator("#first").fill(day);
  await office.page.locator("#last").fill(day);
  await office.page.locator('form[action$="/zaswiadczenia"]').getByRole("button").click();
  const text = await section(office.page, "Zaświadczenia").innerText();
  const code = text.match(/Kod: (\S+)/)[1];
  const pdf = await section(office.page, "Zaświadczenia").locator('a[href$=".pdf"]').getAttribute("href");
  const paper = await office.page.evaluate(async address => {
    const answer = await fetch(address);
    return { status: answer.status, begins: (await answer.text()).slice(0, 5) };
  }, pdf);
  assert.deepEqual(paper, { status: 200, begins: "%PDF-" });
  const school = await come({ js: false });
  await school.open(`/zaswiadczenie/${code}`);
  const said = await school.page.getByRole("main").innerText();
  assert.match(said, /K\. ?W\./, said);
  assert.ok(!said.includes(NAME), "the page says initials only");
});
