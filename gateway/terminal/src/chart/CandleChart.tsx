import { effect } from "@preact/signals";
import {
  CandlestickSeries, ColorType, createChart, HistogramSeries, type IChartApi, type ISeriesApi, type UTCTimestamp,
} from "lightweight-charts";
import { useEffect, useRef, useState } from "preact/hooks";
import { api } from "../api/api";
import { problemOf } from "../api/problem";
import { grouped } from "../decimal/words";
import type { Instrument } from "../market/shapes";
import { say } from "../shell/notes";
import { venue } from "../stream/venue";
import { colour, pair, theme } from "../theme/theme";
import { type Candle, type Drawn, ordered } from "./candles";

/** When the venue did not answer, it is asked again. */
const AGAIN_MILLIS = 5_000;

interface Series {
  candles: ISeriesApi<"Candlestick">;
  volume: ISeriesApi<"Histogram">;
}

function made(chart: IChartApi, { tickSize, priceScale }: Instrument): Series {
  const candles = chart.addSeries(CandlestickSeries, { priceFormat: { type: "custom", minMove: Number(tickSize), formatter: (price: number) => grouped(price.toFixed(priceScale)) } });
  const volume = chart.addSeries(HistogramSeries, { priceScaleId: "volume", priceFormat: { type: "volume" }, lastValueVisible: false, priceLineVisible: false });
  chart.priceScale("volume").applyOptions({ scaleMargins: { top: 0.82, bottom: 0 } });
  candles.priceScale().applyOptions({ scaleMargins: { top: 0.06, bottom: 0.22 } });
  return { candles, volume };
}

function colours(chart: IChartApi, { candles }: Series): void {
  const [up, down, rule] = [colour("up"), colour("down"), colour("rule")];
  chart.applyOptions({
    layout: { background: { type: ColorType.Solid, color: colour("panel") }, textColor: colour("dim"), fontSize: 11 },
    grid: { vertLines: { color: colour("grid") }, horzLines: { color: colour("grid") } },
    rightPriceScale: { borderColor: rule },
    timeScale: { borderColor: rule },
  });
  candles.applyOptions({ upColor: up, downColor: down, wickUpColor: up, wickDownColor: down, borderVisible: false });
}

function at(each: Drawn) {
  const time = each.time as UTCTimestamp;
  return { candle: { ...each, time }, volume: { time, value: each.volume, color: colour(each.isUp ? "up-veil" : "down-veil") } };
}

/** Candles with volume: what has been from the venue's list, what comes from its stream. */
export default function CandleChart({ instrument, interval }: { instrument: Instrument; interval: string }) {
  const box = useRef<HTMLDivElement>(null);
  const [isEmpty, setEmpty] = useState(false);
  useEffect(() => {
    if (!box.current) return;
    const chart = createChart(box.current, { autoSize: true, layout: { attributionLogo: false }, timeScale: { rightOffset: 5, timeVisible: true, secondsVisible: interval.endsWith("s") } });
    const series = made(chart, instrument);
    const endColours = effect(() => {
      void [theme.value, pair.value];
      colours(chart, series);
    });
    let isOpen = true;
    let newest = 0;
    const show = (candles: readonly Candle[]): void => {
      for (const each of ordered(candles)) {
        if (each.time < newest) continue;
        newest = each.time;
        setEmpty(false);
        const { candle, volume } = at(each);
        series.candles.update(candle);
        series.volume.update(volume);
      }
    };
    let end = (): void => {};
    const { symbol } = instrument;
    let again: ReturnType<typeof setTimeout> | undefined;
    const load = async (): Promise<void> => {
      try {
        const { items } = await api.get<{ items: Candle[] }>(`/market/${symbol}/candles`, { interval, limit: 500 });
        if (!isOpen) return;
        const known = ordered(items);
        const all = known.map(at);
        newest = known.at(-1)?.time ?? 0;
        setEmpty(known.length === 0);
        series.candles.setData(all.map((each) => each.candle));
        series.volume.setData(all.map((each) => each.volume));
        end = venue.follow<Candle & { items?: Candle[] }>({ channel: "candles", symbol, interval, speed: "MS_100" }, ({ data }) => show(data.items ?? [data]));
      } catch (failure) {
        if (!isOpen) return;
        say(`No candles yet: ${problemOf(failure).message}`, "bad");
        again = setTimeout(() => void load(), AGAIN_MILLIS);
      }
    };
    void load();
    return () => {
      isOpen = false;
      clearTimeout(again);
      end();
      endColours();
      chart.remove();
    };
  }, [instrument, interval]);
  return (
    <div class="candles">
      <div class="canvas" ref={box} role="img" aria-label={`Candles of ${instrument.symbol}`} />
      {isEmpty && <p class="none over">Nothing has traded yet: the first candle comes with the first trade.</p>}
      <small class="credit dim">
        Lightweight Charts™, © TradingView, Inc. <a href="https://www.tradingview.com/" target="_blank" rel="noreferrer">tradingview.com</a>
      </small>
    </div>
  );
}
