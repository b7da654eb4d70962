package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand.MarginTier;
import io.rialto.engine.reference.MarginCommand.PriceShock;
import io.rialto.engine.reference.MarginCommand.SetMarginTiers;
import io.rialto.engine.reference.MarginCommand.StressMargin;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bob has bought 100 at 100 on a margin of 1,000: a tenth is required, a twentieth needed to keep it. */
class StressRulesTest {
    private VenueUnderTest venue = new Contract().tradesWith(1_000);

    private void bobBuys() {
        venue.decides(new SetMarginTiers(1, List.of(new MarginTier(1L << 61, 1_000_000, 500_000))));
        venue.receives(ALICE, sells(100).at(100)).receives(BOB, buys(100).at(100));
    }

    private VenueUnderTest stresses(int account, Command... shocks) {
        return venue.decides(new StressMargin(account, QUOTE, List.of(shocks)));
    }

    private static PriceShock moves(int bps) {
        return new PriceShock(0, bps);
    }

    @Test
    void everyShockIsWorkedOutForItselfByWhatOrdersAndCallsAreAsked() {
        bobBuys();
        stresses(BOB, moves(0), moves(-500), moves(-2_000), moves(1_000))
                .emits(
                        "0 of 0: 101 has 1000, required 1000, maintenance 500, call 0",
                        "-500 of 0: 101 has 500, required 950, maintenance 475, call 90",
                        "-2000 of 0: 101 has -1000, required 800, maintenance 400, call 100",
                        "1000 of 0: 101 has 2000, required 1100, maintenance 550, call 0");
        stresses(ALICE, moves(-2_000)).emits("-2000 of 0: 100 has 3000, required 800, maintenance 400, call 0");
    }

    @Test
    void nothingIsChanged() {
        bobBuys();
        stresses(BOB, moves(-10_000));
        stresses(BOB, moves(0)).emits("0 of 0: 101 has 1000, required 1000, maintenance 500, call 0");
        assertThat(venue.marks(100).events()).hasSize(1);
        stresses(BOB, moves(0)).emits("0 of 0: 101 has 1000, required 1000, maintenance 500, call 0");
    }

    @Test
    void openOrdersAreRequiredForAtTheShockedMark() {
        venue.decides(new SetMarginTiers(1, List.of(new MarginTier(1L << 61, 1_000_000, 500_000))));
        venue.receives(BOB, buys(10).at(100));
        stresses(BOB, moves(-2_000)).emits("-2000 of 0: 101 has 1000, required 300, maintenance 0, call 0");
    }

    @Test
    void aPriceThatBeginsBelowZeroMovesAsItIsTold() {
        venue = new Contract().floor(1_000).reference(1_100).tradesWith(1_000_000);
        venue.receives(ALICE, sells(10).at(1_100)).receives(BOB, buys(10).at(1_100));
        stresses(BOB, moves(-5_000)).emits("-5000 of 0: 101 has 999500, required 10500, maintenance 5250, call 0");
    }

    @Test
    void aMoveIsRoundedTowardWhereThePriceWasAndEndsAtTheFirstTick() {
        bobBuys();
        stresses(ALICE, moves(-99), moves(99), moves(-10_000))
                .emits(
                        "-99 of 0: 100 has 1000, required 1000, maintenance 500, call 0",
                        "99 of 0: 100 has 1000, required 1000, maintenance 500, call 0",
                        "-10000 of 0: 100 has 10900, required 10, maintenance 5, call 0");
    }

    @Test
    void whatCannotBeIsRefusedByItsReason() {
        venue.decides(new Terms().listing("SPOT"));
        refuses("SHOCK_NOT_POSSIBLE", moves(0), moves(-10_001));
        refuses("SHOCK_NOT_POSSIBLE", moves(0), moves(100_001));
        refuses("UNKNOWN_INSTRUMENT", moves(0), new PriceShock(3, 0));
        refuses("NOT_A_CONTRACT", moves(0), new PriceShock(2, 0));
        refuses("PART_NOT_POSSIBLE", moves(0), new Command.Tick());
        stresses(BOB).emits("rejected WRONG_NUMBER_OF_PARTS");
        venue.decides(new StressMargin(BOB, QUOTE, Collections.nCopies(17, moves(0))))
                .emits("rejected WRONG_NUMBER_OF_PARTS");
        stresses(777, moves(0)).emits("rejected UNKNOWN_ACCOUNT");
        venue.decides(new StressMargin(BOB, 77, List.of(moves(0)))).emits("rejected UNKNOWN_ASSET");
    }

    private void refuses(String reason, Command... shocks) {
        stresses(BOB, shocks).emits("rejected " + reason, "operation 1 refused " + reason);
    }
}
