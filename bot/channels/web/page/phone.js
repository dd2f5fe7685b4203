/** One person's phone: its head, the talk with Liên, and the field to write in. */
import { dayOf } from "./days.js";
import { make } from "./element.js";
import { recall, remember } from "./keep.js";
import { drawDay, drawMessage, drawWaiting } from "./message.js";
import { Scroll } from "./scroll.js";
import { hearOneTap } from "./taps.js";
import { relabel } from "./words.js";

const TONES = 6;
const TYPING_MS = 12_000;
const DOUBLE_TAP_MS = 1200;

export class Phone {
  unread = 0;
  loaded = false;
  #drawn = new Map();
  #scroll;
  #act;
  #shown = false;
  #typingEnds;
  #pressedAt = new Map();

  /**
   * `act` has `say(phone, text)`, `press(phone, message, button)`, `photo(phone, file)`, `again(item)`, `drop(item)` and
   * `unreadChanged(phone)`. `place` counts the phones; it gives the colour.
   */
  constructor(about, place, act) {
    Object.assign(this, { id: about.id, name: about.name, language: about.language ?? "vi" });
    this.unread = about.unread ?? 0;
    this.#act = act;
    this.#draw(about, place);
    this.#scroll = new Scroll(this.parts.list, () => this.#look());
    const appeared = (entries) => this.#appeared(entries[entries.length - 1].isIntersecting);
    new IntersectionObserver(appeared, { threshold: 0.5 }).observe(this.element);
    document.addEventListener("visibilitychange", () => this.#look());
  }

  /** Shows the person as the server describes her now. */
  update({ name, role, typing }) {
    this.name = name;
    this.parts.name.textContent = name;
    this.parts.role.textContent = role;
    this.setTyping(typing);
  }

  /**
   * Adds messages, in whatever order and however often they come; each is shown once, in order of its id.
   * The first call brings the past, which is neither new nor read out.
   */
  add(messages) {
    const fresh = messages.filter(({ id }) => !this.#drawn.has(id));
    for (const message of fresh) this.#place(message);
    const fromLien = fresh.filter(({ from }) => from === "lien").map(({ id }) => this.#drawn.get(id));
    if (this.loaded) this.#announce(fromLien);
    else this.#startAt(fromLien[fromLien.length - 1]);
    if (fresh.length) this.#tidy();
    this.#scroll.settle();
  }

  /** Shows what is still on its way to the server. */
  showWaiting(items) {
    const again = (item) => this.#act.again(item);
    const drop = (item) => this.#act.drop(item);
    this.parts.waiting.replaceChildren(...items.map((item) => drawWaiting(item, this, { again, drop })));
    this.#scroll.settle();
  }

  /** Whether Liên is writing; it ends by itself should the end never be heard. */
  setTyping(on) {
    clearTimeout(this.#typingEnds);
    this.parts.typing.classList.toggle("is-on", Boolean(on));
    if (on) this.#typingEnds = setTimeout(() => this.setTyping(false), TYPING_MS);
  }

  /** Labels everything in the page's language. */
  relabel() {
    relabel(this.element);
    for (const line of this.parts.messages.querySelectorAll(".day")) line.textContent = dayOf(line.dataset.at);
  }

  #draw(about, place) {
    this.parts = { ...this.#drawHead(), ...this.#drawList(), ...this.#drawField() };
    const { head, list, newest, field } = this.parts;
    const id = `phone-${this.id}`;
    const attributes = { class: `phone tone-${place % TONES}`, id, "data-testid": id };
    const label = { "data-words-label": "phoneOf", "data-words-name": this.name };
    const frame = make("div", { class: "frame" }, head, make("div", { class: "talk" }, list, newest), field);
    this.element = make("section", { ...attributes, ...label }, frame);
    this.update(about);
    relabel(this.element);
  }

  #drawHead() {
    const name = make("h2", { class: "phone-name" });
    const role = make("p", { class: "phone-role" });
    const initial = make("span", { class: "initial", "aria-hidden": "true" }, initialOf(this.name));
    return { name, role, head: make("header", { class: "phone-head" }, initial, make("div", {}, name, role)) };
  }

  #drawList() {
    const label = { "data-words-label": "messagesOf", "data-words-name": this.name };
    const log = { class: "messages", role: "log", "aria-live": "off", "data-testid": "messages" };
    const messages = make("div", { ...log, ...label });
    const waiting = make("div", { class: "waiting" });
    const typing = make("p", { class: "typing", "data-words": "typing", "data-testid": "typing" });
    const list = make("div", { class: "list", tabindex: "0", role: "group", ...label }, messages, waiting, typing);
    hearOneTap(list);
    const down = { type: "button", class: "newest", hidden: true, onclick: () => this.#scroll.toEnd() };
    const newest = make("button", { ...down, "data-words": "newMessages", "data-testid": "new-messages" });
    return { messages, waiting, typing, list, newest };
  }

  #drawField() {
    const id = `say-${this.id}`;
    const label = make("label", { class: "unseen", for: id, "data-words": "sayTo" });
    const say = make("textarea", {
      id,
      rows: "1",
      autocomplete: "off",
      spellcheck: "false",
      enterkeyhint: "send",
      "data-testid": "say-field",
      "data-words-placeholder": "sayTo",
      oninput: () => remember(`draft.${this.id}`, say.value || undefined),
      onkeydown: (event) => this.#keyPressed(event),
    });
    say.value = recall(`draft.${this.id}`, "");
    const send = make("button", { class: "send", "data-testid": "send", "data-words": "send" });
    const onsubmit = (event) => {
      event.preventDefault();
      this.#say();
    };
    return { say, field: make("form", { class: "field", onsubmit }, label, say, send) };
  }

  #keyPressed(event) {
    // Enter also ends a word in Vietnamese input methods; that one does not send.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    this.#say();
  }

  #say() {
    const text = this.parts.say.value;
    if (!text.trim()) return;
    this.parts.say.value = "";
    remember(`draft.${this.id}`, undefined);
    this.#scroll.toEnd();
    this.#act.say(this, text);
  }

