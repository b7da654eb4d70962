import { useState } from "preact/hooks";
import { proposed, sendBecause } from "../control/act";
import { ChoiceField, Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { parse } from "../decimal/decimal";
import { type Net, onNet } from "./touched";

const NONE: Net = { account: "", symbol: "", side: "", lowest: "", highest: "" };

/** Takes out everything that fits what is filled in. */
export function CancelForm() {
  const [net, setNet] = useState(NONE);
  const field = (name: keyof Net) => ({ name, value: net[name], onInput: (value: string) => setNet((before) => ({ ...before, [name]: value })) });
  const hasRange = net.lowest !== "" || net.highest !== "";
  const wrong = (text: string): string | null => (text !== "" && !parse(text) ? "A price, or nothing" : null);
  const isReady = !wrong(net.lowest) && !wrong(net.highest) && (!hasRange || net.symbol !== "");
  function ask(): void {
    const body = Object.fromEntries(Object.entries(net).map(([name, value]) => [name, value.trim()]).filter(([, value]) => value !== ""));
    const words = [net.account && `of account ${net.account}`, net.symbol && `in ${net.symbol}`, net.side && (net.side === "BUY" ? "to buy" : "to sell"), hasRange && `from ${net.lowest || "any price"} to ${net.highest || "any price"}`].filter(Boolean).join(" ");
    proposed.value = {
      title: words ? "Cancel these orders" : "Cancel every order", word: "CANCEL", words: words ? `All open orders ${words} are cancelled. New ones are taken as before.` : "Everybody's open orders in every market are cancelled. New ones are taken as before.",
      impact: () => onNet(net), send: (reason) => sendBecause(reason, "/admin/orders/cancel", body),
    };
  }
  return (
    <Pane title="Cancel many">
      <form
        aria-label="Cancel many"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) ask();
        }}
      >
        <div class="row">
          <Field label="Account" {...field("account")} placeholder="everybody's" inputMode="numeric" />
          <Field label="Market" {...field("symbol")} placeholder="every" wrong={hasRange && !net.symbol ? "Prices are of one market" : null} />
          <ChoiceField label="Side" {...field("side")} options={[["", "Both"], ["BUY", "Buy"], ["SELL", "Sell"]]} />
        </div>
        <div class="row">
          <Field label="From price" isNumber {...field("lowest")} placeholder="any" wrong={wrong(net.lowest)} />
          <Field label="To price" isNumber {...field("highest")} placeholder="any" wrong={wrong(net.highest)} />
          <button type="submit" class="danger" disabled={!isReady}>Cancel…</button>
        </div>
      </form>
    </Pane>
  );
}
