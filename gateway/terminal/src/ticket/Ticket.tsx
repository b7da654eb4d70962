import { useEffect, useState } from "preact/hooks";
import { Dialog } from "../controls/Dialog";
import { ChoiceField, Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { Refusal } from "../controls/Refusal";
import { chosen, isTrue, sizes } from "../ladder/settings";
import type { Watch } from "../market/watch";
import { isLoggedIn, isTrader } from "../session/session";
import { AttemptList } from "./AttemptList";
import { type Attempt, attempts, place } from "./attempts";
import { type Faults, faultsOf, isWhole } from "./checks";
import { draft, type } from "./draft";
import { Expectation } from "./Expectation";
import { needsConfirmation } from "./limit";
import { followDraft } from "./rehearsal";
import { fieldOf } from "./refused";
import { share } from "./shares";
import { MoreTerms, TriggerTerms } from "./TermFields";
import { bodyOf, hasPrice, isTaker, mayBeByAmount, mayRest, TIMES, TYPES } from "./terms";

const SHARES = [10, 25, 50, 100];

/** The order form. */
export function Ticket({ watch }: { watch: Watch }) {
  const { symbol, base, quote } = watch.instrument;
  const now = draft.value;
  const [asked, setAsked] = useState(false);
  const [sent, setSent] = useState<string | null>(null);
  useEffect(() => followDraft(watch), [watch]);
  const attempt = attempts.value.find((each) => each.key === sent);
  const problem = attempt?.problem ?? null;
  const field = fieldOf(problem);
  const refused: Faults = problem && field ? { [field]: problem.message } : {};
  const faults = faultsOf(now, watch.instrument);
  const isReady = isWhole(now) && Object.keys(faults).length === 0;
  const isByAmount = now.isByAmount && mayBeByAmount(now.type);

  async function send(): Promise<void> {
    setAsked(false);
    const size = isByAmount ? `${now.quoteAmount} ${quote}` : now.quantity;
    const words = `${now.side} ${size} ${symbol} ${hasPrice(now.type) && now.price ? `@ ${now.price}` : now.type}`;
    const ended: Attempt = await place(words, (key) => {
      setSent(key);
      return bodyOf(now, symbol, key);
    });
    if (ended.state === "ACCEPTED") setSent(null);
  }
  function submit(event: Event): void {
    event.preventDefault();
    if (!isReady || attempt?.state === "PENDING") return;
    if (needsConfirmation(now, watch)) setAsked(true);
    else void send();
  }

  if (!isTrader.value) return <Onlooker />;
  return (
    <Pane title="Order" class={`ticket ${isTrue.value ? "" : "untrue"}`}>
      <form onSubmit={submit} data-testid="ticket">
        <div class="sides" role="group" aria-label="Side">
          <button type="button" class="buy" aria-pressed={now.side === "BUY"} onClick={() => type("side", "BUY")}>Buy</button>
          <button type="button" class="sell" aria-pressed={now.side === "SELL"} onClick={() => type("side", "SELL")}>Sell</button>
        </div>
        <div class="row">
          <ChoiceField label="Type" name="type" value={now.type} onInput={(value) => type("type", value)} options={TYPES} />
          <ChoiceField label="Time in force" name="timeInForce" value={now.timeInForce} onInput={(value) => type("timeInForce", value)} options={TIMES} problem={problem} />
        </div>
        {now.timeInForce === "GTD" && <Field label="Until" name="expireTime" type="datetime-local" value={now.expireTime} onInput={(value) => type("expireTime", value)} wrong={refused["expireTime"]} />}
        <TriggerTerms faults={faults} refused={refused} />
        {hasPrice(now.type) && <Field label={`Price, ${quote}`} name="price" id="ticket-price" isNumber value={now.price} onInput={(value) => type("price", value)} wrong={faults["price"] ?? refused["price"]} />}
        {isByAmount
          ? <Field label={`Amount, ${quote}`} name="quoteAmount" id="ticket-quantity" isNumber value={now.quoteAmount} onInput={(value) => type("quoteAmount", value)} wrong={faults["quoteAmount"] ?? refused["quantity"] ?? refused["quoteAmount"]} />
          : <Field label={`Quantity, ${base}`} name="quantity" id="ticket-quantity" isNumber value={now.quantity} onInput={(value) => type("quantity", value)} wrong={faults["quantity"] ?? refused["quantity"]} />}
        <div class="shares" role="group" aria-label="Part of what the account has">
          {SHARES.map((percent) => (
            <button type="button" key={percent} onClick={() => type("quantity", share(now, watch, percent) ?? now.quantity)}>{percent}%</button>
          ))}
          {sizes.value.map((size, at) => (
            <button type="button" key={`s${at}`} title={`Size ${at + 1}`} aria-pressed={!isByAmount && now.quantity === size} onClick={() => {
              chosen.value = at;
              type("quantity", size);
            }}>{size}</button>
          ))}
          {mayBeByAmount(now.type) && <button type="button" aria-pressed={now.isByAmount} onClick={() => type("isByAmount", !now.isByAmount)}>in {quote}</button>}
        </div>
        {mayRest(now) && !isTaker(now.type) && (
          <ChoiceField label="Post-only" name="postOnly" value={now.postOnly} onInput={(value) => type("postOnly", value)} wrong={refused["postOnly"]} options={[["NO", "No"], ["REJECT", "Refuse rather than take"], ["SLIDE", "Move back rather than take"]]} />
        )}
        <MoreTerms faults={faults} refused={refused} />
        <Expectation watch={watch} />
        {field === null && <Refusal problem={problem} />}
        <button type="submit" class={now.side === "BUY" ? "send buy" : "send sell"} disabled={!isReady || attempt?.state === "PENDING"}>
          {attempt?.state === "PENDING" ? "Pending…" : `${now.side === "BUY" ? "Buy" : "Sell"} ${base}`}
        </button>
      </form>
      <AttemptList />
      {asked && (
        <Dialog title="A large order" onClose={() => setAsked(false)}>
          <p>{now.side === "BUY" ? "Buy" : "Sell"} {isByAmount ? `${now.quoteAmount} ${quote}` : `${now.quantity} ${base}`}{hasPrice(now.type) && ` at ${now.price} ${quote}`}: this is above your own limit.</p>
          <div class="actions row"><button type="button" onClick={() => setAsked(false)}>Leave it</button><button type="button" class="main" onClick={() => void send()}>Send it</button></div>
        </Dialog>
      )}
    </Pane>
  );
}

function Onlooker() {
  return (
    <Pane title="Order" class="ticket">
      <p class="none">
        {isLoggedIn.value ? "Your role looks on: it places no orders." : <a href="#/login">Log in to trade</a>}
      </p>
    </Pane>
  );
}
