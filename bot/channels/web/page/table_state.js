/**
 * The meeting table as this phone knows it: what the server said last, with what was written here since
 * and is not sent yet laid over it. Everything is remembered, so a reload without a network loses nothing.
 */
import { recall, remember } from "./keep.js";
import { newKey, Outgoing } from "./outgoing.js";
import { added, alike, nothing, PARTS, total, within } from "./table_sums.js";

export class TableState {
  #owner;
  #outgoing;
  // How often the server has taken something since the page was opened.
  kept = 0;

  /** `changed()` runs whenever something is different, `sent()` when the server has taken an entry. */
  constructor({ changed, sent, reached, closed }) {
    const path = () => "my/table/entry";
    const taken = (item) => {
      this.keep(item.body);
      this.#outgoing.drop(item);
      sent();
    };
    this.#outgoing = new Outgoing({ path, changed, taken, reached, closed, kept: "tableEntry." });
  }

  /** Whose phone it is. Another's table is nobody's to read here. */
  begin(owner) {
    this.#owner = owner;
    if (recall("table")?.owner !== owner) remember("table", undefined);
    this.#outgoing.resume(owner);
  }

  /** What the server said, or nothing where no table is open. */
  get known() {
    return recall("table")?.data;
  }

  take(data) {
    if (!data.same) remember("table", data.table ? { owner: this.#owner, data } : undefined);
  }

  /** What the server has taken holds here until it says how the table stands. */
  keep(body) {
    this.kept += 1;
    const data = this.known;
    if (!data || data.table !== body.table) return;
    const others = data.entries.filter(({ entry, version }) => entry !== body.entry || version >= body.version);
    const isThere = others.some(({ entry }) => entry === body.entry);
    if (!body.removed && !isThere) others.push({ ...body, by: "", at: "", question: null });
    remember("table", { owner: this.#owner, data: { ...data, entries: others, revision: "" } });
  }

  get unsent() {
    return this.#items.filter(({ stage }) => stage !== "refused");
  }

  get refused() {
    return this.#items.filter(({ stage }) => stage === "refused");
  }

  drop(item) {
    this.#outgoing.drop(item);
  }

  wake() {
    this.#outgoing.wake();
  }

  /** The entries as they stand here, oldest first; `waits` says which are not sent. */
  entries() {
    const found = new Map((this.known?.entries ?? []).map((entry) => [entry.entry, entry]));
    for (const { body } of this.unsent) {
      if (body.table !== this.known?.table || (found.get(body.entry)?.version ?? 0) >= body.version) continue;
      found.set(body.entry, { ...body, by: "", at: "", question: null, waits: true });
    }
    return [...found.values()].filter(({ removed }) => !removed).sort((one, other) => one.made - other.made);
  }

  /** Those of one person; what is still a question does not count. */
  of(member) {
    return this.entries().filter((entry) => entry.member === member);
  }

  sums(entries) {
    return added(entries.filter(({ question }) => !question).map((entry) => entry.sums));
  }

  /**
   * Why a new or corrected entry has to be asked about before it is written: `{like}`, an entry that may
   * be the same, or `{keeps, rest}`, more than is owed. Undefined if it can be written.
   */
  doubt(person, sums, { entry, answer }) {
    const others = this.of(person.member).filter((other) => other.entry !== entry && !other.question);
    const like = others.find((other) => alike(other.sums, sums));
    if (like && answer !== "another") return { like };
    const keeps = within(sums, person, added(others.map((other) => other.sums)));
    const rest = total(sums) - total(keeps);
    return rest ? { keeps, rest } : undefined;
  }

  /** Writes one version of an entry; a new one without `of`. */
  write(member, sums, { of, answer = of?.answer ?? "", removed = false } = {}) {
    const table = this.known.table;
    const version = (of?.version ?? 0) + 1;
    const made = of ? Math.max(Date.now(), of.made + 1) : Date.now();
    const body = { table, entry: of?.entry ?? newKey(), version, member, sums, answer, removed, made };
    const name = this.known.people.find((person) => person.member === member)?.name ?? "";
    this.#outgoing.add(this.#owner, "table", body, name);
  }

  get #items() {
    return this.#owner === undefined ? [] : this.#outgoing.of(this.#owner);
  }
}

/** More than is owed, given: the rest goes to the Golden Heart fund. */
export const withGift = (keeps, rest) => ({ ...nothing(), ...keeps, gift: keeps.gift + rest });

/** "phí 20.000, lãi 7.000" in the page's words; `say(part, sum)` writes one. */
export const listed = (sums, say) => PARTS.filter((part) => sums[part]).map((part) => say(part, sums[part])).join(", ");
