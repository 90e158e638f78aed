// Compares the built documentation with the facts of the library, in headless Chromium.
// Usage: node check.mjs <target/doc> <facts.json>
//
// The example `facts` writes facts.json, the values of all accessors.

import { readFileSync, readdirSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const docs = resolve(process.argv[2], "http_status_info");
const statuses = JSON.parse(readFileSync(process.argv[3], "utf8"));
const page_of = (status) => join(docs, "codes", `constant.${status.constant}.html`);

const faults = [];
const fault = (text) => faults.push(text);
const section = (title) => console.log(`- ${title}`);

/** Folds white space, and replaces typographic quotation marks by typed ones. */
const folded = (text) => text.replace(/\s+/g, " ").replace(/[‘’]/g, "'").trim();

/** Lists the HTML files of a folder. */
function* files(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) yield* files(path);
    else if (name.endsWith(".html")) yield path;
  }
}

const mb = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;

function check_links() {
  section("no dead link between pages of the crate, including anchors");
  const pages = new Map();
  let [bytes, other_bytes] = [0, 0];
  for (const path of files(docs)) {
    // The blanket implementations come last. Their text is from other crates, and links to pages
    // that are not built here.
    const page = readFileSync(path, "utf8");
    const [html, ...others] = page.split('id="blanket-implementations"');
    bytes += Buffer.byteLength(html);
    other_bytes += Buffer.byteLength(others.join(""));
    pages.set(path, { html, ids: new Set([...page.matchAll(/\sid="([^"]*)"/g)].map((match) => match[1])) });
  }
  let links = 0;
  for (const [path, { html }] of pages) {
    for (const [, href] of html.matchAll(/<a [^>]*href="([^"]*)"/g)) {
      if (/^[a-z]+:/.test(href)) continue;
      links += 1;
      const [file, anchor] = href.replaceAll("&amp;", "&").split("#");
      const target = file === "" ? path : resolve(dirname(path), decodeURIComponent(file));
      const from = relative(docs, path);
      if (!target.startsWith(docs)) continue;
      if (!pages.has(target)) fault(`${from}: no page ${href}`);
      else if (anchor && !pages.get(target).ids.has(anchor)) fault(`${from}: no anchor ${href}`);
    }
  }
  console.log(`  ${pages.size} pages, ${links} links, ${mb(bytes)} of HTML, and ${mb(other_bytes)} of other crates' traits`);
  if (links < 5000) fault(`only ${links} links were found`);
  if (bytes > 4.5e6) fault(`${bytes} bytes of HTML, at most 4.5 MB are allowed`);
}

async function check_pages(page) {
  section("every page has its title, its facts and its sections");
  const files = readdirSync(join(docs, "codes")).filter((name) => name.startsWith("constant."));
  if (statuses.length !== files.length) fault(`${files.length} pages of constants, facts of ${statuses.length}`);
  for (const status of statuses) {
    await page.goto(pathToFileURL(page_of(status)).href);
    const found = await page.evaluate(() => {
      const block = document.querySelector(".docblock");
      return {
        first: block?.querySelector("p")?.textContent ?? "",
        facts: Object.fromEntries(
          [...(block?.querySelector("table")?.querySelectorAll("tbody tr") ?? [])].map((row) => [
            row.cells[0].textContent,
            row.cells[1].textContent,
          ]),
        ),
        definition: block?.querySelector("table a[href^='http']")?.href,
        sections: [...(block?.querySelectorAll("h2") ?? [])].map((head) => head.textContent.replace("§", "")),
        items: Object.fromEntries(
          [...(block?.querySelectorAll("h2") ?? [])].map((head) => {
            const list = [];
            for (let at = head.nextElementSibling; at && at.tagName !== "H2"; at = at.nextElementSibling) {
              for (const item of at.matches("ol, ul") ? at.children : []) {
                list.push({ text: item.textContent, href: item.querySelector("a")?.href });
              }
            }
            return [head.textContent.replace("§", ""), list];
          }),
        ),
        exchanges: block?.querySelectorAll("pre.language-http").length ?? 0,
        text: block?.textContent ?? "",
        tests: document.querySelectorAll("pre.rust.rust-example-rendered").length,
      };
    });
    const title = status.title;
    found.first = folded(found.first);
    const expect = (is, text) => is || fault(`${title}: ${text}`);
    expect(found.first.startsWith(title) && found.first.endsWith(`: ${status.overview}`), `first line is ${found.first}`);
    for (const kind of ["non-standard", "experimental", "deprecated"]) {
      const is = kind === "non-standard" ? !status.standard : status[kind];
      const marks = found.first.slice(0, found.first.indexOf(":"));
      expect(marks.includes(kind) === is, `${kind} is ${is}, and the first line contradicts it`);
    }
    const kinds = ["experimental", "deprecated"].filter((kind) => status[kind]);
    if (!status.standard) kinds.unshift("non-standard");
    const facts = {
      Standing: kinds.join(", ") || "standard",
      Class: status.class ?? undefined,
      "Defined in": status.reference ?? "Source",
      "First in": status.since,
      "Also called": status.aliases?.join(", "),
      "Heuristically cacheable": status.cacheable === undefined ? undefined : status.cacheable ? "yes" : "no",
      Content: status.content,
      Retry: status.retry,
      Redirect: status.redirect,
      gRPC: status.grpc,
    };
    for (const [fact, value] of Object.entries(facts)) {
      expect(found.facts[fact] === value, `${fact} is ${found.facts[fact]}, expected ${value}`);
    }
    const others = ["Header fields", "Elsewhere", "In another meaning", "Used by"];
    for (const fact of Object.keys(found.facts)) {
      expect(fact in facts || others.includes(fact), `an unknown fact, ${fact}`);
    }
    expect("Header fields" in found.facts === (status.headers !== undefined), "header fields");
    const items = (name) => (found.items[name] ?? []).map((item) => ({ ...item, text: folded(item.text) }));
    const takeaways = items("Takeaways");
    expect(takeaways.length === status.takeaways.length, `${takeaways.length} takeaways`);
    takeaways.forEach(({ text }, index) => {
      const words = (text) => folded(text).replace(/[^a-z0-9]/gi, "");
      const expected = words(status.takeaways[index].replace(/\]\([^)]*\)/g, ""));
      expect(words(text) === expected, `takeaway ${index + 1} is ${text.slice(0, 60)}`);
    });
    const exchanges = status.information.split("```http").length - 1;
    expect(found.exchanges === exchanges, `${found.exchanges} exchanges, expected ${exchanges}`);
    const meanings = items("Meanings");
    for (const meaning of status.meanings ?? []) {
      const is = ({ text, href }) => text.startsWith(meaning.by) && text.endsWith(meaning.overview) && href === new URL(meaning.url).href;
      expect(meanings.some(is), `no meaning by ${meaning.by}`);
    }
    const reading = items("More").map((item) => item.href);
    for (const url of [status.spec, ...status.more.map((link) => link.url)]) {
      expect(reading.includes(new URL(url).href), `does not link ${url}`);
    }
    const see_also = items("See also").map((item) => Number(item.text.slice(0, 3)));
    expect(see_also.join() === [...status.seeAlso].sort().join(), `see also ${see_also.join()}`);
    expect(found.definition === new URL(status.spec).href, `the facts link ${found.definition}`);
    for (const header of status.headers ?? []) {
      const field = found.facts["Header fields"] ?? "";
      expect(field.includes(`${header.name} ${header.requirement}`), `no ${header.name} in the facts`);
    }
    for (const name of Object.values(status.constants ?? {})) {
      expect((found.facts.Elsewhere ?? "").includes(name), `no ${name} in the facts`);
    }
    const sections = ["Takeaways", "Information", "More"];
    if (status.meanings) sections.push("Meanings");
    if (status.seeAlso.length > 0) sections.push("See also");
    for (const name of sections) expect(found.sections.includes(name), `no section ${name}`);
    expect(found.text.includes(`data/${status.code}.md`), "does not name its document");
    expect(found.tests === 0, "a block of code became a test");
  }
  console.log(`  ${statuses.length} pages`);
}

