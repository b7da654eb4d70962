/** What the venue tells of markets (docs, /openapi.json); texts are decimals. */
export interface Instrument {
  readonly symbol: string;
  readonly kind: "SPOT" | "FUTURE" | "PERPETUAL";
  readonly base: string;
  readonly quote: string;
  readonly tickSize: string;
  readonly lotSize: string;
  readonly minQuantity: string | null;
  readonly maxQuantity: string | null;
  readonly minNotional: string | null;
  readonly makerFeeRate: string;
  readonly takerFeeRate: string;
  readonly multiplier: string | null;
  readonly markPrice: string | null;
  readonly phase: string;
  readonly priceScale: number;
  readonly quantityScale: number;
}

export interface Ticker {
  readonly symbol: string;
  readonly lastPrice: string | null;
  readonly highPrice: string | null;
  readonly lowPrice: string | null;
  readonly change: string | null;
  readonly changePercent: string | null;
  readonly volume: string | null;
  readonly quoteVolume: string | null;
  readonly trades: number;
}

export interface Trade {
  readonly id: string;
  readonly price: string;
  readonly quantity: string;
  readonly takerSide: "BUY" | "SELL";
  readonly liquidation: boolean;
  readonly time: string;
  readonly sequence: number;
}

export interface Status {
  readonly symbol: string;
  readonly phase: string;
  readonly step: string;
}

export interface Auction {
  readonly phase: string;
  readonly indicativePrice: string | null;
  readonly indicativeVolume: string | null;
  readonly imbalance: string | null;
  readonly imbalanceSide: string | null;
  readonly latestEnd: string | null;
}
