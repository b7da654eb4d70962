import { signal } from "@preact/signals";

export interface PriceAlert {
  readonly id: string;
  readonly symbol: string;
  readonly direction: "ABOVE" | "BELOW";
  readonly price: string;
  readonly repeated: boolean;
  readonly active: boolean;
  readonly times: number;
}

/** Those that are on the screen; none while they are not. */
export const alerts = signal<readonly PriceAlert[]>([]);
