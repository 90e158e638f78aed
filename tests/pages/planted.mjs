// Makes copies of a page with one fault each, which the checks must find.

import { createHash } from "node:crypto";

/** Each fault: the change, and the checks that must find it, some in a certain mode. */
const FAULTS = {
  "no language": [(html) => html.replace(/ lang="en"/, ""), ["html-validate", "nu", "axe light"]],
  "no title": [(html) => html.replace(/<title>.*<\/title>\n/, ""), ["html-validate", "nu", "axe light"]],
  "two first headings": [(html) => html.replace("</h1>", "</h1>\n<h1>Again</h1>"), ["html-validate"]],
  "no heading": [(html) => html.replaceAll("h1>", "div>"), ["axe light"]],
  "text outside of landmarks": [(html) => html.replace("<main>", "<p>Lost</p>\n<main>"), ["axe light"]],
  "an element without end": [(html) => html.replace("</h1>", ""), ["html-validate", "nu"]],
  "an unknown property": [styled("p{colour:red}"), ["nu"]],
  "an inline style": [(html) => html.replace("<p>", '<p style="margin:0">'), ["html-validate", "policy"]],
  "a script": [(html) => html.replace("</main>", "<script>document.title = 1</script></main>"), ["policy"]],
  "an event handler": [(html) => html.replace("<main>", '<main onclick="alert(1)">').replace("</main>", "<img src=x onerror=alert(1) alt></main>"), ["policy"]],
  "something from elsewhere": [(html) => html.replace("</main>", '<img src="http://127.0.0.1:9/" alt=""></main>'), ["policy"]],
  "another style than the policy names": [(html) => html.replace("<style>", "<style> "), ["policy", "style light"]],
  "low contrast": [styled("p{color:#999;background:#aaa}"), ["axe light", "axe dark"]],
  "low contrast in the dark": [styled("@media (prefers-color-scheme:dark){p{color:#333}}"), ["axe dark"]],
  "less contrast than AAA": [styled("body{background:#fff}p{color:#767676}"), ["axe light"]],
  "colors of its own against forced ones": [
    styled("@media (forced-colors:active){p{forced-color-adjust:none;color:#777;background:#888}}"),
    ["axe forced colors"],
  ],
  "light text on paper": [styled("@media print{p{color:#ccc}}"), ["axe print"]],
  "wider than a telephone": [styled("main{min-width:21rem}"), ["width 320 px"]],
  "wider when zoomed": [styled("@media (min-width:600px) and (max-width:700px){main{min-width:45rem}}"), ["width 200 %"]],
  "a focus that is not shown": [styled(":focus-visible{outline:none!important}a:focus-visible{outline:none}"), ["focus light"]],
  "no dark colors": [styled("body{background:#fff!important;color:#000!important}"), ["style"]],
};

/** Adds rules to the style. The policy gets the new hash. */
function styled(rules) {
  const add = (html) => html.replace("</style>", `${rules}</style>`);
  add.names_hash = true;
  return add;
}

const hash_of = (html) => createHash("sha256").update(html.match(/<style>(.*)<\/style>/s)[1]).digest("base64");

/** Returns the copies of a page. */
export function planted(page) {
  return Object.entries(FAULTS).map(([name, [change, kinds]], index) => {
    const html = change(page.html);
    if (html === page.html) throw new Error(`${name}: nothing was changed`);
    const headers = { ...page.headers };
    if (change.names_hash) {
      const policy = headers["content-security-policy"];
      headers["content-security-policy"] = policy.replace(hash_of(page.html), hash_of(html));
    }
    return { ...page, file: `planted-${index}.html`, html, headers, planted: name, kinds };
  });
}

/** Returns the planted faults that a check did not find, each with the check. */
export function not_found(copies, found) {
  return copies.flatMap(({ file, planted, kinds }) =>
    kinds
      .filter((kind) => !found.some((fault) => fault.file === file && (fault.kind === kind || `${fault.kind} ${fault.mode}` === kind)))
      .map((kind) => `planted fault not found by ${kind}: ${planted}`),
  );
}
