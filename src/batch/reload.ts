/**
 * Pages that a person has open are loaded anew after a build. The policy of the pages allows scripts of their own place
 * and no other connection, so the page asks for a script that the server holds back until something has changed.
 */
import type { ServerResponse } from 'node:http';

/** Where the script lies: no file of an edition begins with a full stop. */
const reloadAddress = '/.reload.js';
const changeAddress = '/.changed.js';

/** What `serve --watch` adds to a page on its way; the file on the disk stays as it is. */
export const reloadTag = `<script src="${reloadAddress}" defer></script>`;

const program = `addEventListener('load', function ask() {
  const script = document.createElement('script');
  script.src = '${changeAddress}?' + Date.now();
  script.onload = () => { script.remove(); ask(); };
  script.onerror = () => { script.remove(); setTimeout(ask, 2000); };
  document.head.append(script);
});
`;

/** A browser gives up on an answer that does not come: after so long it is told to ask again. */
const patience = 25_000;

export class Reload {
  readonly #waiting = new Set<ServerResponse>();

  /** Answers what is asked for here; false for any other address. */
  answer(url: string, response: ServerResponse): boolean {
    const [path] = url.split('?', 1);
    if (path === reloadAddress) script(response, program);
    else if (path === changeAddress) this.#wait(response);
    else return false;
    return true;
  }

  /** Every page that is open is told to load itself anew. */
  changed(): void {
    for (const response of this.#waiting) script(response, 'location.reload();\n');
    this.#waiting.clear();
  }

  #wait(response: ServerResponse): void {
    this.#waiting.add(response);
    const timer = setTimeout(() => {
      if (this.#waiting.delete(response)) script(response, '');
    }, patience);
    response.on('close', () => {
      clearTimeout(timer);
      this.#waiting.delete(response);
    });
  }
}

function script(response: ServerResponse, content: string): void {
  response
    .writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' })
    .end(content);
}
