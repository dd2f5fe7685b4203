/**
 * The meeting table: the people of a meeting, group by group, and what each of them gives. It works
 * without a network: the list lies on the phone, and entries wait there until they can be sent.
 */
import { byId, make } from "./element.js";
import { NoAnswer, read } from "./line.js";
import { hearOneTap } from "./taps.js";
import { TableRow } from "./table_row.js";
import { TableState } from "./table_state.js";
import { figures, spelled, total } from "./table_sums.js";
import "./table_words.js";
import { words } from "./words.js";

const LOOK_MS = 5000;

export class MeetingTable {
  #state;
  #say;
  #rows = new Map();
  #parts;
  #find = "";
  #looking;
  #owner;
  #isPressed = false; // What is redrawn under a finger loses its tap.

  /** `say(text)` goes back to the talk and says it there; `closed()` when the server knows us no more. */
  constructor({ say, reached, closed }) {
    this.#say = say;
    const changed = () => this.draw();
    this.#state = new TableState({ changed, sent: () => this.look(), reached, closed });
    byId("open-table").addEventListener("click", () => this.show(true));
    // The phone's own way back leads to the talk as well, and not out of the page.
    window.addEventListener("popstate", () => this.#turn(history.state?.table === true && this.#owner !== undefined));
    window.addEventListener("online", () => this.wake());
    window.addEventListener("storage", () => this.draw());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.look());
    this.#holdStill();
  }

