import type { Step } from "../explorer/shapes";

export const LANES = ["Command", "Order", "Trades", "Money"] as const;

/** What one frame did to an order, lane by lane. */
export interface LaneRow {
  readonly sequence: number;
  readonly time: string;
  readonly cells: readonly (readonly string[])[];
}

/** A trade in few words: how much at which price. */
function tradeWords(words: string): string {
  const price = /\bpriceTicks=\d+ \(([^)]*)\)/.exec(words)?.[1];
  const quantity = /\bquantityLots=\d+ \(([^)]*)\)/.exec(words)?.[1];
  return price && quantity ? `${quantity} at ${price}` : words;
}

/** An order's life as rows of a swim lane: who acted, what became of the order, what traded, which money moved. */
export function laneRows(steps: readonly Step[]): LaneRow[] {
  return steps.map((step) => {
    const trades = step.events.filter((event) => event.isFill);
    const others = step.events.filter((event) => !event.isFill);
    const postings = [...step.events.flatMap((event) => event.postings), ...step.postings];
    return {
      sequence: step.sequence,
      time: step.time,
      cells: [
        [step.type ?? "another's"],
        others.map((event) => event.type),
        trades.map((event) => tradeWords(event.words)),
        postings.map((posting) => `${posting.amount.startsWith("-") ? "" : "+"}${posting.amount} ${posting.asset} (${posting.account}, ${posting.kind.toLowerCase().replaceAll("_", " ")})`),
      ],
    };
  });
}
