// Scores of Lighthouse in its mobile form (a mid-range phone on a slow network, simulated) for the addresses given; fails below the marks.
import { execFileSync } from "node:child_process";
import * as launcher from "chrome-launcher";
import lighthouse from "lighthouse";

const MARKS = { performance: 95, accessibility: 100, "best-practices": 100, seo: 100 };

const chromium = process.env.CHROMIUM || execFileSync("sh", ["-c", "command -v chromium"], { encoding: "utf8" }).trim();
const chrome = await launcher.launch({ chromePath: chromium, chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"] });
let below = false;
try {
  console.log(`${"page".padEnd(44)} ${Object.keys(MARKS).join("  ")}`);
  for (const address of process.argv.slice(2)) {
    const options = { port: chrome.port, logLevel: "error", onlyCategories: Object.keys(MARKS) };
    const { lhr } = await lighthouse(address, options);
    if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
    const scores = Object.keys(MARKS).map(name => Math.round(100 * lhr.categories[name].score));
    console.log(`${new URL(address).pathname.padEnd(44)} ${scores.map(score => String(score).padStart(6)).join("    ")}`);
    for (const [at, name] of Object.keys(MARKS).entries()) {
      if (scores[at] >= MARKS[name]) continue;
      below = true;
      for (const { id } of lhr.categories[name].auditRefs) {
        const audit = lhr.audits[id];
        if (audit.score !== null && audit.score < 1) console.log(`    ${name}: ${audit.title} ${audit.displayValue ?? ""}`);
      }
    }
  }
} finally {
  chrome.kill();
}
if (below) {
  console.error("tests/lighthouse: a score is below its mark (95 performance, 100 all others)");
  process.exit(1);
}
