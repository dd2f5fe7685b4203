/** The line to the server: questions, messages and the stream of what happens. */

const PATIENCE_MS = 20_000;
const LONGEST_PAUSE_MS = 30_000;

/** The server answered, and its answer was no. `message` is a sentence to show. */
export class Refusal extends Error {
  constructor(sentence, status) {
    super(sentence);
    this.status = status;
  }

  /** Whether the same request may succeed later. */
  get passing() {
    return this.status >= 500 || this.status === 408 || this.status === 429;
  }
}

/** Nothing was heard from the server; nobody knows whether it heard us. */
export class NoAnswer extends Error {}

/** Reads JSON from `path`. Throws Refusal or NoAnswer. */
export const read = (path) => request(path, { cache: "no-store" }, PATIENCE_MS);

/** Posts JSON to `path` and reads the answer. Throws Refusal or NoAnswer. */
export function post(path, body, patience = PATIENCE_MS) {
  const headers = { "Content-Type": "application/json" };
  return request(path, { method: "POST", headers, body: JSON.stringify(body) }, patience);
}

/** Posts a picture to `path` and reads the answer. Throws Refusal or NoAnswer. */
export function postPicture(path, picture, patience) {
  const headers = { "Content-Type": picture.type || "image/jpeg" };
  return request(path, { method: "POST", headers, body: picture }, patience);
}

/** Milliseconds to wait after so many failures in a row: growing, jittered, never more than half a minute. */
export function pauseAfter(failures) {
  const longest = Math.min(LONGEST_PAUSE_MS, 500 * 2 ** failures);
  return longest * (0.75 + Math.random() / 4);
}

async function request(path, options, patience) {
  let response, text;
  try {
    response = await fetch(path, { ...options, signal: AbortSignal.timeout(patience) });
    text = await response.text();
  } catch (cause) {
    throw new NoAnswer(path, { cause });
  }
  const answer = jsonOrNothing(text);
  if (response.ok) return answer;
  throw new Refusal(answer.error ?? `${response.status} ${response.statusText}`, response.status);
}

function jsonOrNothing(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}

/**
 * Listens to `path`. `heard` maps names of events to functions of their data; `opened` runs
 * at each (re)connection, when what was missed must be asked for, and `lost` whenever the line breaks.
 * What it returns ends the listening.
 */
export function listen(path, heard, { opened, lost }) {
  let failures = 0;
  let source;
  let ended = false;
  const connect = () => {
    if (ended) return;
    source = new EventSource(path);
    for (const [name, act] of Object.entries(heard)) {
      source.addEventListener(name, (event) => act(jsonOrNothing(event.data)));
    }
    source.onopen = () => {
      failures = 0;
      opened();
    };
    source.onerror = () => {
      lost();
      source.close(); // The browser gives up at an error status; we never do.
      setTimeout(connect, pauseAfter(failures++));
    };
  };
  connect();
  return () => {
    ended = true;
    source.close();
  };
}
