/** How much may be asked of the venue, as it tells it: in weight, which is 1 for a light request. */
export interface Plan { readonly perSecond: number; readonly burst: number }
export interface Group { readonly group: string; readonly most: number }
export interface TierPlan { readonly tier: string; readonly account: Plan; readonly endpoint: Plan; readonly cancels: Plan; readonly groups: readonly Group[] }
export interface Fare { readonly method: string; readonly path: string; readonly group: string; readonly weight: number }

export interface Limits {
  readonly tiers: readonly TierPlan[];
  readonly address: { readonly all: Plan; readonly endpoint: Plan; readonly groups: readonly Group[] };
  readonly window: { readonly seconds: number; readonly groups: readonly { readonly group: string; readonly percent: number }[] };
  readonly routes: readonly Fare[];
  readonly failedSignatureWeight: number;
  readonly bans: { readonly refusals: number; readonly withinSeconds: number; readonly ladderSeconds: readonly number[] };
}

export interface Ban { readonly who: string; readonly step: number; readonly until: string; readonly isInForce: boolean }

export const MOST = 1_000_000;
export const HEAVIEST = 100;

/** Why a number is none that the venue takes; null where it does. */
export function wrongWhole(text: string, least: number, most: number): string | null {
  if (!/^\d{1,9}$/.test(text.trim())) return "A whole number";
  const value = Number(text);
  return value < least || value > most ? `${least.toLocaleString("en-US")} to ${most.toLocaleString("en-US")}` : null;
}
