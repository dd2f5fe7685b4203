/** Building elements. Whatever people wrote is only ever set as text, never read as markup. */

/**
 * Makes an element from its tag, attributes and children (elements or text).
 * An attribute named `on…` is a listener; `false` and `undefined` leave the attribute out.
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/** The element with this id, which the page is known to have. */
export const byId = (id) => document.getElementById(id);
