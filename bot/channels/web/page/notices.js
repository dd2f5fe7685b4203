/** The quiet lines over the phones: the connection, the clock on its way, what went wrong. */
import { byId, make } from "./element.js";
import { words } from "./words.js";

const PATIENCE_MS = 2000;
const READING_MS = 10_000;

let lostSince;
let clearing;

/** The line broke or is back. A short break is not worth a word. */
export function showConnection(up) {
  if (up) {
    clearTimeout(lostSince);
    lostSince = undefined;
    show("connection", "");
  }
  // Counted from the first bad news, however much more comes.
  else lostSince ??= setTimeout(() => show("connection", "lineLost"), PATIENCE_MS);
}

/** Says how far something is; `passing` lines go by themselves. */
export function showProgress(name, values, passing = false) {
  clearTimeout(clearing);
  show("progress", name, values);
  byId("progress").classList.toggle("is-busy", Boolean(name) && !passing);
  if (passing) clearing = setTimeout(() => show("progress", ""), READING_MS);
}

/** Shows what went wrong, until it is closed. */
export function showProblem(sentence) {
  bringForward();
  const close = make("button", { type: "button", class: "close", onclick: clear }, words("close"));
  byId("problem").replaceChildren(make("p", {}, sentence), close);
}

/** Puts the notices where they can be seen and heard: a modal dialog silences all that is outside it. */
export function bringForward() {
  const place = document.querySelector("dialog:modal") ?? document.querySelector("[data-notices-here]");
  if (byId("notices").parentElement !== place) place.append(byId("notices"));
}

const clear = () => byId("problem").replaceChildren();

function show(place, name, values) {
  bringForward();
  byId(place).textContent = name ? words(name, values) : "";
}
