/** The line to the server: questions, messages and the stream of what happens. */
import { words } from "./words.js";

const PATIENCE_MS = 20_000;
const LONGEST_PAUSE_MS = 30_000;

/** The server answered, and its answer was no. `message` is a sentence to show, in the page's words. */
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
    response = await fetch(path, { ...options, signal: endsAfter(patience) });
    text = await response.text();
  } catch (cause) {
    throw new NoAnswer(path, { cause });
  }
  const answer = jsonOrNothing(text);
  if (response.ok) return answer;
  throw new Refusal(sentenceOf(response.status, answer), response.status);
}

/** Ends a request after so many milliseconds; many phones know no shorter way. */
function endsAfter(milliseconds) {
  const ending = new AbortController();
  setTimeout(() => ending.abort(), milliseconds);
  return ending.signal;
}

/** What the books refuse is said in the person's own words; of the rest she needs to know what to do. */
function sentenceOf(status, answer) {
  if (status === 409 && answer.error) return answer.error;
  if (status === 429) return words("tryAgainSoon");
  return words(status >= 500 ? "ourFault" : "notTaken");
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
