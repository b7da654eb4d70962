package io.rialto.bench.door;

import com.fasterxml.jackson.databind.JsonNode;
import io.rialto.bench.recording.BookLevels;
import io.rialto.bench.recording.Instruction;
import io.rialto.bench.recording.Judge;
import io.rialto.bench.recording.Market;
import io.rialto.bench.recording.PlayedVenue;
import io.rialto.bench.recording.RecordedFill;
import io.rialto.bench.venue.VenueClient;
import io.rialto.bench.venue.VenueProcess;
import io.rialto.engine.Core;
import io.rialto.engine.CoreOptions;
import io.rialto.protocol.Side;
import io.rialto.replay.Recovered;
import io.rialto.replay.Recovery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A whole venue in a process of its own, driven by signed requests, one after another; fills and books are what it
 * answers. At the end it is stopped, and its history is read back and re-run.
 */
public final class HttpVenue implements PlayedVenue {
    private static final long START_SECONDS = 60;

    private final Path home;
    private final Judge judge;
    private final VenueProcess process;
    private final HttpMarket market;
    private final Map<Long, String> venueOrders = new HashMap<>();
    private final Map<String, Long> recordedOrders = new HashMap<>();
    private final Map<Long, Long> totals = new HashMap<>();
    private long sequence;

    /** @param home of the venue; must not hold one */
    public HttpVenue(Market recorded, Judge judge, Path home) throws IOException {
        this.home = home;
        this.judge = judge;
        process = VenueProcess.start(home);
        boolean isOpen = false;
        try {
            market = HttpMarket.open(recorded, process.awaitReady(START_SECONDS), process.administrator());
            isOpen = true;
        } finally {
            if (!isOpen) process.close();
        }
    }

    @Override
    public void send(Instruction instruction) {
        try {
            switch (instruction.kind()) {
                case NEW -> enter(instruction, market.maker(), "GTC");
                case MARKET -> enter(instruction, market.taker(), "IOC");
                case REDUCE -> reduce(instruction);
                case CANCEL -> cancel(instruction);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no answer to " + instruction, e);
        }
    }

    private void enter(Instruction instruction, VenueClient client, String timeInForce) throws IOException {
        VenueClient.Answer answer = client.post(
                "/api/v1/orders",
                "{\"symbol\":\"" + market.symbol() + "\",\"side\":\"" + instruction.side()
                        + "\",\"type\":\"LIMIT\",\"timeInForce\":\"" + timeInForce + "\",\"price\":\""
                        + BigDecimal.valueOf(instruction.price(), Market.PRICE_SCALE)
                                .toPlainString()
                        + "\",\"quantity\":\"" + instruction.quantity()
                        + "\",\"selfTradePrevention\":\"NONE\"}");
        if (isRefused(instruction, answer)) return;
        String id = answer.body().path("id").asText();
        venueOrders.put(instruction.order(), id);
        recordedOrders.put(id, instruction.order());
        totals.put(instruction.order(), instruction.quantity());
        judge.answered(instruction, fills(answer.body().path("fills")), "");
    }

    private void reduce(Instruction instruction) throws IOException {
        long total = totals.getOrDefault(instruction.order(), 0L) - instruction.quantity();
        totals.put(instruction.order(), total);
        VenueClient.Answer answer =
                market.maker().send("PATCH", path(instruction), "{\"quantity\":\"" + total + "\"}", Optional.empty());
        if (!isRefused(instruction, answer)) judge.answered(instruction, List.of(), "");
    }

    private void cancel(Instruction instruction) throws IOException {
        VenueClient.Answer answer = market.maker().send("DELETE", path(instruction), "", Optional.empty());
        if (isRefused(instruction, answer)) return;
        BigDecimal total = new BigDecimal(answer.body().path("quantity").asText());
        long open = total.subtract(new BigDecimal(answer.body().path("executed").asText()))
                .longValueExact();
        judge.answered(instruction, List.of(), open == instruction.quantity() ? "" : "open was " + open);
    }

    private String path(Instruction instruction) {
        return "/api/v1/orders/" + venueOrders.getOrDefault(instruction.order(), "1");
    }

    private boolean isRefused(Instruction instruction, VenueClient.Answer answer) {
        if (!answer.isOk()) {
            judge.answered(instruction, List.of(), "refused " + answer.status() + " " + answer.body());
            return true;
        }
        sequence = Math.max(sequence, answer.body().path("sequence").asLong());
        return false;
    }

    /** The taker's answer says how much and at what price; whose orders they were, the maker's own fills say. */
    private List<RecordedFill> fills(JsonNode taken) throws IOException {
        if (taken.isEmpty()) return List.of();
        Map<String, String> makers = new HashMap<>();
        JsonNode made = market.maker()
                .get("/api/v1/fills?limit=" + Math.min(1000, 2 * taken.size()) + "&minSequence=" + sequence)
                .body();
        for (JsonNode fill : made.path("items")) {
            if (fill.path("liquidity").asText().equals("MAKER")) {
                makers.put(fill.path("tradeId").asText(), fill.path("orderId").asText());
            }
        }
        List<RecordedFill> fills = new ArrayList<>(taken.size());
        for (JsonNode fill : taken) {
            String maker = makers.getOrDefault(fill.path("tradeId").asText(), "");
            fills.add(new RecordedFill(
                    recordedOrders.getOrDefault(maker, 0L),
                    units(fill.path("price")),
                    new BigDecimal(fill.path("quantity").asText()).longValueExact()));
        }
        return fills;
    }

    @Override
    public void compare(long row, BookLevels expected) {
        try {
            JsonNode book = market.maker()
                    .get("/api/v1/market/" + market.symbol() + "/book?depth=" + expected.depth() + "&minSequence="
                            + sequence)
                    .body();
            BookLevels levels = new BookLevels(expected.depth());
            fill(levels, Side.SELL, book.path("asks"));
            fill(levels, Side.BUY, book.path("bids"));
            judge.book(row, expected, levels);
        } catch (IOException e) {
            throw new UncheckedIOException("no book for row " + row, e);
        }
    }

    private static void fill(BookLevels levels, Side side, JsonNode shown) {
        for (int i = 0; i < Math.min(shown.size(), levels.depth()); i++) {
            long quantity = new BigDecimal(shown.get(i).path(1).asText()).longValueExact();
            levels.set(side, i, units(shown.get(i).path(0)), quantity);
        }
    }

    private static long units(JsonNode price) {
        return new BigDecimal(price.asText()).movePointRight(Market.PRICE_SCALE).longValueExact();
    }

    @Override
    public Closing finish() {
        close();
        Recovered recovered = Recovery.of(home.resolve("journal"), new Core(CoreOptions.defaults()))
                .run();
        boolean holds = recovered.end().isClean() && recovered.end().lastSequence() >= sequence;
        return new Closing(
                "recovered frames=" + recovered.frames() + " stateHash=" + String.format("%016x", recovered.stateHash())
                        + (holds ? " equal" : " different"),
                holds);
    }

    @Override
    public void close() {
        process.close();
    }
}
