import type { Frame } from "./shapes";

const NOTHING = /\s\w+=(?:0|NO|NONE|ACCOUNT_DEFAULT)(?: \([^)]*\))?(?=\s|$)/g;
const NAMED = /\s(?:account|instrument)=\S+(?: \([^)]*\))?/g;

const VALUED = /\b(\w+?)(?:Ticks|Lots|Minor)=-?\d+ \(([^)]*)\)/g;
const PLAIN = /\b(?:side|orderType|timeInForce|takerSide)=(\w+)/g;

/** A line of the journal without what says nothing (fields at zero, those that stand beside it), and numbers as people know them. */
export function brief(words: string, type: string | null): string {
  const rest = type && words.startsWith(type) ? words.slice(type.length) : ` ${words}`;
  return rest.replace(NAMED, "").replace(NOTHING, "").replace(VALUED, "$1 $2").replace(PLAIN, "$1").trim();
}

/** What a frame did, for one row of a list. */
export function gist(frame: Frame): string {
  const [command = "", ...effects] = frame.summary.split(" → ");
  return [brief(command, frame.type), ...effects].filter((part) => part !== "").join(" → ");
}
