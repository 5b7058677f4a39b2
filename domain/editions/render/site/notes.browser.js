// @ts-check
// The notes of a reader of a published edition. They stay in this browser, a note per requirement, in what it keeps for this place
// (localStorage). Nothing is sent: the policy of the pages forbids it.
(() => {
  /** @typedef {{ text: string, checked: boolean, at: string, title: string, here: string }} Note */
  /** @typedef {Note & { key: string }} Kept */

  const EDITION = "[data-own-edition]";

  /** @type {Storage | null} */
  let storage = null;
  try {
    storage = window.localStorage;
    storage.getItem("");
  } catch {
    storage = null;
  }

  /** @param {string} edition @param {string} [key] */
  const nameOf = (edition, key = "") => `herleid-notitie/${edition}/${key}`;

  /** @param {string} edition @param {string} key @returns {Note | null} */
  function read(edition, key) {
    try {
      const note = JSON.parse(storage?.getItem(nameOf(edition, key)) ?? "null");
      if (note === null || typeof note !== "object") return null;
      const word = (/** @type {unknown} */ value) => (typeof value === "string" ? value : "");
      return {
        ...{ text: word(note.text), checked: note.checked === true, at: word(note.at) },
        ...{ title: word(note.title), here: word(note.here) },
      };
    } catch {
      return null;
    }
  }

  /** Keeps a note, or takes it away when nothing is left of it. @param {string} edition @param {string} key @param {Note} note */
  function write(edition, key, note) {
    if (!storage) return false;
    try {
      if (note.text === "" && !note.checked) storage.removeItem(nameOf(edition, key));
      else storage.setItem(nameOf(edition, key), JSON.stringify(note));
      return true;
    } catch {
      return false;
    }
  }

  /** All notes of an edition, by their codes. @param {string} edition @returns {Kept[]} */
  function all(edition) {
    const begin = nameOf(edition);
    const notes = [];
    for (const name of storage ? Object.keys(storage) : []) {
      if (!name.startsWith(begin)) continue;
      const key = name.slice(begin.length);
      const note = read(edition, key);
      if (note) notes.push({ key, ...note });
    }
    const { compare } = new Intl.Collator("nl", { numeric: true });
    return notes.sort((a, b) => compare(a.key, b.key));
  }

  /** What in a part of the page is called so. @param {ParentNode} part @param {string} name */
  const at = (part, name) => /** @type {HTMLElement} */ (part.querySelector(`[data-is="${name}"]`));
  /** @param {string} own @returns {HTMLElement[]} */
  const parts = (own) =>
    [...document.querySelectorAll(`[data-own="${own}"]`)].map(
      (part) => /** @type {HTMLElement} */ (part),
    );
  /** @param {HTMLElement} part */
  const editionOf = (part) => part.dataset.ownEdition ?? "";
  /** @param {HTMLElement} part */
  const wordsOf = (part) => JSON.parse(part.dataset.words ?? "{}");
  /** @param {HTMLElement} part @param {string} time */
  const moment = (part, time) => {
    const date = new Date(time);
    if (Number.isNaN(date.getTime())) return "";
    return date.toLocaleString(part.lang, { dateStyle: "long", timeStyle: "short" });
  };

  /** What is to be looked at again when something was noted, here or in another tab. @type {(() => void)[]} */
  const shown = [];
  const showAll = () => {
    for (const show of shown) show();
  };

  /** @param {HTMLElement} part */
  function writing(part) {
    const edition = editionOf(part);
    const { key = "", title = "", here = "" } = part.dataset;
    const words = wordsOf(part);
    const field = /** @type {HTMLTextAreaElement} */ (at(part, "text"));
    const tick = /** @type {HTMLInputElement} */ (at(part, "checked"));
    const [failed, status, take] = [at(part, "failed"), at(part, "status"), at(part, "take")];
    /** As it was kept when it was last seen here. */
    let seen = "";
    let isLost = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    let said;

    const show = () => {
      // What could not be kept stands in the field alone.
      if (isLost) return;
      const note = read(edition, key);
      seen = note?.text ?? "";
      if (field.value !== seen) field.value = seen;
      tick.checked = note?.checked ?? false;
    };

    const save = () => {
      const other = read(edition, key)?.text ?? "";
      let both = false;
      // Another tab wrote meanwhile and this one did not hear of it: both stay.
      if (other !== seen && other !== "" && !field.value.includes(other)) {
        const { selectionStart, selectionEnd } = field;
        field.value += `${words.between}${other}`;
        field.setSelectionRange(selectionStart, selectionEnd);
        both = true;
      }
      const note = {
        text: field.value,
        checked: tick.checked,
        at: new Date().toISOString(),
        title,
        here,
      };
      isLost = !write(edition, key, note);
      if (!isLost) seen = field.value;
      if (failed.hidden === isLost) failed.hidden = !isLost;
      take.hidden = !(isLost || location.protocol === "file:");
      clearTimeout(said);
      status.textContent = "";
      // Once, when one stops typing: who listens is not told at each letter.
      if (!isLost) {
        said = setTimeout(() => {
          status.textContent = both ? words.both : words.saved;
        }, 800);
      }
    };

    field.addEventListener("input", save);
    tick.addEventListener("change", save);
    take.addEventListener("click", () => {
      const note = {
        text: field.value,
        checked: tick.checked,
        at: new Date().toISOString(),
        title,
        here,
      };
      const address = location.href.split("#")[0] ?? "";
      download(
        `notitie-${key}.txt`,
        "text/plain",
        asText(part, [{ key, ...note }], () => address),
      );
    });
    window.addEventListener("beforeunload", (event) => {
      if (isLost && field.value !== "") event.preventDefault();
    });
    shown.push(show);
    show();
    if (!storage) failed.hidden = false;
    take.hidden = storage !== null && location.protocol !== "file:";
    part.hidden = false;
    if (location.hash === `#${part.id}`) part.scrollIntoView();
  }

  /** @param {HTMLElement} part */
  function mark(part) {
    const show = () => {
      const note = read(editionOf(part), part.dataset.key ?? "");
      at(part, "checked").hidden = !note?.checked;
      at(part, "text").hidden = !note?.text;
      part.hidden = !note;
    };
    shown.push(show);
    show();
  }

  /** @param {HTMLElement} part @param {readonly Note[]} notes */
  function sums(part, notes) {
    at(part, "checkedSum").textContent = String(notes.filter(({ checked }) => checked).length);
    at(part, "notedSum").textContent = String(notes.filter(({ text }) => text !== "").length);
  }

  /** @param {HTMLElement} part */
  function progress(part) {
    const show = () => {
      const notes = all(editionOf(part));
      sums(part, notes);
      part.hidden = notes.length === 0;
    };
    shown.push(show);
    show();
  }

  /** @param {HTMLElement} part */
  function list(part) {
    const edition = editionOf(part);
    const words = wordsOf(part);
    const { root = "", name = "", edition: title = "", number = "" } = part.dataset;
    const [items, status, undo] = [at(part, "items"), at(part, "status"), at(part, "undo")];
    const template = /** @type {HTMLTemplateElement} */ (part.querySelector("template"));
    const addressOf = (/** @type {Note} */ note) =>
      new URL(root + note.here, document.baseURI).href;
    /** What was last removed. @type {Kept[]} */
    let removed = [];

    const show = () => {
      const notes = all(edition);
      sums(part, notes);
      for (const some of part.querySelectorAll('[data-is="some"]')) {
        /** @type {HTMLElement} */ (some).hidden = notes.length === 0;
      }
      at(part, "none").hidden = notes.length > 0;
      items.replaceChildren(
        ...notes.map((note) => {
          const item = document.importNode(template.content, true);
          const link = /** @type {HTMLAnchorElement} */ (at(item, "link"));
          link.textContent = `${note.key} ${note.title}`;
          link.href = `${addressOf(note)}#${NOTE}`;
          at(item, "checked").hidden = !note.checked;
          at(item, "text").textContent = note.text;
          at(item, "text").hidden = note.text === "";
          const time = /** @type {HTMLTimeElement} */ (at(item, "at"));
          time.dateTime = note.at;
          time.textContent = `${words.changed} ${moment(part, note.at)}`;
          const button = at(item, "remove");
          button.setAttribute("aria-label", `${button.textContent} ${note.key}`);
          button.addEventListener("click", () => remove([note]));
          return item;
        }),
      );
    };

    /** @param {Kept[]} notes */
    const remove = (notes) => {
      for (const { key, ...note } of notes)
        write(edition, key, { ...note, text: "", checked: false });
      removed = notes;
      showAll();
      status.textContent = `${words.removed} ${notes.map(({ key }) => key).join(", ")}.`;
      undo.hidden = false;
      // What one pressed is gone; what one may want next is here.
      undo.focus();
    };

    undo.addEventListener("click", () => {
      // What was written anew meanwhile stays.
      for (const { key, ...note } of removed) if (!read(edition, key)) write(edition, key, note);
      removed = [];
      undo.hidden = true;
      showAll();
      status.textContent = words.restored;
      /** @type {HTMLElement | null} */ (items.querySelector("a"))?.focus();
    });
    at(part, "clear").addEventListener("click", () => {
      /** @type {HTMLDetailsElement} */ (part.querySelector("details")).open = false;
      remove(all(edition));
    });
    at(part, "csv").addEventListener("click", () => {
      const lines = [
        words.columns,
        ...all(edition).map((note) => [
          ...[number, note.key, note.title, note.checked ? words.yes : words.no, note.text],
          ...[note.at, addressOf(note)],
        ]),
      ];
      download(`${name}.csv`, "text/csv", `\ufeff${lines.map(csvLine).join("")}`);
    });
    at(part, "txt").addEventListener("click", () => {
      const text = asText(part, all(edition), addressOf);
      download(`${name}.txt`, "text/plain", `${title}\n\n${text}`);
    });
    shown.push(show);
    show();
    at(part, "failed").hidden = storage !== null;
    part.hidden = false;
    for (const without of parts("without")) without.hidden = true;
    for (const others of parts("others")) {
      for (const one of others.querySelectorAll(EDITION)) {
        const other = /** @type {HTMLElement} */ (one);
        other.hidden = all(editionOf(other)).length === 0;
        if (!other.hidden) others.hidden = false;
      }
    }
  }

  const NOTE = "notitie";

  /** @param {HTMLElement} part @param {Kept[]} notes @param {(note: Note) => string} addressOf */
  function asText(part, notes, addressOf) {
    const { columns } = wordsOf(part);
    return notes
      .map((note) =>
        [
          `${note.key} ${note.title}${note.checked ? ` (${columns[3].toLowerCase()})` : ""}`,
          addressOf(note),
          ...(note.text ? [note.text] : []),
          "",
        ].join("\n"),
      )
      .join("\n");
  }

  /** A line for a spreadsheet, which reads nothing in it as a formula. @param {readonly string[]} cells */
  function csvLine(cells) {
    const written = cells.map((cell) => {
      const safe = /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell;
      return `"${safe.replaceAll('"', '""')}"`;
    });
    return `${written.join(";")}\r\n`;
  }

  /** @param {string} name @param {string} type @param {string} text */
  function download(name, type, text) {
    const address = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 60_000);
  }

  for (const part of parts("note")) writing(part);
  for (const part of parts("mark")) mark(part);
  for (const part of parts("progress")) progress(part);
  for (const part of parts("list")) list(part);
  window.addEventListener("storage", showAll);
  // A page that one comes back to may have been set aside for a while.
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) showAll();
  });
})();
