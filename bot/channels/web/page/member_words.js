/** The words of the members' page, in both languages. */
import { learn } from "./words.js";

learn({
  vi: {
    title: "Liên",
    hello: "Xin chào! Đây là trang nói chuyện với cháu Liên.",
    helloAgain: "Mời bấm nút dưới đây để mở trang. Chỉ phải làm một lần trên điện thoại này.",
    openPage: "Mở trang",
    opening: "Đang mở trang…",
    closedTitle: "Trang này đang đóng",
    closedHow: "Muốn mở lại, mời bấm “Tôi có mã của câu lạc bộ”, hoặc gặp hai người trong ban chủ nhiệm. Còn máy khác đang nói chuyện với cháu Liên thì mời gõ “trang của tôi” ở máy đó.",
    closedKept: "Những lời chưa gửi vẫn được giữ trên máy này.",
    linkGone: "Đường dẫn này không còn mở được nữa",
    haveCode: "Tôi có mã của câu lạc bộ",
    lineLost: "Mất mạng. Xin cứ viết ạ.",
    biggerLetters: "A: đổi cỡ chữ",
    toNewest: "Tới câu hỏi mới nhất",
    stranger: "Khách",
  },
  en: {
    title: "Liên",
    hello: "Hello! Here you talk with Liên.",
    helloAgain: "Press the button to open the page. This is needed only once on this phone.",
    openPage: "Open the page",
    opening: "Opening the page…",
    closedTitle: "This page is closed",
    closedHow: "To open it again, press “I have a club's code”, or see two of your club's board. If another phone of yours still talks with Liên, type “my page” there.",
    closedKept: "What was not sent yet is kept on this phone.",
    linkGone: "This link does not open the page any more",
    haveCode: "I have a club's code",
    lineLost: "No network. Do write.",
    biggerLetters: "A: change the size of letters",
    toNewest: "To the newest question",
    stranger: "Guest",
  },
});
