// A parent on a phone: finds an estate, a stop and a street, reads when the bus comes, subscribes.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { createRequire } from "node:module";
import path from "node:path";
import { before, test } from "node:test";
import { Demo, folder, journey } from "./support.mjs";
import { streetMap } from "./tiles.mjs";

const DAY = /^(poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela), \d{1,2} (czerwca|lipca|sierpnia)$/;
const PAGES = ["/", "/szukaj", "/szukaj?q=plac", "/szukaj?q=brak+takiego", "/osiedla/lazek", "/przystanki/lazek-plac", "/sezon", "/mapa", "/deklaracja-dostepnosci", "/zmiany", "/wydania", "/uk/", "/en/przystanki/lazek-plac", "/logowanie"];

let demo;
let map;
before(async () => {
  map = path.join(await folder(), "town.pmtiles");
  await writeFile(map, streetMap());
  demo = await Demo.start(undefined, "--map", map);
});

for (const js of [false, true]) {
  journey(`finds the next visit ${js ? "with" : "without"} JavaScript`, () => demo, async come => {
    const parent = await come({ js });
    const { page } = parent;
    await parent.open("/");
    assert.match(await parent.heading(), /Dziś Świetlicobus staje na \d+ przystank/);
    const next = page.getByRole("article").first();
    assert.match(await next.locator(".when").innerText(), /dziś/i);
    assert.match(await next.locator(".hour").innerText(), /\d{1,2}:\d\d\s+do \d{1,2}:\d\d/);
    const days = page.locator("section.day");
    assert.ok((await days.count()) >= 3, "the next days of the whole town");
    await page.getByText("przykładowy plan").first().waitFor();

    await page.getByRole("searchbox").fill("lazek");
    await page.getByRole("button", { name: "Szukaj" }).click();
    await page.getByRole("main").getByRole("link", { name: "Łazek", exact: true }).first().click();
    assert.equal(await parent.heading(), "Osiedle Łazek");
    await page.getByRole("link", { name: "Plac zabaw os. Łazek" }).last().click();

    assert.equal(await parent.heading(), "Plac zabaw os. Łazek");
    const ticket = page.getByRole("article");
    assert.match(await ticket.locator(".when time").innerText(), DAY);
    assert.match(await ticket.locator(".hour").innerText(), /^\d{1,2}:\d\d\s+do \d{1,2}:\d\d$/);
    await ticket.getByText(/^Temat tygodnia: ./).waitFor();
    await page.getByText("przykładowy plan").first().waitFor();
    await page.getByText(/^Położenie przybliżone/).waitFor();
    await page.getByText("Plac zabaw na osiedlu Łazek.").waitFor();
    assert.match(await page.getByRole("link", { name: "Pokaż na mapie" }).getAttribute("href"), /^geo:53\.\d+,21\.\d+/);

    await page.getByRole("link", { name: "Dodaj do kalendarza" }).click();
    assert.equal(await parent.heading(), "Kalendarz: Plac zabaw os. Łazek");
    assert.equal(await page.getByLabel(/^Adres kalendarza/).inputValue(), `${demo.address}/stops/lazek-plac.ics`);
    assert.match(await page.getByRole("link", { name: "Otwórz w Kalendarzu" }).getAttribute("href"), /^webcal:\/\/127.0.0.1:\d+\/stops\/lazek-plac.ics$/);
    const feed = await demo.get(await page.getByRole("link", { name: "Pobierz plik" }).getAttribute("href"));
    assert.equal(feed.headers.get("content-type"), "text/calendar; charset=utf-8");
    const visits = (await demo.visits()).filter(visit => visit.stop.slug === "lazek-plac");
    assert.equal((await feed.text()).match(/^BEGIN:VEVENT\r$/gm).length, visits.length);
  });
}

journey("finds a street and its estate, and is helped when nothing is found", () => demo, async come => {
  const parent = await come();
  const { page } = parent;
  await parent.open("/szukaj?q=slowackiego");
  const hit = page.getByRole("listitem").filter({ hasText: "Juliusza Słowackiego" });
  assert.match(await hit.innerText(), /ulica[\s\S]*osiedle Stacja/);
  await hit.getByRole("link").click();
  assert.equal(await parent.heading(), "Osiedle Stacja");
  await parent.open("/szukaj?q=brak+takiego");
  await page.getByText("Nie znaleziono niczego dla „brak takiego”").waitFor();
  assert.equal(await page.locator("ul.places li").count(), 17);
});

