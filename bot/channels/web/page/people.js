/** The picker: whose phone to open next. */
import { byId, make } from "./element.js";
import { words } from "./words.js";

const TYPING_PAUSE_MS = 200;
const dialog = byId("people");
const search = byId("people-search");
const status = byId("people-status");

let asked = 0;
let lookNow;
let typing;

/**
 * Sets the picker up. `find(text)` promises people, `open(person)` the id of the phone or null;
 * `show(id)` brings it to the front.
 */
export function arrangePeople({ find, open, show }) {
  const look = () => showFound(find, (person) => choose(person, open, show));
  lookNow = look;
  byId("add-phone").addEventListener("click", () => {
    search.value = "";
    dialog.showModal();
    search.focus();
    look();
  });
  byId("close-people").addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    takeFirst();
  });
  search.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(look, TYPING_PAUSE_MS);
  });
}

/** Enter takes the first of those found; while the search still runs, as soon as it has found them. */
async function takeFirst() {
  clearTimeout(typing);
  await lookNow();
  byId("people-found").querySelector("button")?.click();
}

async function showFound(find, chosen) {
  const question = ++asked;
  status.textContent = words("searching");
  const people = await find(search.value.trim()).catch((problem) => problem.message);
  if (question !== asked) return; // Typed on meanwhile: a later answer counts.
  const found = Array.isArray(people) ? people : [];
  byId("people-found").replaceChildren(...found.map((person) => drawPerson(person, chosen)));
  status.textContent = found.length ? "" : found === people ? words("nobodyFound") : people;
}

function drawPerson(person, chosen) {
  const name = make("span", { class: "person-name" }, person.name);
  const role = make("span", { class: "person-role" }, person.role ?? "");
  const onclick = () => chosen(person);
  const attributes = { type: "button", class: "person", "data-testid": `person-${person.id}`, onclick };
  return make("li", {}, make("button", attributes, name, role));
}

async function choose(person, open, show) {
  const id = await open(person);
  if (id === null) return;
  dialog.close();
  show(id); // Afterwards: closing gives the focus back to where it was.
}
