package io.rialto.engine.incidents;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.rules.Contract;
import io.rialto.engine.rules.VenueUnderTest;
import org.junit.jupiter.api.Test;

/**
 * Crude oil, 20 April 2020: the future of May fell from 18.27 to -37.63, and systems that knew no price below zero showed
 * zero, took no orders, or did not see losses. Here prices begin at -100.00, so a tick of 0.01 counts from there: 10,000
 * of them are zero. A lot is a thousand barrels: ten units of money a tick.
 */
class NegativePriceIncidentsTest {
    private static final long MARGIN = 10_000_000;
    private static final long ZERO = 10_000;

    private final VenueUnderTest venue = new Contract()
            .tickPlaces(2)
            .multiplier(1_000, 0)
            .floor(ZERO)
            .reference(ZERO + 1_827)
            .tradesWith(MARGIN);

    @Test
    void whoBoughtAboveZeroCanSellBelowItAndLosesAllOfThat() {
        venue.receives(ALICE, sells(5).at(ZERO + 1_827)).receives(BOB, buys(5).at(ZERO + 1_827));
        venue.receives(ALICE, buys(5).at(ZERO - 3_763));

        venue.receives(BOB, sells(5).at(ZERO - 3_763))
                .emits(
                        "accepted #4 sell 5@6237 holds 0",
                        "traded 5@6237 for 311850 #3|#4 left 0|0 released 0|0",
                        "position of 101 0 cost 0 realised -279500",
                        "position of 100 0 cost 0 realised 279500");
        assertThat(margin(BOB)).isEqualTo(MARGIN - 5 * 55_900);
        assertThat(margin(ALICE)).isEqualTo(MARGIN + 5 * 55_900);
    }

    @Test
    void aMarkBelowZeroIsSeenAsALoss() {
        venue.receives(ALICE, sells(5).at(ZERO + 1_827)).receives(BOB, buys(5).at(ZERO + 1_827));

        venue.marks(ZERO - 3_763);
        assertThat(equity(BOB)).isEqualTo(MARGIN - 5 * 55_900);
        assertThat(equity(ALICE)).isEqualTo(MARGIN + 5 * 55_900);
    }

    @Test
    void theBookGoesThroughZero() {
        venue.receives(ALICE, buys(1).at(ZERO + 1))
                .receives(ALICE, buys(1).at(ZERO))
                .receives(ALICE, buys(1).at(ZERO - 1));

        venue.receives(BOB, sells(3).at(ZERO - 1))
                .emits(
                        "accepted #4 sell 3@9999 holds 0",
                        "traded 1@10001 for 100010 #1|#4 left 0|2 released 0|0",
                        "position of 101 -1 cost 100010 realised 0",
                        "position of 100 1 cost 100010 realised 0",
                        "traded 1@10000 for 100000 #2|#4 left 0|1 released 0|0",
                        "position of 101 -2 cost 200010 realised 0",
                        "position of 100 2 cost 200010 realised 0",
                        "traded 1@9999 for 99990 #3|#4 left 0|0 released 0|0",
                        "position of 101 -3 cost 300000 realised 0",
                        "position of 100 3 cost 300000 realised 0");
    }

    @Test
    void whereAContractBeginsItEnds() {
        venue.receives(ALICE, buys(1).at(1)).emits("accepted #1 buy 1@1 holds 0", "rested #1 1@1");
        venue.receives(ALICE, buys(1).at(0)).emits("rejected PRICE_NOT_POSITIVE");
        venue.decides(new Contract()
                        .tickPlaces(2)
                        .multiplier(1_000, 0)
                        .floor(-1)
                        .listing("BELOW"))
                .emits("rejected INVALID_INSTRUMENT");
    }

    private long margin(int account) {
        return venue.core().state().marginMinor(account, QUOTE);
    }

    private long equity(int account) {
        return venue.core().state().equityMinor(account, QUOTE);
    }
}