journey("gets from the home page to a visit by keyboard alone", () => demo, async come => {
  const parent = await come({ size: "desktop" });
  const { page } = parent;
  await parent.open("/");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Przejdź do treści");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "tresc");
  await parent.tabTo(page.getByRole("searchbox"));
  await page.keyboard.type("wojc");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/szukaj?q=wojc");
  await parent.tabTo(page.getByRole("main").getByRole("link", { name: "Wojciechowice", exact: true }).first());
  await page.keyboard.press("Enter");
  await page.waitForURL("**/osiedla/wojciechowice");
  await parent.tabTo(page.locator("ol.day a").first());
  await page.keyboard.press("Enter");
  await page.waitForURL("**/wizyty/vis_*");
  assert.match(await parent.heading(), /^Plac zabaw przy ul\. Koszarowej: ./);
});

journey("loads a stop in two requests and under 20 kB", () => demo, async come => {
  const parent = await come();
  const sent = [];
  parent.page.on("requestfinished", request => sent.push(request));
  await parent.page.goto("/przystanki/centrum-sikorskiego", { waitUntil: "networkidle" });
  // The icon of the tab is no part of the page: Chromium asks for it once, afterwards, and keeps it for ever.
  const parts = sent.map(request => new URL(request.url()).pathname).filter(path => path !== "/assets/icon.svg");
  assert.deepEqual(parts.sort(), ["/assets/app.css", "/przystanki/centrum-sikorskiego"]);
  const sizes = await Promise.all(sent.map(request => request.sizes()));
  const bytes = sizes.reduce((sum, size) => sum + size.responseBodySize + size.responseHeadersSize, 0);
  assert.ok(bytes < 20_000, `${bytes} bytes`);
});

// The document as a browser asks for it, in bytes on the wire.
function weight(address) {
  return new Promise((resolve, reject) => {
    const asked = request(new URL(address, demo.address), { headers: { "accept-encoding": "gzip" } }, answer => {
      let bytes = 0;
      answer.on("data", part => (bytes += part.length));
      answer.on("end", () => resolve({ status: answer.statusCode, encoding: answer.headers["content-encoding"], bytes }));
    });
    asked.on("error", reject).end();
  });
}

test("no stop page with its stylesheet is heavier than 20 kB", async () => {
  const [, css] = (await (await demo.get("/")).text()).match(/href="(\/assets\/app\.css[^"]*)"/);
  const style = await weight(css);
  assert.equal(style.encoding, "gzip");
  const stops = new Set((await demo.visits()).map(visit => visit.stop.slug));
  for (const slug of stops) {
    const { status, encoding, bytes } = await weight(`/przystanki/${slug}`);
    assert.deepEqual([status, encoding], [200, "gzip"], slug);
    assert.ok(bytes + style.bytes < 20_000, `${slug}: ${bytes} + ${style.bytes} bytes`);
  }
});

journey("never scrolls sideways, down to 320 px", () => demo, async come => {
  const { id } = (await demo.visits())[0];
  const parent = await come({ size: "narrow" });
  for (const address of [...PAGES, `/wizyty/${id}`]) {
    await parent.open(address);
    assert.equal(await parent.scrollsSideways(), false, address);
  }
});

