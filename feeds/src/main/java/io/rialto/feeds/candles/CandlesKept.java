package io.rialto.feeds.candles;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many candles of each interval are kept of an instrument; about 120 bytes each, and only those with trades count.
 *
 * @param newest by interval, each 1..{@value #MOST}
 */
public record CandlesKept(Map<Interval, Integer> newest) {
    static final int MOST = 10_000_000;

    private static final String PAIR = " *([0-9]+[smhdwM]) *: *([0-9]{1,8}) *";
    private static final Map<Interval, Integer> USUAL = usual();

    public CandlesKept {
        newest = new EnumMap<>(newest);
        for (Interval interval : Interval.all()) {
            int kept = newest.getOrDefault(interval, 0);
            if (kept < 1 || kept > MOST) {
                throw new IllegalArgumentException(
                        "candles of " + interval + " must be kept 1.." + MOST + ": was " + kept);
            }
        }
    }

    public static CandlesKept usual(Map<Interval, Integer> except) {
        Map<Interval, Integer> kept = new EnumMap<>(USUAL);
        kept.putAll(except);
        return new CandlesKept(kept);
    }

    /**
     * What a text says in place of the usual, such as {@code 1s:3600,1m:10000}; an empty one changes nothing.
     *
     * @throws IllegalArgumentException when it is no such text
     */
    public static CandlesKept of(String text) {
        Map<Interval, Integer> except = new EnumMap<>(Interval.class);
        for (String pair : text.isBlank() ? new String[0] : text.split(",", -1)) {
            if (!pair.matches(PAIR)) throw new IllegalArgumentException("must be interval:number, by commas: " + pair);
            String[] halves = pair.strip().split(" *: *");
            Interval interval = Interval.of(halves[0])
                    .orElseThrow(() -> new IllegalArgumentException("there are no candles of " + halves[0]));
            except.put(interval, Integer.valueOf(halves[1]));
        }
        return usual(except);
    }

    int of(Interval interval) {
        return newest.get(interval);
    }

    /** The text of it. */
    @Override
    public String toString() {
        return newest.entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue())
                .collect(Collectors.joining(","));
    }

    private static Map<Interval, Integer> usual() {
        int[] kept = {
            21_600, 17_280, 17_280, 17_280, 20_160, 14_400, 17_280, 17_280, 17_520, 17_520, 8_760, 4_380, 2_920, 1_460,
            3_660, 1_040, 480
        };
        Map<Interval, Integer> usual = new EnumMap<>(Interval.class);
        for (Interval interval : Interval.all()) usual.put(interval, kept[interval.ordinal()]);
        return usual;
    }
}
