package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand;
import io.rialto.engine.reference.MarginCommand.MarginTier;
import io.rialto.protocol.BatchMode;
import io.rialto.protocol.ChildPolicy;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.ListKind;
import io.rialto.protocol.Phase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarginRulesTest {
    private static final long MARGIN = 1_000;
    private static final int TENTH = 1_000_000;
    private static final int TWENTIETH = 500_000;

    private VenueUnderTest venue = new Contract().tradesWith(MARGIN);

    @Test
    void withoutTiersAPositionIsMarginedWhole() {
        venue.receives(ALICE, buys(11).at(100)).emits("rejected INSUFFICIENT_MARGIN");
        venue.receives(ALICE, buys(10).at(100)).emits("accepted #1 buy 10@100 holds 0", "rested #1 10@100");
        requires(ALICE, 1_000);
        venue.receives(ALICE, buys(1).at(100)).emits("rejected INSUFFICIENT_MARGIN");
    }

    @Test
    void withTiersItIsMarginedByItsValue() {
        tiers(tier(2_000, TENTH, TWENTIETH), tier(10_000, 2 * TENTH, TENTH)).emits("tiers 2");
        venue.receives(ALICE, buys(20).at(100));
        requires(ALICE, 200);
        venue.receives(ALICE, buys(1).at(100));
        requires(ALICE, 420);
        venue.receives(ALICE, buys(80).at(100)).emits("rejected POSITION_ABOVE_TIERS");
        venue.receives(ALICE, buys(30).at(100)).emits("rejected INSUFFICIENT_MARGIN");
    }

    @Test
    void leverageCanOnlyAskForMore() {
        tiers(tier(100_000, TENTH, TWENTIETH));
        levers(ALICE, 11).emits("rejected LEVERAGE_ABOVE_TIER");
        levers(ALICE, -1).emits("rejected INVALID_LEVERAGE");
        levers(ALICE, 4).emits("leverage of 100 from 0 to 4");
        venue.receives(ALICE, buys(20).at(100));
        requires(ALICE, 500);
        levers(ALICE, 1).emits("rejected INSUFFICIENT_MARGIN");
        levers(ALICE, 10).emits("leverage of 100 from 4 to 10");
        requires(ALICE, 200);
    }

    @Test
    void theWorseSideCounts() {
        venue.receives(ALICE, buys(6).at(100)).receives(ALICE, sells(8).at(101));
        requires(ALICE, 808);
        venue.receives(ALICE, buys(3).at(99));
        requires(ALICE, 897);
    }

    @Test
    void ordersThatBringAPositionToZeroNeedNothing() {
        opens(10);
        venue.receives(BOB, sells(10).at(101)).emits("accepted #3 sell 10@101 holds 0", "rested #3 10@101");
        requires(BOB, 1_000);
        venue.receives(BOB, sells(10).at(101)).emits("rejected INSUFFICIENT_MARGIN");
        venue.receives(BOB, sells(9).at(101)).emits("accepted #4 sell 9@101 holds 0", "rested #4 9@101");
        requires(BOB, 1_000);
    }

    /** Half of twenty at 101 increase: half of their value, at the mark's other side. */
    @Test
    void onlyWhatIncreasesIsCounted() {
        tiers(tier(100_000, TENTH, TWENTIETH));
        opens(10);
        venue.receives(BOB, sells(30).at(102));
        requires(BOB, 204);
    }

    @Test
    void aPriceWorseThanTheMarkIsLostAtOnce() {
        tiers(tier(100_000, TENTH, TWENTIETH));
        venue.receives(ALICE, buys(10).at(120));
        requires(ALICE, 120 + 200);
        venue.receives(BOB, sells(10).at(95));
        // It trades at 120: what was lost beside the mark is gone from its maker's equity, which needs less for it.
        requires(BOB, 100);
        equity(BOB, MARGIN + 200);
        equity(ALICE, MARGIN - 200);
    }

    @Test
    void feesAreForeseen() {
        venue = new Contract().fees(0, 100_000).tradesWith(MARGIN);
        venue.receives(ALICE, buys(10).at(100)).emits("rejected INSUFFICIENT_MARGIN");
        venue.receives(ALICE, buys(9).at(100));
        requires(ALICE, 909);
    }

    @Test
    void feesPerLotAreForeseen() {
        venue.changes(InstrumentParameter.FEE_PER_LOT_MINOR, 20);
        venue.receives(ALICE, buys(9).at(100)).emits("rejected INSUFFICIENT_MARGIN");
        venue.receives(ALICE, buys(8).at(100));
        requires(ALICE, 960);
    }

    @Test
    void aReductionPassesWhateverEquityIs() {
        opens(10);
        venue.marks(20);
        equity(BOB, MARGIN - 800);
        venue.receives(BOB, buys(1).at(20)).emits("rejected INSUFFICIENT_MARGIN");
        venue.receives(BOB, sells(10).at(15)).emits("accepted #3 sell 10@15 holds 0", "rested #3 10@15");
    }

    @Test
    void profitThatIsNotRealisedCountsButCannotBeMoved() {
        opens(10);
        venue.goes(Phase.HALT).marks(150);
        equity(BOB, 1_500);
        requires(BOB, 1_500);
        moves(BOB, -1).emits("rejected INSUFFICIENT_MARGIN");
        tiers(tier(100_000, TENTH, TWENTIETH));
        moves(BOB, -1_001).emits("rejected INSUFFICIENT_MARGIN");
        moves(BOB, -1_000).emits("margin of 101 moved -1000");
        venue.has(BOB, QUOTE, 1_000, 0);
    }

    @Test
    void onlyWhatIsAvailableMovesIntoTheMargin() {
        moves(ALICE, 1).emits("rejected INSUFFICIENT_FUNDS");
        moves(ALICE, 0).emits("rejected INVALID_AMOUNT");
        moves(99, 1).emits("rejected UNKNOWN_ACCOUNT");
        venue.decides(new MarginCommand.MoveMargin(ALICE, 9, 1)).emits("rejected UNKNOWN_ASSET");
    }

    /** Two contracts in one asset, whichever was listed or traded first: what both require is added up. */
    @Test
    void contractsAreAddedUpInAnyOrder() {
        venue.decides(new Contract().listing("SECOND"));
        venue.receives(ALICE, buys(5).at(100));
        other(ALICE, buys(6).at(100)).emits("rejected INSUFFICIENT_MARGIN");
        other(ALICE, buys(5).at(100));
        requires(ALICE, 1_000);
        other(BOB, buys(5).at(100));
        venue.receives(BOB, buys(6).at(100)).emits("rejected INSUFFICIENT_MARGIN");
        venue.receives(BOB, buys(5).at(100));
        requires(BOB, 1_000);
    }

    @Test
    void aStopIsAskedWhenItIsElected() {
        venue.receives(ALICE, buys(20).stopLimit(105, 106));
        assertThat(venue.events()).contains("parked #1 for TRIGGER");
        requires(ALICE, 0);
        opens(1, 105);
        assertThat(venue.events()).last().asString().contains("INSUFFICIENT_MARGIN");
    }

    @Test
    void anAmendIsAskedInPlaceOfItself() {
        venue.receives(ALICE, buys(10).at(100));
        venue.amendsPrice(ALICE, 1, 101).emits("rejected INSUFFICIENT_MARGIN");
        venue.amends(ALICE, 1, 90, 11);
        requires(ALICE, 990);
    }

    @Test
    void anAtomicBatchTakesNoContracts() {
        venue.does(ALICE, BatchMode.ATOMIC, buys(1).at(100).by(ALICE, 1));
        assertThat(venue.events()).anyMatch(line -> line.contains("NOT_IN_ATOMIC_BATCH"));
    }

    @Test
    void eachLegOfAListThatCouldTradeIsAsked() {
        venue.binds(
                ALICE,
                ListKind.OCO,
                ChildPolicy.NONE,
                false,
                sells(11).at(110),
                sells(11).stopLimit(90, 89));
        assertThat(venue.events()).anyMatch(line -> line.contains("INSUFFICIENT_MARGIN"));
    }

    @Test
    void tiersRiseAndTheirRatesDoNotFall() {
        tiers(tier(100, TENTH, 2 * TENTH)).emits("rejected INVALID_MARGIN_TIERS");
        tiers(tier(100, TENTH, 0)).emits("rejected INVALID_MARGIN_TIERS");
        tiers(tier(100, TENTH, TENTH), tier(100, TENTH, TENTH)).emits("rejected INVALID_MARGIN_TIERS");
        tiers(tier(100, 2 * TENTH, TENTH), tier(200, TENTH, TENTH)).emits("rejected INVALID_MARGIN_TIERS");
        tiers(tier(100, 10_000_001, TENTH)).emits("rejected INVALID_MARGIN_TIERS");
        venue.decides(new Terms().listing("SPOT"));
        venue.decides(new MarginCommand.SetMarginTiers(2, List.of(tier(1, TENTH, TENTH))))
                .emits("rejected NOT_A_CONTRACT");
        venue.decides(new MarginCommand.SetLeverage(ALICE, 2, 1)).emits("rejected NOT_A_CONTRACT");
    }

    private void opens(long lots) {
        opens(lots, 100);
    }

    /** Bob buys from Carol. */
    private void opens(long lots, long ticks) {
        venue.receives(CAROL, sells(lots).at(ticks)).receives(BOB, buys(lots).at(ticks));
    }

    private VenueUnderTest other(int account, Ticket ticket) {
        return venue.decides(ticket.command(account, 2));
    }

    private static MarginTier tier(long upToMinor, int initialRate, int maintenanceRate) {
        return new MarginTier(upToMinor, initialRate, maintenanceRate);
    }

    private VenueUnderTest tiers(MarginTier... tiers) {
        return venue.decides(new MarginCommand.SetMarginTiers(1, new ArrayList<Command>(List.of(tiers))));
    }

    private VenueUnderTest levers(int account, int leverage) {
        return venue.decides(new MarginCommand.SetLeverage(account, 1, leverage));
    }

    private VenueUnderTest moves(int account, long amountMinor) {
        return venue.decides(new MarginCommand.MoveMargin(account, QUOTE, amountMinor));
    }

    private void requires(int account, long minor) {
        assertThat(venue.core().state().requiredMinor(account, QUOTE))
                .as("required")
                .isEqualTo(minor);
        assertThat(venue.core().state().requiredMinor(account, BASE)).isZero();
    }

    private void equity(int account, long minor) {
        assertThat(venue.core().state().equityMinor(account, QUOTE))
                .as("equity")
                .isEqualTo(minor);
    }
}
