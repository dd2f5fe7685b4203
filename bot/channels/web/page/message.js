/** One message as it stands in a phone: the bubble, its hour, and the buttons that hang on it. */
import { dayKeyOf, dayOf, hourOf } from "./days.js";
import { make } from "./element.js";
import { spokenSentences } from "./spoken.js";
import { readAloud } from "./voice.js";
import { words } from "./words.js";

const NUMBERED = /^(\d+)\.\s+(.+)$/s;

/** Draws a message. `phone` gives name and language; `press(message, button)` runs when a button is pressed. */
export function drawMessage(message, phone, press) {
  const article = make("article", {
    class: `message from-${message.from}`,
    "data-message": message.id,
    "data-from": message.from,
    "data-day": dayKeyOf(message.at),
    "data-paper": message.file ? "" : undefined,
  });
  article.append(drawBubble(message, phone));
  if (message.buttons?.length) article.append(drawButtons(message, phone, press));
  return article;
}

function drawBubble(message, phone) {
  const foot = make("p", { class: "foot" }, make("time", { datetime: message.at }, hourOf(message.at)));
  if (message.again) foot.append(make("span", { "data-words": "sentAgain" }, words("sentAgain")));
  if (message.from === "lien") foot.append(drawListen(message, phone));
  const text = drawText(message.text, phone);
  const file = message.file ? [drawFile(message)] : [];
  return make("div", { class: "bubble" }, drawSpeaker(message.from, phone), ...file, text, foot);
}

/** A picture is seen at once and opens whole; any other paper is a link that saves it. */
function drawFile({ file, text }) {
  if (!file.picture) {
    return make("a", { class: "paper", href: file.address, download: file.name, "data-testid": "paper" }, file.name);
  }
  const picture = make("img", { class: "picture", src: file.address, alt: text, loading: "lazy", "data-testid": "picture" });
  return make("a", { href: file.address, target: "_blank", rel: "noopener" }, picture);
}

function drawSpeaker(from, phone) {
  const name = from === "lien" ? "fromLien" : "fromMe";
  const attributes = { class: "unseen", "data-words": name, "data-words-name": phone.name };
  return make("p", attributes, words(name, phone));
}

const drawText = (text, phone) =>
  make("p", { class: "text", dir: "auto", lang: phone.language }, withSumsWhole(text));

/** A sum is never broken between its figures and its "đồng". */
const withSumsWhole = (text) => text.replace(/(\d) (đồng)/g, "$1\u00a0$2");

function drawListen(message, phone) {
  const attributes = {
    type: "button",
    class: "listen",
    "data-testid": "listen",
    "data-voice": phone.language,
    "data-words": "listen",
    onclick: (event) => readAloud(event.currentTarget, spokenSentences(message, phone.language), phone.language),
  };
  return make("button", attributes, words("listen"));
}

function drawButtons(message, phone, press) {
  const group = { class: "choices", role: "group", lang: phone.language };
  const label = { "data-words-label": "choices", "aria-label": words("choices") };
  const rows = message.buttons.map((row) =>
    make("div", { class: `row ${rowKind(row)}` }, ...row.map((button) => drawButton(message, button, press))),
  );
  return make("div", { ...group, ...label }, ...rows);
}

const rowKind = (row) => (row.every(({ kind }) => kind === "nav") ? "nav-row" : "answer-row");

function drawButton(message, button, press) {
  if (button.kind === "photo") return drawPhotoButton(message, button, press);
  const attributes = {
    type: "button",
    class: `press ${button.kind}`,
    "data-press": button.press,
    onclick: () => press(message, button),
  };
  return make("button", attributes, ...drawLabel(button.label));
}

/** Opens the phone's own choice of camera and pictures; `press` gets the file. */
function drawPhotoButton(message, button, press) {
  const kinds = { type: "file", accept: "image/jpeg,image/png,image/webp", class: "unseen", tabindex: "-1", "aria-hidden": "true" };
  const input = make("input", { ...kinds, "data-testid": "photo-file" });
  input.addEventListener("change", () => {
    const [file] = input.files;
    if (file) press(message, { ...button, file });
    input.value = ""; // The same picture may be chosen again.
  });
  const attributes = { type: "button", class: "press answer photo", "data-testid": "photo", onclick: () => input.click() };
  return make("span", { class: "photo-choice" }, make("button", attributes, ...drawLabel(button.label)), input);
}

/** "2. Sáu tháng": the figure gets its own field, its dot is not seen; the whole stays readable as text. */
function drawLabel(label) {
  const [, number, rest] = NUMBERED.exec(label) ?? [];
  if (!number) return [make("span", { class: "label" }, withSumsWhole(label))];
  const figure = make("span", { class: "number" }, number, make("span", { class: "dot" }, "."));
  return [figure, " ", make("span", { class: "label" }, withSumsWhole(rest))];
}

/** The line between two days. */
export function drawDay(instant) {
  return make("p", { class: "day", "data-day": dayKeyOf(instant), "data-at": instant }, dayOf(instant));
}

/** Draws what the server has not yet taken, or refused: then `again` and `drop` run at its buttons. */
export function drawWaiting(item, phone, { again, drop }) {
  const attributes = {
    class: `message from-me is-${item.stage}`,
    "data-key": item.key,
    "data-testid": "waiting",
  };
  const bubble = make("div", { class: "bubble" }, drawSpeaker("me", phone), drawText(item.shown, phone));
  if (item.stage === "refused") bubble.append(...drawRefusal(item, { again, drop }));
  else bubble.append(drawStage(item.stage === "taken" ? "sent" : item.tried ? "waiting" : "sending"));
  return make("article", attributes, bubble);
}

const drawStage = (name) => make("p", { class: "foot" }, make("span", { "data-words": name }, words(name)));

function drawRefusal(item, { again, drop }) {
  const choice = (name, act) =>
    make("button", { type: "button", "data-words": name, onclick: () => act(item) }, words(name));
  return [
    make("p", { class: "refusal" }, make("strong", {}, words("notSent")), ` ${item.reason}`),
    make("p", { class: "refusal-choices" }, choice("tryAgain", again), choice("drop", drop)),
  ];
}