  #press(message, button) {
    const now = performance.now();
    if (now - (this.#pressedAt.get(message.id) ?? -Infinity) < DOUBLE_TAP_MS) return;
    this.#pressedAt.set(message.id, now);
    this.#scroll.toEnd();
    if (button.file) this.#act.photo(this, button.file);
    else this.#act.press(this, message, button);
  }

  #place(message) {
    const element = drawMessage(message, this, (...pressed) => this.#press(...pressed));
    const later = [...this.#drawn.keys()].filter((id) => id > message.id);
    const before = later.length ? this.#drawn.get(Math.min(...later)) : null;
    this.parts.messages.insertBefore(element, before);
    this.#drawn.set(message.id, element);
  }

  #announce(fromLien) {
    if (!fromLien.length) return;
    for (const element of fromLien) this.#scroll.add(element);
    this.setTyping(false);
    this.#setUnread(this.unread + fromLien.length);
  }

  #startAt(newest) {
    if (newest) this.#scroll.add(newest);
    this.loaded = true;
    setTimeout(() => this.parts.messages.setAttribute("aria-live", "polite"), 1000);
  }

  /** Marks Liên's newest message in words, whose buttons stand out, and parts the days. */
  #tidy() {
    let day = "";
    let newest = null;
    for (const element of this.parts.messages.querySelectorAll(".message")) {
      element.classList.remove("is-newest");
      if (element.dataset.from === "lien" && !("paper" in element.dataset)) newest = element;
      this.#partDays(element, element.dataset.day !== day);
      day = element.dataset.day;
    }
    newest?.classList.add("is-newest");
  }

  #partDays(element, parted) {
    const above = element.previousElementSibling;
    const line = above?.classList.contains("day") ? above : null;
    if (parted && line?.dataset.day === element.dataset.day) return;
    line?.remove();
    if (parted) element.before(drawDay(element.querySelector("time").dateTime));
  }

  #appeared(shown) {
    this.#shown = shown;
    this.#scroll.settle();
  }

  #look() {
    if (!this.loaded) return;
    const more = !this.#scroll.atEnd;
    this.parts.newest.hidden = !(more && this.unread);
    if (this.#shown && !more && document.visibilityState === "visible") this.#setUnread(0);
  }

  #setUnread(count) {
    if (count === this.unread) return;
    this.unread = count;
    this.#act.unreadChanged(this);
  }
}

/** Vietnamese names end with the name one is called by: "Bác Hoa" → "H". */
export const initialOf = (name) => (name.trim().split(/\s+/).pop()[0] ?? "?").toUpperCase();
