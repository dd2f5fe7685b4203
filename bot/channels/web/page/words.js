/** The page's own words, in both languages. What Liên says comes from the server. */

const WORDS = {
  vi: {
    title: "Liên · Câu lạc bộ thực hành",
    practice: "Thực hành",
    practiceNote: "Đây là câu lạc bộ để tập. Không tin nào ra khỏi máy này.",
    clock: "Đồng hồ",
    forwardHour: "+1 giờ",
    forwardDay: "+1 ngày",
    forwardNext: "Tới việc kế tiếp",
    forwarding: "Đồng hồ đang chạy tới…",
    happened: "Đã xong, bây giờ là {when}. Tin vừa gửi đi: {count}.",
    happenedNothing: "Đã xong, bây giờ là {when}. Không phải gửi tin nào.",
    settings: "Cỡ chữ và ngôn ngữ",
    textSize: "Cỡ chữ",
    smaller: "A−: chữ nhỏ hơn",
    usualSize: "A: chữ vừa",
    larger: "A+: chữ to hơn",
    language: "Ngôn ngữ của trang",
    openPanel: "Việc sắp tới",
    close: "Đóng",
    phones: "Các điện thoại",
    phoneOf: "Điện thoại của {name}",
    messagesOf: "Tin nhắn của {name}",
    unread: "{count} tin mới",
    addPhone: "Thêm điện thoại",
    whosePhone: "Mở điện thoại của ai?",
    searchPeople: "Gõ tên, có dấu hay không dấu đều được",
    searching: "Đang tìm…",
    nobodyFound: "Không thấy ai tên như vậy.",
    opening: "Đang mở các điện thoại…",
    planned: "Liên sẽ làm gì tiếp",
    plannedNothing: "Chưa có việc gì được hẹn.",
    plannedMore: "và {count} việc nữa",
    plannedTo: "gửi {to}",
    today: "Hôm nay",
    tomorrow: "Ngày mai",
    inDays: "{count} ngày nữa",
    sayTo: "Viết cho Liên",
    send: "Gửi",
    sending: "đang gửi…",
    waiting: "đang chờ gửi",
    sent: "đã gửi",
    notSent: "Chưa gửi được.",
    photoOnItsWay: "Ảnh đang gửi",
    photoTooLarge: "Ảnh này lớn quá. Xin chọn ảnh khác.",
    tryAgain: "Gửi lại",
    drop: "Bỏ tin này",
    sentAgain: "Tin gửi lại",
    choices: "Chọn một câu trả lời",
    listen: "Nghe",
    stopListening: "Dừng",
    typing: "Liên đang viết…",
    newMessages: "Tin mới ↓",
    fromLien: "Liên nói:",
    fromMe: "{name} nói:",
    lineLost: "Mất kết nối. Trang đang nối lại; tin đã viết vẫn còn và sẽ tự gửi.",
    noAnswer: "Chưa nối được mạng. Xin thử lại.",
    tryAgainSoon: "Đang đông người. Xin thử lại sau một phút.",
    ourFault: "Lỗi ở phía cháu Liên. Xin thử lại sau ít phút.",
    notTaken: "Cháu Liên chưa đọc được. Nếu dài quá, xin viết làm mấy lần.",
    dayOf: "{weekday}, {date}",
    weekdays: ["Chủ nhật", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy"],
    weekdaysShort: ["CN", "T2", "T3", "T4", "T5", "T6", "T7"],
  },
  en: {
    title: "Liên · Practice club",
    practice: "Practice",
    practiceNote: "This club is for practice. No message leaves this machine.",
    clock: "Clock",
    forwardHour: "+1 hour",
    forwardDay: "+1 day",
    forwardNext: "To the next event",
    forwarding: "The clock is moving on…",
    happened: "Done, it is {when} now. Messages sent: {count}.",
    happenedNothing: "Done, it is {when} now. Nothing had to be sent.",
    settings: "Text size and language",
    textSize: "Text size",
    smaller: "A−: smaller text",
    usualSize: "A: usual text size",
    larger: "A+: larger text",
    language: "Language of the page",
    openPanel: "Coming up",
    close: "Close",
    phones: "Phones",
    phoneOf: "Phone of {name}",
    messagesOf: "Messages of {name}",
    unread: "New messages: {count}",
    addPhone: "Add a phone",
    whosePhone: "Whose phone?",
    searchPeople: "Type a name, with or without accents",
    searching: "Searching…",
    nobodyFound: "Nobody by that name.",
    opening: "Opening the phones…",
    planned: "What Liên does next",
    plannedNothing: "Nothing is planned yet.",
    plannedMore: "and {count} more",
    plannedTo: "to {to}",
    today: "Today",
    tomorrow: "Tomorrow",
    inDays: "In {count} days",
    sayTo: "Write to Liên",
    send: "Send",
    sending: "sending…",
    waiting: "waiting to be sent",
    sent: "sent",
    notSent: "Not sent.",
    photoOnItsWay: "Sending a photo",
    photoTooLarge: "This picture is too large. Please choose another one.",
    tryAgain: "Send again",
    drop: "Drop it",
    sentAgain: "Sent again",
    choices: "Choose an answer",
    listen: "Listen",
    stopListening: "Stop",
    typing: "Liên is writing…",
    newMessages: "New messages ↓",
    fromLien: "Liên says:",
    fromMe: "{name} says:",
    lineLost: "Connection lost. Reconnecting; what you wrote is kept and will be sent.",
    noAnswer: "The server does not answer. Please try again.",
    tryAgainSoon: "Many people are here just now. Please try again in a minute.",
    ourFault: "Something went wrong on our side. Please try again in a few minutes.",
    notTaken: "Liên could not read this. If it is very long, please send it in parts.",
    dayOf: "{weekday} {date}",
    weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    weekdaysShort: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  },
};

let language = "vi"; // As the pages are written.

/** Adds a page's own words to those that all pages share. */
export function learn(more) {
  for (const each of Object.keys(WORDS)) Object.assign(WORDS[each], more[each]);
}

/** The words for `name` in the page's language, with `{…}` filled from `values`. */
export function words(name, values = {}) {
  const text = WORDS[language][name];
  if (typeof text !== "string") return text;
  return text.replace(/\{(\w+)\}/g, (gap, key) => values[key] ?? gap);
}

/** Turns the page to a language it knows and labels everything anew; says whether it changed. */
export function turnTo(wanted) {
  if (!(wanted in WORDS) || wanted === language) return false;
  language = wanted;
  document.documentElement.lang = wanted;
  document.title = words("title");
  relabel(document);
  return true;
}

/**
 * Labels what lies under `root` in the page's language: `data-words` is the text, `data-words-label`
 * the name read aloud, `data-words-placeholder` the placeholder, `data-words-name` fills `{name}`.
 */
export function relabel(root) {
  for (const [attribute, put] of PLACES) {
    const selector = `[data-${attribute}]`;
    const own = root.matches?.(selector) ? [root] : [];
    for (const element of [...own, ...root.querySelectorAll(selector)]) {
      const name = element.getAttribute(`data-${attribute}`);
      put(element, words(name, { name: element.dataset.wordsName }));
    }
  }
}

const PLACES = [
  ["words", (element, text) => (element.textContent = text)],
  ["words-label", (element, text) => element.setAttribute("aria-label", text)],
  ["words-placeholder", (element, text) => element.setAttribute("placeholder", text)],
];
