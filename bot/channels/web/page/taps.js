/**
 * Two taps in a row at one place are one: what stands there by the second is another thing already, and
 * nobody meant that. Fingers tremble; of a mouse only what its owner's machine calls a double click counts.
 * Keys and screen readers press one thing each time and are not asked.
 */
const IN_A_ROW_MS = 500;
const SAME_PLACE_PX = 32;

/** From here on the second tap of two on a button within `root` is heard by nobody. */
export function hearOneTap(root) {
  let last = { timeStamp: -Infinity };
  let pointer = ""; // older browsers do not say it with the click
  const hear = (event) => {
    if (!event.detail || !event.target.closest("button")) return;
    const soon =
      event.timeStamp - last.timeStamp < IN_A_ROW_MS &&
      Math.hypot(event.clientX - last.clientX, event.clientY - last.clientY) < SAME_PLACE_PX;
    const { timeStamp, clientX, clientY } = event;
    last = { timeStamp, clientX, clientY };
    const isMouse = (event.pointerType || pointer) === "mouse";
    const again = isMouse ? event.detail > 1 : soon;
    if (!again) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  root.addEventListener("pointerdown", (event) => (pointer = event.pointerType), { capture: true });
  root.addEventListener("click", hear, { capture: true });
}
