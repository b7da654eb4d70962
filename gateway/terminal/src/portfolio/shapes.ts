export interface Worth { readonly time: string; readonly equity: string; readonly profit: string; readonly price: string; readonly fees: string; readonly funding: string; readonly transfers: string; readonly sequence: number }
export interface Drawdown { readonly amount: string; readonly peak: string; readonly fraction: string | null }

export interface Portfolio extends Omit<Worth, "time"> {
  readonly account: string;
  readonly asset: string;
  readonly items: readonly { readonly asset: string; readonly amount: string; readonly price: string | null; readonly value: string | null }[];
  readonly drawdown: Drawdown | null;
}

export interface Rate { readonly rate: string | null; readonly annualised: string | null; readonly reason: string | null; readonly formula: string }

export interface Performance {
  readonly asset: string;
  readonly gains: readonly { readonly asset: string; readonly realised: string; readonly unrealised: string; readonly fees: string; readonly funding: string }[];
  readonly mostDrawdown: Drawdown | null;
  readonly period: {
    readonly from: string; readonly to: string; readonly change: Worth; readonly timeWeighted: Rate | null; readonly moneyWeighted: Rate | null;
    readonly maxDrawdown: { readonly fraction: string | null; readonly peakTime: string | null; readonly troughTime: string | null } | null;
    readonly attribution: { readonly items: readonly Attributed[] } | null;
  } | null;
}

export interface Attributed { readonly symbol: string; readonly realised: string | null; readonly unrealised: string | null; readonly fees: string | null; readonly funding: string | null }

export interface History { readonly asset: string; readonly items: readonly Worth[]; readonly now: Worth; readonly wholeFrom: string | null }

export interface Position {
  readonly symbol: string; readonly side: string | null; readonly quantity: string; readonly cost: string | null; readonly averagePrice: string | null;
  readonly markPrice: string | null; readonly unrealised: string | null; readonly realised: string | null; readonly fees: string | null; readonly liquidationPrice: string | null;
}

export interface Statement { readonly items: readonly { readonly asset: string; readonly purse: string; readonly opening: string; readonly moved: Record<string, string>; readonly closing: string; readonly movements: number }[]; readonly whole: boolean }
