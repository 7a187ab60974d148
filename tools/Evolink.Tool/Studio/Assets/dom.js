// Small helpers that make and describe elements. Text is always set as text: models and servers write much of it.

export function h(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name in element && typeof value !== "string") element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

const paths = {
  video: "M4 6h11v12H4zM15 10.5l5-3v9l-5-3z",
  image: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9a1 1 0 1 0 .01 0",
  audio: "M9 18V6l10-2v11M9 18a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM19 15a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0z",
  text: "M5 6h14M5 10h14M5 14h14M5 18h8",
  task: "M5 12a7 7 0 1 1 2 5M5 12V7M5 12h5",
  other: "M12 4l8 4.5v7L12 20l-8-4.5v-7zM4 8.5l8 4.5 8-4.5M12 13v7",
  file: "M7 3h7l4 4v14H7zM14 3v4h4",
  upload: "M12 16V5M7 9l5-5 5 5M5 19h14",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  close: "M6 6l12 12M18 6L6 18",
  plus: "M12 5v14M5 12h14",
  copy: "M9 9h11v11H9zM5 15H4V4h11v1",
  again: "M4 12a8 8 0 1 0 3-6.2M4 4v5h5",
  play: "M8 5l11 7-11 7z",
};

export function icon(name, label) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  if (label) {
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", label);
  } else {
    svg.setAttribute("aria-hidden", "true");
  }
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", paths[name] ?? paths.other);
  svg.append(path);
  return svg;
}

/** Text in which names stand in backquotes. */
export function withCode(text) {
  return text.split("`").map((part, index) => index % 2 ? h("code", {}, part) : part);
}

/** A name of JSON as a person would write it. */
export function humanize(name) {
  const words = name.split("_").map(word => /^(urls?|ids?)$/.test(word) ? word.slice(0, word.endsWith("s") ? -1 : undefined).toUpperCase() + (word.endsWith("s") ? "s" : "") : word);
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function formatBytes(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  const units = ["kB", "MB", "GB"];
  let value = bytes / 1024, unit = 0;
  while (value >= 1024 && unit < units.length - 1) { value /= 1024; unit++; }
  return `${value >= 10 ? Math.round(value) : value.toFixed(1)} ${units[unit]}`;
}

export function formatTime(iso) {
  const date = new Date(iso), now = new Date();
  const time = date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  return date.toDateString() === now.toDateString() ? time : `${date.toLocaleDateString([], { day: "numeric", month: "short", year: date.getFullYear() === now.getFullYear() ? undefined : "numeric" })}, ${time}`;
}

export function formatSpan(milliseconds) {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, "0")} s`;
}

export function debounce(action, delay) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, delay);
  };
}

/** Says something to whoever cannot see the page. */
export function announce(text) {
  document.getElementById("status").textContent = text;
}

let ids = 0;
export const newId = () => `f${++ids}`;
