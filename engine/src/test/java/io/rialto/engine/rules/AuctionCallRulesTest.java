package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.CallKind;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.junit.jupiter.api.Test;

/** How a call ends, and who then trades with whom. */
class AuctionCallRulesTest {
    private static final long NOW = 1_000;
    private static final long DURATION = 500;
    private static final long WINDOW = 100;
    private static final int AUCTION_FEES = 20;
    private static final int FEE_PER_LOT = 52;
    private static final long SEED_HIGH = 77;
    private static final long SEED_LOW = 1_234;

    private VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void aTimedCallEndsByItselfOnTheFirstCommandAtItsTime() {
        startsCall(0);
        venue.receives(ALICE, sells(2).at(99));
        venue.receives(BOB, buys(2).at(99));
        venue.after(DURATION - 1).decides(new Command.Tick()).emits();

        venue.after(1)
                .decides(new Command.Tick())
                .emits(
                        "phase CALL to UNCROSS planned 1500",
                        "uncrossed INTRADAY 2@99 reference 0",
                        "traded 2@99 for 198 #1|#2 left 0|0 released 0|0",
                        "phase UNCROSS to CONTINUOUS planned 1500");
    }

    @Test
    void theRandomEndFollowsFromASeedThatWasCommittedToAndIsRevealedLater() {
        startsCall(WINDOW);
        venue.emits("phase CONTINUOUS to CALL", "call INTRADAY then CONTINUOUS until 1500 plus up to 100");

        // 1234 mod 100 is 34: nobody can have known, anybody can check.
        venue.after(DURATION).decides(reveal(SEED_HIGH, SEED_LOW)).emits("seed 77 1234 ends 1534");
        venue.after(33).decides(new Command.Tick()).emits();
        venue.after(1)
                .decides(new Command.Tick())
                .emits(
                        "phase CALL to UNCROSS planned 1534",
                        "uncrossed INTRADAY 0@0 reference 0",
                        "phase UNCROSS to CONTINUOUS planned 1534");
    }

    @Test
    void aSeedThatIsRevealedAfterItsEndEndsTheCallAtOnce() {
        startsCall(WINDOW);

        venue.after(DURATION + 50)
                .decides(reveal(SEED_HIGH, SEED_LOW))
                .emits(
                        "seed 77 1234 ends 1534",
                        "phase CALL to UNCROSS planned 1534",
                        "uncrossed INTRADAY 0@0 reference 0",
                        "phase UNCROSS to CONTINUOUS planned 1534");
    }

    @Test
    void anotherSeedThanTheCommittedOneIsRefused() {
        venue.decides(reveal(SEED_HIGH, SEED_LOW)).emits("rejected SEED_NOT_EXPECTED");
        startsCall(WINDOW);

        venue.decides(reveal(SEED_HIGH, SEED_LOW + 1)).emits("rejected SEED_DOES_NOT_MATCH");
        venue.decides(reveal(SEED_HIGH, SEED_LOW));
        venue.decides(reveal(SEED_HIGH, SEED_LOW)).emits("rejected SEED_NOT_EXPECTED");
    }

    @Test
    void aCallWhoseSeedIsKeptBackEndsWithItsWindow() {
        startsCall(WINDOW);

        venue.after(DURATION + WINDOW - 1).decides(new Command.Tick()).emits();
        venue.after(1).decides(new Command.Tick());
        assertThat(venue.events()).first().isEqualTo("phase CALL to UNCROSS planned 1600");
    }

    @Test
    void aSeedIsStillToldWhenItsCallIsOver() {
        startsCall(WINDOW);
        venue.after(DURATION + WINDOW).decides(new Command.Tick());

        venue.decides(reveal(SEED_HIGH, SEED_LOW + 1)).emits("rejected SEED_DOES_NOT_MATCH");
        venue.decides(reveal(SEED_HIGH, SEED_LOW)).emits("seed 77 1234 ends 1534");
        venue.decides(reveal(SEED_HIGH, SEED_LOW)).emits("rejected SEED_NOT_EXPECTED");
    }

