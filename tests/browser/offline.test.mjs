// A parent whose network is gone: the server is really away, so nothing but the phone answers.
import assert from "node:assert/strict";
import { before } from "node:test";
import { Demo, folder, journey } from "./support.mjs";

let demo;
let dataDir;
before(async () => (demo = await Demo.start((dataDir = await folder()))));

journey("opens a stop and the season without a network after one look, and says how old they are", () => demo, async come => {
  const parent = await come();
  const { page } = parent;
  await parent.open("/przystanki/lazek-plac");
  // What is kept is kept once the page stands.
  await parent.until(async () => {
    const pages = await caches.open("pages-1");
    return navigator.serviceWorker.controller && (await pages.match("/sezon")) && (await pages.match("/przystanki/lazek-plac"));
  });
  parent.expect(/ERR_CONNECTION_REFUSED|Failed to fetch/);
  await demo.end();
  await page.goto("/przystanki/lazek-plac");
  assert.match(await page.locator("#offline").innerText(), /^Bez internetu: dane z \d{1,2}:\d\d\.$/);
  assert.match(await page.locator(".ticket .hour").innerText(), /^\d{1,2}:\d\d/);
  await page.getByRole("link", { name: "Cały sezon" }).click();
  await page.waitForURL("**/sezon");
  assert.ok((await page.locator("section.day").count()) > 20, "the whole season");
  assert.ok(await page.locator("#offline").isVisible());
  // Back in reach, nothing stale stays.
  demo = await Demo.start(dataDir, "--port", new URL(demo.address).port);
  await page.reload();
  await page.locator("section.day").first().waitFor();
  assert.equal(await page.locator("#offline").isVisible(), false);
});
