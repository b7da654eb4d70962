import { compare, decimal } from "../decimal/decimal";
import { add } from "../decimal/sums";

/** A movement of an account's money, newest first in a list. */
export interface Movement {
  readonly id: string; readonly asset: string; readonly purse: string; readonly kind: string; readonly amount: string; readonly after: string;
  readonly reference: string | null; readonly time: string; readonly sequence: number;
}

/** Whether each amount leads from the balance before to the one after; null when it does, else the first movement that does not. */
export function broken(movements: readonly Movement[]): Movement | null {
  const before = new Map<string, Movement>();
  for (const each of [...movements].reverse()) {
    const last = before.get(`${each.asset} ${each.purse}`);
    if (last && compare(add(decimal(last.after), decimal(each.amount)), decimal(each.after)) !== 0) return each;
    before.set(`${each.asset} ${each.purse}`, each);
  }
  return null;
}

/** What the newest movement of a purse left there; null where there is none among them. */
export function left(movements: readonly Movement[], asset: string, purse: string): string | null {
  return movements.find((each) => each.asset === asset && each.purse === purse)?.after ?? null;
}

/** Whether movements and balance come to the same; null where no movement tells. */
export function reconciles(movements: readonly Movement[], asset: string, total: string): boolean | null {
  const after = left(movements, asset, "BALANCE");
  return after === null ? null : compare(decimal(after), decimal(total)) === 0;
}
