// What every journey stands on: a demo of its own on a free port, and visitors with browsers that complain.
//
// A journey fails not only by its own assertions, but also when a browser of it logs an error (a violation of the
// content security policy among them), a script throws, or anything is requested from another host.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";

const PROGRAM = process.env.SWIETLICOBUS;
if (!PROGRAM) throw new Error("SWIETLICOBUS must name the program to try; tests/run sets it");

// How long a condition may take to come true. Nothing waits for so long unless it is broken.
const PATIENCE = 20_000;

const SIZES = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true },
  narrow: { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
};

export const PEOPLE = {
  coordinator: "koordynator@demo.example",
  animator: "animator@demo.example",
  volunteer: "wolontariuszka@demo.example",
  minor: "uczennica@demo.example",
  uncleared: "nowy@demo.example",
};

// What is to be ended after the tests of a file, last first.
const open = [];
after(async () => {
  while (open.length) await open.pop()();
});

/** The program with these arguments, and before them what is added to its environment; its output is collected. */
export class Program {
  output = "";
  errors = "";

  constructor(...args) {
    const env = typeof args[0] === "object" ? args.shift() : {};
    this.process = spawn(PROGRAM, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, NO_COLOR: "1", ...env } });
    this.process.stdout.setEncoding("utf8").on("data", text => (this.output += text));
    this.process.stderr.setEncoding("utf8").on("data", text => (this.errors += text));
    this.ended = once(this.process, "close").then(([code, signal]) => ({ code, signal }));
    open.push(() => this.end());
  }

  /** Sends a signal and gives the exit code, or the signal that ended it. */
  async end(signal = "SIGTERM") {
    this.process.kill(signal);
    return this.ended;
  }

  /** Waits until its output has this. */
  async said(pattern) {
    let over = false;
    this.ended.then(() => (over = true));
    for (;;) {
      const found = this.output.match(pattern);
      if (found) return found;
      if (over) throw new Error(`the program ended without saying ${pattern}:\n${this.output}\n${this.errors}`);
      await Promise.race([once(this.process.stdout, "data"), this.ended]);
    }
  }

  /** An answer of the server, outside any browser. */
  async get(address, headers = {}) {
    return fetch(new URL(address, this.address), { headers, redirect: "manual" });
  }

  /** All visits, as the public API tells them. */
  async visits() {
    const answer = await this.get("/api/v1/public/visits");
    assert.equal(answer.status, 200);
    return (await answer.json()).visits;
  }
}

/** A folder of its own, gone after the tests of the file. */
export async function folder() {
  const made = await mkdtemp(path.join(tmpdir(), "swietlicobus-journey-"));
  open.push(() => rm(made, { recursive: true, force: true }));
  return made;
}

