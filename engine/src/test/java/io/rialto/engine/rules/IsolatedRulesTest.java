package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand.AssignPositionMargin;
import io.rialto.engine.reference.MarginCommand.MarginTier;
import io.rialto.engine.reference.MarginCommand.MoveMargin;
import io.rialto.engine.reference.MarginCommand.SetLeverage;
import io.rialto.engine.reference.MarginCommand.SetMarginMode;
import io.rialto.engine.reference.MarginCommand.SetMarginTiers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everybody has a margin of 1,000; the contract asks a tenth and is kept by a twentieth; Bob's position there is isolated. */
class IsolatedRulesTest {
    private static final int TENTH = 1_000_000;
    private static final int TWENTIETH = 500_000;
    private static final int CROSS = 1, ISOLATED = 2;

    private final VenueUnderTest venue = new Contract().tradesWith(1_000);

    @Test
    void theModeChangesWhereThereIsNothingToChange() {
        tiers();
        mode(BOB, CROSS).emits("rejected WOULD_CHANGE_NOTHING");
        mode(BOB, 3).emits("rejected INVALID_MARGIN_MODE");
        mode(99, ISOLATED).emits("rejected UNKNOWN_ACCOUNT");
        venue.decides(new SetMarginMode(BOB, 9, ISOLATED)).emits("rejected UNKNOWN_INSTRUMENT");
        venue.decides(new Terms().listing("SPOT"));
        venue.decides(new SetMarginMode(BOB, 2, ISOLATED)).emits("rejected NOT_A_CONTRACT");
        mode(BOB, ISOLATED).emits("mode of 101 from CROSS to ISOLATED");
        mode(BOB, ISOLATED).emits("rejected WOULD_CHANGE_NOTHING");
        mode(BOB, CROSS).emits("mode of 101 from ISOLATED to CROSS");
    }

    @Test
    void theModeStaysWhereThereIsAPositionOrAnOrder() {
        tiers();
        venue.receives(BOB, buys(1).at(90));
        mode(BOB, ISOLATED).emits("rejected MARGIN_MODE_IN_USE");
        venue.cancels(BOB, 1);
        mode(BOB, ISOLATED).emits("mode of 101 from CROSS to ISOLATED");
        bobBuys(10, 100);
        mode(BOB, CROSS).emits("rejected MARGIN_MODE_IN_USE");
        bobSells(10, 100);
        mode(BOB, CROSS).emits("mode of 101 from ISOLATED to CROSS");
    }

    @Test
    void whatIsOpenedBringsItsInitialMargin() {
        isolated();
        venue.receives(ALICE, sells(40).at(100));
        venue.receives(BOB, buys(40).at(100))
                .emits(
                        "accepted #2 buy 40@100 holds 0",
                        "traded 40@100 for 4000 #1|#2 left 0|0 released 0|0",
                        "position of 101 40 cost 4000 realised 0",
                        "position of 100 -40 cost 4000 realised 0",
                        "own margin of 101 moved 400 to 400");
        has(BOB, 600, 400);
    }

    /** A tenth of 303, 606 and 812, each rounded up: 31, 61 and 82. */
    @Test
    void howAPositionIsOpenedMakesNoDifference() {
        isolated();
        bobBuys(3, 101);
        has(BOB, 969, 31);
        bobBuys(3, 101);
        has(BOB, 939, 61);
        bobBuys(2, 103);
        has(BOB, 918, 82);
    }

    @Test
    void ordersAskTheAccountAndPositionsDoNot() {
        isolated();
        venue.receives(BOB, buys(60).at(100));
        assertThat(venue.core().state().requiredMinor(BOB, QUOTE)).isEqualTo(600);
        venue.receives(BOB, buys(41).at(100)).emits("rejected INSUFFICIENT_MARGIN");
        venue.receives(ALICE, sells(60).at(100));
        assertThat(venue.core().state().requiredMinor(BOB, QUOTE)).isZero();
        has(BOB, 400, 600);
        venue.receives(BOB, buys(41).at(100)).emits("rejected INSUFFICIENT_MARGIN");
        venue.receives(BOB, buys(40).at(100)).emits("accepted #3 buy 40@100 holds 0", "rested #3 40@100");
        venue.decides(new MoveMargin(BOB, QUOTE, -1)).emits("rejected INSUFFICIENT_MARGIN");
    }

    /** What the other contract has won is equity, but no money that a position could be given. */
    @Test
    void anIsolatedPositionIsNotOpenedWithWhatIsUnrealised() {
        isolated();
        venue.decides(new Contract().listing("OTHER"));
        venue.decides(new SetMarginTiers(2, tier()));
        venue.decides(elsewhere(ALICE, false, 90)).decides(elsewhere(BOB, true, 90));
        venue.decides(new Command.SetMarkPrice(2, 105));
        assertThat(venue.core().state().equityMinor(BOB, QUOTE)).isEqualTo(1_450);
        venue.receives(BOB, buys(60).at(100)).emits("rejected INSUFFICIENT_MARGIN");
        venue.receives(BOB, buys(50).at(100)).emits("accepted #3 buy 50@100 holds 0", "rested #3 50@100");
    }

