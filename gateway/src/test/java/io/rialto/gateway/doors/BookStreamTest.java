package io.rialto.gateway.doors;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** A program that knows the documents alone follows a book, and has what REST has at every frame that is compared. */
class BookStreamTest extends TwoTraders {
    private static final long SEED = Long.getLong("seed", new Random().nextLong());
    private static final int DEPTH = 10;
    private static final int ACTIONS = 400;
    private static final long PATIENCE_NANOS = 60_000_000_000L;
    private static final BooleanSupplier NEVER = () -> false;

    private final RandomTrading trading = new RandomTrading(SEED);
    private final List<JsonNode> snapshots = new ArrayList<>();
    private String path = "book?depth=";

    @Test
    void aBookIsFollowedThroughGapsResumesAndARestart() throws Exception {
        followsThroughGapsResumesAndARestart("book");
    }

    @Test
    void aBookOrderByOrderIsFollowedThroughGapsResumesAndARestart() throws Exception {
        followsThroughGapsResumesAndARestart("l3");
    }

    private void followsThroughGapsResumesAndARestart(String channel) throws Exception {
        System.out.println("seed=" + SEED);
        Random lossy = new Random(SEED);
        BookFollower follower = follower(channel, "REAL_TIME", () -> lossy.nextInt(10) == 0);

        tradesAndCompares(follower);
        restarts();
        follower.comesBack(new StreamClient(venue.port()));
        tradesAndCompares(follower);

        assertThat(compared(follower, true)).isGreaterThan(20);
        assertThat(follower.wrongSums).isZero();
        assertThat(follower.gaps).isPositive();
        assertThat(follower.resumed).isPositive();
        // Every gap, and the restart: which may be resumed by who had seen everything, and is told anew to all others.
        assertThat(follower.resumed + follower.resynced).isEqualTo(follower.gaps + 1);
        assertThat(follower.deltas).isGreaterThan(50);
    }

    @Test
    void aConflatedBookIsTheBookOfItsMoments() throws Exception {
        System.out.println("seed=" + SEED);
        BookFollower follower = follower("book", "MS_100", NEVER);

        tradesAndCompares(follower);
        JsonNode end = book();

        long untilNanos = System.nanoTime() + PATIENCE_NANOS;
        while (!follower.equalsNow(end) && System.nanoTime() < untilNanos) follower.reads();
        assertThat(follower.equalsNow(end)).isTrue();
        assertThat(follower.wrongSums).isZero();
        assertThat(follower.gaps).isZero();
        compared(follower, false);
    }

    @Test
    void whoIgnoresGapsIsFoundWrong() throws Exception {
        System.out.println("seed=" + SEED);
        Random lossy = new Random(SEED);
        BookFollower careless =
                new BookFollower("book", "BTC-USD", DEPTH, "REAL_TIME", () -> lossy.nextInt(5) == 0, true);
        careless.begins(new StreamClient(venue.port()));
        careless.follows(0);

        tradesAndCompares(careless);

        assertThat(careless.wrongSums).isPositive();
        assertThat(snapshots.stream()
                        .flatMap(each -> careless.agreesWith(each, true).stream())
                        .filter(agrees -> !agrees)
                        .count())
                .isPositive();
    }

    private BookFollower follower(String channel, String speed, BooleanSupplier drops) throws Exception {
        path = channel.equals("l3") ? "orders?limit=" : "book?depth=";
        BookFollower follower = new BookFollower(channel, "BTC-USD", DEPTH, speed, drops, false);
        follower.begins(new StreamClient(venue.port()));
        follower.follows(0);
        return follower;
    }

    /** While others trade, REST is asked again and again. */
    private void tradesAndCompares(BookFollower follower) throws Exception {
        CompletableFuture<Void> trades = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < ACTIONS; i++) trading.acts(alice, bob);
        });
        while (!trades.isDone()) {
            JsonNode book = book();
            snapshots.add(book);
            follower.follows(book.get("sequence").asLong());
        }
        trades.join();
    }

    private int compared(BookFollower follower, boolean isExact) {
        int compared = 0;
        for (JsonNode book : snapshots) {
            if (follower.agreesWith(book, isExact).isEmpty()) continue;
            compared++;
            assertThat(follower.agreesWith(book, isExact))
                    .as("seed=%d sequence=%s", SEED, book.get("sequence"))
                    .hasValue(true);
        }
        System.out.println("compared=" + compared + " of=" + snapshots.size() + " " + follower.gaps + " gaps");
        return compared;
    }

    private JsonNode book() {
        return venue.nobody()
                .raw("GET", "/api/v1/market/BTC-USD/" + path + DEPTH, "", Map.of())
                .json();
    }

    private void restarts() throws Exception {
        venue.close();
        venue = VenueUnderTest.open(data);
        alice = again(alice);
        bob = again(bob);
    }

    private VenueUnderTest.Trader again(VenueUnderTest.Trader trader) {
        return new VenueUnderTest.Trader(
                trader.account(), trader.key(), trader.secret(), venue.again(trader.key(), trader.secret()));
    }
}
