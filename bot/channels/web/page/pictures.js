/**
 * Pictures on their way to the server. They are made small here first, which spares a slow line; the
 * server makes them anew in any case. Each has a key made once, so a repeat changes nothing. A file
 * does not outlive the page: whoever closes it meanwhile is asked for the picture again.
 */
import { NoAnswer, pauseAfter, postPicture } from "./line.js";
import { newKey } from "./outgoing.js";
import { words } from "./words.js";

const LONGEST_SIDE = 1600;
const PATIENCE_MS = 120_000;
const MOST_TRIES = 6;

export class Pictures {
  #items = [];
  #to;

  /** `path(item)`, `changed(phone)`, `taken(item)`, `reached(yes)` and `closed()` as in Outgoing. */
  constructor(to) {
    this.#to = to;
  }

  /** Items of a phone that have not arrived, oldest first. */
  of(phone) {
    return this.#items.filter((item) => item.phone === phone);
  }

  /** Sends one more. */
  add(phone, file) {
    const item = { key: newKey(), phone, file, shown: words("photoOnItsWay"), stage: "waiting" };
    this.#items.push(item);
    this.#to.changed(phone);
    return this.#send(item);
  }

  /** Sends a refused one again. */
  tryAgain(item) {
    this.drop(item);
    return this.add(item.phone, item.file);
  }

  /** Forgets one. */
  drop(item) {
    this.#items = this.#items.filter(({ key }) => key !== item.key);
    this.#to.changed(item.phone);
  }

  async #send(item) {
    const picture = await madeSmall(item.file);
    const path = `${this.#to.path(item)}?key=${item.key}`;
    for (let tries = 1; this.#items.includes(item); tries++) {
      try {
        await postPicture(path, picture, PATIENCE_MS);
        this.#to.reached(true);
        this.drop(item);
        return this.#to.taken(item);
      } catch (problem) {
        const unheard = problem instanceof NoAnswer;
        this.#to.reached(!unheard);
        if (problem.status === 401) return this.#to.closed?.();
        if (!(unheard || problem.passing) || tries === MOST_TRIES) return this.#refused(item, problem);
        item.tried = true;
        this.#to.changed(item.phone);
        await new Promise((resolve) => setTimeout(resolve, pauseAfter(tries)));
      }
    }
  }

  #refused(item, problem) {
    item.stage = "refused";
    item.reason = problem.status === 413 ? words("photoTooLarge") : "";
    this.#to.changed(item.phone);
  }
}

/** A JPEG of at most so many pixels a side, upright; the file itself where this browser cannot. */
async function madeSmall(file) {
  try {
    const bitmap = await createImageBitmap(file);
    const part = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.max(1, Math.round(bitmap.width * part));
    canvas.height = Math.max(1, Math.round(bitmap.height * part));
    const pencil = canvas.getContext("2d");
    pencil.fillStyle = "white";
    pencil.fillRect(0, 0, canvas.width, canvas.height);
    pencil.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const small = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.85));
    return small && small.size < file.size ? small : file;
  } catch {
    return file;
  }
}