async function check_width(page) {
  section("no element is wider than the page at 360 px");
  await page.setViewportSize({ width: 360, height: 740 });
  for (const path of files(docs)) {
    await page.goto(pathToFileURL(path).href);
    const wide = await page.evaluate(() => {
      // Code and tables may scroll, inside a box that is not wider than the page.
      const scrolls = (element) => {
        for (let at = element.closest("pre, table"); at; at = at.parentElement) {
          if (["auto", "scroll"].includes(getComputedStyle(at).overflowX)) {
            return at.getBoundingClientRect().right <= innerWidth + 1;
          }
        }
        return element.closest("#rustdoc-modnav, rustdoc-toolbar, .tooltip, .src") !== null;
      };
      return [...document.querySelectorAll("main *")]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1 && !scrolls(element))
        .map((element) => `${element.tagName} ${element.textContent.slice(0, 40)}`)
        .slice(0, 3);
    });
    if (wide.length > 0) fault(`${relative(docs, path)}: too wide: ${wide.join("; ")}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function check_search(page) {
  section("a search for a number, a phrase, an old name, a sender or a subject finds the page");
  const queries = new Map([
    ["429", "TOO_MANY_REQUESTS"],
    ["404", "NOT_FOUND"],
    ["payload too large", "CONTENT_TOO_LARGE"],
    ["client closed request", "CLIENT_CLOSED_REQUEST"],
    ["nginx 499", "CLIENT_CLOSED_REQUEST"],
    ["enhance your calm", "ENHANCE_YOUR_CALM"],
    ["cloudflare 522", "CONNECTION_TIMED_OUT"],
    ["im a teapot", "IM_A_TEAPOT"],
    ["not found", "NOT_FOUND"],
  ]);
  for (const status of statuses) {
    queries.set(`${status.code}`, status.constant);
    for (const alias of status.aliases ?? []) queries.set(alias.toLowerCase(), status.constant);
  }
  const searches = [...queries].map(([query, constant]) => [query, `constant.${constant}.html`]);
  searches.push(
    ["css", "constant.STYLE_HASH_SOURCE.html"],
    ["css", "trait.Renderer.html"],
    ["theme", "trait.Renderer.html"],
    ["template", "trait.Renderer.html"],
    ["brand", "struct.Options.html#method.brand"],
    ["cacheable", "struct.StatusInfo.html#method.cacheable"],
    ["build time", "struct.StatusInfo.html"],
    ["is_client_error", "struct.StatusInfo.html#method.is_client_error"],
  );
  for (const [query, target] of searches) {
    const url = pathToFileURL(join(docs, "index.html"));
    url.search = `search=${encodeURIComponent(query)}`;
    await page.goto(url.href);
    const results = page.locator(`.search-results a[href*="${target}"]`);
    try {
      await results.first().waitFor({ state: "attached", timeout: 10_000 });
      const found = page.locator(".search-results a");
      const hrefs = await found.evaluateAll((links) => links.slice(0, 5).map((link) => link.getAttribute("href")));
      if (!hrefs.some((href) => href?.includes(target))) {
        fault(`searching "${query}" gives ${hrefs.join(", ")}, expected ${target}`);
      }
    } catch {
      fault(`searching "${query}" does not give ${target}`);
    }
  }
  console.log(`  ${searches.length} searches`);
}

async function check_module(page) {
  section("the module page groups the codes and lists each");
  await page.goto(pathToFileURL(join(docs, "codes", "index.html")).href);
  const found = await page.evaluate(() => ({
    heads: [...document.querySelectorAll(".docblock h2")].map((head) => head.textContent.replace("§", "")),
    linked: [...document.querySelectorAll(".docblock a")].map((link) => link.textContent),
    index: [...document.querySelectorAll("dl.item-table, ul.item-table")].map((list) => list.textContent).join(" "),
  }));
  for (const head of ["Informational 1xx", "Successful 2xx", "Redirection 3xx", "Client error 4xx", "Server error 5xx", "Outside the registry"]) {
    if (!found.heads.includes(head)) fault(`codes: no heading ${head}`);
  }
  for (const status of statuses) {
    if (!found.linked.map(folded).includes(status.title)) fault(`codes: ${status.title} is in no group`);
    if (!folded(found.index).includes(`: ${folded(status.overview)}`)) fault(`codes: the index lacks ${status.title}`);
  }
}

check_links();
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run", "--allow-file-access-from-files"],
});
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  page.on("pageerror", (error) => fault(`script error: ${error.message}`));
  await check_pages(page);
  await check_module(page);
  await check_search(page);
  await check_width(page);
} finally {
  await browser.close();
}
for (const text of faults.slice(0, 60)) console.error(text);
console.log(faults.length === 0 ? "The reference passed." : `${faults.length} faults`);
process.exit(faults.length === 0 ? 0 : 1);
