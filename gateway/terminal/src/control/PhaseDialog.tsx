import { useState } from "preact/hooks";
import { api } from "../api/api";
import { Dialog } from "../controls/Dialog";
import { ChoiceField } from "../controls/Field";
import { sentence } from "../decimal/words";
import { proposed } from "./act";
import { onMarket } from "./impact";
import type { Term } from "./MarketsView";

const PHASES = ["CONTINUOUS", "PRE_OPEN", "CALL", "UNCROSS", "CANCEL_ONLY", "HALT", "POST_CLOSE", "CLOSED"];

/** Chooses a phase; what it touches is asked for behind it. */
export function PhaseDialog({ term, onClose, after }: { term: Term; onClose: () => void; after: () => unknown }) {
  const [phase, setPhase] = useState(term.phase === "CANCEL_ONLY" ? "CONTINUOUS" : "CANCEL_ONLY");
  function go(): void {
    onClose();
    proposed.value = {
      title: `Move ${term.symbol} to ${sentence(phase).toLowerCase()}`,
      word: term.symbol,
      words: "The phase is journaled, told to everybody who follows the market, and in force at once.",
      impact: () => onMarket(term),
      send: (reason) => api.post(`/admin/instruments/${term.symbol}/phase`, { phase, reason }),
      after,
    };
  }
  return (
    <Dialog title={`Phase of ${term.symbol}`} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          go();
        }}
      >
        <p class="dim">It is in: {sentence(term.phase)}</p>
        <ChoiceField label="To" name="phase" value={phase} onInput={setPhase} options={PHASES.map((each) => [each, sentence(each)] as const)} />
        <div class="actions">
          <button type="button" onClick={onClose}>Leave it</button>
          <button type="submit" class="main">Go on</button>
        </div>
      </form>
    </Dialog>
  );
}
