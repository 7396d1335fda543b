// A parent is told of visits without an account: by e-mail without JavaScript, by push with it.
import assert from "node:assert/strict";
import { createECDH } from "node:crypto";
import { createServer } from "node:http";
import { before, test } from "node:test";
import { Demo, PEOPLE, Service, folder, journey, mailSink, sink, until, words } from "./support.mjs";

let demo;
let ofDemo;
let service;
let mail;
let push;

async function pushSink() {
  const taken = [];
  const server = createServer((request, response) => {
    const parts = [];
    request.on("data", part => parts.push(part)).on("end", () => {
      taken.push({ path: request.url, headers: request.headers, body: Buffer.concat(parts) });
      response.writeHead(201).end();
    });
  });
  return { port: await sink(server), taken };
}

// The demo makes a published season; a service of its own on the same database sends letters and push messages to sinks of this machine.
before(async () => {
  [mail, push] = await Promise.all([mailSink(), pushSink()]);
  const dataDir = await folder();
  demo = await Demo.start(dataDir);
  const { password } = demo;
  const wish = { endpoint: "https://fcm.googleapis.com/x", p256dh: "", auth: "", place: "town" };
  const body = JSON.stringify(wish);
  const headers = { "content-type": "application/json" };
  const answer = await fetch(`${demo.address}/api/v1/public/followers/push`, { method: "POST", headers, body });
  ofDemo = { refused: await answer.json(), page: await (await demo.get("/")).text() };
  await demo.end();
  service = await Service.start(dataDir, password, "2027-07-07 07:30:00", {
    MAIL_PORT: String(mail.port),
    FOLLOW_PUSH_HOSTS: "127.0.0.1",
    FOLLOW_PUSH_INSIDE: "true",
  });
});

journey("is told by e-mail, without JavaScript, and forgotten with one click", () => service, async come => {
  const parent = await come({ js: false });
  const { page } = parent;
  await parent.open("/uk/osiedla/lazek");
  await page.getByLabel("Електронна адреса").fill("rodzic@example.pl");
  await page.getByRole("button", { name: "Повідомляти електронною поштою" }).click();
  assert.equal(await parent.heading(), "Перевірте пошту");
  const letter = await until(() => mail.letters.find(letter => /^To: rodzic@example\.pl/im.test(letter)));
  const [link] = words(letter).match(/http:\/\/\S+\/uk\/powiadomienia\/\S+/);
  await page.goto(link);
  await page.getByText("Чекає на підтвердження").waitFor();
  assert.equal(await parent.scrollsSideways(), false);
  await page.getByRole("button", { name: "Так, повідомляйте мене" }).click();
  await page.getByText("Сповіщення ввімкнено.").waitFor();
  await page.getByRole("button", { name: "Вимкнути все й видалити мою адресу" }).click();
  assert.equal(await parent.heading(), "Сповіщення вимкнено");
  parent.expect(/410/);
  assert.equal((await page.goto(link)).status(), 410);

  // What is no address is told in words, and stays as it was typed.
  await parent.open("/powiadomienia?place=estate:lazek");
  await page.getByLabel("Adres e-mail").fill("rodzic");
  parent.expect(/422/);
  await page.getByRole("main").getByRole("button", { name: "Powiadamiaj e-mailem" }).click();
  await page.getByRole("alert").waitFor();
  assert.equal(await page.getByLabel("Adres e-mail").inputValue(), "rodzic");
});

// Headless Chromium has no push service, so the subscription is a stand-in with keys of ours; what the page and the service worker do is their own.
journey("is told by push on a phone, and ends it with one tap", () => service, async come => {
  const parent = await come();
  const { page, context } = parent;
  await context.grantPermissions(["notifications"], { origin: service.address });
  const phone = createECDH("prime256v1");
  phone.generateKeys();
  await context.addInitScript(
    ({ endpoint, key }) => {
      const standIn = {
        endpoint,
        getKey: name => (name === "auth" ? new Uint8Array(16).fill(7).buffer : Uint8Array.from(key).buffer),
        unsubscribe: async () => (sessionStorage.removeItem("stand-in"), true),
      };
      PushManager.prototype.getSubscription = async () => (sessionStorage.getItem("stand-in") ? standIn : null);
      PushManager.prototype.subscribe = async options => {
        sessionStorage.setItem("stand-in", options.applicationServerKey);
        return standIn;
      };
    },
    { endpoint: `http://127.0.0.1:${push.port}/phone`, key: [...phone.getPublicKey()] },
  );
  const later = (await service.visits()).filter(visit => visit.state === "planned");
  const visit = later.at(-1);
  await parent.open(`/przystanki/${visit.stop.slug}`);
  const follow = page.getByRole("button", { name: "Powiadamiaj na tym telefonie" });
  await follow.click();
  await page.getByText("Ten telefon dostaje powiadomienia.").waitFor();
  const { key } = await (await service.get("/api/v1/public/push-key")).json();
  assert.equal(await page.evaluate(() => sessionStorage.getItem("stand-in")), key);
  await page.reload();
  await page.getByText("Ten telefon dostaje powiadomienia.").waitFor();

  const boss = await come({ size: "desktop" });
  await boss.signIn(PEOPLE.coordinator);
  await boss.cancel(visit.id, "burza");
  const started = Date.now();
  const told = await until(() => push.taken.find(one => one.path === "/phone"));
  assert.ok(Date.now() - started < 60_000, "within a minute");
  assert.equal(told.headers["content-encoding"], "aes128gcm");
  assert.equal(told.headers.urgency, "high");

  // The worker shows what it is given and opens its page.
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  assert.equal(new URL(worker.url()).pathname, "/sw.js");
  const cdp = await context.newCDPSession(page);
  const registered = new Promise(resolve => cdp.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => resolve(registrations[0])));
  await cdp.send("ServiceWorker.enable");
  const { registrationId } = await registered;
  const data = JSON.stringify({ title: "Odwołane", body: "burza", url: `/wizyty/${visit.id}`, tag: visit.id, lang: "pl" });
  await cdp.send("ServiceWorker.deliverPushMessage", { origin: service.address, registrationId, data });
  await parent.until(async () => {
    const shown = await (await navigator.serviceWorker.ready).getNotifications();
    return shown.some(one => one.title === "Odwołane" && one.body === "burza" && one.lang === "pl");
  });

  await page.getByRole("button", { name: "Nie powiadamiaj już na tym telefonie" }).click();
  await follow.waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem("follow")), null);
  assert.equal(await page.evaluate(() => sessionStorage.getItem("stand-in")), null, "the browser's subscription ends with it");
});

journey("is told by the page when the browser says no", () => service, async come => {
  const parent = await come();
  const { page, context } = parent;
  await context.addInitScript(() => (Notification.requestPermission = async () => "denied"));
  await parent.open("/");
  await page.getByRole("button", { name: "Powiadamiaj na tym telefonie" }).click();
  await page.getByText(/^Przeglądarka nie pozwala/).waitFor();
});

test("the demo sends nothing to phones, says so, and offers it on no page", () => {
  assert.equal(ofDemo.refused.status, 409);
  assert.match(ofDemo.refused.refusals[0].detail, /^this is a demo/);
  assert.match(ofDemo.page, /<h2>Powiadom mnie<\/h2>/);
  assert.doesNotMatch(ofDemo.page, /data-follow=/);
});
