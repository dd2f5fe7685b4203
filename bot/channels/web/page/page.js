/** Puts the page together: the state of the practice club, its phones, and the line to the server. */
import { hourOf, shortDayOf } from "./days.js";
import { byId } from "./element.js";
import { recall, remember } from "./keep.js";
import { listen, NoAnswer, post, read } from "./line.js";
import { bringForward, showConnection, showProblem, showProgress } from "./notices.js";
import { Outgoing } from "./outgoing.js";
import { arrangePeople } from "./people.js";
import { Phone } from "./phone.js";
import { Pictures } from "./pictures.js";
import { arrangePanel, showPlanned, WIDE } from "./planned.js";
import { Talk } from "./talk.js";
import { arrangeTop, drawTab, showTab, showTop } from "./top.js";
import { offerVoices } from "./voice.js";
import { turnTo, words } from "./words.js";

const CLOCK_PATIENCE_MS = 300_000;

/** id → {phone, tab, talk} */
const places = new Map();
let front = recall("front", null);
let live = false;
let connections = 0;
let state = null;

const outgoing = new Outgoing({
  path: ({ phone, does }) => `/try/phones/${encodeURIComponent(phone)}/${does}`,
  changed: showWaiting,
  taken: (item) => places.get(item.phone)?.talk.makeSureOf(item),
  reached: showConnection,
});

const pictures = new Pictures({
  path: ({ phone }) => `/try/phones/${encodeURIComponent(phone)}/photo`,
  changed: showWaiting,
  taken: ({ phone }) => catchUp(phone),
  reached: showConnection,
});

const act = {
  say: (phone, text) => outgoing.add(phone.id, "say", { text }, text),
  press: (phone, message, { press, label }) =>
    outgoing.add(phone.id, "press", { message: message.id, press, label }, label),
  photo: (phone, file) => pictures.add(phone.id, file),
  again: (item) => (item.file ? pictures : outgoing).tryAgain(item),
  drop: (item) => (item.file ? pictures : outgoing).drop(item),
  unreadChanged: (phone) => showTabOf(phone.id),
};

function showWaiting(id) {
  places.get(id)?.phone.showWaiting([...outgoing.of(id), ...pictures.of(id)]);
}

// --- The state of the practice club ---

function showState(next) {
  // Another practice club has taken this one's place: nothing that is drawn holds any more.
  if (state && next.started !== state.started) return location.reload();
  state = next;
  const turned = turnTo(next.language);
  showTop(next);
  showPlanned(next);
  byId("opening").hidden = next.phones.length > 0;
  const gone = [...places.keys()].filter((id) => !next.phones.some((about) => about.id === id));
  for (const id of gone) removePhone(id);
  for (const about of next.phones) {
    if (places.has(about.id)) places.get(about.id).phone.update(about);
    else addPhone(about);
  }
  if (turned) for (const { phone } of places.values()) phone.relabel();
  if (!places.has(front)) bringToFront(next.phones[0]?.id);
  for (const id of places.keys()) showTabOf(id);
}

function addPhone(about) {
  const phone = new Phone(about, places.size, act);
  const tab = drawTab(phone, places.size, () => choose(phone.id));
  const talk = new Talk(phone, outgoing, { ask: askAfter(about.id), refused: ({ message }) => showProblem(message) });
  places.set(about.id, { phone, tab, talk });
  byId("phones").append(phone.element);
  byId("tabs").append(tab);
  phone.element.classList.toggle("is-front", about.id === front);
  phone.element.addEventListener("focusin", () => bringToFront(phone.id));
  phone.showWaiting(outgoing.of(about.id));
  outgoing.send(about.id);
  catchUp(about.id);
}

function removePhone(id) {
  const { phone, tab, talk } = places.get(id);
  talk.end();
  places.delete(id);
  phone.element.remove();
  tab.remove();
}

function showTabOf(id) {
  const { phone, tab } = places.get(id) ?? {};
  if (tab) showTab(tab, phone, id === front);
}

function bringToFront(id) {
  if (id === undefined || id === front) return;
  front = id;
  remember("front", id);
  for (const { phone } of places.values()) phone.element.classList.toggle("is-front", phone.id === id);
  for (const known of places.keys()) showTabOf(known);
  places.get(id)?.tab.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function choose(id) {
  bringToFront(id);
  const { phone } = places.get(id) ?? {};
  if (!phone) return;
  phone.element.scrollIntoView({ block: "nearest", inline: "center" });
  // With a real keyboard one goes on typing; on a small screen the keyboard would cover the talk.
  if (WIDE.matches) phone.parts.say.focus({ preventScroll: true });
}

// --- Messages ---

/** Asks for what a phone has missed. */
const catchUp = (id) => places.get(id)?.talk.catchUp();

function askAfter(id) {
  return (after) => read(`/try/phones/${encodeURIComponent(id)}/messages?after=${after}`);
}

// --- The line ---

async function opened() {
  const connection = ++connections;
  showConnection(true);
  outgoing.wake();
  await refresh();
  await Promise.all([...places.keys()].map(catchUp));
  live = connection === connections;
}

function lost() {
  connections++;
  live = false;
  showConnection(false);
}

function listenToServer() {
  const heard = {
    message: ({ phone, message }) => places.get(phone)?.talk.heard(message, live),
    state: showState,
    typing: ({ phone, typing = true }) => places.get(phone)?.phone.setTyping(typing),
  };
  listen("/try/events", heard, { opened, lost });
  window.addEventListener("online", () => outgoing.wake());
}

/** Waits for a request, shows what goes wrong, and promises the answer or null. */
async function attempt(request) {
  try {
    return await request;
  } catch (problem) {
    showProblem(problem instanceof NoAnswer ? words("noAnswer") : problem.message);
    return null;
  }
}

async function refresh() {
  const next = await attempt(read("/try/state"));
  if (next) showState(next);
}

// --- What the top bar and the picker do ---

async function forward(step) {
  showProgress("forwarding");
  const answer = await attempt(post("/try/clock", { forward: step }, CLOCK_PATIENCE_MS));
  if (!answer) return showProgress("");
  if (state && answer.now) showTop(Object.assign(state, { now: answer.now }));
  const when = `${hourOf(answer.now)} ${shortDayOf(answer.now)}`;
  showProgress(answer.happened ? "happened" : "happenedNothing", { count: answer.happened, when }, true);
}

async function turnPage(language) {
  if (await attempt(post("/try/language", { language }))) await refresh();
}

async function openPhone(person) {
  const known = new Set(places.keys());
  if (!(await attempt(post("/try/phones", { person: person.id })))) return null;
  await refresh();
  return [...places.keys()].find((id) => !known.has(id)) ?? person.id;
}

async function findPeople(text) {
  const { people } = await read(`/try/people?q=${encodeURIComponent(text)}`);
  return people;
}

for (const dialog of document.querySelectorAll("dialog")) dialog.addEventListener("close", bringForward);
offerVoices();
arrangeTop({ forward, turnTo: turnPage });
arrangePanel();
arrangePeople({ find: findPeople, open: openPhone, show: choose });
listenToServer();
