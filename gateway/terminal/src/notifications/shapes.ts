export const TYPES = [
  "ORDER_ACCEPTED", "ORDER_REJECTED", "ORDER_PARTIALLY_FILLED", "ORDER_FILLED", "ORDER_CANCELLED", "PRICE_ALERT",
  "MARKET_ALERT", "RISK_ALERT", "POSITION_UPDATE", "SETTLEMENT", "COMPLIANCE_ALERT", "SYSTEM_ALERT",
] as const;

export const CHANNELS = ["IN_APP", "WEBSOCKET", "EMAIL", "WEBHOOK", "SMS"] as const;
export const PRIORITIES = ["LOW", "NORMAL", "HIGH", "CRITICAL"] as const;

export const CHANNEL_WORDS: Record<string, string> = {
  IN_APP: "Inbox", WEBSOCKET: "This page", EMAIL: "E-mail", WEBHOOK: "Webhook", SMS: "Text message",
};

export interface Notification {
  readonly id: string;
  readonly type: string;
  readonly priority: string;
  readonly title: string;
  readonly message: string;
  readonly symbol: string | null;
  readonly orderId: string | null;
  readonly sequence: number;
  readonly createdAt: string;
  readonly read: boolean;
}

/** What somebody wants to be told of. */
export interface Subscription {
  readonly id: string;
  readonly kind: string;
  readonly scope: string;
  readonly firm: string | null;
  readonly types: readonly string[];
  readonly minPriority: string | null;
  readonly symbol: string | null;
  readonly threshold: string | null;
  readonly filter: string | null;
  readonly createdAt: string;
}

export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly createdAt: string;
  readonly lastTriedAt: string | null;
  readonly lastFault: string | null;
}

export interface QuietHours {
  readonly start: string;
  readonly end: string;
  readonly zone: string;
}

export interface Preference {
  readonly id: string;
  /** Null of all that have none of their own. */
  readonly type: string | null;
  readonly channel: string;
  readonly enabled: boolean;
  readonly minPriority: string | null;
  readonly quietHours: QuietHours | null;
}
