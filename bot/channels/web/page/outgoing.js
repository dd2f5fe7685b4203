/**
 * What people said and pressed and the server has not yet taken.
 *
 * Each item has a key made here, once; the server does nothing at a repeated key. So an item is kept
 * (across reloads too) and sent again until the server answers, and is never lost nor done twice.
 * One phone's items leave in the order in which they were made; a cry for help waits for none of them.
 */
import { criesForHelp } from "./cries.js";
import { recall, remember, rememberedNames } from "./keep.js";
import { NoAnswer, pauseAfter, post } from "./line.js";

const OLDEST_MS = 20 * 86_400_000;
const MOST_FAULTS = 4;

/** Stages of an item: "waiting" → "taken" (until it comes back as a message) or "refused". */
export class Outgoing {
  #items;
  #prefix;
  #busy = new Set();
  #sleepers = new Set();
  #path;
  #changed;
  #taken;
  #reached;
  #closed;

  /**
   * `path(item)` is where an item goes. `changed(phone)` is called whenever `of(phone)` has become different, `taken(item)` when the server
   * has it, `reached(yes)` after each try with whether the server answered, `closed()` when it no longer
   * knows us: then everything is kept until somebody opens the page again. `kept` is under which names
   * this browser remembers the items.
   */
  constructor({ path, changed, taken, reached, closed = () => {}, kept = "waiting." }) {
    this.#prefix = kept;
    this.#items = restored(kept);
    this.#path = path;
    this.#closed = closed;
    this.#changed = changed;
    this.#taken = taken;
    this.#reached = reached;
    // Another tab of this browser writes, or has sent what it wrote: the order is that of writing.
    window.addEventListener("storage", () => this.#readAgain());
  }

  /** Items of a phone that are not yet among its messages, oldest first. */
  of(phone) {
    return this.#items.filter((item) => item.phone === phone);
  }

  /** Puts one more at the end. `does` is "say" or "press"; `shown` is what the bubble says. */
  add(phone, does, body, shown) {
    const key = newKey();
    const made = Math.max(Date.now(), (this.#items[this.#items.length - 1]?.made ?? 0) + 1);
    const item = { key, phone, does, body: { ...body, key }, shown, made, stage: "waiting" };
    if (does === "say" && criesForHelp(shown)) item.cries = true;
    this.#items.push(item);
    remember(this.#prefix + key, item);
    this.#changed(phone);
    this.send(phone);
  }

  /** Sends what waits on a phone, one after the other, until nothing is left; cries for help beside it. */
  async send(phone) {
    await Promise.all([this.#sendAll(phone, true), this.#sendAll(phone, false)]);
  }

  async #sendAll(phone, cries) {
    const lane = cries ? `cries ${phone}` : phone;
    if (this.#busy.has(lane)) return;
    this.#busy.add(lane);
    let failures = 0;
    for (let item = this.#next(phone, cries); item; item = this.#next(phone, cries)) {
      const answered = await this.#tryOnce(item);
      this.#reached(answered);
      if (answered) failures = 0;
      else await this.#sleep(pauseAfter(failures++));
    }
    this.#busy.delete(lane);
  }

  /** Sends what was kept while the page was closed to this person. */
  resume(phone) {
    for (const item of this.of(phone)) if (item.stage === "kept") item.stage = "waiting";
    this.send(phone);
  }

  /** Ends all pauses: the line seems to be back. */
  wake() {
    for (const wakeUp of this.#sleepers) wakeUp();
  }

  /** A message with this key has come from the server: its item is no longer waiting. */
  arrived(key) {
    const item = this.#items.find((waiting) => waiting.key === key);
    if (item) this.drop(item);
  }

  /** Whether an item has still not come back as a message. */
  has(item) {
    return this.#items.includes(item);
  }

  /** Sends a refused item again, as the last one. */
  tryAgain(item) {
    this.drop(item);
    this.add(item.phone, item.does, item.body, item.shown);
  }

  /** Forgets an item. */
  drop(item) {
    remember(this.#prefix + item.key, undefined);
    this.#items = this.#items.filter(({ key }) => key !== item.key);
    this.#changed(item.phone);
  }

  #next(phone, cries) {
    return this.#items.find((item) => item.phone === phone && item.stage === "waiting" && (item.cries ?? false) === cries);
  }

  async #tryOnce(item) {
    try {
      await post(this.#path(item), item.body);
      this.#settle(item, "taken");
      this.#taken(item);
    } catch (problem) {
      if (problem.status === 401) return this.#kept(item);
      if (problem instanceof NoAnswer || (problem.passing && !isFaulty(item, problem))) return this.#waits(item);
      this.#settle(item, "refused", problem.message);
    }
    return true;
  }

  /** It could not be sent: shown as waiting. */
  #waits(item) {
    if (!item.tried) {
      item.tried = true;
      this.#changed(item.phone);
    }
    return false;
  }

  #kept(item) {
    item.stage = "kept";
    this.#closed();
    return true;
  }

  #readAgain() {
    const stored = restored(this.#prefix);
    const fresh = stored.filter(({ key }) => !this.#items.some((item) => item.key === key));
    const sent = this.#items.filter(({ key, stage }) => stage === "waiting" && !recall(this.#prefix + key));
    if (!fresh.length && !sent.length) return;
    this.#items = [...this.#items.filter((item) => !sent.includes(item)), ...fresh].sort(byMaking);
    for (const phone of new Set([...fresh, ...sent].map((item) => item.phone))) {
      this.#changed(phone);
      this.send(phone);
    }
  }

  #settle(item, stage, reason) {
    Object.assign(item, { stage, reason });
    remember(this.#prefix + item.key, stage === "refused" ? item : undefined); // Until somebody has read why.
    this.#changed(item.phone);
  }

  #sleep(milliseconds) {
    return new Promise((resolve) => {
      const wakeUp = () => {
        clearTimeout(timer);
        this.#sleepers.delete(wakeUp);
        resolve();
      };
      const timer = setTimeout(wakeUp, milliseconds);
      this.#sleepers.add(wakeUp);
    });
  }
}

/** What fails each time by a fault of ours must not hold up for ever all that was said after it. */
function isFaulty(item, { status }) {
  if (status === 500) item.faults = (item.faults ?? 0) + 1;
  return item.faults >= MOST_FAULTS;
}

function restored(kept) {
  const items = rememberedNames(kept).map((name) => recall(name)).filter(Boolean);
  return items.map(unlessTooOld).sort(byMaking);
}

/** The server remembers keys for a month; what is older than that must not be sent by itself. */
const unlessTooOld = (item) =>
  item.made < Date.now() - OLDEST_MS ? { ...item, stage: "refused", reason: "" } : item;

const byMaking = (one, other) => one.made - other.made;

/** A random UUID; browsers give one ready-made only to pages of a secure origin. */
export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
