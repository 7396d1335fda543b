// Visits on a page of others: another host with a strict policy of its own shows them, and a cancellation.
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import { after, before } from "node:test";
import { Demo, PEOPLE, journey } from "./support.mjs";

let demo;
let town;
let address;
before(async () => {
  demo = await Demo.start();
  const policy = `default-src 'none'; script-src ${demo.address}; connect-src ${demo.address}; frame-src ${demo.address}`;
  const page = `<!doctype html><html lang="pl"><title>Urząd miasta</title><h1>Miasto</h1>
    <script type="module" src="${demo.address}/osadz.js"></script>
    <swietlicobus-wizyty jezyk="pl" ile="3"><a href="${demo.address}/">Świetlicobus</a></swietlicobus-wizyty>
    <iframe src="${demo.address}/uk/osadz/wizyty?ile=3" title="Świetlicobus" width="100%" height="600"></iframe>`;
  town = createServer((_, answer) => answer.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-security-policy": policy }).end(page));
  await once(town.listen(0, "127.0.0.1"), "listening");
  address = `http://127.0.0.1:${town.address().port}/`;
});
after(() => town.close());

journey("a page of the town shows the next visits and a cancellation", () => demo, async come => {
  const parent = await come({ size: "desktop" });
  const { page } = parent;
  // The host itself is another one than the demo's.
  parent.expect(new RegExp(`^another host: ${address}|favicon`));
  await page.goto(address);
  const element = page.locator("swietlicobus-wizyty");
  const frame = page.frameLocator("iframe");
  await element.getByRole("listitem").nth(2).waitFor();
  assert.equal(await element.getByRole("listitem").count(), 3);
  assert.equal(await frame.locator("li.visit").count(), 3);
  assert.ok((await element.locator("time[datetime]").count()) >= 6);
  const first = element.getByRole("listitem").first();
  assert.match(await first.getByRole("link").getAttribute("href"), new RegExp(`^${demo.address}/wizyty/vis_`));
  assert.equal(await frame.locator("a").first().evaluate(link => link.ownerDocument.querySelector("base").target), "_blank");
  const visit = (await first.getByRole("link").getAttribute("href")).split("/").pop();

  const coordinator = await come({ size: "desktop" });
  await coordinator.signIn(PEOPLE.coordinator);
  await coordinator.cancel(visit, "burza");
  await page.goto(`${address}?again`);
  const cancelled = element.getByRole("listitem").filter({ hasText: "burza" });
  await cancelled.waitFor();
  assert.match(await cancelled.innerText(), /odwołana/i);
  assert.match(await frame.locator("li.visit").first().innerText(), /скасовано/i);

  // Where the bus's own page is away, the element says so and leads on.
  await page.route(`${demo.address}/api/**`, route => route.abort());
  parent.expect(/ERR_FAILED/);
  await page.goto(`${address}?away`);
  await element.getByText("Nie udało się wczytać wizyt.").waitFor();
});
