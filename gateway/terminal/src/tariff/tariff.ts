/** Fee schedules as the venue tells and takes them; rates and volumes are decimals in texts. */
export interface FeeTier { readonly fromVolume: string; readonly makerFeeRate: string; readonly takerFeeRate: string }
export interface Schedule { readonly schedule: number; readonly version: number; readonly asset: string; readonly tiers: readonly FeeTier[]; readonly feePerLot: string | null; readonly sequence: number }
export interface Assignment { readonly scope: string; readonly target: string; readonly asset: string; readonly schedule: number | null; readonly sequence: number }

export const SCOPES = ["ACCOUNT", "GROUP", "FIRM", "INSTRUMENT"] as const;
export const MOST_TIERS = 8;

/** A schedule as it is typed. */
export interface Draft { readonly schedule: string; readonly asset: string; readonly feePerLot: string; readonly tiers: readonly FeeTier[] }

export const EMPTY: Draft = { schedule: "", asset: "USD", feePerLot: "", tiers: [{ fromVolume: "0", makerFeeRate: "0.0010", takerFeeRate: "0.0020" }] };

export function draftOf(each: Schedule): Draft {
  return { schedule: String(each.schedule), asset: each.asset, feePerLot: each.feePerLot ?? "", tiers: each.tiers };
}

/** What is sent; a number that is none goes as it was typed, and is refused in the venue's words. */
export function bodyOf({ schedule, asset, feePerLot, tiers }: Draft): Record<string, unknown> {
  const number = /^\d{1,9}$/.test(schedule.trim()) ? Number(schedule) : schedule;
  return { schedule: number, asset: asset.trim(), tiers: tiers.map((tier) => ({ ...tier })), ...(feePerLot.trim() ? { feePerLot: feePerLot.trim() } : {}) };
}

/** The names by which the venue refuses a part of a schedule. */
export function fieldsOf({ tiers }: Draft): string[] {
  return ["schedule", "asset", "feePerLot", "tiers", ...tiers.flatMap((_, at) => ["fromVolume", "makerFeeRate", "takerFeeRate"].map((name) => `tiers[${at}].${name}`))];
}

/** "0.0010" as "0.1 %": the point two places on, no float. */
export function percent(rate: string): string {
  const found = /^(-?)(\d+)(?:\.(\d+))?$/.exec(rate.trim());
  if (!found) return rate;
  const [, sign = "", whole = "", part = ""] = found;
  const digits = part.padEnd(2, "0");
  const shown = `${whole}${digits.slice(0, 2)}`.replace(/^0+(?=\d)/, "");
  const rest = digits.slice(2).replace(/0+$/, "");
  return `${sign}${shown}${rest ? `.${rest}` : ""} %`;
}

export function tierWords({ fromVolume, makerFeeRate, takerFeeRate }: FeeTier): string {
  return `from ${fromVolume.replace(/\.0+$/, "")}: ${percent(makerFeeRate)}, ${percent(takerFeeRate)}`;
}
