package io.rialto.gateway.doors;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.zip.CRC32;

/**
 * Follows a book, by levels or order by order, by what docs/streams.md says, and by nothing else: a snapshot, deltas that
 * join, resume after a gap. It remembers what the book was after each message.
 */
final class BookFollower {
    private static final String UNKNOWN = "unknown";

    private final String fields;
    private final int depth;
    private final BooleanSupplier drops;
    private final boolean ignoresGaps;
    private final NavigableMap<Line, String> bids =
            new TreeMap<>(Comparator.comparing(Line::price).reversed().thenComparing(Line::order));
    private final NavigableMap<Line, String> asks =
            new TreeMap<>(Comparator.comparing(Line::price).thenComparing(Line::order));
    private final NavigableMap<Long, String> history = new TreeMap<>();
    private StreamClient client;
    private long last;
    private int awaited;
    private long told;
    int gaps;
    int resumed;
    int resynced;
    int deltas;
    int wrongSums;

    /** What is known by its price, and an order by its number too: 0 for a level. */
    private record Line(BigDecimal price, long order) {
        static Line of(JsonNode texts) {
            boolean isOrder = texts.size() == 3;
            return new Line(
                    new BigDecimal(texts.get(isOrder ? 1 : 0).asText()),
                    isOrder ? texts.get(0).asLong() : 0);
        }

        /** As messages have it. */
        String words(String quantity) {
            return (order == 0 ? "" : order + ":") + price + ":" + quantity;
        }
    }

    /** @param drops whether the next message gets lost on its way */
    BookFollower(String channel, String symbol, int depth, String speed, BooleanSupplier drops, boolean ignoresGaps) {
        this.depth = depth;
        this.drops = drops;
        this.ignoresGaps = ignoresGaps;
        fields = ",\"channel\":\"" + channel + "\",\"symbol\":\"" + symbol + "\",\"depth\":" + depth + ",\"speed\":\""
                + speed + "\"";
    }

    void begins(StreamClient at) {
        client = at;
        awaited = client.asks("subscribe", fields);
    }

    /** After a connection was lost. */
    void comesBack(StreamClient at) {
        client = at;
        resumes();
    }

    private void resumes() {
        awaited = client.asks("resume", fields + ",\"from\":" + last);
    }

    /** Reads on until all has come that was told up to a frame. */
    void follows(long sequence) {
        do reads();
        while (told < sequence || awaited != 0);
    }

    /** Reads what has come until now. */
    void reads() {
        int id = client.asks("heartbeat", "");
        for (JsonNode message = client.next(); !isBeat(message, id); message = client.next()) receive(message);
    }

    private boolean isBeat(JsonNode message, int id) {
        boolean isBeat = message.path("op").asText().equals("heartbeat");
        if (isBeat) told = message.get("sequence").asLong();
        return isBeat && message.path("id").asInt() == id;
    }

    private void receive(JsonNode message) {
        if (message.has("op")) {
            answered(message);
        } else if (awaited == 0 && !drops.getAsBoolean()) {
            applies(message);
        }
    }

    private void answered(JsonNode message) {
        if (message.path("op").asText().equals("error")) throw new AssertionError(message.toString());
        if (message.path("id").asInt() != awaited) return;
        awaited = 0;
        if (message.get("op").asText().equals("resumed")) resumed++;
        if (message.get("op").asText().equals("resync")) resynced++;
    }

    private void applies(JsonNode message) {
        long first = message.get("first").asLong();
        boolean isSnapshot = message.get("type").asText().equals("SNAPSHOT");
        if (isSnapshot) {
            history.put(last + 1, UNKNOWN);
            bids.clear();
            asks.clear();
        } else if (message.get("last").asLong() <= last) {
            return;
        } else if (first != last + 1 && !ignoresGaps) {
            gaps++;
            resumes();
            return;
        }
        message.get("bids").forEach(level -> put(bids, level));
        message.get("asks").forEach(level -> put(asks, level));
        last = message.get("last").asLong();
        if (!isSnapshot) deltas++;
        if (checksum() != message.get("checksum").asLong()) wrongSums++;
        history.put(last, toString());
    }

    private static void put(Map<Line, String> side, JsonNode texts) {
        Line line = Line.of(texts);
        String quantity = texts.get(texts.size() - 1).asText();
        if (quantity.equals("0")) side.remove(line);
        else side.put(line, quantity);
    }

    private long checksum() {
        List<String> parts = new ArrayList<>();
        List<Map.Entry<Line, String>> bid = new ArrayList<>(bids.entrySet());
        List<Map.Entry<Line, String>> ask = new ArrayList<>(asks.entrySet());
        for (int i = 0; i < 10; i++) {
            if (i < bid.size()) parts.add(bid.get(i).getKey().words(bid.get(i).getValue()));
            if (i < ask.size()) parts.add(ask.get(i).getKey().words(ask.get(i).getValue()));
        }
        CRC32 sum = new CRC32();
        sum.update(String.join(":", parts).getBytes(StandardCharsets.US_ASCII));
        return sum.getValue();
    }

    /**
     * Whether a book that REST answered is the one that was told: true, false, or nothing where that cannot be said.
     *
     * @param isExact every frame that changed anything was told: else only moments at which nothing changed are compared
     */
    Optional<Boolean> agreesWith(JsonNode book, boolean isExact) {
        long sequence = book.get("sequence").asLong();
        Map.Entry<Long, String> at = history.floorEntry(sequence);
        boolean isKnown = at != null && last > sequence && !at.getValue().equals(UNKNOWN);
        if (!isKnown || !isExact && book.get("changedSequence").asLong() > at.getKey()) return Optional.empty();
        return Optional.of(at.getValue().equals(words(book, depth)));
    }

    /** The book as it was told at that frame. */
    String at(long sequence) {
        Map.Entry<Long, String> at = history.floorEntry(sequence);
        return at == null ? UNKNOWN : at.getValue();
    }

    /** Of the last message that joined. */
    long last() {
        return last;
    }

    /** Whether a book that REST answered is what is known now. */
    boolean equalsNow(JsonNode book) {
        return toString().equals(words(book, depth));
    }

    /** A book as REST answers it, in the same words. */
    private static String words(JsonNode book, int depth) {
        StringBuilder text = new StringBuilder();
        for (String side : List.of("bids", "asks")) {
            text.append(side);
            int shown = 0;
            for (JsonNode line : book.get(side)) {
                if (shown++ == depth) break;
                text.append(' ').append(words(line));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static String words(JsonNode line) {
        if (line.isArray()) return line.get(0).asText() + ":" + line.get(1).asText();
        return line.get("id").asText() + ":" + line.get("price").asText() + ":"
                + line.get("quantity").asText();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("bids");
        bids.forEach((line, quantity) -> text.append(' ').append(line.words(quantity)));
        text.append("\nasks");
        asks.forEach((line, quantity) -> text.append(' ').append(line.words(quantity)));
        return text.append('\n').toString();
    }
}
