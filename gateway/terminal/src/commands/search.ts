/** What can be chosen from the command menu. */
export interface Command {
  readonly key: string;
  /** What it does, in words. */
  readonly words: string;
  /** Action, page or market. */
  readonly kind: string;
  /** The key that does the same; none for most. */
  readonly shortcut?: string;
  readonly act: () => void;
}

/** How well what was typed fits: the lower the better, null where it does not. All words of it have to be found. */
export function fit(typed: string, words: string): number | null {
  const text = words.toLowerCase();
  let worst = 0;
  for (const part of typed.toLowerCase().split(/\s+/).filter(Boolean)) {
    const at = text.indexOf(part);
    if (at < 0) return null;
    const isStart = at === 0 || !/[a-z0-9]/.test(text[at - 1] ?? "");
    worst = Math.max(worst, at === 0 ? 0 : isStart ? 1 : 2);
  }
  return worst;
}

/** Those that fit, the best first; what fits alike stays in its order. */
export function found(typed: string, commands: readonly Command[]): Command[] {
  return commands
    .map((command) => ({ command, rank: fit(typed, `${command.words} ${command.kind}`) }))
    .filter((each): each is { command: Command; rank: number } => each.rank !== null)
    .sort((a, b) => a.rank - b.rank)
    .map(({ command }) => command);
}
