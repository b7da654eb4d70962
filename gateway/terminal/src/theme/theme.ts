import { effect, signal } from "@preact/signals";

export const THEMES = ["dark", "light", "contrast"] as const;
export type Theme = (typeof THEMES)[number];
/** Which two colours tell up from down. */
export type Pair = "green" | "blue";

const PLACE = "rialto.theme";

function kept(): { theme: Theme; pair: Pair } {
  const usual = matchMedia("(prefers-contrast: more)").matches
    ? "contrast"
    : matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
  const [theme, pair] = (localStorage.getItem(PLACE) ?? "").split("|");
  return {
    theme: THEMES.find((each) => each === theme) ?? usual,
    pair: pair === "blue" ? "blue" : "green",
  };
}

export const theme = signal<Theme>("dark");
export const pair = signal<Pair>("green");

/** Puts the chosen colours on the page, and keeps the choice. */
export function followTheme(): void {
  const before = kept();
  theme.value = before.theme;
  pair.value = before.pair;
  effect(() => {
    document.documentElement.dataset["theme"] = theme.value;
    document.documentElement.dataset["pair"] = pair.value;
    localStorage.setItem(PLACE, `${theme.value}|${pair.value}`);
  });
}

const known = new Map<string, string>();

/**
 * What a canvas draws with: the colours of the theme as they are now. Reading it in an effect follows the theme. Asked for many
 * times a frame, so each is looked up once.
 */
export function colour(name: string): string {
  const key = `${theme.value}|${pair.value}|${name}`;
  const found = known.get(key) ?? getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
  known.set(key, found);
  return found;
}