/** A running demo. It always starts at half past nine, so that a journey sees the same whenever it runs. */
export class Demo extends Program {
  static async start(dataDir, ...more) {
    const port = more.includes("--port") ? [] : ["--port", "0"];
    const demo = new Demo("demo", ...port, "--time", "9:30", "--data-dir", dataDir ?? (await folder()), ...more);
    const [, address] = await demo.said(/(http:\/\/127\.0\.0\.1:\d+)\//);
    const [, password] = await demo.said(/password ([^\s:]+):/);
    await demo.said(/Ctrl-C ends the demo/);
    return Object.assign(demo, { address, password });
  }
}

/**
 * The service in earnest, on the database of a demo that has ended: it sends letters. Its clock starts at an instant (in UTC) of the season,
 * so that a journey sees the same in whichever year it runs.
 */
export class Service extends Program {
  static async start(dataDir, password, instant, settings) {
    const probe = createServer();
    const port = await sink(probe);
    probe.close();
    const all = {
      DATABASE_URL: `sqlite:${path.join(dataDir, "demo.db")}`,
      PORT: String(port),
      MAIL_HOST: "127.0.0.1",
      MAIL_TLS: "none",
      MAIL_FROM: "bus@example.pl",
      ...settings,
    };
    const env = Object.fromEntries(Object.entries(all).map(([name, value]) => [`SWIETLICOBUS_${name}`, value]));
    // As faketime does it, but without a process between us and the program.
    const clock = { TZ: "UTC", FAKETIME: `@${instant}`, FAKETIME_DONT_FAKE_MONOTONIC: "1" };
    clock.LD_PRELOAD = execFileSync("faketime", ["now", "printenv", "LD_PRELOAD"], { encoding: "utf8" }).trim();
    const service = new Service({ ...env, ...clock }, "serve");
    Object.assign(service, { address: `http://127.0.0.1:${port}`, password });
    await until(() => fetch(`${service.address}/readyz`).then(answer => answer.ok, () => false));
    return service;
  }
}

/** A server on a free port of this machine that collects what it is given. */
export async function sink(server) {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  server.unref();
  return server.address().port;
}

/** A mail server that takes every letter and keeps it. */
export async function mailSink() {
  const letters = [];
  const server = createServer(socket => {
    socket.setEncoding("utf8").write("220 sink\r\n");
    let data = null;
    let rest = "";
    socket.on("error", () => {});
    socket.on("data", text => {
      rest += text;
      for (let end; (end = rest.indexOf("\r\n")) >= 0; rest = rest.slice(end + 2)) {
        const line = rest.slice(0, end);
        if (data !== null) {
          if (line !== ".") data += `${line}\r\n`;
          else {
            letters.push(data);
            data = null;
            socket.write("250 taken\r\n");
          }
        } else if (/^EHLO/i.test(line)) socket.write("250-sink\r\n250 8BITMIME\r\n");
        else if (/^DATA/i.test(line)) {
          data = "";
          socket.write("354 go on\r\n");
        } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
        else socket.write("250 ok\r\n");
      }
    });
  });
  return { port: await sink(server), letters };
}

/** The text of a letter, whatever its encoding. */
export function words(letter) {
  const [head, ...body] = letter.split("\r\n\r\n");
  const text = body.join("\r\n\r\n");
  if (/^Content-Transfer-Encoding: base64/im.test(head)) return Buffer.from(text, "base64").toString("utf8");
  const joined = text.replace(/=\r\n/g, "");
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return /quoted-printable/i.test(head) ? Buffer.from(bytes, "latin1").toString("utf8") : joined;
}

/** Asks again and again until there is an answer, for things that the program does by itself. */
export async function until(question) {
  const end = Date.now() + 60_000;
  for (;;) {
    const answer = await question();
    if (answer) return answer;
    assert.ok(Date.now() < end, `it never came true: ${question}`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

let browser;

async function chromiumRuns() {
  const started = chromium.launch({
    executablePath: process.env.CHROMIUM || execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  open.push(async () => (await started).close());
  return started;
}

/** Somebody with a browser of their own: { size, scheme, js }. */
export class Visitor {
  complaints = [];
  #expected = [];

  static async come(demo, { size = "phone", scheme = "light", js = true } = {}) {
    browser ??= chromiumRuns();
    const visitor = new Visitor();
    visitor.demo = demo;
    visitor.context = await (await browser).newContext({
      ...SIZES[size],
      baseURL: demo.address,
      colorScheme: scheme,
      javaScriptEnabled: js,
      locale: "pl-PL",
      timezoneId: "Europe/Warsaw",
    });
    visitor.context.setDefaultTimeout(PATIENCE);
    visitor.context.on("page", page => visitor.#listen(page));
    visitor.page = await visitor.context.newPage();
    return visitor;
  }

  #listen(page) {
    const complain = text => this.#expected.some(pattern => pattern.test(text)) || this.complaints.push(text);
    page.on("console", message => message.type() === "error" && complain(`console: ${message.text()} ${message.location().url}`));
    page.on("pageerror", error => complain(`script: ${error.message}`));
    page.on("request", request => {
      const { protocol, host } = new URL(request.url());
      if (protocol.startsWith("http") && host !== new URL(this.demo.address).host) complain(`another host: ${request.url()}`);
    });
  }

  /** From now on such a complaint is part of the story. Chromium logs every answer from 400 up. */
  expect(pattern) {
    this.#expected.push(pattern);
  }

  /** Opens a page, which must be there. */
  async open(address) {
    const answer = await this.page.goto(address);
    assert.equal(answer.status(), 200, address);
  }

  async signIn(email) {
    await this.open("/logowanie");
    await this.page.getByLabel("Adres e-mail").fill(email);
    await this.page.getByLabel("Hasło").fill(this.demo.password);
    await this.page.getByRole("main").getByRole("button", { name: "Zaloguj się" }).click();
    await this.page.getByRole("button", { name: "Wyloguj się" }).waitFor();
  }

  /** As the coordinator: cancels a visit on its page. */
  async cancel(visit, reason) {
    await this.open(`/koordynator/wizyty/${visit}`);
    await this.fillAndSend("odwolaj", { reason });
  }

  /** Fills the fields of the form that goes to an address with this end, and sends it. */
  async fillAndSend(end, fields) {
    const form = this.page.locator(`form[action$="/${end}"]`);
    for (const [name, value] of Object.entries(fields)) await form.locator(`[name="${name}"]`).fill(value);
    await form.getByRole("button").click();
  }

  /** What the page says was done. */
  async told() {
    return this.page.getByRole("status").first().innerText();
  }

  /** Whether the page is wider than the screen. */
  async scrollsSideways() {
    return this.page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  }

  /** Asks the page again and again until the answer is true. (waitForFunction needs eval, which the pages forbid.) */
  async until(question, argument) {
    const end = Date.now() + PATIENCE;
    while (!(await this.page.evaluate(question, argument))) {
      assert.ok(Date.now() < end, `it never came true: ${question}`);
      await new Promise(resolve => setTimeout(resolve, 50));
    }
  }

  async heading() {
    return this.page.getByRole("heading", { level: 1 }).innerText();
  }

  /** Presses Tab until this has the focus, which must be visible all the way. */
  async tabTo(target) {
    const wanted = await target.elementHandle();
    for (let presses = 0; presses < 80; presses++) {
      await this.page.keyboard.press("Tab");
      const focus = await this.page.evaluate(wanted => {
        const at = document.activeElement;
        const style = getComputedStyle(at);
        const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
        return { there: at === wanted, seen: ring && at.getClientRects().length > 0, at: at.outerHTML.slice(0, 200) };
      }, wanted);
      assert.ok(focus.seen, `the focus cannot be seen at ${focus.at}`);
      if (focus.there) return;
    }
    assert.fail(`80 times Tab do not lead to ${target}`);
  }

  /** For the report of a failure. */
  async lastSeen() {
    const text = await this.page.locator("body").innerText({ timeout: 1000 }).catch(() => "");
    return `\n--- a browser at ${this.page.url()}, complaints: ${this.complaints.join("; ") || "none"}\n${text.slice(0, 1500)}`;
  }

  async leave() {
    await this.context.close();
    assert.deepEqual(this.complaints, []);
  }
}

/** A test whose visitors must not have complained; `come` opens another one. */
export function journey(name, demo, story) {
  test(name, async () => {
    const visitors = [];
    const come = async options => {
      const visitor = await Visitor.come(demo(), options);
      visitors.push(visitor);
      return visitor;
    };
    try {
      await story(come);
    } catch (error) {
      for (const visitor of visitors) error.stack += await visitor.lastSeen();
      await Promise.all(visitors.map(visitor => visitor.context.close()));
      throw error;
    }
    for (const visitor of visitors) await visitor.leave();
  });
}
