/** The top bar: the practice club's name and clock, the size of the letters, the language, the phones' tabs. */
import { dayOf, hourOf, shortDayOf } from "./days.js";
import { byId, make } from "./element.js";
import { recall, remember } from "./keep.js";
import { initialOf } from "./phone.js";
import { words } from "./words.js";

const SIZES = 5;
const USUAL_SIZE = 1;

/** Shows club and clock. */
export function showTop(state) {
  byId("club").textContent = state.club;
  byId("now-hour").textContent = hourOf(state.now);
  byId("now-hour").dateTime = state.now;
  byId("now-day").textContent = dayOf(state.now);
  byId("now-lunar").textContent = state.lunar ? `(${state.lunar})` : "";
  byId("short-now").textContent = `${shortDayOf(state.now)} · ${hourOf(state.now)}`;
  for (const button of document.querySelectorAll("[data-language]")) {
    button.setAttribute("aria-pressed", String(button.dataset.language === state.language));
  }
}

/** Sets up the buttons. `forward(step)` promises that the clock has moved, `turnTo(language)` turns the page. */
export function arrangeTop({ forward, turnTo }) {
  setSize(recall("size", USUAL_SIZE));
  onEach("[data-size-step]", ({ sizeStep }) => changeSize(Number(sizeStep)));
  onEach("[data-language]", ({ language }) => turnTo(language));
  onEach("[data-forward]", (data) => moveClock(() => forward(data.forward)));
}

function onEach(selector, act) {
  for (const button of document.querySelectorAll(selector)) {
    button.addEventListener("click", () => act(button.dataset));
  }
}

const size = () => Number(document.documentElement.dataset.size);

const changeSize = (step) => setSize(step ? size() + step : USUAL_SIZE);

function setSize(wanted) {
  const fitting = Math.max(0, Math.min(SIZES - 1, wanted));
  document.documentElement.dataset.size = fitting;
  remember("size", fitting);
}

let moving = false;

async function moveClock(move) {
  if (moving) return;
  moving = true;
  markMoving();
  await move();
  moving = false;
  markMoving();
}

function markMoving() {
  // Not `disabled`: the keyboard's place would be lost.
  for (const button of document.querySelectorAll("[data-forward]")) {
    button.setAttribute("aria-disabled", String(moving));
  }
}

/** One tab a phone; `choose(phone)` runs when it is taken. */
export function drawTab(phone, place, choose) {
  const initial = make("span", { class: "initial", "aria-hidden": "true" }, initialOf(phone.name));
  const name = make("span", { class: "tab-name" }, phone.name);
  const unread = make("span", { class: "unread", "data-testid": "unread" });
  const onclick = () => choose(phone);
  const attributes = { type: "button", class: "tab", "data-testid": `tab-${phone.id}`, onclick };
  const button = make("button", attributes, initial, name, unread);
  return make("li", { class: phone.element.className.replace("phone ", "") }, button);
}

/** Shows in a phone's tab how many messages are new, and whether it is the one in front. */
export function showTab(tab, phone, front) {
  const count = tab.querySelector(".unread");
  count.textContent = phone.unread || "";
  count.setAttribute("aria-label", phone.unread ? words("unread", { count: phone.unread }) : "");
  if (phone.unread) count.setAttribute("role", "img");
  else count.removeAttribute("role");
  if (front) tab.firstElementChild.setAttribute("aria-current", "true");
  else tab.firstElementChild.removeAttribute("aria-current");
}
