import { Field } from "../controls/Field";
import { Pane } from "../controls/Pane";
import { parse } from "../decimal/decimal";
import { setSize, sizes } from "../ladder/settings";
import { confirmAbove, setConfirmAbove } from "../ticket/limit";

/** What this browser keeps for trading: sizes under the keys 1 to 4, and from when on an order is asked for twice. */
export function TradingChoices() {
  return (
    <Pane title="Trading in this browser">
      <div class="stack">
        <div class="row" role="group" aria-label="Sizes under the keys 1 to 4">
          {sizes.value.map((size, at) => (
            <Field key={at} label={`Size ${at + 1}`} name={`size${at + 1}`} isNumber value={size} onInput={(value) => setSize(at, value)} wrong={parse(size) ? null : "A decimal number"} />
          ))}
        </div>
        <Field
          label="Ask once more for orders worth more than"
          name="confirmAbove"
          isNumber
          placeholder="never ask"
          value={confirmAbove.value}
          onInput={setConfirmAbove}
          wrong={confirmAbove.value === "" || parse(confirmAbove.value) ? null : "A decimal number"}
          hint="In the quote asset of the market"
        />
      </div>
    </Pane>
  );
}
