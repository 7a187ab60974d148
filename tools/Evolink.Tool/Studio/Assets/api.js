// What the page asks of its own server; it asks nobody else.

export class StudioError extends Error {}

/** What became of the request is not known. */
function lost(message) {
  const error = new StudioError(message);
  error.isLost = true;
  return error;
}

async function send(method, path, body) {
  let response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { "Content-Type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw lost("The studio does not answer. Is it still running?");
  }
  if (response.status === 401) throw new StudioError("The studio was started anew. Open the address that it has written.");
  const type = response.headers.get("Content-Type") ?? "";
  if (!type.startsWith("application/json")) throw new StudioError((await response.text()) || `The studio answered ${response.status}.`);
  const json = await response.json().catch(() => { throw lost("The answer was cut. Is the studio still running?"); });
  if (!response.ok) throw new StudioError(json.error ?? `The studio answered ${response.status}.`);
  return json;
}

export const get = path => send("GET", path);
export const post = (path, body = {}) => send("POST", path, body);

let models;
export const listModels = () => models ??= get("/api/models").catch(problem => { models = undefined; throw problem; });
export const getModel = id => get(`/api/models/${encodeURIComponent(id)}`);
export const check = (id, request) => post(`/api/models/${encodeURIComponent(id)}/check`, request);
export const getJob = id => get(`/api/jobs/${encodeURIComponent(id)}`);

/** Uploads a file; `progress` is told the share that is sent, from 0 to 1. */
export function upload(file, model, field, progress) {
  const request = new XMLHttpRequest();
  const done = new Promise((resolve, reject) => {
    request.open("POST", `/api/files?${new URLSearchParams({ name: file.name || "file", model, field })}`);
    request.responseType = "json";
    request.upload.onprogress = event => event.lengthComputable && progress(event.loaded / event.total);
    request.onload = () => request.status === 200 ? resolve(request.response) : reject(new StudioError(request.response?.error ?? `The upload was answered with ${request.status}.`));
    request.onerror = () => reject(new StudioError("The upload was cut. Is the studio still running?"));
    request.onabort = () => reject(new StudioError("The upload was given up."));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(file);
  });
  return { done, abort: () => request.abort() };
}
