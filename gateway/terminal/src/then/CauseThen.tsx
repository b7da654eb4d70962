import { api } from "../api/api";
import { Refusal } from "../controls/Refusal";
import { Table } from "../controls/Table";
import { fineClock } from "../decimal/moments";
import { grouped, sentence, signed, signOf } from "../decimal/words";
import { brief } from "../explorer/gist";
import type { Effect, Explained, Message, Posting, Step } from "../explorer/shapes";
import { show } from "../explorer/view";
import { useQuery } from "../query/query";

/** From the request to the money: command, events, fills, postings, and what became different. */
export function CauseThen({ at }: { at: number }) {
  const told = useQuery(() => api.get<Explained>("/journal/explain", { seq: at }), [at]);
  const found = told.data.value;
  if (told.problem.value) return <Refusal problem={told.problem.value} />;
  if (!found) return <p class="none" aria-busy="true">Loading…</p>;
  return (
    <>
      {found.steps.map((each) => <Chain key={each.sequence} step={each} />)}
      {found.sums && found.sums.length > 0 && (
        <p class="row">
          <span class="dim">All postings of this frame come to</span>
          {found.sums.map(({ asset, sum }) => <span key={asset} class={`badge ${signOf(sum) === 0 ? "good" : "bad"}`}>{grouped(sum)} {asset}</span>)}
        </p>
      )}
      {found.effects && <Effects rows={found.effects} />}
    </>
  );
}

function Chain({ step }: { step: Step }) {
  return (
    <>
      <p><span class="dim">#{step.sequence} · {fineClock(step.time)}</span> <b>{step.type ?? "Another's command"}</b></p>
      {step.request && <p class="dim words">Asked for by {phrase(step.request)}</p>}
      <p class="words">{step.words === null ? "It is not yours to see." : brief(step.words, step.type)}</p>
      <ul class="cause">
        {step.events.map((event) => (
          <li key={event.index}>
            <p class="words"><span class={`badge ${event.isFill ? "good" : ""}`}>{event.type}</span> {brief(event.words, event.type)} <Order event={event.event} /></p>
            {event.postings.length > 0 && <Postings name={`Postings of ${event.type} ${event.index}`} rows={event.postings} />}
          </li>
        ))}
        {step.events.length === 0 && <li class="dim">Nothing came of it.</li>}
        {step.postings.length > 0 && <li><p class="dim">And of the frame as a whole</p><Postings name="Other postings" rows={step.postings} /></li>}
      </ul>
      {!step.arePostingsWhole && <p class="warn">Some postings are so old that they are no longer kept here.</p>}
    </>
  );
}

function Order({ event }: { event: Message }) {
  const order = event["order"] ?? event["takerOrder"];
  if (typeof order !== "string" && typeof order !== "number") return null;
  return <button type="button" class="quiet" onClick={() => show({ life: String(order), panel: "order" })}>its life</button>;
}

/** A message of few fields in one line. */
export function phrase(message: Message): string {
  return Object.entries(message)
    .filter(([name, value]) => name !== "name" && value !== null && value !== "" && value !== 0 && typeof value !== "object" && !/^0+$/.test(String(value)))
    .map(([name, value]) => `${name} ${String(value)}`)
    .join(", ");
}

function Postings({ name, rows }: { name: string; rows: readonly Posting[] }) {
  return (
    <Table name={name} rows={rows} keyOf={(each) => `${each.account}${each.asset}${each.purse}${each.kind}${each.amount}${each.after}`} columns={[
      { title: "Account", isNumber: true, of: (each) => each.account },
      { title: "Kind", of: (each) => sentence(each.kind) },
      { title: "Purse", of: (each) => sentence(each.purse), class: () => "dim" },
      { title: "Amount", isNumber: true, of: (each) => `${signed(each.amount)} ${each.asset}`, class: (each) => (signOf(each.amount) < 0 ? "down" : "up") },
      { title: "After", isNumber: true, of: (each) => grouped(each.after) },
    ]} />
  );
}

function Effects({ rows }: { rows: readonly Effect[] }) {
  return (
    <>
      <h3>Balances, as they came out when history was run again</h3>
      <Table name="Effects" rows={rows} keyOf={(each) => `${each.account}${each.asset}${each.purse}`} empty="No balance changed." columns={[
        { title: "Account", isNumber: true, of: (each) => each.account },
        { title: "Of", of: (each) => `${each.asset}, ${sentence(each.purse).toLowerCase()}` },
        { title: "Before", isNumber: true, of: (each) => grouped(each.before), class: () => "dim" },
        { title: "After", isNumber: true, of: (each) => grouped(each.after) },
        { title: "Change", isNumber: true, of: (each) => signed(each.change), class: (each) => (signOf(each.change) < 0 ? "down" : "up") },
        { title: "Posted", isNumber: true, of: (each) => (each.posted === null ? "–" : signed(each.posted)), class: () => "dim" },
      ]} />
    </>
  );
}
