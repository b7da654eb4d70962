package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand;
import io.rialto.protocol.Phase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Bob has bought 100 at 100 on a margin of 1,000: his equity at a mark is 100 times it, less 9,000; what he needs, 5 times it.
 * Where he comes to all of it the market is halted, so that nothing is done about it yet.
 */
class MarginCallRulesTest {
    private static final int TENTH = 1_000_000;
    private static final int TWENTIETH = 500_000;
    private static final String NONE_LEFT = "mass cancelled 0 remaining 0";
    private static final String BOB_BEGINS = "liquidation of 101 begun";

    private VenueUnderTest venue = new Contract().tradesWith(1_000);

    @Test
    void eachLevelThatIsReachedIsToldOnce() {
        bobBuys();
        venue.goes(Phase.HALT);
        calls(97);
        calls(96, "101 called from 0 to 80: 480 of 600");
        calls(96);
        calls(95, "101 called from 80 to 90: 475 of 500");
        calls(94, "101 called from 90 to 100: 470 of 400", BOB_BEGINS, NONE_LEFT, NONE_LEFT);
        calls(93);
        calls(80);
    }

    @Test
    void aLevelThatIsLeftIsToldToo() {
        bobBuys();
        venue.goes(Phase.HALT);
        calls(94, "101 called from 0 to 100: 470 of 400", BOB_BEGINS, NONE_LEFT, NONE_LEFT);
        calls(95, "101 called from 100 to 90: 475 of 500", "liquidation of 101 ended at 500 covered 0");
        calls(97, "101 called from 90 to 0: 485 of 700");
        calls(98);
    }

    @Test
    void allWhoAreConcernedAreToldInTheOrderOfAccounts() {
        tiers(TENTH, TWENTIETH);
        trades(CAROL, BOB, 50);
        trades(ALICE, BOB, 50);
        venue.goes(Phase.HALT);
        calls(105, "101 called from 0 to 100: 525 of 500", BOB_BEGINS, NONE_LEFT, NONE_LEFT);
        calls(
                81,
                "100 called from 0 to 100: 203 of 50",
                "liquidation of 100 begun",
                "101 called from 100 to 0: 405 of 2900",
                "liquidation of 101 ended at 2900 covered 0",
                "102 called from 0 to 100: 203 of 50",
                "liquidation of 102 begun",
                NONE_LEFT,
                NONE_LEFT,
                NONE_LEFT,
                NONE_LEFT);
    }

    @Test
    void aFillIsLookedAt() {
        tiers(TENTH, TENTH);
        trades(BOB, ALICE, 80);
        assertThat(venue.events())
                .endsWith("100 called from 0 to 80: 800 of 1000", "101 called from 0 to 80: 800 of 1000");
        trades(CAROL, BOB, 30);
        assertThat(venue.events()).endsWith("101 called from 80 to 0: 500 of 1000");
    }

    @Test
    void fundingIsLookedAt() {
        bobBuys();
        calls(97);
        venue.decides(new MarginCommand.FundPositions(1, 1, 100_000));
        assertThat(venue.events()).endsWith("101 called from 0 to 80: 485 of 603");
    }

    @Test
    void aMovementOutOfTheMarginIsLookedAt() {
        venue = new Contract().tradesWith(2_000);
        tiers(TENTH, 900_000);
        trades(BOB, ALICE, 100);
        venue.decides(new MarginCommand.MoveMargin(BOB, QUOTE, -1_000))
                .emits("margin of 101 moved -1000", "101 called from 0 to 90: 900 of 1000");
        venue.decides(new MarginCommand.MoveMargin(BOB, QUOTE, 1_000))
                .emits("margin of 101 moved 1000", "101 called from 90 to 0: 900 of 2000");
    }

    @Test
    void aChangeOfTiersIsLookedAt() {
        bobBuys();
        venue.goes(Phase.HALT);
        tiers(TENTH, TENTH)
                .emits(
                        "tiers 1",
                        "100 called from 0 to 100: 1000 of 1000",
                        "liquidation of 100 begun",
                        "101 called from 0 to 100: 1000 of 1000",
                        BOB_BEGINS,
                        NONE_LEFT,
                        NONE_LEFT,
                        NONE_LEFT,
                        NONE_LEFT);
    }

    private void bobBuys() {
        tiers(TENTH, TWENTIETH);
        trades(BOB, ALICE, 100);
    }

    private void trades(int buyer, int seller, long lots) {
        venue.receives(seller, sells(lots).at(100)).receives(buyer, buys(lots).at(100));
    }

    private VenueUnderTest tiers(int initialRate, int maintenanceRate) {
        Command tier = new MarginCommand.MarginTier(1L << 61, initialRate, maintenanceRate);
        return venue.decides(new MarginCommand.SetMarginTiers(1, new ArrayList<>(List.of(tier))));
    }

    /** What follows the mark. */
    private void calls(long markTicks, String... lines) {
        List<String> events = venue.marks(markTicks).events();
        assertThat(events.subList(1, events.size())).containsExactly(lines);
    }
}
