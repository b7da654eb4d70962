package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

class LeftCrossedRulesTest {
    private final VenueUnderTest venue = VenueUnderTest.trading().changes(InstrumentParameter.TRACKED_POSITIONS, 1);

    /** The rulebook's book: the second bid is counted when the price is found, and has nothing left when its turn comes. */
    @Test
    void theYoungerOfTwoThatAnAuctionLeftCrossedComesInAnew() {
        venue.receives(CAROL, buys(3).at(100)).receives(BOB, sells(3).at(100));
        venue.goes(Phase.PRE_OPEN);
        venue.receives(BOB, buys(4).at(102)).receives(BOB, buys(3).at(101).reduceOnly());
        venue.receives(CAROL, buys(2).at(100)).receives(ALICE, sells(7).at(100));

        venue.goes(Phase.CONTINUOUS);

        assertThat(venue.events())
                .endsWith(
                        "cancelled #4 3@101 released 303 REDUCE_ONLY_NO_POSITION",
                        "repriced #6 3 from 100 to 100 hold 0",
                        "traded 2@100 for 200 #5|#6 left 0|1 released 0|0",
                        "rested #6 1@100");
        venue.shows(Side.BUY).shows(Side.SELL, "#6 1@100");
    }
}
