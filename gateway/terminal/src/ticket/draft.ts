import { signal } from "@preact/signals";

export type Side = "BUY" | "SELL";

/** What has been typed, as it was typed. It stays when the venue refuses. */
export interface Draft {
  readonly side: Side;
  readonly type: string;
  readonly timeInForce: string;
  readonly price: string;
  readonly quantity: string;
  /** In the quote asset, in place of a quantity, where the type allows it. */
  readonly quoteAmount: string;
  readonly isByAmount: boolean;
  readonly triggerPrice: string;
  readonly triggerSource: string;
  readonly trailing: string;
  readonly isTrailingBps: boolean;
  readonly activationPrice: string;
  readonly pegReference: string;
  readonly pegOffsetTicks: string;
  readonly expireTime: string;
  readonly postOnly: string;
  readonly reduceOnly: boolean;
  readonly displayQuantity: string;
  readonly hidden: boolean;
  readonly minQuantity: string;
  readonly allOrNone: boolean;
  readonly selfTradePrevention: string;
}

export const BLANK: Draft = {
  side: "BUY", type: "LIMIT", timeInForce: "GTC", price: "", quantity: "", quoteAmount: "", isByAmount: false,
  triggerPrice: "", triggerSource: "LAST", trailing: "", isTrailingBps: true, activationPrice: "",
  pegReference: "PRIMARY", pegOffsetTicks: "0", expireTime: "", postOnly: "NO", reduceOnly: false, displayQuantity: "",
  hidden: false, minQuantity: "", allOrNone: false, selfTradePrevention: "ACCOUNT_DEFAULT",
};

export const draft = signal<Draft>(BLANK);

export function type<K extends keyof Draft>(name: K, value: Draft[K]): void {
  draft.value = { ...draft.value, [name]: value };
}

let market = "";

/** In another market the numbers of the last one mean nothing; choices stay, and in the same market all of it does. */
export function meantFor(symbol: string): void {
  if (symbol === market) return;
  market = symbol;
  draft.value = {
    ...draft.value,
    price: "", quantity: "", quoteAmount: "", triggerPrice: "", activationPrice: "", displayQuantity: "", minQuantity: "",
  };
}
