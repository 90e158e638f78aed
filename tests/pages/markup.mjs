// Validates HTML and CSS with html-validate and with the Nu validator, which needs Java.

import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { HtmlValidate, StaticConfigLoader } from "html-validate";

// The recommended preset, with every rule on.
const CONFIGURATION = {
  root: true,
  extends: ["html-validate:recommended"],
  // The preset allows several headings of level 1.
  rules: { "heading-level": ["error", { allowMultipleH1: false }] },
};

// Exceptions, by page and rule, each with its reason.
const ALLOWED = new Map([
  ["413.long.html long-title", "the sample has a long brand on purpose"],
  ["409.hostile.html long-title", "the sample has a long brand on purpose"],
]);

/** Checks pages with html-validate. Returns the exceptions that no page needs any more. */
export async function html_validate(pages, fault) {
  const validator = new HtmlValidate(new StaticConfigLoader(CONFIGURATION));
  const unused = new Set(ALLOWED.keys());
  for (const page of pages) {
    const report = await validator.validateString(page.html, page.file);
    for (const { ruleId, message, line, column } of report.results.flatMap((result) => result.messages)) {
      if (ALLOWED.has(`${page.file} ${ruleId}`)) unused.delete(`${page.file} ${ruleId}`);
      else fault(page, "html-validate", `${line}:${column}: ${message} (${ruleId})`);
    }
  }
  return [...unused].map((exception) => `the exception for ${exception} is not needed any more`);
}

/** Checks the files of pages with the Nu validator. Warnings and notes count as faults. */
export async function nu(pages, fault) {
  const require = createRequire(import.meta.url);
  const jar = join(dirname(require.resolve("vnu-jar/package.json")), "build", "dist", "vnu.jar");
  const java = ["-Xss2m", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always"];
  const files = pages.map((page) => page.path);
  const { stdout } = await promisify(execFile)("java", [...java, ...files], { maxBuffer: 1 << 26 });
  const by_file = new Map(pages.map((page) => [page.file, page]));
  for (const { type, subType, message, url, lastLine, lastColumn } of JSON.parse(stdout).messages) {
    const page = by_file.get(decodeURIComponent(basename(url ?? "")));
    fault(page ?? { file: url }, "nu", `${lastLine}:${lastColumn}: ${subType ?? type}: ${message}`);
  }
}
