/** A paper that was lent: a tap hands over what the link carried, then the file is opened as any other. */

const WORDS = {
  vi: {
    hello: "Giấy gửi riêng cho một người",
    how: "Mời bấm nút dưới đây để mở giấy. Xin đừng chuyển đường dẫn này cho ai.",
    open: "Mở giấy",
    opening: "Đang mở…",
    gone: "Đường dẫn này đã hết hạn. Xin nói với cháu Liên gửi lại giấy.",
    lost: "Mất mạng. Xin bấm lại một lần nữa.",
    later: "Chưa mở được. Xin bấm lại sau một phút.",
    here: "Giấy đã về máy này. Chưa thấy thì mời bấm lại.",
  },
  en: {
    hello: "A paper for one person alone",
    how: "Press the button to open the paper. Please pass this link on to nobody.",
    open: "Open the paper",
    opening: "Opening…",
    gone: "This link holds no more. Please ask for the paper again in your chat with Liên.",
    lost: "No network. Please press once more.",
    later: "It could not be opened. Please press again in a minute.",
    here: "The paper is on this phone now. If you do not see it, press again.",
  },
};

const language = navigator.language.startsWith("en") ? "en" : "vi";
const words = WORDS[language];
const byId = (id) => document.getElementById(id);

document.documentElement.lang = language;
for (const name of ["hello", "how", "open"]) byId(name).textContent = words[name];

byId("starting").remove();
byId("ask").hidden = false;

let isAsking = false; // Two taps in a row are one.

byId("open").addEventListener("click", async () => {
  if (isAsking) return;
  isAsking = true;
  byId("status").textContent = words.opening;
  try {
    const answer = await fetch("open", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ secret: location.hash.slice(1) }),
    });
    const isGone = answer.status === 410 || answer.status === 400;
    byId("status").textContent = answer.ok ? words.here : isGone ? words.gone : words.later;
    if (answer.ok) location.assign("file");
  } catch {
    byId("status").textContent = words.lost;
  }
  isAsking = false;
});
