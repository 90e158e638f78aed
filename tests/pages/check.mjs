// Checks that the error pages of tests/pages/main.rs are valid and accessible, and that they work under
// their own Content-Security-Policy. Usage: node check.mjs <target/tmp/pages>

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { MODES, check_in_browser } from "./browser.mjs";
import { launch } from "./chromium.mjs";
import { html_validate, nu } from "./markup.mjs";
import { not_found, planted } from "./planted.mjs";
import { serve } from "./server.mjs";

const folder = resolve(process.argv[2]);
const pages = JSON.parse(readFileSync(join(folder, "pages.json"), "utf8")).map((page) => {
  const path = join(folder, page.file);
  return { ...page, path, html: readFileSync(path, "utf8") };
});

// Broken copies of one page go through all checks too. A check that does not find its fault is
// broken itself.
const spare = mkdtempSync(join(tmpdir(), "pages-"));
const copies = planted(pages.find((page) => page.file === "404.visitors.html"));
for (const copy of copies) {
  copy.path = join(spare, copy.file);
  writeFileSync(copy.path, copy.html);
}
const all = [...pages, ...copies];

const found = [];
const fault = (page, kind, text, mode) => found.push({ file: page.file, kind, text, mode });
const others = [];

// All pages are checked on the screen. Printed pages of different statuses differ in their text
// alone, so the longest ones and the parts suffice there.
const by_length = [...pages].sort((one, other) => other.html.length - one.html.length);
const printed = new Set([...by_length.slice(0, 5), ...all.filter((page) => page.planted || page.kind === "part")]);
const on_screen = MODES.filter((mode) => mode.media !== "print");
const modes_of = (page) => (printed.has(page) ? MODES : on_screen);

const started = Date.now();
const seconds = () => `${((Date.now() - started) / 1000).toFixed(0)} s`;
const server = await serve(all);
const browser = await launch();
try {
  const markup = async () => {
    others.push(...(await html_validate(all, fault)));
    console.log(`- html-validate, recommended rules: ${pages.length} pages, ${seconds()}`);
  };
  const nu_validator = async () => {
    await nu(all, fault);
    console.log(`- Nu validator, warnings too: ${pages.length} pages, ${seconds()}`);
  };
  const chromium = async () => {
    const count = await check_in_browser(browser, all, server.url_of, modes_of, fault);
    console.log(`- axe-core, policy, console, style, focus and width in Chromium: ${count} checks, ${seconds()}`);
  };
  await Promise.all([nu_validator(), markup().then(chromium)]);
} finally {
  await browser.close();
  server.close();
  rmSync(spare, { recursive: true });
}

const missed = not_found(copies, found);
console.log(`- planted faults: ${copies.length}, each found by its checks: ${missed.length === 0 ? "yes" : "no"}`);
const names = new Set(copies.map((copy) => copy.file));
const real = found.filter(({ file }) => !names.has(file));
// A fault of many pages is reported once.
const files_of = new Map();
for (const { file, kind, text, mode } of real) {
  const message = `${kind}${mode ? ` (${mode})` : ""}: ${text}`;
  files_of.set(message, [...(files_of.get(message) ?? []), file]);
}
const messages = [...files_of].map(([text, [first, ...more]]) => `${first}${more.length > 0 ? ` and ${more.length} more` : ""}: ${text}`);
const faults = [...others, ...missed, ...messages];
for (const text of faults.slice(0, 60)) console.error(text);
if (faults.length > 60) console.error("…");
console.log(faults.length === 0 ? "All pages passed." : `${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
