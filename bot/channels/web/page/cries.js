/**
 * A cry for help goes before everything else that waits on this phone, with and without its marks.
 *
 * Only the order hangs on it: what it means is read by the server, which knows many more words.
 */

const WITHOUT_MARKS = [
  "c(uu|iu)( \\S+)? (toi|tui|bac|ba|ong|me|ma|con|em|voi|mang|giup)|cap cuu|chet mat",
  "(dau|tuc|nhoi) (nguc|tim)|kho tho|(khong|ko|k) tho|tho (khong|ko)|nghet tho|ngat tho",
  "(bi|toi|tui|vua|moi) (nga|te)|te (nga|xiu)|(nga|te) (gay|xuong|trong|o nha|cau thang)|gay (chan|tay|xuong)",
  "dot qu[yi]|tai bien|meo mieng|chay mau|ngat xiu|(bi|nguoi|vua) (ngat|xiu)|(ngat|xiu) roi|bat tinh|co giat",
  "dien giat|ran can|duoi nuoc|ngo doc|nham thuoc|chay (nha|bep)|(nha|bep) chay|(bi|dang) chay|tai nan",
  "muon chet|muon song|bi danh|goi 115|chest pain|i fell|ve fallen|help (me|us)|breath(e|ing)|get up|ambulance|accident",
];
const WRITTEN = /(^|\s)(tự tử|tự vẫn|ngã rồi|té rồi|cháy rồi|đánh tôi|đánh tui)|^(cứu|cíu|kíu|sos)/u;

const BARE = new RegExp(`(^| )(${WITHOUT_MARKS.join("|")})( |$)`);

/** Whether a line may say that somebody is in danger now. Rather once too often. */
export function criesForHelp(text) {
  const said = text.toLowerCase().normalize("NFC");
  return WRITTEN.test(said) || BARE.test(bare(said));
}

const bare = (text) =>
  text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/đ/g, "d")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
