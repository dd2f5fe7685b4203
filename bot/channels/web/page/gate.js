/** The way in: a tap that hands over what the link carried, and what is said where the page is closed. */
import { byId, make } from "./element.js";
import { NoAnswer, pauseAfter, post } from "./line.js";
import { newKey } from "./outgoing.js";
import { words } from "./words.js";

const KEY = "lien.enter.";

/** Asks for the tap. `entered` runs once the page is open. */
export function showGate(carried, entered) {
  const button = make("button", { type: "button", class: "open-page", "data-testid": "open-page" }, words("openPage"));
  const status = make("p", { class: "gate-status", role: "status" });
  button.addEventListener("click", () => open(carried, { button, status, entered }));
  show(
    make("h2", {}, words("hello")),
    make("p", {}, words("helloAgain")),
    button,
    status,
  );
}

/** Says that the page is closed, or what it is, and how one gets in. `why` names the heading, `how` the rest. */
export function showClosed(why, { entered, kept, how = "closedHow" }) {
  const code = make("button", { type: "button", class: "have-code", "data-testid": "have-code" }, words("haveCode"));
  const status = make("p", { class: "gate-status", role: "status" });
  code.addEventListener("click", () => open("", { button: code, status, entered }));
  const lines = [make("h2", { tabindex: "-1", "data-testid": "closed" }, words(why)), make("p", {}, words(how))];
  if (kept) lines.push(make("p", {}, words("closedKept")));
  show(...lines, code, status);
  lines[0].focus();
}

function show(...parts) {
  byId("place").querySelector(".gate, .phone")?.remove();
  byId("place").prepend(make("section", { class: "gate" }, ...parts));
}

async function open(carried, { button, status, entered }) {
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  status.textContent = words("opening");
  try {
    await askUntilAnswered(carried, status);
    history.replaceState(null, "", location.pathname);
    entered();
  } catch (problem) {
    button.removeAttribute("aria-disabled");
    status.textContent = problem.message;
    if (problem.status === 410) showClosed("linkGone", { entered });
  }
}

/** The answer may be lost on its way: the same phone may ask again, by the same key. */
async function askUntilAnswered(carried, status) {
  const key = keyFor(carried);
  for (let failures = 0; ; failures++) {
    try {
      return await post("my/enter", { carried, key });
    } catch (problem) {
      if (!(problem instanceof NoAnswer || problem.status >= 500)) throw problem;
      status.textContent = words("lineLost");
      await new Promise((resolve) => setTimeout(resolve, pauseAfter(failures)));
    }
  }
}

function keyFor(carried) {
  try {
    const name = KEY + carried;
    const key = sessionStorage.getItem(name) ?? newKey();
    sessionStorage.setItem(name, key);
    return key;
  } catch {
    return newKey();
  }
}
