// Serves pages on the loopback interface, each with its status and its header fields.

import { createServer } from "node:http";

// Chromium handles these statuses itself and shows no content. 401 asks for credentials, 407 comes
// from a proxy, and after 408 Chromium repeats the request.
const HANDLED_BY_BROWSERS = [401, 407, 408];

/** Serves pages until `close` is called. `url_of` returns the address of a page. */
export async function serve(pages) {
  const by_path = new Map(pages.map((page) => [`/${encodeURIComponent(page.file)}`, page]));
  const server = createServer((request, response) => {
    const page = by_path.get(request.url);
    if (page === undefined) return response.writeHead(204).end();
    const fields = { ...page.headers, "content-length": Buffer.byteLength(page.html) };
    response.writeHead(HANDLED_BY_BROWSERS.includes(page.code) ? 400 : page.code, fields).end(page.html);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    url_of: (page) => `${origin}/${encodeURIComponent(page.file)}`,
    close: () => (server.closeAllConnections(), server.close()),
  };
}
