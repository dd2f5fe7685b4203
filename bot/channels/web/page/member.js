/** The members' page: one person's talk with Liên, opened by her link, kept when the line breaks. */
import { byId } from "./element.js";
import { showClosed, showGate } from "./gate.js";
import { recall, remember, rememberedNames } from "./keep.js";
import { listen, read } from "./line.js";
import "./member_words.js";
import { showConnection, showProblem } from "./notices.js";
import { Outgoing } from "./outgoing.js";
import { Phone } from "./phone.js";
import { Pictures } from "./pictures.js";
import { MeetingTable } from "./table.js";
import { Talk } from "./talk.js";
import { offerVoices } from "./voice.js";
import { turnTo, words } from "./words.js";

const KEPT_MESSAGES = 20;
const SIZES = 3;

let talk = null;
let live = false;
let connections = 0;
let stopListening = () => {};

const outgoing = new Outgoing({
  path: ({ does }) => `my/${does}`,
  changed: showWaiting,
  taken: (item) => isHere(item.phone) && talk.makeSureOf(item),
  reached: showConnection,
  closed,
});

const pictures = new Pictures({
  path: () => "my/photo",
  changed: showWaiting,
  taken: () => talk?.catchUp(),
  reached: showConnection,
  closed,
});

const act = {
  say: (phone, text) => outgoing.add(phone.id, "say", { text }, text),
  press: (phone, message, { press, label }) => outgoing.add(phone.id, "press", { press, label }, label),
  photo: (phone, file) => pictures.add(phone.id, file),
  again: (item) => (item.file ? pictures : outgoing).tryAgain(item),
  drop: (item) => (item.file ? pictures : outgoing).drop(item),
  unreadChanged: () => {},
};

const table = new MeetingTable({
  say: (text) => talk && act.say(talk.phone, text),
  reached: showConnection,
  closed,
});

function showWaiting(id) {
  if (isHere(id)) talk.phone.showWaiting([...outgoing.of(id), ...pictures.of(id)]);
}

const isHere = (id) => talk?.phone.id === id;

// --- Whose page it is ---

function showOwner(owner) {
  if (!isHere(owner.id)) openTalk(owner);
  const turned = turnTo(owner.language);
  talk.phone.update({ name: owner.name || words("stranger"), role: owner.club });
  byId("whose").textContent = [owner.name, owner.club].filter(Boolean).join(" · ");
  if (turned) talk.phone.relabel();
  remember("owner", owner);
  table.begin(owner.id);
}

function openTalk(owner) {
  turnTo(owner.language);
  byId("place").querySelector(".gate, .phone")?.remove();
  const phone = new Phone({ ...owner, name: owner.name || words("stranger"), role: owner.club }, 0, act);
  phone.element.classList.add("is-front");
  talk = new Talk(phone, outgoing, { ask, refused, taken: keepTalk });
  byId("place").prepend(phone.element);
  byId("to-newest").hidden = byId("size").hidden = false;
  phone.showWaiting(outgoing.of(owner.id));
  outgoing.resume(owner.id);
}

async function ask(after) {
  const answer = await read(`my/messages?after=${after}`);
  showOwner(answer.owner);
  return answer;
}

function refused(problem) {
  if (problem.status === 401) closed();
  else showProblem(problem.message);
}

/** The newest messages stay on the phone, so that the page shows them where there is no network. */
function keepTalk(messages) {
  const known = new Map(recall("talk", []).map((message) => [message.id, message]));
  for (const message of messages) known.set(message.id, message);
  remember("talk", [...known.values()].sort((one, other) => one.id - other.id).slice(-KEPT_MESSAGES));
}

/** The server knows us no more: the page was closed, perhaps because the phone was lost. */
function closed() {
  stopListening();
  talk?.end();
  table.end();
  const id = talk?.phone.id ?? recall("owner", {}).id;
  const was = id !== undefined || recall("was-open", false);
  talk = null;
  showConnection(true);
  byId("to-newest").hidden = true;
  byId("whose").textContent = "";
  // What was said is nobody's to read any more; what was not sent is still the person's own.
  remember("talk", undefined);
  remember("table", undefined);
  remember("owner", undefined);
  for (const name of rememberedNames("draft.")) remember(name, undefined);
  remember("was-open", was || undefined);
  const kept = id !== undefined && outgoing.of(id).length > 0;
  showClosed(was ? "closedTitle" : "newTitle", { entered: begin, kept, how: was ? "closedHow" : "newHow" });
}

// --- The line ---

async function begin() {
  connections++;
  const owner = recall("owner");
  if (owner) {
    showOwner(owner);
    talk.phone.add(recall("talk", []));
  }
  try {
    const answer = await read("my/messages?after=0");
    showOwner(answer.owner);
    talk.take(answer.messages, true);
  } catch (problem) {
    if (problem.status === 401) return closed();
    if (!talk) return retry();
    showConnection(false);
  }
  stopListening();
  stopListening = listen("my/events", { message: heard, owner: showOwner }, { opened, lost });
}

/** Nothing is known yet and nobody answers: there is nothing to show but that. */
function retry() {
  showConnection(false);
  setTimeout(begin, 3000);
}

const heard = ({ message }) => talk?.heard(message, live);

async function opened() {
  const connection = ++connections;
  showConnection(true);
  outgoing.wake();
  table.wake();
  await talk?.catchUp();
  live = connection === connections;
}

function lost() {
  connections++;
  live = false;
  showConnection(false);
  talk?.catchUp(); // Should we not be known any more, this says so.
}

// --- Around it ---

function changeSize(step) {
  const size = (recall("size", 0) + step) % SIZES;
  document.documentElement.dataset.size = size;
  if (step) remember("size", size);
}

function toNewest(event) {
  event.preventDefault();
  const newest = talk?.phone.parts.messages.querySelector(".is-newest");
  const place = newest?.querySelector(".press") ?? talk?.phone.parts.say;
  place?.scrollIntoView({ block: "nearest" });
  place?.focus();
}

if (navigator.language.startsWith("en")) turnTo("en");
changeSize(0);
offerVoices();
byId("size").addEventListener("click", () => changeSize(1));
byId("to-newest").addEventListener("click", toNewest);
window.addEventListener("online", () => outgoing.wake());
// A link that is followed while the page is open changes only what stands behind the "#".
window.addEventListener("hashchange", () => location.hash.length > 1 && location.reload());
navigator.serviceWorker?.register("worker.js").catch(() => {}); // Without it the page needs the network.

const carried = location.hash.slice(1);
if (carried) showGate(carried, () => {
  remember("talk", undefined);
  remember("owner", undefined);
  begin();
});
else begin();
