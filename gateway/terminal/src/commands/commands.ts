import { ACTIONS, bindings } from "../keys/bindings";
import { offered } from "../keys/useKeys";
import { instruments } from "../market/instruments";
import { go } from "../route/route";
import { shownPages } from "../shell/shown";
import type { Command } from "./search";

/** All that can be done from here: what the page offers under keys, pages that the reader may see, markets. */
export function commandsHere(): Command[] {
  const offers = offered.value;
  const actions = ACTIONS.flatMap(([action, , words]): Command[] => {
    const act = offers[action];
    return act && action !== "commands" ? [{ key: action, words, kind: "Action", shortcut: bindings.value[action], act }] : [];
  });
  const pages = shownPages().map((page): Command => ({ key: page.pattern, words: page.title, kind: "Page", act: () => go(page.link ?? "/") }));
  const markets = (instruments.data.value ?? []).map(({ symbol }): Command => (
    { key: `market ${symbol}`, words: symbol, kind: "Market", act: () => go(`/trade/${encodeURIComponent(symbol)}`) }
  ));
  return [...actions, ...pages, ...markets];
}
