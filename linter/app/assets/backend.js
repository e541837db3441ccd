// The linter behind the page: here a server of this machine, reached below the address of the page.
import { say } from "./words.js";

export const inside = false;

export async function ready() {}

async function post(path, body, type) {
  let answer;
  try {
    answer = await fetch(`call/${path}`, { method: "POST", body, headers: { "Content-Type": type } });
  } catch {
    throw new Error(say("lost"));
  }
  if (answer.ok) return answer;
  let told = answer.statusText;
  try { told = (await answer.json()).error; } catch { /* no JSON: the status says it */ }
  throw new Error(told);
}

export async function ask(verb, given) {
  return (await post(verb, JSON.stringify(given), "application/json")).json();
}

export async function add(name, file, given) {
  const query = new URLSearchParams({ name, ...given });
  return (await post(`add?${query}`, file, "application/octet-stream")).json();
}

export async function save(given) {
  const answer = await post("download", JSON.stringify(given), "application/json");
  const [, name] = /filename\*=UTF-8''(\S+)/.exec(answer.headers.get("Content-Disposition"));
  return { name: decodeURIComponent(name), blob: await answer.blob() };
}
