/**
 * The talk of one phone: what has come, what was missed, and what is on its way. Messages are shown
 * once each, in order, however often and in whatever order they come.
 */
import { NoAnswer, pauseAfter } from "./line.js";

const ECHO_MS = 4000;

export class Talk {
  #ask;
  #outgoing;
  #refused;
  #taken;
  #settled = 0; // Up to this message nothing is missing.
  #catching;
  #again = null;
  #ended = false;

  /**
   * `ask(after)` promises `{messages}` newer than a message; `refused(problem)` hears when the server
   * will not say; `taken()` runs whenever messages have been added.
   */
  constructor(phone, outgoing, { ask, refused, taken = () => {} }) {
    this.phone = phone;
    this.#ask = ask;
    this.#outgoing = outgoing;
    this.#refused = refused;
    this.#taken = taken;
  }

  /** Asks for what was missed. One question at a time; asked meanwhile, it is asked once more. */
  catchUp() {
    this.#again ??= Promise.resolve(this.#catching).then(() => {
      this.#again = null;
      this.#catching = this.#fetchMissed();
      return this.#catching;
    });
    return this.#again;
  }

  /** A message came by the line; `live`: nothing can have been lost before it. */
  heard(message, live) {
    // Before the past is there, and after a break, the next catching up must not skip what lies between.
    if (!this.phone.loaded) this.catchUp();
    else this.take([message], live);
  }

  /** Shows messages; `complete`: nothing is missing up to the last of them. */
  take(messages, complete) {
    this.phone.add(messages);
    for (const message of messages) {
      if (message.key) this.#outgoing.arrived(message.key);
      if (complete) this.#settled = Math.max(this.#settled, message.id);
    }
    this.#taken(messages);
  }

  /** What the server took should come back as a message at once; should its event be lost, we ask. */
  async makeSureOf(item) {
    await new Promise((resolve) => setTimeout(resolve, ECHO_MS));
    if (!this.#outgoing.has(item)) return;
    await this.catchUp();
    if (this.#outgoing.has(item)) this.#outgoing.drop(item);
  }

  /** Nothing more is asked for. */
  end() {
    this.#ended = true;
  }

  async #fetchMissed() {
    for (let failures = 0; !this.#ended; failures++) {
      try {
        return this.take((await this.#ask(this.#settled)).messages, true);
      } catch (problem) {
        if (!(problem instanceof NoAnswer || problem.passing)) return this.#refused(problem);
        await new Promise((resolve) => setTimeout(resolve, pauseAfter(failures)));
      }
    }
  }
}