  /** From when a finger or a mouse goes down until it has tapped, nothing is redrawn. */
  #holdStill() {
    const table = byId("table");
    hearOneTap(table);
    table.addEventListener("pointerdown", () => (this.#isPressed = true));
    // Before the tap is heard by what it is on, which may redraw at once.
    table.addEventListener("click", () => (this.#isPressed = false), { capture: true });
    const lifted = () => {
      if (!this.#isPressed) return;
      // The tap itself comes after this and is to be heard first.
      setTimeout(() => {
        this.#isPressed = false;
        this.draw();
      });
    };
    for (const name of ["pointerup", "pointercancel", "blur"]) window.addEventListener(name, lifted);
  }

  begin(owner) {
    if (this.#owner !== owner) {
      this.#owner = owner;
      this.#state.begin(owner);
    }
    this.draw();
    this.look();
  }

  /** Nobody may read it here any more; what was not sent stays. */
  end() {
    this.#owner = undefined;
    clearTimeout(this.#looking);
    this.show(false);
    this.draw();
  }

  wake() {
    this.#state.wake();
    this.look();
  }

  get isShown() {
    return !byId("table").hidden;
  }

  show(yes) {
    if (this.isShown === yes) return;
    this.#turn(yes);
    if (yes) history.pushState({ table: true }, "");
    else if (history.state?.table) history.back();
  }

  #turn(yes) {
    if (this.isShown === yes) return;
    byId("table").hidden = !yes;
    document.body.classList.toggle("at-table", yes);
    this.draw();
    if (yes) {
      this.#parts.heading.focus();
      this.look();
    }
  }

  /** Asks how the table stands, now and, while it is looked at, again and again. */
  async look() {
    clearTimeout(this.#looking);
    const owner = this.#owner;
    if (owner === undefined) return;
    try {
      const { kept } = this.#state;
      const seen = this.#state.known?.revision ?? "";
      const data = await read(`my/table?seen=${encodeURIComponent(seen)}`);
      if (owner !== this.#owner) return;
      // What was asked before something was sent is older than what is known by now.
      if (kept === this.#state.kept) this.#state.take(data);
      this.draw();
    } catch (problem) {
      if (!(problem instanceof NoAnswer || problem.passing || problem.status === 401)) throw problem;
    }
    clearTimeout(this.#looking);
    if (this.isShown) this.#looking = setTimeout(() => this.look(), LOOK_MS);
  }

  draw() {
    const data = this.#owner === undefined ? undefined : this.#state.known;
    const left = this.#owner === undefined ? [] : [...this.#state.unsent, ...this.#state.refused];
    byId("open-table").hidden = !data && !left.length;
    byId("open-table").textContent = words("table");
    if (!this.isShown || this.#isPressed) return;
    this.#parts ??= this.#drawFrame();
    this.#drawHead(data);
    this.#drawList(data);
    this.#drawRefused(data);
  }

  #drawFrame() {
    const heading = make("h2", { tabindex: "-1" });
    const back = make("button", { type: "button", class: "table-press", "data-testid": "back-to-talk", onclick: () => this.show(false) });
    const sums = make("div", { class: "table-sums", role: "status", "data-testid": "table-sums" });
    const sent = make("p", { class: "table-sent", role: "status", "data-testid": "table-sent" });
    const refused = make("div", { role: "alert", "data-testid": "table-refused" });
    const findLabel = make("label", { for: "table-find" });
    const find = make("input", { id: "table-find", type: "search", autocomplete: "off", oninput: () => this.#search(find.value) });
    const list = make("div", { class: "table-list", "data-testid": "table-list" });
    const close = make("button", { type: "button", class: "table-press is-main", "data-testid": "close-table", onclick: () => this.#close() });
    byId("table").replaceChildren(back, heading, sums, sent, refused, make("div", { class: "table-find" }, findLabel, find), list, close);
    return { heading, back, sums, sent, refused, findLabel, find, list, close };
  }

  #drawHead(data) {
    const { heading, back, sums, sent, findLabel, find, close } = this.#parts;
    back.textContent = words("backToTalk");
    close.textContent = words("closeTable");
    findLabel.textContent = words("find");
    heading.textContent = data ? words("tableOf", { day: data.day }) : words("tableGone");
    find.parentElement.hidden = close.hidden = !data;
    const count = this.#state.unsent.length;
    sent.textContent = count ? words("unsent", { count }) : data ? words("allSent") : "";
    sent.classList.toggle("is-waiting", count > 0);
    if (!data) return sums.replaceChildren();
    const entries = this.#state.entries();
    const taken = total(this.#state.sums(entries));
    const paid = new Set(entries.filter(({ question }) => !question).map(({ member }) => member)).size;
    const expected = data.before + data.moved + taken;
    const lines = [
      words("taken", { sum: figures(taken) }),
      words("inWords", { words: spelled(taken, document.documentElement.lang) }),
      words("paidOf", { paid, of: data.people.length }),
      words("before", { sum: figures(data.before) }),
      ...(data.moved ? [words("moved", { sum: figures(data.moved) })] : []),
      words("expected", { sum: figures(expected) }),
    ];
    const said = lines.join("\n");
    if (sums.dataset.said === said) return undefined;
    sums.dataset.said = said;
    return sums.replaceChildren(...lines.map((line) => make("p", {}, line)));
  }

  #drawList(data) {
    const { list } = this.#parts;
    const people = data?.people ?? [];
    for (const person of people) {
      const row = this.#rows.get(person.member);
      if (row) row.update(person);
      else this.#rows.set(person.member, new TableRow(person, this.#state, () => this.draw()));
    }
    const groups = [...new Set(people.map(({ group }) => group))];
    const order = JSON.stringify(people.map(({ member, group }) => [member, group]));
    if (list.dataset.order !== order) {
      list.dataset.order = order;
      list.replaceChildren(...groups.map((group) => this.#drawGroup(group, people)));
      list.append(make("p", { class: "table-nobody", hidden: true }));
    }
    this.#sumGroups(groups, people);
    this.#search(this.#find);
  }

  #drawGroup(group, people) {
    const rows = people.filter((person) => person.group === group).map(({ member }) => this.#rows.get(member).element);
    const heading = make("h3", { "data-group": group });
    return make("section", { class: "table-group" }, heading, make("ul", {}, ...rows));
  }

  #sumGroups(groups, people) {
    const onlyOne = groups.length < 2 && !groups[0];
    for (const heading of this.#parts.list.querySelectorAll("h3")) {
      const { group } = heading.dataset;
      const members = new Set(people.filter((person) => person.group === group).map(({ member }) => member));
      const sum = total(this.#state.sums(this.#state.entries().filter(({ member }) => members.has(member))));
      heading.hidden = onlyOne;
      heading.textContent = words("ofGroup", { group: group || words("noGroup"), sum: figures(sum) });
    }
  }

  #search(text) {
    this.#find = text;
    let found = 0;
    for (const row of this.#rows.values()) {
      const meant = !text.trim() || row.matches(text);
      row.element.hidden = !meant;
      found += meant;
    }
    for (const section of this.#parts.list.querySelectorAll("section")) {
      section.hidden = !section.querySelector("li.table-person:not([hidden])");
    }
    const nobody = this.#parts.list.querySelector(".table-nobody");
    if (!nobody) return;
    nobody.hidden = found > 0 || !text.trim();
    nobody.textContent = words("nobodyHere");
  }

  /** What the server would not take is shown until somebody has read it: nothing goes by itself. */
  #drawRefused(data) {
    const { refused } = this.#parts;
    const items = this.#state.refused;
    const said = JSON.stringify([items.map(({ key }) => key), Boolean(data), document.documentElement.lang]);
    if (refused.dataset.said === said) return;
    refused.dataset.said = said;
    const names = new Map((data?.people ?? []).map(({ member, number, name }) => [member, `${number}. ${name}`]));
    refused.replaceChildren(
      ...(items.length && !data ? [make("p", {}, words("tableGoneKept"))] : []),
      ...items.map((item) => {
        const { member, sums } = item.body;
        const what = `${names.get(member) ?? item.shown}: ${figures(total(sums))}`;
        const reason = make("p", {}, words("refusedEntry", { reason: item.reason || "" }));
        const read_ = make("button", { type: "button", class: "table-press", onclick: () => this.#state.drop(item) }, words("readThat"));
        return make("div", { class: "table-question" }, make("b", {}, what), reason, read_);
      }),
    );
  }

  #close() {
    this.show(false);
    this.#say(words("sayCloseTable"));
  }
}
