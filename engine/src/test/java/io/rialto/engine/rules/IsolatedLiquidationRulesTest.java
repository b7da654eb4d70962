package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.liquidation.IsolatedPrice;
import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.MarginCommand.AssignPositionMargin;
import io.rialto.engine.reference.MarginCommand.FundInsurance;
import io.rialto.engine.reference.MarginCommand.FundPositions;
import io.rialto.engine.reference.MarginCommand.MarginTier;
import io.rialto.engine.reference.MarginCommand.PriceShock;
import io.rialto.engine.reference.MarginCommand.SetMarginMode;
import io.rialto.engine.reference.MarginCommand.SetMarginTiers;
import io.rialto.engine.reference.MarginCommand.StressMargin;
import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What marks, funding and settlement do to Bob's isolated position, and what they leave alone. */
class IsolatedLiquidationRulesTest {
    private static final int TENTH = 1_000_000;
    private static final int TWENTIETH = 500_000;
    private static final int ISOLATED = 2;
    private static final int FUND = 4;
    private static final String NONE_LEFT = "mass cancelled 0 remaining 0";

    private VenueUnderTest venue = new Contract().tradesWith(1_000);

    /** One coin at 100,000.00 on 5,000.00, kept by half a per cent: 95,477.39 and bankrupt at 95,000.00. */
    @Test
    void aLongPositionIsLiquidatedAtItsPriceAndNotATickBefore() {
        coin(true);
        IsolatedPrice price = new IsolatedPrice(1, 10_000_000, 500_000, 1);
        assertThat(price.liquidationTicks(50_000, 0)).isEqualTo(9_547_739);
        venue.marks(9_547_740).emits("mark 9547740", "position of 101 called from 0 to 90: 47739 of 47740");
        venue.receives(CAROL, buys(1).at(9_500_000));
        assertThat(venue.marks(9_547_739).events())
                .contains(
                        "position of 101 called from 90 to 100: 47739 of 47739",
                        "liquidation of the position of 101 begun",
                        "accepted #4 sell 1@9500000 holds 0");
        assertThat(price.bankruptcyTicks()).isEqualTo(9_500_000);
    }

    @Test
    void aShortPositionIsLiquidatedAtItsPriceAndNotATickBefore() {
        coin(false);
        IsolatedPrice price = new IsolatedPrice(-1, 10_000_000, 500_000, 1);
        assertThat(price.liquidationTicks(50_000, 0)).isEqualTo(10_447_761);
        venue.marks(10_447_760);
        assertThat(venue.events()).noneMatch(line -> line.startsWith("liquidation"));
        venue.receives(CAROL, sells(1).at(10_500_000));
        assertThat(venue.marks(10_447_761).events())
                .contains(
                        "position of 101 called from 90 to 100: 52239 of 52239",
                        "liquidation of the position of 101 begun",
                        "accepted #4 buy 1@10500000 holds 0");
        assertThat(price.bankruptcyTicks()).isEqualTo(10_500_000);
    }

