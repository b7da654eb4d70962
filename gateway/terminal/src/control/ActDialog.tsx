import { Confirmation } from "../controls/Confirmation";
import { Refusal } from "../controls/Refusal";
import { useQuery } from "../query/query";
import { useSubmission } from "../query/submission";
import { say } from "../shell/notes";
import { type Act, carryOut, outcome, proposed, REASON_MOST, waiting } from "./act";

/** Stands in a page from which something dangerous can be done. */
export function ActDialog() {
  const act = proposed.value;
  return act && <Proposed key={act.title} act={act} />;
}

function Proposed({ act }: { act: Act }) {
  const impact = useQuery(() => act.impact(), [act]);
  const sent = useSubmission(async (reason: string) => {
    const answer = await carryOut(act, reason.slice(0, REASON_MOST));
    const words = waiting(answer);
    if (words) say(words);
    else say(outcome(answer), "good");
    proposed.value = null;
    await act.after?.();
  });
  const facts = impact.data.value;
  return (
    <Confirmation
      title={act.title}
      word={act.word}
      needsReason
      problem={sent.problem.value}
      isPending={sent.isPending.value || facts === null}
      onSend={(reason) => void sent.send(reason)}
      onClose={() => (proposed.value = null)}
    >
      <p>{act.words}</p>
      <Refusal problem={impact.problem.value} />
      <section class="impact" aria-label="What it touches" aria-busy={facts === null}>
        {facts === null
          ? <p class="dim">{impact.problem.value ? "What it touches is not known." : "Counting what it touches…"}</p>
          : (
            <dl class="facts">
              {facts.flatMap((fact) => [<dt key={fact.what}>{fact.what}</dt>, <dd key={`${fact.what}=`} class={fact.isGrave ? "warn" : ""}>{fact.value}</dd>])}
            </dl>
          )}
      </section>
    </Confirmation>
  );
}
