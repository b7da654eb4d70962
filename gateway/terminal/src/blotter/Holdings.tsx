import { balances, positions } from "../account/holdings";
import type { Balance, Position } from "../account/shapes";
import { type Column, Table } from "../controls/Table";
import { grouped, like, sentence, signed, signOf, trimmed } from "../decimal/words";

const BALANCE_COLUMNS: readonly Column<Balance>[] = [
  { title: "Asset", of: (each) => each.asset },
  { title: "Total", isNumber: true, of: (each) => grouped(each.total) },
  { title: "Available", isNumber: true, of: (each) => grouped(each.available) },
  { title: "Held by orders", isNumber: true, of: (each) => grouped(each.held) },
];

export function Balances() {
  return <Table name="Balances" rows={[...balances.value.values()]} columns={BALANCE_COLUMNS} keyOf={(each) => each.asset} empty="Nothing has been deposited yet." />;
}

function tone(text: string | null): string {
  return signOf(text) > 0 ? "up" : signOf(text) < 0 ? "down" : "";
}

const POSITION_COLUMNS: readonly Column<Position>[] = [
  { title: "Market", of: (each) => each.symbol },
  { title: "Side", of: (each) => sentence(each.side) },
  { title: "Quantity", isNumber: true, of: (each) => trimmed(each.quantity) },
  { title: "Average price", isNumber: true, of: (each) => like(each.averagePrice, each.markPrice) },
  { title: "Mark", isNumber: true, of: (each) => grouped(each.markPrice) },
  { title: "Unrealised", isNumber: true, of: (each) => signed(each.unrealised), class: (each) => tone(each.unrealised) },
  { title: "Realised", isNumber: true, of: (each) => signed(each.realised), class: (each) => tone(each.realised) },
  { title: "Liquidation", isNumber: true, of: (each) => like(each.liquidationPrice, each.markPrice) },
];

export function Positions() {
  const rows = [...positions.value.values()].filter((each) => /[1-9]/.test(each.quantity) || /[1-9]/.test(each.realised ?? ""));
  return <Table name="Positions" rows={rows} columns={POSITION_COLUMNS} keyOf={(each) => each.symbol} empty="No positions." />;
}
