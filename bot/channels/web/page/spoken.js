/** What a browser's voice is given: whole sums, days with their words, figures of a phone one by one, then the choices. */

const LANGUAGES = {
  vi: {
    day: (day, month, year) => `ngày ${+day} tháng ${+month} năm ${year}`,
    month: (month, year) => `${+month} năm ${year}`,
    answers: "Có thể trả lời.",
    choice: (number) => `Số ${number}`,
  },
  en: {
    day: (day, month, year) =>
      new Date(Date.UTC(year, month - 1, day)).toLocaleDateString("en-GB", {
        day: "numeric",
        month: "long",
        year: "numeric",
        timeZone: "UTC",
      }),
    month: (month, year) =>
      new Date(Date.UTC(year, month - 1)).toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }),
    answers: "You can answer.",
    choice: (number) => `Number ${number}`,
  },
};
const LONGEST_PIECE = 180;

/** The sentences of a message and its big buttons, each short enough for voices that fall silent in long ones. */
export function spokenSentences(message, language) {
  const say = LANGUAGES[language] ?? LANGUAGES.en;
  const labels = (message.buttons ?? []).flat().filter(({ kind }) => kind !== "nav");
  const answers = labels.map(({ label }) => label.replace(/^(\d+)\.\s+/, (_, number) => `${say.choice(number)}: `));
  const lines = [...message.text.split(/\n\s*\n/).map(joined), ...(answers.length ? [say.answers] : []), ...answers];
  return lines.flatMap((line) => pieces(inWords(line, say))).filter((piece) => /\p{L}|\d/u.test(piece));
}

/** Lines that were broken for a large font are one sentence again; a list stays a list. */
const joined = (text) => text.replace(/([^.!?:;\n])\n(?=[^\n•\d–-])/g, "$1 ").replace(/([.!?:;,]?)\n/g, (_, sign) => `${sign || "."} `);

/** Without looking behind, which older phones cannot: one such pattern would stop the whole page there. */
function inWords(text, say) {
  return text
    .replace(/(\d[\d.]* đồng) \([^()\d]+ đồng\)/g, "$1")
    .replace(/\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/g, (_, day, month, year) => say.day(day, month, year))
    .replace(/\b(\d{1,2})\/(\d{4})\b/g, (_, month, year) => say.month(month, year))
    .replace(/\b0\d{2,3}(?: ?\d{3,4}){2}\b/g, (phone) => [...phone.replace(/ /g, ",")].join(" "))
    .replace(/\b\d{1,3}(?:\.\d{3})+\b/g, (sum) => sum.split(".").join(""))
    .replace(/[•*_#“”"()]|\p{Extended_Pictographic}|\u200d|\ufe0f/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** A sentence a piece; one that is too long is cut where it pauses. */
function pieces(text) {
  return (text.match(/[^.!?]+[.!?]*(?=\s|$)|\S+/g) ?? []).flatMap((sentence) =>
    sentence.length > LONGEST_PIECE ? (sentence.match(/.{1,180}(?:[,;:]|\s|$)/g) ?? [sentence]) : [sentence],
  ).map((piece) => piece.trim());
}
