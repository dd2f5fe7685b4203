/**
 * Days and hours as people read them. The server's instants carry the club's own offset
 * ("2026-11-21T08:00:00+07:00"), so their figures are the club's wall clock wherever the browser stands.
 */
import { words } from "./words.js";

const DAY_MS = 86_400_000;

/** "08:00" */
export const hourOf = (instant) => instant.slice(11, 16);

/** "2026-11-21": equal for instants of one day. */
export const dayKeyOf = (instant) => instant.slice(0, 10);

/** "Thứ bảy, 21/11/2026" */
export function dayOf(instant) {
  return words("dayOf", { weekday: words("weekdays")[weekdayOf(instant)], date: dateOf(instant) });
}

/** "T7 21/11" */
export function shortDayOf(instant) {
  return `${words("weekdaysShort")[weekdayOf(instant)]} ${dateOf(instant).slice(0, 5)}`;
}

/** "Hôm nay", "Ngày mai", "3 ngày nữa", seen from `now`. */
export function distanceOf(instant, now) {
  const days = Math.round((midnightOf(instant) - midnightOf(now)) / DAY_MS);
  if (days <= 0) return words("today");
  return days === 1 ? words("tomorrow") : words("inDays", { count: days });
}

function dateOf(instant) {
  const [year, month, day] = dayKeyOf(instant).split("-");
  return `${day}/${month}/${year}`;
}

const midnightOf = (instant) => Date.parse(`${dayKeyOf(instant)}T00:00:00Z`);
const weekdayOf = (instant) => new Date(midnightOf(instant)).getUTCDay();
