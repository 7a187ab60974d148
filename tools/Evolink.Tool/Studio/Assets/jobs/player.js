// Results, as a browser plays and shows them. All come from this machine.

import { formatBytes, h, icon } from "../dom.js";

export function createResults(files) {
  return h("ul", { class: "results" }, files.map(file => h("li", { class: `result ${file.kind}` }, createPlayer(file),
    h("div", { class: "result-foot" }, h("span", { class: "result-name" }, file.name), h("span", { class: "size" }, formatBytes(file.size)),
      h("a", { class: "quiet", href: `${file.url}?download`, download: file.name, "aria-label": `Download ${file.name}` }, icon("download"), "Download")))));
}

function createPlayer(file) {
  switch (file.kind) {
    case "video": return h("video", { src: file.url, controls: true, playsInline: true, loop: true, preload: "metadata", "aria-label": file.name });
    case "image": return h("a", { href: file.url, target: "_blank", "aria-label": `Open ${file.name}` }, h("img", { src: file.url, alt: `Result ${file.name}`, loading: "lazy" }));
    case "audio": return h("audio", { src: file.url, controls: true, preload: "metadata", "aria-label": file.name });
    case "text": return createText(file);
    default: return h("div", { class: "no-player" }, icon("file"), "This kind of file is not shown here.");
  }
}

function createText(file) {
  const output = h("pre", { class: "code", tabIndex: 0, "aria-label": file.name }, "…");
  fetch(file.url).then(answer => answer.text()).then(text => { output.textContent = text.slice(0, 20000); }, () => { output.textContent = "It could not be read."; });
  return output;
}

/** A small picture of what a job has made. */
export function createThumb(job, isMoving) {
  const file = job.files[0];
  if (file?.kind === "image") return h("img", { class: "job-thumb", src: file.url, alt: "", loading: "lazy" });
  if (file?.kind === "video" && isMoving) return h("video", { class: "job-thumb", src: file.url, muted: true, preload: "metadata", tabIndex: -1 });
  return h("span", { class: "job-thumb" }, icon(file?.kind ?? "other"));
}

