// The jobs as they are known here, kept up to date by the server's events.

import { get } from "../api.js";

const jobs = new Map();
const listeners = new Set();
let total = 0;

export const all = () => [...jobs.values()].sort((a, b) => a.created_at < b.created_at ? 1 : -1);
export const find = id => jobs.get(id);
export const count = () => Math.max(total, jobs.size);
export const openCount = () => [...jobs.values()].filter(job => !job.is_end).length;

/** Told of each job that changes, and of null when all were read anew. The answer ends it. */
export function listen(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** @param isWish whether it is the answer to what somebody has just asked for, which may open a job again */
export function put(job, isWish = false) {
  const known = jobs.get(job.job);
  // Answers and events overtake each other: an end stays an end, and progress does not go back.
  if (known?.is_end && !job.is_end && !isWish) return;
  if (known && !job.is_end && known.state === job.state && known.progress > job.progress) return;
  jobs.set(job.job, { ...known, ...job });
  for (const listener of listeners) listener(jobs.get(job.job));
}

async function load() {
  try {
    const list = await get("/api/jobs");
    total = list.total;
    for (const job of list.jobs) put(job);
    for (const listener of listeners) listener(null);
  } catch {
    // The stream says when the server is there again.
  }
}

export function connect() {
  const stream = new EventSource("/api/events");
  stream.addEventListener("open", load);
  stream.addEventListener("job", event => put(JSON.parse(event.data)));
}
