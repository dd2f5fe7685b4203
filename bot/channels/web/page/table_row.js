/** One person at the meeting table: what is due, what was entered, and the fields to enter more. */
import { make } from "./element.js";
import { listed, withGift } from "./table_state.js";
import { figures, nothing, PARTS, total, typed } from "./table_sums.js";
import { words } from "./words.js";

const say = (part, sum) => words("part", { part: words(`${part}Said`), sum: figures(sum) });
const capital = (text) => text[0].toUpperCase() + text.slice(1);
const button = (name, press, values = {}, kind = "") =>
  make("button", { type: "button", class: `table-press ${kind}`, onclick: press }, words(name, values));

export class TableRow {
  #state;
  #changed;
  #correcting; // The entry that is being corrected.
  #doubt; // What has to be answered before the typed sums are written.
  #open = false;

  constructor(person, state, changed) {
    this.#state = state;
    this.#changed = changed;
    this.element = make("li", { class: "table-person", "data-testid": "table-person" });
    this.update(person);
  }

  /** Draws it anew where something is different; what is being typed stays. */
  update(person) {
    this.person = person;
    const seen = JSON.stringify([person, this.#entries, this.#open, this.#doubt, this.#correcting, document.documentElement.lang]);
    if (seen === this.seen) return;
    this.seen = seen;
    const focused = this.element.contains(document.activeElement) ? document.activeElement : null;
    const values = this.#typedTexts();
    this.element.replaceChildren(...this.#drawn());
    for (const input of this.element.querySelectorAll("input")) {
      if (values[input.name] !== undefined) input.value = values[input.name];
      this.#echo(input);
    }
    if (focused) this.#focusAgain(focused);
  }

  /** Who works with keys stays where she was, or at the person if that is gone. */
  #focusAgain(was) {
    const buttons = [...this.element.querySelectorAll("button")];
    const same = was.name
      ? this.element.querySelector(`[name="${was.name}"]`)
      : buttons.find((each) => each.className === was.className && each.textContent === was.textContent);
    (same ?? this.element.querySelector(".table-name")).focus();
  }

  matches(text) {
    const said = plain(text);
    if (/^\d+$/.test(said)) return String(this.person.number) === said;
    return said.split(/\s+/).every((part) => plain(this.person.name).includes(part));
  }

  get #entries() {
    return this.#state.of(this.person.member);
  }

  #drawn() {
    const { person } = this;
    const entries = this.#entries;
    const sums = this.#state.sums(entries);
    const head = make(
      "button",
      { type: "button", class: "table-name", "aria-expanded": String(this.#open), onclick: () => this.#toggle() },
      make("b", {}, `${person.number}. ${capital(person.name)}`),
      make("span", { class: "table-due" }, total(person.due) ? words("due", { sums: listed(person.due, say) }) : words("nothingDue")),
    );
    if (total(sums)) {
      const waits = entries.some((entry) => entry.waits) ? ` · ${words("notSentYet")}` : "";
      head.append(make("span", { class: "table-has", "data-testid": "table-has" }, words("has", { sums: listed(sums, say) }) + waits));
    }
    const parts = [head];
    for (const entry of entries) if (entry.question) parts.push(this.#drawQuestion(entry));
    if (person.due.fee && !entries.length && !this.#open) {
      const values = { sum: figures(person.due.fee) };
      parts.push(button("asExpected", () => this.#enter({ ...nothing(), fee: person.due.fee }), values, "is-main"));
    }
    if (this.#doubt) parts.push(this.#drawDoubt());
    else if (this.#open) parts.push(this.#drawForm(), this.#drawEntries(entries));
    return parts;
  }

  // --- What is entered ---

  #drawForm() {
    const { due, months } = this.person;
    const shown = this.#correcting?.sums ?? nothing();
    const fields = PARTS.map((part) => {
      const id = `table-${this.person.member}-${part}`;
      const beside = due[part] ? words("dueBeside", { sum: figures(due[part]) }) : "";
      const input = make("input", {
        id,
        name: part,
        inputmode: "numeric",
        autocomplete: "off",
        value: shown[part] ? figures(shown[part]) : "",
        "aria-describedby": `${id}-reads`,
        oninput: () => this.#echo(input),
      });
      const fill = () => {
        input.value = figures(due[part]);
        this.#echo(input);
      };
      const suggested = make("button", { type: "button", class: "table-suggested", onclick: fill }, beside);
      return make(
        "div",
        { class: "table-field" },
        make("label", { for: id }, words(part)),
        make("div", { class: "table-beside" }, input, ...(beside ? [suggested] : [])),
        make("span", { class: "table-reads", id: `${id}-reads`, "aria-live": "polite" }),
      );
    });
    const onsubmit = (event) => {
      event.preventDefault();
      this.#submit();
    };
    const enter = make("button", { class: "table-press is-main", "data-testid": "table-enter" }, words("enter"));
    const note = make("p", { class: "table-note", role: "status" }, words("thousands"));
    const hint = months ? [make("p", {}, words("feeMonths", { months }))] : [];
    const stop = button("stop", () => this.#stop());
    return make("form", { class: "table-form", onsubmit, novalidate: true }, ...hint, ...fields, note, make("div", { class: "table-ways" }, enter, stop));
  }

  #echo(input) {
    const sum = typed(input.value);
    const reads = this.element.querySelector(`[id="${input.id}-reads"]`);
    if (reads) reads.textContent = Number.isNaN(sum) ? words("notASum") : sum ? words("reads", { sum: figures(sum) }) : "";
    input.setAttribute("aria-invalid", String(Number.isNaN(sum)));
  }

  #typedTexts() {
    return Object.fromEntries([...this.element.querySelectorAll("input")].map((input) => [input.name, input.value]));
  }

  #submit() {
    const texts = this.#typedTexts();
    const sums = Object.fromEntries(PARTS.map((part) => [part, typed(texts[part])]));
    const wrong = PARTS.find((part) => Number.isNaN(sums[part]));
    if (wrong) return this.element.querySelector(`[name="${wrong}"]`).focus();
    if (!total(sums)) {
      this.element.querySelector(".table-note").textContent = words("nothingTyped");
      return undefined;
    }
    return this.#enter(sums);
  }

  #enter(sums, answer) {
    const of = this.#correcting;
    const doubt = this.#state.doubt(this.person, sums, { entry: of?.entry, answer: answer ?? of?.answer });
    if (doubt) {
      this.#doubt = { ...doubt, sums, answer };
      this.#changed();
      return this.element.querySelector(".table-question button")?.focus();
    }
    this.#stop(false);
    return this.#state.write(this.person.member, sums, { of, answer });
  }

  #drawEntries(entries) {
    const list = make("ul", { class: "table-entries" });
    for (const entry of entries) {
      const by = entry.waits ? words("notSentYet") : words("enteredBy", { by: entry.by || words("here"), at: entry.at });
      const what = make("span", {}, `${listed(entry.sums, say)} (${by})`);
      const change = button("change", () => this.#correct(entry));
      const out = button("takeOut", () => this.#state.write(entry.member, entry.sums, { of: entry, removed: true }));
      list.append(make("li", {}, what, make("div", { class: "table-ways" }, change, out)));
    }
    return list;
  }

  // --- Questions ---

  /** A question of the server: two phones have entered what may be the same. */
  #drawQuestion(entry) {
    const { why, said, keeps, rest } = entry.question;
    const write = (sums, more = {}) => this.#state.write(entry.member, sums, { of: entry, ...more });
    const out = ["same", () => write(entry.sums, { removed: true })];
    const ways = {
      twice: [["another", () => write(entry.sums, { answer: "another" })], out],
      told: [["told", () => write(entry.sums, { answer: "told" })], ["another", () => write(entry.sums, { answer: "another" })]],
      too_much: [
        ["back", () => (keeps && total(keeps) ? write(keeps) : write(entry.sums, { removed: true }))],
        ["give", () => write(withGift(keeps, rest))],
      ],
      gone: [["takeOut", out[1]]],
    }[why];
    return this.#asked(said, ways);
  }

  /** A question of the phone's own, before anything is written. */
  #drawDoubt() {
    const { like, keeps, rest, sums, answer } = this.#doubt;
    const drop = () => this.#stop();
    const go = (now, said) => {
      this.#doubt = undefined;
      this.#enter(now, said);
    };
    if (like) {
      const values = { name: capital(this.person.name), sums: listed(like.sums, say), by: like.by || words("here"), at: like.at };
      return this.#asked(words("twice", values), [["another", () => go(sums, "another")], ["same", drop]]);
    }
    const back = () => (total(keeps) ? go(keeps, answer) : drop());
    const ways = [["back", back], ["give", () => go(withGift(keeps, rest), answer)], ["stop", drop]];
    return this.#asked(words("tooMuch", { sum: figures(rest) }), ways);
  }

  #asked(said, ways) {
    const buttons = ways.map(([name, press]) => button(name, press));
    const asked = make("p", {}, make("b", {}, `${words("question")}: `), said);
    return make("div", { class: "table-question", role: "group", "data-testid": "table-question" }, asked, make("div", { class: "table-ways" }, ...buttons));
  }

  // --- Opening and closing ---

  #toggle() {
    if (this.#open) return this.#stop();
    this.#open = true;
    this.#changed();
    return this.element.querySelector("input")?.focus();
  }

  #correct(entry) {
    this.#correcting = entry;
    for (const input of this.element.querySelectorAll("input")) input.value = entry.sums[input.name] ? figures(entry.sums[input.name]) : "";
    this.#changed();
    this.element.querySelector("input")?.focus();
  }

  #stop(draw = true) {
    this.#open = false;
    this.#doubt = this.#correcting = undefined;
    for (const input of this.element.querySelectorAll("input")) input.value = "";
    if (draw) this.#changed();
    this.element.querySelector(".table-name")?.focus();
  }
}

const plain = (text) => text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").trim();
