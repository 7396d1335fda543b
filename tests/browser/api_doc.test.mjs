// What docs/api.md tells to type works as it stands: its shell blocks, one after the other, against a demo.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { test } from "node:test";
import { Demo, folder } from "./support.mjs";

test("the examples of docs/api.md run", async () => {
  const page = await readFile(new URL("../../docs/api.md", import.meta.url), "utf8");
  const blocks = [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block]) => block);
  assert.ok(blocks.length >= 8, `${blocks.length} blocks`);
  const demo = await Demo.start();
  const script = [
    "set -euo pipefail",
    // An answer of 400 and above ends the script, and says what it was.
    'curl() { command curl --fail-with-body --show-error "$@"; }',
    ...blocks,
  ].join("\n").replaceAll("http://127.0.0.1:8080", demo.address).replaceAll('"seconds": 10', '"seconds": 2');
  const bash = spawn("bash", ["-c", script], { cwd: await folder(), stdio: ["ignore", "pipe", "pipe"] });
  const ended = new Promise(resolve => bash.on("close", resolve));
  const [said, complained] = await Promise.all([text(bash.stdout), text(bash.stderr)]);
  assert.equal(await ended, 0, `${complained}\n${said.slice(-2000)}`);
  // What each part is to show stands in the answers.
  for (const shown of ["event: end", "Burza nad miastem", "Łazek"]) assert.ok(said.includes(shown), `${shown}: ${said.slice(-3000)}`);
});
