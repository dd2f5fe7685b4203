/**
 * Where a list of messages stands. It follows the talk: what is new comes into view from its first line.
 * As soon as the person scrolls up to read, it stays where she is.
 */

const NEAR_PX = 48;
const MARGIN_PX = 12;
const BURST_MS = 1500;

export class Scroll {
  #list;
  #moved;
  #lastTop = 0;
  #anchor = null;
  #anchoredAt = -Infinity;
  following = true;

  /** `moved` runs after every movement. */
  constructor(list, moved) {
    this.#list = list;
    this.#moved = moved;
    list.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    const watch = new ResizeObserver(() => this.settle());
    watch.observe(list);
    for (const part of list.children) watch.observe(part);
  }

  get atEnd() {
    return this.#lowest() - this.#list.scrollTop < NEAR_PX;
  }

  /** A message has come; those of one moment are read from the first of them. */
  add(element) {
    const now = performance.now();
    if (!this.#anchor || now - this.#anchoredAt > BURST_MS) this.#anchor = element;
    this.#anchoredAt = now;
  }

  /** Goes to the newest message, and follows from there. */
  toEnd() {
    this.following = true;
    this.#anchor = null;
    this.settle();
  }

  /** Puts the list where it belongs after anything has changed. */
  settle() {
    if (this.following && this.#list.clientHeight) this.#list.scrollTop = this.#goal();
    this.#lastTop = this.#list.scrollTop;
    this.#moved();
  }

  #goal() {
    if (!this.#anchor?.isConnected) return this.#lowest();
    const top = this.#anchor.getBoundingClientRect().top - this.#list.getBoundingClientRect().top;
    return Math.min(this.#lowest(), this.#list.scrollTop + top - MARGIN_PX);
  }

  #lowest() {
    return this.#list.scrollHeight - this.#list.clientHeight;
  }

  #scrolled() {
    const top = this.#list.scrollTop;
    if (this.atEnd) this.following = true;
    else if (top < this.#lastTop - 2) this.following = false;
    this.#lastTop = top;
    this.#moved();
  }
}
