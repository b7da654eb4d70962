import { hasRole } from "../session/session";
import { BlockForm } from "./BlockForm";
import { CancelForm } from "./CancelForm";
import { HeldBack } from "./HeldBack";

/** Who is held back, holding more back, and taking orders out. */
export function SwitchesView() {
  return (
    <>
      {hasRole("ADMIN", "RISK") && <div class="columns"><BlockForm /><CancelForm /></div>}
      <HeldBack />
    </>
  );
}
