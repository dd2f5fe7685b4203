/** The side panel (on a small screen: a sheet) with what the scheduler has planned. */
import { dayKeyOf, distanceOf, hourOf, shortDayOf } from "./days.js";
import { byId, make } from "./element.js";
import { recall, remember } from "./keep.js";
import { words } from "./words.js";

/** Where the panel stands beside the phones; page.css turns at the same width. */
export const WIDE = window.matchMedia("(min-width: 62.5em)");

/** From here on it stands open at first: beside it there is room for four phones at their narrowest. */
const ROOMY_REM = 98;
const panel = byId("panel");
const opener = byId("open-panel");

/** Shows what is planned, by day, seen from `state.now`. */
export function showPlanned(state) {
  const lines = [];
  let day = "";
  for (const plan of state.planned) {
    if (dayKeyOf(plan.at) !== day) lines.push(drawDayOf(plan.at, state.now));
    day = dayKeyOf(plan.at);
    lines.push(drawPlan(plan));
  }
  if (!lines.length) lines.push(make("li", { class: "plan-none" }, words("plannedNothing")));
  byId("planned").replaceChildren(...lines);
  const more = state.planned_more;
  byId("planned-more").textContent = more ? words("plannedMore", { count: more }) : "";
}

function drawDayOf(at, now) {
  const day = make("strong", {}, shortDayOf(at));
  return make("li", { class: "plan-day" }, day, ` · ${distanceOf(at, now)}`);
}

function drawPlan({ at, to, what }) {
  const time = make("time", { datetime: at }, hourOf(at));
  const text = make("p", {}, make("span", { class: "plan-what" }, what));
  if (to) text.append(make("span", { class: "plan-to" }, words("plannedTo", { to })));
  return make("li", { class: "plan", "data-testid": "plan" }, time, text);
}

/** Sets up opening and closing, and where the clock and the settings stand. */
export function arrangePanel() {
  opener.addEventListener("click", () => (panel.open ? close() : open()));
  byId("close-panel").addEventListener("click", close);
  panel.addEventListener("click", (event) => event.target === panel && !WIDE.matches && close());
  panel.addEventListener("close", noteWhetherOpen);
  WIDE.addEventListener("change", fit);
  fit();
}

function open() {
  // As a sheet it is modal (focus stays inside, Escape closes); at the side it is one more part of the page.
  if (WIDE.matches) panel.open = true;
  else panel.showModal();
  noteWhetherOpen();
  if (WIDE.matches) remember("panel", true);
}

function close() {
  panel.close();
  noteWhetherOpen();
  if (WIDE.matches) remember("panel", false);
}

function fit() {
  if (panel.open) panel.close();
  byId(WIDE.matches ? "top-tools" : "panel-tools").append(byId("clock"));
  byId(WIDE.matches ? "strip-tools" : "panel-tools").append(byId("settings"));
  if (WIDE.matches) panel.open = recall("panel", isRoomy());
  noteWhetherOpen();
}

function isRoomy() {
  const rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
  return window.innerWidth >= ROOMY_REM * rem;
}

const noteWhetherOpen = () => opener.setAttribute("aria-expanded", String(panel.open));