    /** 13 of 40 take 130 of 400 along, and a profit or a loss with it. */
    @Test
    void aShareOfTheMarginComesBackWithWhatItMade() {
        isolated();
        bobBuys(40, 100);
        bobSells(13, 110);
        has(BOB, 860, 270);
        bobSells(13, 95);
        has(BOB, 925, 140);
        bobSells(14, 100);
        has(BOB, 1_065, 0);
    }

    /** A third of 31 is 10, half of 21 is 10; the last lot takes 11. */
    @Test
    void sharesAreRoundedDownAndTheLastLotTakesTheRest() {
        isolated();
        bobBuys(3, 101);
        bobSells(1, 101);
        has(BOB, 979, 21);
        bobSells(1, 101);
        has(BOB, 989, 11);
        bobSells(1, 101);
        has(BOB, 1_000, 0);
    }

    @Test
    void aLossBeyondTheShareIsBorneByTheRestOfTheMarginAndThenByTheAccount() {
        isolated();
        bobBuys(40, 100);
        bobSells(10, 80);
        has(BOB, 600, 200);
        bobSells(10, 75);
        has(BOB, 550, 0);
    }

    @Test
    void aFlipClosesAndOpens() {
        isolated();
        bobBuys(40, 100);
        bobSells(50, 105);
        assertThat(venue.core().state().positionLots(BOB, 1)).isEqualTo(-10);
        has(BOB, 1_095, 105);
    }

    @Test
    void moneyGoesInAsTheAccountHasItFree() {
        isolated();
        assign(1).emits("rejected POSITION_MISSING");
        assign(-1).emits("rejected POSITION_MISSING");
        bobBuys(40, 100);
        assign(0).emits("rejected INVALID_AMOUNT");
        venue.decides(new AssignPositionMargin(ALICE, 1, 1)).emits("rejected POSITION_NOT_ISOLATED");
        venue.decides(new AssignPositionMargin(99, 1, 1)).emits("rejected UNKNOWN_ACCOUNT");
        venue.decides(new AssignPositionMargin(BOB, 0, 1)).emits("rejected UNKNOWN_INSTRUMENT");
        venue.receives(BOB, buys(10).at(90));
        assign(601).emits("rejected INSUFFICIENT_MARGIN");
        assign(511).emits("rejected INSUFFICIENT_MARGIN");
        assign(510).emits("own margin of 101 moved 510 to 910");
        has(BOB, 90, 910);
    }

    @Test
    void moneyComesOutBeyondTheInitialMarginButNotWhatIsUnrealised() {
        isolated();
        bobBuys(40, 100);
        assign(100).emits("own margin of 101 moved 100 to 500");
        assign(-101).emits("rejected POSITION_MARGIN_NEEDED");
        venue.marks(101);
        assign(-97).emits("rejected POSITION_MARGIN_NEEDED");
        assign(-96).emits("own margin of 101 moved -96 to 404");
        assign(96).emits("own margin of 101 moved 96 to 500");
        venue.marks(99);
        assign(-65).emits("rejected POSITION_MARGIN_NEEDED");
        assign(-64).emits("own margin of 101 moved -64 to 436");
        assign(Long.MIN_VALUE).emits("rejected POSITION_MARGIN_NEEDED");
        assign(Long.MAX_VALUE).emits("rejected INSUFFICIENT_MARGIN");
    }

    @Test
    void moreIsAskedOfALowerLeverageByThePositionItself() {
        isolated();
        bobBuys(40, 100);
        venue.decides(new SetLeverage(BOB, 1, 8)).emits("rejected INSUFFICIENT_MARGIN");
        assign(100);
        venue.decides(new SetLeverage(BOB, 1, 8)).emits("leverage of 101 from 0 to 8");
        assign(-1).emits("rejected POSITION_MARGIN_NEEDED");
        bobBuys(8, 100);
        has(BOB, 400, 600);
        venue.decides(new SetLeverage(BOB, 1, 10)).emits("leverage of 101 from 8 to 10");
        assign(-120).emits("own margin of 101 moved -120 to 480");
    }

    private VenueUnderTest isolated() {
        tiers();
        return mode(BOB, ISOLATED);
    }

    private void tiers() {
        venue.decides(new SetMarginTiers(1, tier()));
    }

    private static List<Command> tier() {
        return new ArrayList<>(List.of(new MarginTier(1L << 61, TENTH, TWENTIETH)));
    }

    private VenueUnderTest mode(int account, int mode) {
        return venue.decides(new SetMarginMode(account, 1, mode));
    }

    private VenueUnderTest assign(long amountMinor) {
        return venue.decides(new AssignPositionMargin(BOB, 1, amountMinor));
    }

    private void bobBuys(long lots, long ticks) {
        venue.receives(ALICE, sells(lots).at(ticks)).receives(BOB, buys(lots).at(ticks));
    }

    private void bobSells(long lots, long ticks) {
        venue.receives(ALICE, buys(lots).at(ticks)).receives(BOB, sells(lots).at(ticks));
    }

    private static Command elsewhere(int account, boolean buys, long lots) {
        return new Command.NewOrder(account, 2, 100, lots, 0, buys ? 1 : 2, 1, 1, 0, 1, "");
    }

    private void has(int account, long marginMinor, long ownMinor) {
        assertThat(venue.core().state().marginMinor(account, QUOTE)).isEqualTo(marginMinor);
        assertThat(venue.core().state().positionMarginMinor(account, 1)).isEqualTo(ownMinor);
    }
}
