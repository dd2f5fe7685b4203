/** Sums as they are typed and shown at the meeting table: whole đồng, in figures and in words. */

export const PARTS = ["fee", "interest", "principal", "gift"];
const SCALES = { k: 1000, n: 1000, nghin: 1000, ngan: 1000, nghìn: 1000, ngàn: 1000, tr: 1e6, trieu: 1e6, triệu: 1e6 };
const LARGEST = 1e10;

/** A typed sum in đồng; a number below a thousand is in thousands. NaN if it is none. */
export function typed(text) {
  const found = /^([\d., ]*\d)\s*(\p{L}*)$/u.exec(text.trim().toLowerCase().replace(/\s*(đồng|đ)$/, ""));
  if (!text.trim()) return 0;
  if (!found || (found[2] && !(found[2] in SCALES))) return NaN;
  const parted = /[.,](?!\d{3}(?!\d))/.test(found[1]);
  if (parted) return NaN; // "1,5" has two readings.
  const number = Number(found[1].replace(/[., ]/g, ""));
  const sum = found[2] ? number * SCALES[found[2]] : number && number < 1000 ? number * 1000 : number;
  return sum <= LARGEST ? sum : NaN;
}

/** 1.250.000 */
export const figures = (sum) => String(Math.abs(sum)).replace(/\B(?=(\d{3})+$)/g, ".").replace(/^/, sum < 0 ? "−" : "");

export const nothing = () => ({ fee: 0, interest: 0, principal: 0, gift: 0 });

/** The sum of each part. */
export function added(all) {
  const found = nothing();
  for (const sums of all) for (const part of PARTS) found[part] += sums[part];
  return found;
}

export const repaid = (sums) => sums.interest + sums.principal;
export const total = (sums) => PARTS.reduce((sum, part) => sum + sums[part], 0);

/** Whether both pay a fee, or both a loan, or both give the same gift: perhaps the same money twice. */
export const alike = (one, other) =>
  Boolean((one.fee && other.fee) || (repaid(one) && repaid(other)) || (one.gift && one.gift === other.gift));

/** As much of it as the books can take after what is there. */
export function within(sums, person, before) {
  const fee = Math.min(sums.fee, Math.max(0, person.feeMost - before.fee));
  const room = Math.max(0, person.loanMost - repaid(before));
  const interest = Math.min(sums.interest, room);
  return { fee, interest, principal: Math.min(sums.principal, room - interest), gift: sums.gift };
}

const DIGITS = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
const UNITS = ["", " nghìn", " triệu"];
const SMALL =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(" ");
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

/** The sum in words, without the unit: "một triệu hai trăm năm mươi nghìn". */
export const spelled = (sum, language) => (language === "en" ? english(sum) : sum ? vietnamese(sum) : DIGITS[0]);

function vietnamese(number) {
  const [billions, rest] = [Math.floor(number / 1e9), number % 1e9];
  if (!billions) return belowBillion(rest, false);
  return `${vietnamese(billions)} tỷ${rest ? ` ${belowBillion(rest, true)}` : ""}`;
}

function belowBillion(number, padded) {
  const said = [];
  for (const place of [2, 1, 0]) {
    const group = Math.floor(number / 1000 ** place) % 1000;
    if (group) said.push(belowThousand(group, padded) + UNITS[place]);
    else if (padded && number % 1000 ** place) said.push(`không${UNITS[place]}`);
    padded ||= Boolean(group);
  }
  return said.join(" ");
}

function belowThousand(number, padded) {
  const [hundreds, rest] = [Math.floor(number / 100), number % 100];
  if (!hundreds && !padded) return belowHundred(rest);
  const said = `${DIGITS[hundreds]} trăm`;
  if (!rest) return said;
  return rest < 10 ? `${said} linh ${DIGITS[rest]}` : `${said} ${belowHundred(rest)}`;
}

function belowHundred(number) {
  const [tens, last] = [Math.floor(number / 10), number % 10];
  if (!tens) return DIGITS[last];
  const said = tens === 1 ? "mười" : `${DIGITS[tens]} mươi`;
  if (!last) return said;
  if (last === 5) return `${said} lăm`;
  return `${said} ${last === 1 && tens > 1 ? "mốt" : DIGITS[last]}`;
}

function english(number) {
  for (const [scale, name] of [[1e9, "billion"], [1e6, "million"], [1000, "thousand"], [100, "hundred"]]) {
    if (number < scale) continue;
    const rest = number % scale;
    const joint = rest && rest < 100 ? " and " : " ";
    return `${english(Math.floor(number / scale))} ${name}${rest ? joint + english(rest) : ""}`;
  }
  if (number < 20) return SMALL[number];
  return TENS[Math.floor(number / 10) - 2] + (number % 10 ? `-${SMALL[number % 10]}` : "");
}
