// Takes the picture for the README, 404.png: a page of the shop in `examples`, light and dark.
// Usage: node picture.mjs <target/tmp/pages> [folder]

import { readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { launch } from "./chromium.mjs";

const folder = resolve(process.argv[2]);
const html = readFileSync(join(folder, "404.shop.html"), "utf8");
const file = join(resolve(process.argv[3] ?? import.meta.dirname), "404.png");

const browser = await launch();
try {
  const context = await browser.newContext({ viewport: { width: 640, height: 540 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.setContent(html);
  const sides = [];
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    sides.push(await page.screenshot());
  }
  // The browser puts the two pictures side by side.
  const images = sides.map((side) => `<img width="640" src="data:image/png;base64,${side.toString("base64")}">`);
  await page.setViewportSize({ width: 1280, height: 540 });
  await page.setContent(`<body style="margin:0;display:flex">${images.join("")}</body>`);
  const picture = await page.screenshot();
  writeFileSync(file, picture);
  console.log(`${file}: ${picture.length} bytes`);
} finally {
  await browser.close();
}
