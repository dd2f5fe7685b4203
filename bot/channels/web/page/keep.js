/**
 * What this browser remembers.
 * Without storage (private windows, full disk) it remembers until the page closes.
 */

const PREFIX = "lien.";
const unstored = new Map();

/** Remembers a value that JSON can hold; `undefined` forgets it. */
export function remember(name, value) {
  try {
    if (value === undefined) localStorage.removeItem(PREFIX + name);
    else localStorage.setItem(PREFIX + name, JSON.stringify(value));
    unstored.delete(name); // Another tab may change it from now on.
  } catch {
    unstored.set(name, value); // The copy in memory serves until the page closes.
  }
}

/** The remembered value, or `otherwise`. */
export function recall(name, otherwise) {
  if (unstored.has(name)) return unstored.get(name) ?? otherwise;
  try {
    return JSON.parse(localStorage.getItem(PREFIX + name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

/** The names remembered under a prefix, so that many small values need not share one. */
export function rememberedNames(prefix) {
  const names = new Set([...unstored.keys()]);
  try {
    for (const stored of Object.keys(localStorage)) {
      if (stored.startsWith(PREFIX)) names.add(stored.slice(PREFIX.length));
    }
  } catch {
    // Only the names in memory, then.
  }
  return [...names].filter((name) => name.startsWith(prefix));
}
