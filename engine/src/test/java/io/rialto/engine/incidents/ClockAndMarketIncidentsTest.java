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

/** What went wrong elsewhere with time, and with one market among many. */
class ClockAndMarketIncidentsTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    /**
     * Cloudflare, 1 January 2017: a leap second let a clock step back, and a duration came out below zero. Eurex, 26 August
     * 2013: wrong time inside the system closed the market. The line's time never falls: what is a day old stays so.
     */
    @Test
    void aClockThatStepsBackTurnsNothingBack() {
        venue.asks(ALICE, 1, 1).receives(ALICE, buys(1).at(10));
        long first = venue.core().sequence();
        venue.cancels(ALICE, 1);
        venue.after(DAY - SECOND).asks(ALICE, 1, 1).receives(ALICE, buys(1).at(10));
        venue.emits("rejected DUPLICATE_REQUEST original " + first);
        long before = venue.core().timeNanos();

        venue.after(-DAY).asks(ALICE, 1, 1).receives(ALICE, buys(1).at(10));
        venue.emits("rejected DUPLICATE_REQUEST original " + first);
        assertThat(venue.core().timeNanos()).isEqualTo(before);

        venue.after(DAY + SECOND).asks(ALICE, 1, 1).receives(ALICE, buys(1).at(10));
        venue.emits("accepted #2 buy 1@10 holds 10", "rested #2 1@10");
        venue.after(-10 * DAY).receives(BOB, sells(1).at(10));
        venue.emits("accepted #3 sell 1@10 holds 1", "traded 1@10 for 10 #2|#3 left 0|0 released 0|0");
    }

    /**
     * BATS, 23 March 2012: a fault in one symbol's opening took along every symbol of its engine, Apple's too. An
     * instrument whose every value overflows refuses its own orders and nobody else's.
     */
    @Test
    void whatBreaksInOneMarketStaysInIt() {
        venue.decides(wild()).emits("listed");
        venue.receives(BOB, sells(3).at(100));

        for (int i = 0; i < 1_000; i++) {
            long ticks = Long.MAX_VALUE - i;
            venue.decides(buys(1 + i).at(ticks).by(ALICE, 2)).emits("rejected VALUE_OVERFLOW");
            venue.decides(sells(Long.MAX_VALUE - i).at(ticks).by(ALICE, 2)).emits("rejected VALUE_OVERFLOW");
            venue.decides(buys(Long.MAX_VALUE - i).by(ALICE, 2)).emits("rejected VALUE_OVERFLOW");
        }
        venue.receives(ALICE, buys(2).at(100))
                .emits("accepted #2 buy 2@100 holds 200", "traded 2@100 for 200 #1|#2 left 1|0 released 0|0");
        venue.shows(Side.SELL, "#1 1@100").has(ALICE, QUOTE, WEALTH - 200, 0).has(ALICE, BASE, WEALTH + 2, 0);
    }

    private static Command.ListInstrument wild() {
        long none = Command.NULL;
        return new Command.ListInstrument(
                "WILD",
                BASE,
                QUOTE,
                Long.MAX_VALUE,
                1,
                1,
                Long.MAX_VALUE,
                0,
                none,
                Long.MAX_VALUE,
                0,
                0,
                0,
                0,
                1,
                1,
                0);
    }
}