    /** 40 at 100 on 400: at 94 equity is 160 and 188 are needed, bankrupt at 90. Bob's other position and money stay. */
    @Test
    void aLiquidationTouchesNothingButThePositionAndItsOrders() {
        isolated();
        besides();
        bobBuys(40);
        venue.receives(BOB, buys(1).at(80)).receives(BOB, sells(1).at(120));
        venue.decides(elsewhere(BOB, false, 1, 130));
        long margin = venue.core().state().marginMinor(BOB, QUOTE);
        venue.receives(CAROL, buys(40).at(91));
        assertThat(venue.marks(94).events())
                .containsExactly(
                        "mark 94",
                        "position of 101 called from 0 to 100: 188 of 160",
                        "liquidation of the position of 101 begun",
                        "cancelled #5 1@80 released 0 MARGIN_EXHAUSTED",
                        "mass cancelled 1 remaining 0",
                        "cancelled #6 1@120 released 0 MARGIN_EXHAUSTED",
                        "mass cancelled 1 remaining 0",
                        "#9 made for 101 LIQUIDATION",
                        "accepted #9 sell 10@90 holds 0",
                        "traded 10@91 for 910 #8|#9 left 30|0 released 0|0",
                        "position of 101 30 cost 3000 realised -90",
                        "position of 102 10 cost 910 realised 0",
                        "own margin of 101 moved -90 to 310",
                        "#10 made for 101 LIQUIDATION",
                        "accepted #10 sell 5@90 holds 0",
                        "traded 5@91 for 455 #8|#10 left 25|0 released 0|0",
                        "position of 101 25 cost 2500 realised -45",
                        "position of 102 15 cost 1365 realised 0",
                        "own margin of 101 moved -45 to 265",
                        "#11 made for 101 LIQUIDATION",
                        "accepted #11 sell 3@90 holds 0",
                        "traded 3@91 for 273 #8|#11 left 22|0 released 0|0",
                        "position of 101 22 cost 2200 realised -27",
                        "position of 102 18 cost 1638 realised 0",
                        "own margin of 101 moved -27 to 238",
                        "position of 101 called from 100 to 90: 104 of 106",
                        "liquidation of the position of 101 ended at 106 covered 0");
        assertThat(venue.core().state().marginMinor(BOB, QUOTE)).isEqualTo(margin);
    }

    @Test
    void onlyOrdersThereAreRefusedMeanwhile() {
        isolated();
        besides();
        bobBuys(40);
        venue.goes(io.rialto.protocol.Phase.HALT).marks(94);
        venue.goes(io.rialto.protocol.Phase.HALT);
        venue.receives(BOB, sells(1).at(100)).emits("rejected ACCOUNT_LIQUIDATING");
        venue.decides(elsewhere(BOB, true, 1, 100));
        assertThat(venue.events()).noneMatch(line -> line.startsWith("rejected"));
    }

    /** The mark falls on: what the fund takes at 90 costs the margin of the position, and not a unit more. */
    @Test
    void theAccountsMoneyIsSafeWhateverTheMark() {
        isolated();
        bobBuys(40);
        venue.marks(50);
        assertThat(venue.events()).contains("DELEVERAGED -40@90 of 101 with 100: 0 cost 0 realised -400");
        has(600, 0);
    }

    /** Sold at 90, where nothing is left, the fee of 72 is owed: the fund has 50. The rest is paid where money comes in. */
    @Test
    void theFundPaysWhatALiquidationLeavesOwedAndNotTheAccount() {
        venue = new Contract().fees(0, 200_000).tradesWith(1_000);
        isolated();
        bobBuys(40);
        has(520, 400);
        venue.decides(new FundInsurance(QUOTE, 50));
        venue.receives(CAROL, buys(40).at(90));
        assertThat(venue.marks(90).events())
                .contains(
                        "own margin of 101 moved -472 to -72",
                        "position of 101 called from 100 to 0: 0 of -72",
                        "liquidation of the position of 101 ended at -72 covered 50");
        has(520, -22);
        venue.decides(new SetMarginMode(BOB, 1, 1)).emits("rejected MARGIN_MODE_IN_USE");
        assign(-1).emits("rejected POSITION_MISSING");
        assign(23).emits("rejected POSITION_MISSING");
        assign(2).emits("own margin of 101 moved 2 to -20");
        venue.receives(ALICE, sells(10).at(90)).receives(BOB, buys(10).at(90));
        assertThat(venue.events()).contains("own margin of 101 moved 110 to 90");
    }

    @Test
    void thePositionPaysFundingAndIsFundedItself() {
        isolated();
        bobBuys(40);
        venue.decides(new FundPositions(1, 1, 50_000))
                .emits(
                        "101 pays 20 for 40",
                        "own margin of 101 moved -20 to 380",
                        "100 pays -20 for -40",
                        "funded for 1 at 100 by 50000 paid 20 received 20");
        venue.decides(new FundPositions(1, 2, -50_000));
        has(600, 400);
    }

