package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.buysFor;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.protocol.SelfTradePrevention.CANCEL_OLDEST;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import org.junit.jupiter.api.Test;

class OrderTestRulesTest {
    private static final int TEN_PER_CENT = 1_000_000;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void itAnswersWithHoldFeesAndFillsByPrice() {
        VenueUnderTest dear =
                VenueUnderTest.trading(new Terms().fees(0, TEN_PER_CENT).feesInQuote());
        dear.receives(ALICE, sells(3).at(101));
        dear.receives(ALICE, sells(4).at(101));
        dear.receives(ALICE, sells(5).at(102));

        dear.tests(BOB, buys(10).at(102))
                .emits(
                        "would be accepted at 102 holding 1122 filled 10 for 1013 fee 102",
                        "rates 0|1000000",
                        "would trade 7@101 for 707 fee 71",
                        "would trade 3@102 for 306 fee 31");
    }

    @Test
    void whatItForetellsIsWhatHappens() {
        venue.receives(ALICE, sells(3).at(101));
        venue.receives(ALICE, sells(4).at(103));

        venue.tests(BOB, buysFor(500))
                .emits(
                        "would be accepted at 0 holding 500 filled 4 for 406 fee 0",
                        "rates 0|0",
                        "would trade 3@101 for 303 fee 0",
                        "would trade 1@103 for 103 fee 0");
        venue.receives(BOB, buysFor(500))
                .emits(
                        "accepted #3 buy 0@0 holds 500",
                        "traded 3@101 for 303 #1|#3 left 0|0 released 0|0",
                        "traded 1@103 for 103 #2|#3 left 3|0 released 0|0",
                        "expired #3 0@0 released 94 AMOUNT_EXHAUSTED");
    }

    @Test
    void itGivesTheReasonOfARefusal() {
        venue.receives(ALICE, sells(3).at(101));

        venue.tests(BOB, buys(1).at(101).postOnly())
                .emits("would be refused POST_ONLY_WOULD_TAKE at 0 holding 0 filled 0 for 0 fee 0");
        venue.tests(BOB, buys(10_001).at(100))
                .emits("would be refused INSUFFICIENT_FUNDS at 100 holding 1000100 filled 0 for 0 fee 0", "rates 0|0");
        venue.tests(777, buys(1).at(100)).emits("rejected UNKNOWN_ACCOUNT");
    }

    @Test
    void aFillOrKillThatWouldBeKilledFillsNothing() {
        venue.receives(ALICE, sells(3).at(101));

        venue.tests(BOB, buys(4).at(101).fillOrKill())
                .emits("would be accepted at 101 holding 0 filled 0 for 0 fee 0", "rates 0|0");
    }

    @Test
    void itStopsAtOwnOrdersAsTheOrderWould() {
        venue.receives(ALICE, sells(3).at(101));
        venue.receives(BOB, sells(3).at(102));

        venue.tests(ALICE, buys(5).at(102))
                .emits("would be accepted at 102 holding 510 filled 0 for 0 fee 0", "rates 0|0");
        venue.tests(ALICE, buys(5).at(102).prevents(CANCEL_OLDEST))
                .emits(
                        "would be accepted at 102 holding 510 filled 3 for 306 fee 0",
                        "rates 0|0",
                        "would trade 3@102 for 306 fee 0");
    }

    @Test
    void itChangesNothingButPlaceAndTimeInLine() {
        VenueUnderTest idle = VenueUnderTest.trading();
        for (VenueUnderTest one : new VenueUnderTest[] {venue, idle}) {
            one.receives(ALICE, sells(3).at(101));
            one.receives(BOB, buys(2).at(99).named("mine"));
        }

        venue.tests(BOB, buys(5).at(101).named("other"))
                .tests(BOB, sells(5).at(99))
                .tests(ALICE, buys(5).at(101));
        for (int i = 0; i < 3; i++) idle.decides(new Command.Tick());

        assertThat(venue.core().stateHash()).isEqualTo(idle.core().stateHash());
    }
}
