// A place for files: dropped, chosen, pasted or named by their address, and uploaded at once.

import { upload } from "../api.js";
import { announce, formatBytes, h, icon, newId } from "../dom.js";

export function createMedia(field, context, path) {
  const isList = field.types.includes("array") || Boolean(field.items);
  const media = field.media ?? field.items.media;
  const most = isList ? field.maxItems ?? Infinity : 1;
  const noun = media.kind === "file" ? "a file" : media.kind === "image" ? "an image" : media.kind === "audio" ? "a sound" : `a ${media.kind}`;
  const id = newId();
  let files = [];

  const list = h("ul", { class: "files" });
  const picker = h("input", { id, type: "file", class: "hidden", multiple: most > 1, accept: accepted(media) });
  const choose = h("label", { class: "choose", for: id }, icon("upload"), h("span", {}, h("b", {}, `Choose ${noun}`), " or drop it here"));
  const address = h("input", { type: "url", placeholder: "or paste its address: https://…", "aria-label": `Address of ${noun}`, autocomplete: "off" });
  const box = h("div", { class: "drop" }, list, picker, choose, address);

  picker.addEventListener("change", () => { take([...picker.files]); picker.value = ""; });
  address.addEventListener("change", () => {
    const text = address.value.trim();
    if (text === "") return;
    address.value = "";
    add({ url: text, name: text });
    context.changed();
  });
  address.addEventListener("keydown", event => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    address.dispatchEvent(new Event("change"));
  });
  address.addEventListener("paste", event => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    take([...event.clipboardData.files]);
  });
  box.addEventListener("dragover", event => {
    event.preventDefault();
    box.classList.add("over");
  });
  box.addEventListener("dragleave", event => { if (!box.contains(event.relatedTarget)) box.classList.remove("over"); });
  box.addEventListener("drop", event => {
    event.preventDefault();
    box.classList.remove("over");
    const dropped = [...event.dataTransfer.files];
    const link = event.dataTransfer.getData("text/uri-list");
    if (dropped.length > 0) take(dropped);
    else if (link) { add({ url: link.split("\n")[0], name: link }); context.changed(); }
  });

  function take(chosen) {
    for (const file of chosen.slice(0, most === 1 ? 1 : undefined)) send(file);
  }

  function send(file) {
    const one = add({ name: file.name, size: file.size, local: URL.createObjectURL(file), type: file.type, isSending: true });
    const sending = upload(file, context.model, path, share => {
      // Sent is not yet uploaded: the service has to have it, too.
      if (share < 1) one.bar.value = share;
      else one.bar.removeAttribute("value");
    });
    one.abort = sending.abort;
    const done = sending.done.then(answer => {
      one.url = answer.url;
      one.say(`Uploaded, ${formatBytes(file.size)}`);
      announce(`${file.name} is uploaded.`);
    }, problem => {
      one.isFailed = true;
      one.say(problem.message, true);
      announce(`${file.name}: ${problem.message}`);
    }).finally(() => {
      one.bar.remove();
      fill();
      context.uploads.delete(done);
      context.changed();
    });
    context.uploads.add(done);
    context.changed();
  }

  function add({ url, name, size, local, type, isSending }) {
    if (most === 1) clear();
    const note = h("span", { class: "file-note" }, isSending ? `Uploading, ${formatBytes(size)}` : "By its address");
    const bar = h("progress", { max: 1, value: 0, "aria-label": `Upload of ${name}` });
    const warning = h("span", { class: "file-warning", hidden: true });
    const remove = h("button", { type: "button", class: "quiet round", onclick: () => { drop(one); context.changed(); picker.focus(); } }, icon("close", `Remove ${name}`));
    const one = {
      url, local, bar,
      say(text, isBad = false) {
        note.textContent = text;
        element.classList.toggle("bad", isBad);
      },
    };
    const element = h("li", { class: "file" }, preview(media, local, type, problem => { warning.hidden = false; warning.textContent = problem; }),
      h("span", { class: "file-text" }, h("span", { class: "file-name" }, name), note, warning, isSending && bar), remove);
    one.element = element;
    files.push(one);
    list.append(element);
    fill();
    return one;
  }

  function drop(one) {
    one.abort?.();
    if (one.local) URL.revokeObjectURL(one.local);
    one.element.remove();
    files = files.filter(other => other !== one);
    fill();
  }

  const clear = () => files.slice().forEach(drop);
  const fill = () => {
    box.classList.toggle("full", files.length >= most);
    // A request without the file would be another one, and is paid for.
    picker.setCustomValidity(files.some(one => one.isFailed) ? "A file was not uploaded: remove it, or choose it again." : "");
  };

  return {
    element: box, describe: picker, inputId: id, focusTarget: picker,
    get() {
      const urls = files.map(one => one.url).filter(url => url !== undefined);
      return urls.length === 0 ? undefined : isList ? urls : urls[0];
    },
    set(value) {
      clear();
      for (const url of Array.isArray(value) ? value : value ? [value] : []) add({ url: String(url), name: String(url) });
    },
  };
}

const accepted = media => media.formats.length > 0 ? media.formats.map(format => `.${format}`).join(",") : media.kind === "file" ? undefined : `${media.kind}/*`;

/** Shows a file of this machine. What is named by an address is not fetched: the page asks nobody else for anything. */
function preview(media, local, type, warn) {
  const kind = type?.split("/")[0] || media.kind;
  if (!local) return h("span", { class: "thumb" }, icon(media.kind));
  if (kind === "image") {
    const image = h("img", { class: "thumb", src: local, alt: "" });
    image.addEventListener("load", () => measure(media, { width: image.naturalWidth, height: image.naturalHeight }, warn));
    return image;
  }
  if (kind === "video") {
    const video = h("video", { class: "thumb", src: local, muted: true, preload: "metadata", tabIndex: -1 });
    video.addEventListener("loadedmetadata", () => measure(media, { width: video.videoWidth, height: video.videoHeight, seconds: video.duration }, warn));
    return video;
  }
  if (kind === "audio") {
    const audio = h("audio", { src: local, preload: "metadata" });
    audio.addEventListener("loadedmetadata", () => measure(media, { seconds: audio.duration }, warn));
  }
  return h("span", { class: "thumb" }, icon(media.kind));
}

/** Says what a model will not like about a file, as far as a browser can see it. */
function measure(media, { width, height, seconds }, warn) {
  const problems = [];
  const check = (value, least, most, unit) => {
    if (value === undefined || !Number.isFinite(value)) return;
    if (value < (least ?? -Infinity)) problems.push(`has ${round(value)}${unit}, and needs at least ${least}`);
    if (value > (most ?? Infinity)) problems.push(`has ${round(value)}${unit}, and may have at most ${most}`);
  };
  if (width) {
    check(Math.min(width, height), media.minSide, undefined, " pixels on its shorter side");
    check(Math.max(width, height), undefined, media.maxSide, " pixels on its longer side");
    check(width * height, media.minPixels, media.maxPixels, " pixels");
    check(width / height, media.minAspect, media.maxAspect, " as its width divided by its height");
  }
  check(seconds, media.minSeconds, media.maxSeconds, " seconds");
  if (problems.length > 0) warn(`It ${problems.join(" and ")}.`);
}

const round = value => Math.round(value * 100) / 100;