journey("sees a dark page where the phone is dark", () => demo, async come => {
  const lightness = async scheme => {
    const parent = await come({ scheme });
    await parent.open("/");
    return parent.page.evaluate(() => {
      const light = colour => colour.match(/[\d.]+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
      const { backgroundColor, color } = getComputedStyle(document.body);
      return { page: light(backgroundColor), text: light(color) };
    });
  };
  const [light, dark] = [await lightness("light"), await lightness("dark")];
  assert.ok(light.page > light.text, JSON.stringify(light));
  assert.ok(dark.page < dark.text && dark.page < light.page, JSON.stringify(dark));
});

journey("keeps a stop on the phone, which then opens on it", () => demo, async come => {
  const parent = await come();
  const { page } = parent;
  await parent.open("/przystanki/lazek-plac");
  const keep = page.locator("#keep");
  assert.equal(await keep.innerText(), "Zapamiętaj ten przystanek");
  await keep.click();
  assert.equal(await keep.getAttribute("aria-pressed"), "true");
  assert.equal(await keep.innerText(), "Zapamiętane na tym telefonie. Usuń");
  // Going home within the same look shows the home page, with the stop and its next visit first.
  await page.locator("header .brand").click();
  await page.waitForURL(`${demo.address}/`);
  const mine = page.getByRole("region", { name: "Moje przystanki" }).or(page.locator("#mine"));
  await mine.getByText(/lipca.*\d{1,2}:\d\d/).first().waitFor();
  assert.equal(await page.locator("#mix").isVisible(), false, "one place has its own calendar");
  // With a second one there is one calendar for both.
  await parent.open("/osiedla/centrum");
  await page.locator("#keep").click();
  await parent.open("/");
  await page.locator("#mix").click();
  await page.waitForURL("**/kalendarz?m=p.lazek-plac,o.centrum");
  assert.equal(await page.getByLabel(/^Adres kalendarza/).inputValue(), `${demo.address}/kalendarz/moj.ics?m=o.centrum%2Cp.lazek-plac`);
  await parent.open("/osiedla/centrum");
  await page.locator("#keep").click();
  // Another look, another day: straight to the stop.
  const later = await page.context().newPage();
  await later.goto(demo.address);
  await later.waitForURL("**/przystanki/lazek-plac");
  await later.locator("#keep").click();
  const last = await page.context().newPage();
  await last.goto(demo.address);
  await last.getByRole("searchbox").waitFor();
  assert.equal(new URL(last.url()).pathname, "/");
});

journey("finds the nearest stop, and the position stays on the phone", () => demo, async come => {
  const parent = await come();
  const { page } = parent;
  const { features } = await (await demo.get("/api/v1/public/stops.geojson")).json();
  const at = one => String(one.geometry?.coordinates);
  const stop = features.find(one => one.geometry && features.filter(other => at(other) === at(one)).length === 1);
  const [longitude, latitude] = stop.geometry.coordinates;
  await page.context().grantPermissions(["geolocation"]);
  await page.context().setGeolocation({ longitude: longitude + 0.0004, latitude });
  const sent = [];
  page.on("request", request => sent.push(request.url() + (request.postData() ?? "")));
  await parent.open("/en/");
  await page.getByRole("button", { name: "Nearest to me" }).click();
  const first = page.locator("#near-list a").first();
  await first.waitFor();
  assert.match(await first.innerText(), new RegExp(`^${stop.properties.name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s+~?\\d+ m, `));
  assert.equal(new URL(await first.evaluate(link => link.href)).pathname, `/en/przystanki/${stop.properties.slug}`);
  const digits = String(latitude).slice(0, 6);
  assert.ok(sent.every(request => !request.includes(digits)), sent.join("\n"));
});

journey("reads how long it is until the bus comes, and that it is here", () => demo, async come => {
  const today = (await demo.visits()).find(visit => visit.day === "2027-07-07");
  for (const [minutes, text] of [[-40, "za 40 minut"], [5, "jest teraz"], [-600, null]]) {
    const parent = await come();
    await parent.page.clock.setFixedTime(new Date(Date.parse(today.starts) + minutes * 60_000));
    await parent.open(`/przystanki/${today.stop.slug}`);
    const live = parent.page.locator("[data-from]").first();
    if (text) assert.equal(await live.innerText(), text);
    else assert.equal(await live.isVisible(), false);
  }
});

journey("reads the same pages in Ukrainian and English", () => demo, async come => {
  const parent = await come();
  const { page } = parent;
  await parent.open("/przystanki/lazek-plac");
  await page.getByRole("link", { name: "Українська" }).click();
  await page.waitForURL("**/uk/przystanki/lazek-plac");
  assert.equal(await page.evaluate(() => document.documentElement.lang), "uk");
  await page.getByRole("heading", { name: "Місце" }).waitFor();
  assert.equal(await page.getByRole("link", { name: "Додати до календаря" }).getAttribute("href"), "/uk/kalendarz?m=p.lazek-plac");
  await page.getByRole("link", { name: "English" }).click();
  await page.waitForURL("**/en/przystanki/lazek-plac");
  await page.getByText("Theme of the week:").first().waitFor();
  assert.equal(await page.locator(".ticket [lang=pl]").first().getAttribute("lang"), "pl", "what the service wrote is marked");
  const alternates = await page.locator("link[rel=alternate][hreflang]").evaluateAll(all => all.map(one => [one.hreflang, new URL(one.href).pathname]));
  assert.deepEqual(alternates, [["pl", "/przystanki/lazek-plac"], ["uk", "/uk/przystanki/lazek-plac"], ["en", "/en/przystanki/lazek-plac"]]);
  const unknown = await demo.get("/uk/osiedla/nie-ma-takiego");
  assert.equal(unknown.status, 404);
  assert.match(await unknown.text(), /Ми не знаємо такого мікрорайону/);
});

test("marks the language that the browser asks for, and keeps each answer apart", async () => {
  const marked = async language => {
    const answer = await demo.get("/sezon", { accept: "text/html", "accept-language": language });
    assert.match(answer.headers.get("vary"), /Accept-Language/);
    return (await answer.text()).match(/hreflang="(\w+)"[^>]* class="asked"/)?.[1];
  };
  assert.equal(await marked("uk-UA,uk;q=0.9,en;q=0.5"), "uk");
  assert.equal(await marked("de,en;q=0.7"), "en");
  assert.equal(await marked("pl-PL,en;q=0.8"), undefined);
  assert.equal(await marked("*"), undefined);
});

test("answers a terminal in plain text, and search engines and maps in their forms", async () => {
  const text = await demo.get("/przystanki/lazek-plac", { "user-agent": "curl/8.0", accept: "*/*" });
  assert.equal(text.headers.get("content-type"), "text/plain; charset=utf-8");
  assert.match(await text.text(), /^Plac zabaw os\. Łazek\n=+\n[\s\S]*Najbliższa wizyta\n/);
  const html = await demo.get("/przystanki/lazek-plac", { accept: "text/html" });
  assert.match(html.headers.get("content-type"), /^text\/html/);
  const visits = await demo.visits();
  const map = await demo.get("/api/v1/public/stops.geojson");
  assert.equal(map.headers.get("access-control-allow-origin"), "*");
  const { features } = await map.json();
  assert.equal(features.reduce((sum, stop) => sum + stop.properties.visits.length, 0), visits.length);
  const page = await (await demo.get(`/wizyty/${visits[0].id}`, { accept: "text/html" })).text();
  const event = JSON.parse(page.match(/<script type="application\/ld\+json">(.*?)<\/script>/s)[1]);
  assert.deepEqual([event["@type"], event.startDate, event.location.name], ["Event", visits[0].starts, visits[0].stop.name]);
  assert.match(await (await demo.get("/robots.txt")).text(), /Sitemap: http/);
  assert.match(await (await demo.get("/sitemap.xml")).text(), /hreflang="uk"/);
});

test("has the accessibility declaration that the law asks for, in each language", async () => {
  const ids = ["wstep", "podmiot", "url", "data-publikacja", "data-aktualizacja", "status", "data-sporzadzenie", "data-przeglad", "kontakt", "email", "telefon", "procedura", "architektura", "aplikacje"];
  for (const prefix of ["", "/uk", "/en"]) {
    const address = `${prefix}/deklaracja-dostepnosci`;
    assert.ok((await (await demo.get(`${prefix}/`, { accept: "text/html" })).text()).includes(`href="${address}"`), "it is linked from the home page");
    const html = await (await demo.get(address)).text();
    assert.deepEqual(ids.filter(id => !html.includes(`id="a11y-${id}"`)), [], address);
  }
});

// Pixels of other colours than the ground: something was drawn.
const drawn = () => {
  const seen = new Set();
  for (const tile of document.querySelectorAll(".streets canvas")) {
    if (!tile.width) continue;
    const { data } = tile.getContext("2d").getImageData(0, 0, tile.width, tile.height);
    for (let at = 0; at < data.length; at += 4) if (data[at + 3]) seen.add((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
  }
  return seen.size > 20;
};

journey("finds a stop on the map of the streets", () => demo, async come => {
  const parent = await come();
  const { page } = parent;
  const sent = [];
  page.on("request", request => sent.push(new URL(request.url()).pathname));
  await parent.open("/przystanki/lazek-plac");
  await page.getByRole("link", { name: "Na mapie ulic" }).click();
  const streets = page.getByRole("region", { name: "Mapa ulic z numerami przystanków" });
  await parent.until(drawn);
  // From the page of a stop one comes to that stop.
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Plac zabaw os. Łazek");
  const number = await page.locator("#p-lazek-plac").evaluate(stop => stop.closest("[value]").value);
  await page.keyboard.press("Escape");
  const marker = streets.getByRole("button", { name: `${number} Plac zabaw os. Łazek`, exact: true });
  assert.ok(await marker.evaluate(one => one === document.activeElement), "Escape leads back to the number");
  await page.keyboard.press("Space");
  await streets.getByRole("link", { name: "Plac zabaw os. Łazek" }).waitFor();
  // Every stop of the list has its number on the map.
  const listed = await page.locator(".spots [data-at] > a").allInnerTexts();
  const named = await streets.locator(".spot").allInnerTexts();
  assert.deepEqual(listed.filter(name => !named.some(text => text.includes(name))), []);
  await streets.getByRole("button", { name: "Oddal" }).waitFor();
  assert.equal(await streets.getByRole("link", { name: "© OpenStreetMap" }).getAttribute("href"), "https://www.openstreetmap.org/copyright");
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
  for (const colorScheme of ["dark", "light"]) {
    await page.emulateMedia({ colorScheme });
    await parent.until(drawn);
    const { violations } = await page.evaluate(() => globalThis.axe.run({ resultTypes: ["violations"], preload: false }));
    assert.deepEqual(violations.map(({ id, nodes }) => [id, nodes[0].html]), [], colorScheme);
  }
  assert.equal(await parent.scrollsSideways(), false);
  await page.emulateMedia({ media: "print" });
  assert.deepEqual([await streets.isVisible(), await page.locator(".sketch").isVisible()], [false, true], "the sketch is printed");
  await page.emulateMedia({ media: "screen" });
  await page.getByRole("button", { name: "Pokaż szkic" }).click();
  assert.deepEqual([await streets.isVisible(), await page.locator(".sketch").isVisible()], [false, true]);
  await page.getByRole("button", { name: "Pokaż mapę ulic" }).click();
  assert.ok(await streets.isVisible());
  assert.equal(sent.filter(address => address.endsWith("/leaflet.js")).length, 1);

  // Nobody who does not ask for it loads it, and without JavaScript nobody is offered it.
  const other = await come({ js: false });
  await other.open("/mapa");
  assert.deepEqual([await other.page.locator("#streets").isVisible(), await other.page.locator(".sketch").isVisible()], [false, true]);
});

journey("keeps the sketch where the map cannot be read, and is told so", () => demo, async come => {
  const parent = await come();
  const { page } = parent;
  await parent.open("/mapa");
  // A file whose header is whole and whose tiles are not, moved into the place of the good one.
  const broken = streetMap();
  broken.fill(0x55, Number(broken.readBigUInt64LE(56)));
  await writeFile(`${map}.new`, broken);
  await rename(`${map}.new`, map);
  const button = page.getByRole("button", { name: "Pokaż mapę ulic" });
  await button.click();
  await page.getByText("Mapy ulic nie udało się wczytać. Szkic i lista pokazują te same przystanki.").waitFor();
  assert.deepEqual([await page.locator(".streets").isVisible(), await page.locator(".sketch").isVisible()], [false, true]);
  // The good one is there again: the next tap shows it.
  await writeFile(`${map}.new`, streetMap());
  await rename(`${map}.new`, map);
  await button.click();
  await parent.until(drawn);
});
