// Checks pages in Chromium, with their own header fields, in every mode of a visitor: light, dark,
// forced colors, narrow, zoomed, printed.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe_source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const AXE = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  // The contrast of level AAA, 7:1.
  rules: { "color-contrast-enhanced": { enabled: true } },
  resultTypes: ["violations", "incomplete"],
};

const WIDE = { width: 1280, height: 800, deviceScaleFactor: 1 };

/** The modes. At 200 %, a window of 1280 px has a width of 640 CSS pixels. */
export const MODES = [
  { name: "light", colorScheme: "light", size: WIDE },
  { name: "dark", colorScheme: "dark", size: WIDE },
  { name: "forced colors", forcedColors: "active", size: WIDE },
  { name: "320 px", size: { width: 320, height: 640, deviceScaleFactor: 1 } },
  { name: "200 %", size: { width: 640, height: 400, deviceScaleFactor: 2 } },
  { name: "print", media: "print", size: WIDE },
];

/** Measures a page. Runs in the page. */
function measure() {
  const { scrollWidth, clientWidth } = document.scrollingElement;
  const outside = [...document.body.querySelectorAll("*")].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && (left < -0.5 || right > innerWidth + 0.5);
  });
  const link = document.querySelector("a[href]");
  link?.focus();
  const outline = link && getComputedStyle(link);
  return {
    overflow: scrollWidth > clientWidth ? `${scrollWidth} px in ${clientWidth} px` : undefined,
    outside: outside.map((element) => element.outerHTML.slice(0, 60)),
    background: getComputedStyle(document.body).backgroundColor,
    sheets: [...document.styleSheets].map((sheet) => sheet.cssRules.length),
    focus: link && {
      is: document.activeElement === link && link.matches(":focus-visible"),
      width: outline.outlineStyle === "none" ? 0 : parseFloat(outline.outlineWidth),
      color: outline.outlineColor,
    },
    violations: globalThis.__violations,
    text: document.body.innerText.length,
  };
}

/** Makes `-webkit-text-fill-color` read as `color`. Runs in the page. */
function read_color_for_fill() {
  const read = (globalThis.__read = CSSStyleDeclaration.prototype.getPropertyValue);
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    return read.call(this, name === "-webkit-text-fill-color" ? "color" : name);
  };
}

