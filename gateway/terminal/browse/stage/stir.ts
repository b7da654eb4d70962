import { again, type Person } from "./people";
import type { VenueProcess } from "./venue";

const ORDERS = 20;
/** Every so many changes something trades. */
const TRADES = 10;
/** Well before a token ends. */
const RENEWAL_MILLIS = 180_000;
/** A venue that is busy is asked once more. */
const AGAIN_MILLIS = 5_000;

/** A book that changes so often in a second, until it is stopped: one change of an order is one of the book. */
export class Stir {
  sent = 0;
  /** Of those that were sent, what the venue did not take. */
  refused = 0;
  private isOn = true;
  private readonly ended: Promise<void>;

  private constructor(private readonly venue: VenueProcess, private maker: Person, private taker: Person, private readonly ids: string[], rate: number) {
    this.ended = this.run(rate);
  }

  static async begin(venue: VenueProcess, maker: Person, taker: Person, rate = 50): Promise<Stir> {
    const ids: string[] = [];
    for (let at = 0; at < ORDERS; at++) {
      const isBuy = at % 2 === 0;
      const body = { symbol: "BTC-USD", side: isBuy ? "BUY" : "SELL", type: "LIMIT", price: `${isBuy ? 49_990 - at : 50_010 + at}.00`, quantity: "5" };
      ids.push((await venue.ask<{ id: string }>("POST", "/api/v1/orders", body, maker.token)).id);
    }
    return new Stir(venue, maker, taker, ids, rate);
  }

  async stop(): Promise<void> {
    this.isOn = false;
    await this.ended;
    await this.renew();
    await this.venue.ask("DELETE", "/api/v1/orders?symbol=BTC-USD", undefined, this.maker.token);
  }

  private async run(rate: number): Promise<void> {
    const begun = performance.now();
    let renewedAt = begun;
    const under: Set<Promise<unknown>> = new Set();
    while (this.isOn) {
      if (performance.now() - renewedAt > RENEWAL_MILLIS) {
        renewedAt = performance.now();
        await this.renew().catch(() => (renewedAt -= RENEWAL_MILLIS - AGAIN_MILLIS));
      }
      const due = Math.min(8, Math.floor(((performance.now() - begun) / 1_000) * rate) - this.sent);
      for (let at = 0; at < due; at++) {
        const one: Promise<unknown> = this.change(this.sent++).catch(() => void this.refused++).finally(() => under.delete(one));
        under.add(one);
      }
      if (under.size > 16) await Promise.race(under);
      await new Promise((next) => setTimeout(next, 10));
    }
    await Promise.all(under);
  }

  private async renew(): Promise<void> {
    this.maker = await again(this.venue, this.maker);
    this.taker = await again(this.venue, this.taker);
  }

  private change(at: number): Promise<unknown> {
    const { venue, maker, taker, ids } = this;
    if (at % TRADES === 0) {
      const isBuy = (at / TRADES) % 2 === 0;
      const body = { symbol: "BTC-USD", side: isBuy ? "BUY" : "SELL", type: "LIMIT", timeInForce: "IOC", price: isBuy ? "50100.00" : "49900.00", quantity: "0.0001" };
      return venue.ask("POST", "/api/v1/orders", body, taker.token);
    }
    return venue.ask("PATCH", `/api/v1/orders/${ids[at % ids.length] ?? ""}`, { quantity: `${5 + (at % 7)}.${at % 10}` }, maker.token);
  }
}
