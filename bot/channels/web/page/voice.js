/** Reading aloud with the browser's own voice; where the browser has none for a language, it is not offered. */
import { words } from "./words.js";

const speech = window.speechSynthesis;
let speaking = null;

/** The voice for a language ("vi", "en"), or undefined. */
function voiceFor(language) {
  return speech?.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(language));
}

/** Shows the listen buttons where there is a voice for them, now and when the browser has loaded its voices. */
export function offerVoices() {
  const offer = () => {
    for (const language of ["vi", "en"]) {
      document.documentElement.toggleAttribute(`data-voice-${language}`, Boolean(voiceFor(language)));
    }
  };
  offer();
  speech?.addEventListener?.("voiceschanged", offer);
}

/** Reads sentences aloud and marks `button` meanwhile; pressed again, it falls silent. */
export function readAloud(button, sentences, language) {
  const again = speaking === button;
  silence();
  if (again || !sentences.length) return;
  const utterances = sentences.map((sentence) =>
    Object.assign(new SpeechSynthesisUtterance(sentence), { voice: voiceFor(language), lang: language, rate: 0.9 }),
  );
  const ended = () => speaking === button && silence();
  utterances[utterances.length - 1].onend = ended;
  for (const each of utterances) each.onerror = ended;
  speaking = button;
  mark(button, true);
  for (const each of utterances) speech.speak(each);
}

function silence() {
  const button = speaking;
  speaking = null;
  speech.cancel();
  if (button) mark(button, false);
}

function mark(button, on) {
  button.dataset.words = on ? "stopListening" : "listen";
  button.textContent = words(button.dataset.words);
}
