/** What the venue tells of an account; texts are decimals. */
export interface Order {
  readonly id: string;
  readonly clientOrderId: string | null;
  readonly symbol: string;
  readonly side: "BUY" | "SELL";
  readonly type: string;
  readonly timeInForce: string;
  readonly postOnly: string | null;
  readonly price: string | null;
  readonly quantity: string | null;
  readonly quoteAmount: string | null;
  readonly executed: string;
  readonly remaining: string;
  readonly averagePrice: string | null;
  readonly status: string;
  readonly reason: string | null;
  readonly triggerPrice: string | null;
  readonly displayQuantity: string | null;
  readonly hidden: boolean;
  readonly reduceOnly: boolean;
  readonly version: number;
  readonly sequence: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface Fill {
  readonly tradeId: string;
  readonly orderId: string;
  readonly symbol: string;
  readonly side: "BUY" | "SELL";
  readonly price: string;
  readonly quantity: string;
  readonly notional: string;
  readonly fee: string;
  readonly feeAsset: string;
  readonly liquidity: string;
  readonly time: string;
}

export interface Balance {
  readonly asset: string;
  readonly total: string;
  readonly available: string;
  readonly held: string;
}

export interface Position {
  readonly symbol: string;
  readonly side: string | null;
  readonly quantity: string;
  readonly averagePrice: string | null;
  readonly markPrice: string | null;
  readonly unrealised: string | null;
  readonly realised: string | null;
  readonly liquidationPrice: string | null;
}

const OPEN = ["NEW", "PARTIALLY_FILLED", "PENDING_TRIGGER"];

export function isOpen(order: Order): boolean {
  return OPEN.includes(order.status);
}
