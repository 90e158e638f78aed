// Serves pages on the loopback interface, each with the status and the header fields
// that it was answered with.

import { createServer } from "node:http";

// Chromium takes these as its own business and shows no content: a request for
// credentials that it cannot ask anybody for, an answer of a proxy that it does not use,
// and one after which it sends the request again.
const HANDLED_BY_BROWSERS = [401, 407, 408];

/** Serves pages until `close` is called. `url_of` gives the address of one. */
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