    @Test
    void atSettlementAllThatIsLeftComesBack() {
        venue = new Contract().future(venue.core().timeNanos() + 100_000).tradesWith(1_000);
        isolated();
        bobBuys(40);
        venue.marks(97);
        venue.after(200_000).decides(new Command.Tick());
        assertThat(venue.events())
                .contains("settled 40 of 101 at 97 realised -120", "own margin of 101 moved -400 to 0");
        has(880, 0);
    }

    /** Carol's 40 have won 240 on an own margin of 400: she has less behind them than Alice, and gives up first. */
    @Test
    void aWinnersLeverageIsThatOfThePositionsOwnEquity() {
        tiers();
        venue.decides(new SetMarginMode(CAROL, 1, ISOLATED));
        venue.receives(ALICE, sells(40).at(100)).receives(CAROL, sells(40).at(100));
        venue.receives(BOB, buys(80).at(100));
        assertThat(venue.marks(87).events())
                .contains(
                        "DELEVERAGED 40@88 of 102 with 101: 0 cost 0 realised 480",
                        "own margin of 102 moved -400 to 0");
    }

    @Test
    void stressCountsAllThatTheAccountHas() {
        isolated();
        besides();
        bobBuys(40);
        venue.decides(new StressMargin(BOB, QUOTE, new ArrayList<>(List.of(new PriceShock(1, -600)))));
        assertThat(venue.events().get(0)).contains("100").contains("760");
        venue.shows(Side.BUY);
    }

    private void isolated() {
        tiers();
        venue.decides(new SetMarginMode(BOB, 1, ISOLATED));
    }

    private void tiers() {
        venue.decides(new SetMarginTiers(1, tier(TENTH, TWENTIETH)));
    }

    private static List<Command> tier(int initial, int maintenance) {
        return new ArrayList<>(List.of(new MarginTier(1L << 61, initial, maintenance)));
    }

    /** Bob's, bought or sold. */
    private void coin(boolean isLong) {
        venue = new Contract().reference(10_000_000).tradesWith(2_000_000);
        venue.decides(new SetMarginTiers(1, tier(TWENTIETH, 50_000)));
        venue.decides(new SetMarginMode(BOB, 1, ISOLATED));
        Ticket offered = isLong ? sells(1) : buys(1);
        Ticket taken = isLong ? buys(1) : sells(1);
        venue.receives(ALICE, offered.at(10_000_000)).receives(BOB, taken.at(10_000_000));
        has(1_500_000, 500_000);
    }

    /** In another contract Bob has bought 10 at 100, which his account's margin answers for. */
    private void besides() {
        venue.decides(new Contract().listing("OTHER"));
        venue.decides(new SetMarginTiers(2, tier(TENTH, TWENTIETH)));
        venue.decides(elsewhere(ALICE, false, 10, 100)).decides(elsewhere(BOB, true, 10, 100));
    }

    private static Command elsewhere(int account, boolean buys, long lots, long ticks) {
        return new Command.NewOrder(account, 2, ticks, lots, 0, buys ? 1 : 2, 1, 1, 0, 1, "");
    }

    private void bobBuys(long lots) {
        venue.receives(ALICE, sells(lots).at(100)).receives(BOB, buys(lots).at(100));
    }

    private VenueUnderTest assign(long amountMinor) {
        return venue.decides(new AssignPositionMargin(BOB, 1, amountMinor));
    }

    private void has(long marginMinor, long ownMinor) {
        assertThat(venue.core().state().marginMinor(BOB, QUOTE)).isEqualTo(marginMinor);
        assertThat(venue.core().state().positionMarginMinor(BOB, 1)).isEqualTo(ownMinor);
        assertThat(venue.core().state().marginMinor(FUND, QUOTE)).isGreaterThanOrEqualTo(0);
    }
}
