// Takes pictures of the built documentation. Usage:
//   node picture.mjs <target/doc> <folder> [theme] [page ...]
// Without pages, takes the picture for the README, 429.png.

import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const docs = resolve(process.argv[2], "http_status_info");
const folder = resolve(process.argv[3]);
const theme = process.argv[4] ?? "light";
const pages = process.argv.length > 5 ? process.argv.slice(5) : ["codes/constant.TOO_MANY_REQUESTS.html"];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1200, height: 1100 } });
  await page.addInitScript((theme) => {
    localStorage.setItem("rustdoc-use-system-theme", "false");
    localStorage.setItem("rustdoc-theme", theme);
  }, theme);
  for (const name of pages) {
    await page.goto(pathToFileURL(join(docs, name)).href);
    await page.waitForTimeout(300);
    const file = process.argv.length > 5 ? `${name.replaceAll(/[/.]/g, "-")}-${theme}.png` : "429.png";
    await page.screenshot({ path: join(folder, file) });
    console.log(join(folder, file));
  }
} finally {
  await browser.close();
}
