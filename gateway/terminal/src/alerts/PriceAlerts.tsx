import { useEffect, useState } from "preact/hooks";
import { api } from "../api/api";
import { Check, ChoiceField, Field } from "../controls/Field";
import { Refusal } from "../controls/Refusal";
import { type Column, Table } from "../controls/Table";
import { grouped } from "../decimal/words";
import { useQuery } from "../query/query";
import { useSubmission } from "../query/submission";
import { alerts, type PriceAlert } from "./alerts";

/** Prices at which the venue tells the account, also while no page is open. */
export function PriceAlerts({ symbol }: { symbol: string }) {
  const [price, setPrice] = useState("");
  const [direction, setDirection] = useState("ABOVE");
  const [repeated, setRepeated] = useState(false);
  const found = useQuery(async () => (await api.get<{ items: PriceAlert[] }>("/price-alerts")).items, [], { everyMillis: 5_000 });
  useEffect(() => void (alerts.value = found.data.value ?? []), [found.data.value]);
  useEffect(() => () => void (alerts.value = []), []);
  const add = useSubmission(async () => {
    await api.post("/price-alerts", { symbol, direction, price: price.trim(), repeated });
    setPrice("");
    await found.reload();
  });
  const remove = useSubmission(async (id: string) => {
    await api.remove("/price-alerts", { id });
    await found.reload();
  });
  const columns: Column<PriceAlert>[] = [
    { title: "Market", of: (each) => each.symbol },
    { title: "When", of: (each) => (each.direction === "ABOVE" ? "at or above" : "at or below") },
    { title: "Price", isNumber: true, of: (each) => grouped(each.price) },
    { title: "State", of: (each) => (each.active ? "Watching" : "Done") },
    { title: "Told", isNumber: true, of: (each) => `${each.times}×` },
    { title: "", of: (each) => <button type="button" onClick={() => void remove.send(each.id)} aria-label={`Remove alert at ${each.price}`}>Remove</button> },
  ];
  return (
    <>
      <form
        class="inline"
        onSubmit={(event) => {
          event.preventDefault();
          void add.send();
        }}
      >
        <ChoiceField label={`When ${symbol} trades`} name="direction" value={direction} onInput={setDirection} options={[["ABOVE", "at or above"], ["BELOW", "at or below"]]} />
        <Field label="Price" name="price" isNumber value={price} onInput={setPrice} problem={add.problem.value} />
        <Check label="Each time" value={repeated} onInput={setRepeated} />
        <button type="submit" disabled={price.trim() === "" || add.isPending.value}>Add alert</button>
      </form>
      <Refusal problem={add.problem.value ?? remove.problem.value ?? found.problem.value} fields={["price"]} />
      <Table name="Price alerts" rows={found.data.value} columns={columns} keyOf={(each) => each.id} empty="No price alerts." />
    </>
  );
}
