export interface Rule {
  readonly id: string;
  readonly version: number;
  readonly name: string | null;
  readonly type: string;
  readonly limit: string | null;
  readonly windowMillis: number | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly coolDownMillis: number;
  readonly scope: { readonly account?: string | null; readonly firm?: number | null; readonly symbol?: string | null; readonly asset?: string | null } | null;
  readonly action: string;
  readonly severity: string;
  readonly escalate: readonly { readonly breaches: number; readonly action: string }[] | null;
  readonly enabled: boolean;
  readonly breachCount: number;
  readonly lastBreachAt: string | null;
}

/** What each type measures, in what, and where it can be measured: by a market, by an asset, or both. */
export const TYPES: Record<string, { readonly unit: string; readonly by: "symbol" | "asset" | "either" | "neither" }> = {
  MAX_POSITION_SIZE: { unit: "quantity of the base asset", by: "symbol" },
  POSITION_LIMIT: { unit: "number of positions", by: "neither" },
  MAX_ORDER_VALUE: { unit: "amount of the quote asset", by: "either" },
  MAX_ORDER_RATE: { unit: "orders in the window", by: "symbol" },
  MAX_OPEN_ORDERS: { unit: "number of orders", by: "symbol" },
  PRICE_DEVIATION: { unit: "percent from the market", by: "symbol" },
  ALLOWED_HOURS: { unit: "", by: "symbol" },
  MAX_DAILY_LOSS: { unit: "amount of the asset", by: "asset" },
  MAX_DRAWDOWN: { unit: "percent below the peak", by: "asset" },
  MAX_LEVERAGE: { unit: "times the equity", by: "asset" },
  CONCENTRATION: { unit: "percent of all positions", by: "asset" },
  LOSS_STREAK: { unit: "losing trades in a row", by: "asset" },
};

export const ACTIONS = ["ALERT", "BLOCK", "REDUCE_SIZE", "CLOSE_POSITION", "CLOSE_ALL"];
export const SEVERITIES = ["LOW", "NORMAL", "HIGH", "CRITICAL"];

export const ACTION_TONES: Record<string, string> = { ALERT: "warn", BLOCK: "bad", REDUCE_SIZE: "warn", CLOSE_POSITION: "bad", CLOSE_ALL: "bad" };

/** From so many breaches on, something harder. */
export interface StepDraft { readonly breaches: string; readonly action: string }

/** So many steps a rule may have. */
export const MOST_STEPS = 4;

/** A rule as it is typed: texts, whatever they may become. */
export interface Draft {
  name: string; type: string; limit: string; windowSeconds: string; from: string; to: string; coolDownSeconds: string;
  account: string; symbol: string; asset: string; action: string; severity: string; steps: readonly StepDraft[]; enabled: boolean;
}

export const EMPTY: Draft = {
  name: "", type: "MAX_ORDER_VALUE", limit: "", windowSeconds: "60", from: "08:00", to: "18:00", coolDownSeconds: "0",
  account: "", symbol: "", asset: "", action: "BLOCK", severity: "NORMAL", steps: [], enabled: true,
};

export function draftOf(rule: Rule): Draft {
  return {
    name: rule.name ?? "", type: rule.type, limit: rule.limit ?? "", windowSeconds: rule.windowMillis === null ? "" : String(rule.windowMillis / 1000),
    from: rule.from ?? "", to: rule.to ?? "", coolDownSeconds: String(rule.coolDownMillis / 1000),
    account: rule.scope?.account ?? "", symbol: rule.scope?.symbol ?? "", asset: rule.scope?.asset ?? "", action: rule.action, severity: rule.severity,
    steps: (rule.escalate ?? []).map(({ breaches, action }) => ({ breaches: String(breaches), action })), enabled: rule.enabled,
  };
}

function millis(seconds: string): number | string {
  const found = /^\d{1,7}(\.\d{1,3})?$/.test(seconds.trim()) ? Math.round(Number(seconds) * 1000) : null;
  // What is no number is sent as it is, and refused in the venue's words.
  return found ?? seconds;
}

function whole(text: string): number | string {
  return /^\d{1,9}$/.test(text.trim()) ? Number(text) : text;
}

/** The step behind those that there are: at more breaches, and harder, as the venue asks for. */
export function nextStep({ action, steps }: Pick<Draft, "action" | "steps">): StepDraft {
  const last = steps.at(-1);
  const hardest = ACTIONS.indexOf(last?.action ?? action);
  return { breaches: String(last ? (Number(last.breaches) || 1) + 1 : 2), action: ACTIONS[Math.min(hardest + 1, ACTIONS.length - 1)] ?? "CLOSE_ALL" };
}

/** What is sent: nothing that the type does not know, nothing that was left empty. What a page does not show of a rule stays. */
export function bodyOf(draft: Draft, before: Rule | null = null): Record<string, unknown> {
  const text = (value: string): string | undefined => (value.trim() === "" ? undefined : value.trim());
  const isHours = draft.type === "ALLOWED_HOURS";
  const scope = { account: text(draft.account), firm: before?.scope?.firm ?? undefined, symbol: text(draft.symbol), asset: text(draft.asset) };
  return dense({
    name: text(draft.name),
    type: draft.type,
    limit: isHours ? undefined : text(draft.limit),
    windowMillis: draft.type === "MAX_ORDER_RATE" ? millis(draft.windowSeconds) : undefined,
    from: isHours ? text(draft.from) : undefined,
    to: isHours ? text(draft.to) : undefined,
    coolDownMillis: text(draft.coolDownSeconds) === undefined ? undefined : millis(draft.coolDownSeconds),
    scope: Object.values(scope).some((each) => each !== undefined) ? dense(scope) : undefined,
    action: draft.action,
    severity: draft.severity,
    escalate: draft.steps.length === 0 ? undefined : draft.steps.map(({ breaches, action }) => ({ breaches: whole(breaches), action })),
    enabled: draft.enabled,
  });
}

function dense(body: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}

/** Where a rule counts, in words. */
export function whereOf({ scope }: Rule): string {
  const parts = [scope?.account && `account ${scope.account}`, scope?.firm && `firm ${scope.firm}`, scope?.symbol, scope?.asset].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : "everybody";
}
