package io.rialto.engine.incidents;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.rules.VenueUnderTest;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

/** What went wrong elsewhere when orders came again and again. */
class StormIncidentsTest {
    private final VenueUnderTest venue = VenueUnderTest.trading();

    /**
     * The Facebook opening, 18 May 2012: no confirmation came, so a broker sent its orders again, and owned all of them in
     * the end. A request that comes again is the same request, and one that never came can be ruled out for good.
     */
    @Test
    void anOrderSentAgainForWantOfAnAnswerIsOneOrder() {
        venue.asks(ALICE, 7, 1).receives(ALICE, buys(10).at(42));
        long original = venue.core().sequence();

        for (int i = 0; i < 100; i++) {
            venue.asks(ALICE, 7, 1)
                    .receives(ALICE, buys(10).at(42))
                    .emits("rejected DUPLICATE_REQUEST original " + original);
        }
        venue.shows(Side.BUY, "#1 10@42").has(ALICE, QUOTE, WEALTH, 420);

        venue.decides(new Command.Fence(ALICE, 0, 8)).emits("fenced 100 0 8");
        long fenced = venue.core().sequence();
        venue.asks(ALICE, 8, 1).receives(ALICE, buys(10).at(42)).emits("rejected REQUEST_FENCED original " + fenced);
    }

    /** Everbright, 16 August 2013: a "resend" sent 26,082 orders in two seconds. The name of an open order is taken. */
    @Test
    void anOrderSentAgainUnderItsNameIsOneOrder() {
        venue.receives(ALICE, buys(10).at(42).named("etf-1"));

        for (int i = 0; i < 1_000; i++) {
            venue.receives(ALICE, buys(10).at(42).named("etf-1")).emits("rejected DUPLICATE_CLIENT_ORDER_ID");
        }
        venue.shows(Side.BUY, "#1 10@42").has(ALICE, QUOTE, WEALTH, 420);
    }

    /**
     * Knight, 1 August 2012: 45 minutes of orders nobody could stop. One command takes all that a storm has left in the
     * books, as many as a frame can say, and says how many are left; others' orders stay, and every hold comes back.
     */
    @Test
    void oneCommandTakesBackAStorm() {
        venue.receives(BOB, buys(1).at(1));
        for (int i = 0; i < 3_000; i++) {
            venue.receives(ALICE, buys(1).at(1 + i % 100));
            venue.receives(ALICE, sells(1).at(200 + i % 100));
        }

        venue.cancelsAll(ALICE);
        assertThat(venue.events()).last().isEqualTo("mass cancelled 4095 remaining 1905");
        venue.cancelsAll(ALICE);
        assertThat(venue.events()).last().isEqualTo("mass cancelled 1905 remaining 0");
        venue.shows(Side.BUY, "#1 1@1").shows(Side.SELL);
        venue.has(ALICE, QUOTE, WEALTH, 0).has(ALICE, BASE, WEALTH, 0);
    }

    /** The same: whoever orders without end runs out of funds, and not the venue. */
    @Test
    void aStormEndsWhereTheFundsEnd() {
        int accepted = 0;
        for (int i = 0; i < 2_000; i++) {
            venue.receives(ALICE, buys(10).at(100));
            if (venue.events().get(0).startsWith("accepted")) accepted++;
        }

        assertThat(accepted).isEqualTo((int) (WEALTH / 1_000));
        venue.receives(ALICE, buys(10).at(100)).emits("rejected INSUFFICIENT_FUNDS");
        venue.has(ALICE, QUOTE, WEALTH, WEALTH);
    }
}