    @Test
    void aSeedThatIsToldInAnotherCallDoesNotEndThatOne() {
        startsCall(WINDOW);
        venue.after(DURATION + WINDOW).decides(new Command.Tick());
        startsCall(0);

        venue.after(DURATION - 1).decides(reveal(SEED_HIGH, SEED_LOW)).emits("seed 77 1234 ends 1534");
        venue.after(1).decides(new Command.Tick());
        assertThat(venue.events()).first().isEqualTo("phase CALL to UNCROSS planned 2100");
    }

    @Test
    void anotherPromiseReplacesIt() {
        startsCall(WINDOW);
        venue.after(DURATION + WINDOW).decides(new Command.Tick());
        venue.decides(call(2, 0, DURATION, WINDOW, hash(SEED_HIGH, SEED_LOW + 1)));

        venue.decides(reveal(SEED_HIGH, SEED_LOW)).emits("rejected SEED_DOES_NOT_MATCH");
    }

    @Test
    void aStreamOfCancelsNeitherDelaysNorRepeatsTheEnd() {
        startsCall(0);
        for (int i = 0; i < 50; i++) venue.receives(BOB, buys(1).at(99));
        for (int i = 1; i <= 50; i++) venue.after(9).cancels(BOB, i);

        venue.after(50).decides(new Command.Tick());
        assertThat(venue.events()).first().isEqualTo("phase CALL to UNCROSS planned 1500");
        venue.after(DURATION).decides(new Command.Tick()).emits();
    }

    @Test
    void aCallThatWasEndedByHandDoesNotEndAgain() {
        startsCall(0);
        venue.goes(Phase.CONTINUOUS);
        venue.goes(Phase.CALL);

        venue.after(DURATION).decides(new Command.Tick()).emits();
    }

    @Test
    void aCallMustBeSound() {
        venue.decides(call(0, 0, 10, 0, new long[4])).emits("rejected INVALID_CALL");
        venue.decides(call(2, 2, 10, 0, new long[4])).emits("rejected INVALID_CALL");
        venue.decides(call(2, 0, -1, 0, new long[4])).emits("rejected INVALID_CALL");
        venue.decides(call(2, 0, Long.MAX_VALUE, 0, new long[4])).emits("rejected INVALID_CALL");
        venue.decides(call(2, 0, 10, 10, new long[4])).emits("rejected INVALID_CALL");
        venue.decides(call(2, 0, 10, 0, hash(1, 1))).emits("rejected INVALID_CALL");
        startsCall(0);
        venue.decides(call(2, 0, 10, 0, new long[4])).emits("rejected WOULD_CHANGE_NOTHING");
    }

    @Test
    void aBuyerWithAHigherLimitGetsTheDifferenceBack() {
        venue.goes(Phase.CALL);
        venue.receives(BOB, buys(5).at(110));
        venue.receives(ALICE, sells(5).at(90));
        venue.receives(CAROL, sells(5).at(91));

        venue.goes(Phase.CONTINUOUS);
        assertThat(venue.events()).contains("traded 5@90 for 450 #1|#2 left 0|0 released 100|0");
        venue.has(BOB, QUOTE, WEALTH - 450, 0);
    }

    @Test
    void betterPricesTradeFirstAndThenTheOlder() {
        venue.goes(Phase.CALL);
        venue.receives(BOB, buys(1).at(100));
        venue.receives(CAROL, buys(1).at(100));
        venue.receives(CAROL, buys(1).at(101));
        venue.receives(ALICE, sells(2).at(100));

        venue.goes(Phase.CONTINUOUS)
                .emits(
                        "phase CALL to UNCROSS",
                        "uncrossed INTRADAY 2@100 buys left 1 reference 0",
                        "traded 1@100 for 100 #3|#4 left 0|1 released 1|0",
                        "traded 1@100 for 100 #1|#4 left 0|0 released 0|0",
                        "phase UNCROSS to CONTINUOUS");
        venue.shows(Side.BUY, "#2 1@100");
    }

    @Test
    void theOlderOrderPaysAsMakerUnlessTheInstrumentSaysOtherwise() {
        venue = VenueUnderTest.trading(new Terms().fees(10_000, 20_000).feesInQuote());

        pays(Command.NULL, "1|2");
        pays(1, "1|1");
        pays(2, "2|2");
    }