/** Returns the contrast of two colors in the notation of browsers (WCAG 2.2, relative luminance). */
function contrast(one, other) {
  const luminance = (color) => {
    const parts = color.match(/[\d.]+/g).slice(0, 3).map((part) => part / 255);
    const [red, green, blue] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark, bright] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

/** A tab, which checks one page after the other. */
class Tab {
  static async open(browser) {
    const tab = new Tab();
    const context = await browser.newContext();
    tab.page = await context.newPage();
    // CDP and init scripts work under any policy of the page, and do not change it.
    tab.cdp = await context.newCDPSession(tab.page);
    await tab.page.addInitScript(`globalThis.__load_axe = () => { ${axe_source} };`);
    await tab.page.addInitScript(() => {
      globalThis.__violations = [];
      document.addEventListener("securitypolicyviolation", (event) => {
        globalThis.__violations.push(`${event.effectiveDirective} blocks ${event.blockedURI}`);
      });
    });
    tab.page.on("console", (message) => tab.notes.push({ text: message.text(), url: message.location().url }));
    tab.page.on("pageerror", (error) => tab.notes.push({ text: error.message }));
    tab.page.on("request", (request) => tab.requests.push(request.url()));
    return tab;
  }

  async evaluate(expression) {
    const parameters = { expression, awaitPromise: true, returnByValue: true };
    const { result, exceptionDetails } = await this.cdp.send("Runtime.evaluate", parameters);
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  async set_mode({ colorScheme = "light", forcedColors = "none", media = "screen", size }) {
    const features = [
      { name: "prefers-color-scheme", value: colorScheme },
      { name: "forced-colors", value: forcedColors },
    ];
    await Promise.all([
      this.cdp.send("Emulation.setEmulatedMedia", { media, features }),
      this.cdp.send("Emulation.setDeviceMetricsOverride", { ...size, mobile: false }),
    ]);
  }

  /** Checks a page in the given modes, and reports each fault with its mode. */
  async check(page, url, modes, fault) {
    this.notes = [];
    this.requests = [];
    await this.page.goto(url, { waitUntil: "load" });
    await this.evaluate("__load_axe()");
    const backgrounds = new Map();
    for (const mode of modes) {
      await this.set_mode(mode);
      const found = await this.evaluate(`(${measure})()`);
      backgrounds.set(mode.name, found.background);
      const report = (kind, text) => fault(page, kind, text, mode.name);
      this.judge(page, found, report);
      await this.axe(report, mode);
    }
    const found = await this.evaluate("globalThis.__violations");
    for (const violation of found ?? ["no listener for violations"]) fault(page, "policy", violation);
    if (page.kind !== "fragment") {
      if (backgrounds.get("dark") === backgrounds.get("light")) fault(page, "style", "the background is the same in dark and light");
    }
    for (const note of this.notes) {
      // Chromium logs the status of every error page.
      const is_status = note.url === url && note.text.startsWith("Failed to load resource: the server responded with a status of");
      if (!is_status) fault(page, "console", note.text);
    }
    for (const request of this.requests.slice(1)) fault(page, "request", request);
  }

  judge(page, found, report) {
    if (found.overflow) report("width", `the page scrolls sideways: ${found.overflow}`);
    for (const element of found.outside) report("width", `outside of the window: ${element}`);
    if (found.text === 0) report("style", "no text is shown");
    if (page.kind === "fragment") return;
    if (found.background === "rgba(0, 0, 0, 0)" || found.sheets.length !== 1 || found.sheets[0] === 0) {
      report("style", "the style is not in force");
    } else if (found.focus) {
      const { is, width, color } = found.focus;
      if (!is || width < 2 || contrast(color, found.background) < 3) {
        report("focus", `the focus is not visible: ${width} px, ${color} on ${found.background}`);
      }
    }
  }

  async axe(report, { forcedColors }) {
    // In forced colors, Chromium changes `color` alone, but axe-core reads `-webkit-text-fill-color`.
    if (forcedColors) await this.evaluate(`(${read_color_for_fill})()`);
    const { violations, incomplete, passes } = await this.evaluate(
      `axe.run(document, ${JSON.stringify(AXE)}).then((found) => {
        const described = (results) => results.map(({ id, nodes: [{ failureSummary, html }, ...more] }) =>
          [id + ":", failureSummary.split("\\n").slice(1).join(" ").trim(), html.slice(0, 80), more.length > 0 ? "and " + more.length + " more" : ""].join(" "));
        return { violations: described(found.violations), incomplete: described(found.incomplete), passes: found.passes.map((rule) => rule.id) };
      })`,
    );
    if (forcedColors) await this.evaluate("CSSStyleDeclaration.prototype.getPropertyValue = globalThis.__read");
    for (const text of violations) report("axe", text);
    for (const text of incomplete) report("axe", `needs review: ${text}`);
    for (const rule of ["html-has-lang", "color-contrast-enhanced"]) {
      const is_reported = [...violations, ...incomplete].some((text) => text.startsWith(`${rule}:`));
      if (!passes.includes(rule) && !is_reported) report("axe", `the rule ${rule} was not applied`);
    }
  }
}

/** Checks pages in two tabs at a time. Returns the number of checks, one for each page and mode. */
export async function check_in_browser(browser, pages, url_of, modes_of, fault) {
  const left = [...pages];
  let count = 0;
  const work = async () => {
    const tab = await Tab.open(browser);
    // After a key press, browsers show the focus.
    await tab.page.keyboard.press("Tab");
    for (let page = left.shift(); page; page = left.shift()) {
      const modes = modes_of(page);
      await tab.check(page, url_of(page), modes, fault);
      count += modes.length;
    }
  };
  await Promise.all([work(), work()]);
  return count;
}