    @Test
    void anAuctionMayBeFree() {
        venue = VenueUnderTest.trading(new Terms().fees(10_000, 20_000).feesInQuote());
        venue.decides(new Command.ChangeInstrument(1, FEE_PER_LOT, 3));
        venue.decides(new Command.ChangeInstrument(1, AUCTION_FEES, 3));
        venue.goes(Phase.CALL);
        venue.receives(ALICE, sells(10).at(100));
        venue.receives(BOB, buys(10).at(100));
        assertThat(venue.events().get(0)).isEqualTo("accepted #2 buy 10@100 holds 1032");

        venue.goes(Phase.CONTINUOUS);

        assertThat(venue.events().get(2)).isEqualTo("traded 10@100 for 1000 #1|#2 left 0|0 released 0|32");
    }

    private void pays(long policy, String fees) {
        if (policy != Command.NULL) venue.decides(new Command.ChangeInstrument(1, AUCTION_FEES, policy));
        venue.goes(Phase.CALL);
        venue.receives(ALICE, sells(10).at(100));
        venue.receives(BOB, buys(10).at(100));
        venue.goes(Phase.CONTINUOUS);
        assertThat(venue.events().get(2)).endsWith("fees " + fees);
    }

    @Test
    void anUncrossThatIsLargerThanAFrameGoesOnInTheNextAtTheSamePrice() {
        int buyers = 4_200;
        venue.goes(Phase.CALL);
        for (int i = 0; i < buyers; i++) venue.receives(BOB, buys(1).at(100));
        venue.receives(ALICE, sells(buyers).at(100));

        venue.goes(Phase.CONTINUOUS);
        assertThat(venue.events()).hasSizeLessThan(4_096).last().asString().startsWith("traded 1@100");
        assertThat(venue.core().state().phase(1)).isEqualTo(Phase.UNCROSS);
        venue.cancels(BOB, buyers);
        assertThat(venue.events())
                .hasSize(buyers - 4_090 + 2)
                .endsWith("phase UNCROSS to CONTINUOUS", "rejected UNKNOWN_ORDER");
        venue.has(BOB, QUOTE, WEALTH - buyers * 100, 0);
    }

    @Test
    void aPeakThatTheFrameHasNoRoomForIsShownInTheNext() {
        int sellers = 4_089;
        venue.goes(Phase.CALL);
        for (int i = 0; i < sellers; i++) venue.receives(ALICE, sells(1).at(99));
        venue.decides(DisplayOrders.iceberg(ALICE, sells(9).at(100), 3));
        venue.receives(BOB, buys(sellers + 3).at(100));

        venue.goes(Phase.CONTINUOUS);
        assertThat(venue.events())
                .hasSize(sellers + 3)
                .last()
                .asString()
                .startsWith("traded 3@100 for 300 #4090|#4091");
        venue.decides(new Command.Tick()).emits("displayed #4090 as #4092 3@100 of 6", "phase UNCROSS to CONTINUOUS");
        venue.shows(Side.SELL, "#4090 6@100");
    }

    private void startsCall(long windowNanos) {
        venue.decides(call(2, 0, DURATION, windowNanos, windowNanos == 0 ? new long[4] : hash(SEED_HIGH, SEED_LOW)));
        assertThat(NOW + DURATION).isEqualTo(1_500);
    }

    private static Command call(int kind, int next, long duration, long window, long[] hash) {
        assertThat(CallKind.INTRADAY.value()).isEqualTo((short) 2);
        return new Command.StartCall(1, kind, next, duration, window, hash[0], hash[1], hash[2], hash[3]);
    }

    private static Command reveal(long high, long low) {
        return new Command.RevealSeed(1, high, low);
    }

    private static long[] hash(long high, long low) {
        byte[] seed = ByteBuffer.allocate(16).putLong(high).putLong(low).array();
        try {
            ByteBuffer hash =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(seed));
            return new long[] {hash.getLong(), hash.getLong(), hash.getLong(), hash.getLong()};
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
