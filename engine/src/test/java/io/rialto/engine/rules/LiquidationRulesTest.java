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
import io.rialto.engine.reference.MarginCommand.FundInsurance;
import io.rialto.engine.reference.MarginCommand.MarginTier;
import io.rialto.engine.reference.MarginCommand.MoveMargin;
import io.rialto.engine.reference.MarginCommand.SetMarginTiers;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import io.rialto.protocol.Side;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Bob has bought 100 at 100 from Alice on a margin of 1,000: his equity at a mark is 100 times it, less 9,000; what he needs, a
 * twentieth of the value. At 94 he is liquidated: equity 400, needed 470, bankrupt at 90.
 */
class LiquidationRulesTest {
    private static final int FUND = 4;
    private static final int TWENTIETH = 500_000;
    private static final InstrumentParameter BUFFER = InstrumentParameter.LIQUIDATION_BUFFER_RATE;
    private static final String NONE_LEFT = "mass cancelled 0 remaining 0";
    private static final String[] BEGINS = {
        "101 called from 0 to 100: 470 of 400", "liquidation of 101 begun", NONE_LEFT, NONE_LEFT
    };

    private VenueUnderTest venue = new Contract().tradesWith(1_000);

    /** The smallest n with 94 * (100 - n) / 20, rounded up, plus a tenth of it, not above 400. */
    @Test
    void noMoreIsClosedThanIsNeededWithTheBuffer() {
        bobBuys();
        venue.receives(CAROL, buys(50).at(94));
        follows(
                94,
                "#4 made for 101 LIQUIDATION",
                "accepted #4 sell 23@90 holds 0",
                "traded 23@94 for 2162 #3|#4 left 27|0 released 0|0",
                "position of 101 77 cost 7700 realised -138",
                "position of 102 23 cost 2162 realised 0",
                "101 called from 100 to 90: 362 of 400",
                "liquidation of 101 ended at 400 covered 0");
        venue.shows(Side.BUY, "#3 27@94");
    }

    @Test
    void theBufferIsTheContracts() {
        bobBuys();
        venue.changes(BUFFER, 10_000_001).emits("rejected INVALID_PARAMETER");
        venue.changes(BUFFER, 10_000_000).receives(CAROL, buys(60).at(94));
        assertThat(venue.marks(94).events()).contains("accepted #4 sell 58@90 holds 0");
        venue.decides(new Terms().listing("SPOT"));
        venue.decides(new Command.ChangeInstrument(2, BUFFER.value(), 0)).emits("rejected NOT_A_CONTRACT");
    }

    @Test
    void anOrderIsBoundedByTheBankruptcyPriceAndWhoWinsTakesTheRest() {
        bobBuys();
        venue.receives(CAROL, buys(10).at(92)).receives(CAROL, buys(10).at(89));
        follows(
                94,
                "#5 made for 101 LIQUIDATION",
                "accepted #5 sell 23@90 holds 0",
                "traded 10@92 for 920 #3|#5 left 0|13 released 0|0",
                "position of 101 90 cost 9000 realised -80",
                "position of 102 10 cost 920 realised 0",
                "expired #5 13@90 released 0 IMMEDIATE_OR_CANCEL",
                "DELEVERAGED -90@90 of 101 with 100: 0 cost 0 realised -900",
                "DELEVERAGED 90@90 of 100 with 101: -10 cost 1000 realised 900",
                "101 called from 100 to 0: 0 of 20",
                "liquidation of 101 ended at 20 covered 0");
        venue.shows(Side.BUY, "#4 10@89");
    }

    @Test
    void theFundTakesWhatTheMarketDoesNot() {
        bobBuys();
        funds(1_000);
        follows(
                94,
                "TAKEN_OVER -100@90 of 101 with 4: 0 cost 0 realised -1000",
                "TAKEN_OVER 100@90 of 4 with 101: 100 cost 9000 realised 0",
                "101 called from 100 to 0: 0 of 0",
                "liquidation of 101 ended at 0 covered 0");
        assertThat(venue.core().state().equityMinor(FUND, QUOTE)).isEqualTo(1_400);
        venue.decides(new FundInsurance(QUOTE, -931)).emits("rejected INSUFFICIENT_FUNDS");
        venue.decides(new FundInsurance(QUOTE, -930)).emits("insurance -930 to 70");
    }

    @Test
    void theFundTakesNoMoreThanItsEquityCovers() {
        bobBuys();
        funds(69);
        venue.marks(94);
        assertThat(venue.events()).anyMatch(line -> line.startsWith("DELEVERAGED"));

        venue = new Contract().tradesWith(1_000);
        bobBuys();
        funds(70);
        venue.marks(94);
        assertThat(venue.events()).anyMatch(line -> line.startsWith("TAKEN_OVER"));
    }

    @Test
    void whoGainedMoreForWhatHeHasGivesUpFirst() {
        tiers(TWENTIETH);
        venue.receives(CAROL, sells(50).at(99)).receives(ALICE, sells(50).at(101));
        venue.receives(BOB, buys(100).at(101));
        assertThat(venue.marks(94).events())
                .contains("DELEVERAGED 50@90 of 100 with 101: 0 cost 0 realised 550")
                .contains("DELEVERAGED 50@90 of 102 with 101: 0 cost 0 realised 450");
        assertThat(venue.events().toString().indexOf("of 100 with 101"))
                .isLessThan(venue.events().toString().indexOf("of 102 with 101"));
    }

    /** Carol took Alice's side at 94: she has nothing to give up. */
    @Test
    void withoutAWinnerNothingHappensUnlessLossesAreShared() {
        tiers(TWENTIETH);
        trades(BOB, ALICE);
        venue.marks(96)
                .receives(CAROL, sells(100).at(94))
                .receives(ALICE, buys(100).at(94));
        venue.marks(94);
        assertThat(venue.events()).endsWith("liquidation of 101 begun", NONE_LEFT, NONE_LEFT);
        venue.changes(InstrumentParameter.LOSS_SHARING, 1)
                .emits(
                        "changed LOSS_SHARING from none to 1",
                        "LOSS_SHARED -100@90 of 101 with 102: 0 cost 0 realised -1000",
                        "LOSS_SHARED 100@90 of 102 with 101: 0 cost 0 realised 400",
                        "101 called from 100 to 0: 0 of 0",
                        "liquidation of 101 ended at 0 covered 0");
    }

    @Test
    void oppositePositionsAreNettedAtMarkFirst() {
        bobBuys();
        assertThat(tiers(1_000_000).events())
                .endsWith(
                        "NETTED -100@100 of 101 with 100: 0 cost 0 realised 0",
                        "NETTED 100@100 of 100 with 101: 0 cost 0 realised 0",
                        "100 called from 100 to 0: 0 of 1000",
                        "liquidation of 100 ended at 1000 covered 0",
                        "101 called from 100 to 0: 0 of 1000",
                        "liquidation of 101 ended at 1000 covered 0");
    }

    @Test
    void ordersThatMakeItWorseGoFirst() {
        bobBuys();
        venue.receives(BOB, sells(10).at(120)).receives(BOB, buys(1).at(80)).goes(Phase.HALT);
        venue.marks(94);
        assertThat(venue.events())
                .endsWith(
                        "cancelled #4 1@80 released 0 MARGIN_EXHAUSTED",
                        "mass cancelled 1 remaining 0",
                        "cancelled #3 10@120 released 0 MARGIN_EXHAUSTED",
                        "mass cancelled 1 remaining 0");
    }

    @Test
    void whoIsLiquidatedAsksForNoOrders() {
        bobBuys();
        venue.goes(Phase.HALT).marks(94);
        venue.receives(BOB, sells(10).at(94)).emits("rejected ACCOUNT_LIQUIDATING");
        venue.receives(ALICE, buys(10).at(94)).emits("rejected MARKET_HALTED");
    }

    @Test
    void whoIsSoundAgainIsLeftAlone() {
        bobBuys();
        venue.deposits(BOB, QUOTE, 200).goes(Phase.HALT).marks(94);
        venue.decides(new MoveMargin(BOB, QUOTE, 200))
                .emits(
                        "margin of 101 moved 200",
                        "101 called from 100 to 0: 470 of 600",
                        "liquidation of 101 ended at 600 covered 0");
        assertThat(venue.goes(Phase.CONTINUOUS).events()).hasSize(1);
    }

    @Test
    void whatDoesNotTradeWaitsUntilItDoes() {
        bobBuys();
        venue.goes(Phase.HALT);
        follows(94);
        assertThat(venue.goes(Phase.CONTINUOUS).events())
                .contains("DELEVERAGED -100@90 of 101 with 100: 0 cost 0 realised -1000");
    }

    /** Alice pays no fee; Bob paid 100, and 91 for his last trade, which leaves him with that debt. */
    @Test
    void theFundPaysADebtAsFarAsItCan() {
        venue = new Contract().fees(0, 100_000).tradesWith(1_000);
        tiers(TWENTIETH);
        trades(BOB, ALICE);
        venue.decides(new FundInsurance(QUOTE, 50)).receives(CAROL, buys(100).at(91));
        venue.marks(91);
        assertThat(venue.events())
                .contains("accepted #4 sell 100@91 holds 0")
                .endsWith("101 called from 100 to 0: 0 of -91", "liquidation of 101 ended at -91 covered 50");
        assertThat(venue.core().state().marginMinor(BOB, QUOTE)).isEqualTo(-41);
        assertThat(venue.core().state().marginMinor(FUND, QUOTE)).isZero();
    }

    /** The rulebook's: one bought at 100 000 on 5 000, maintained by half a per cent. In hundredths. */
    @Test
    void theRulebooksLongPositionEndsWhereItSays() {
        ofTheRulebook();
        trades(BOB, ALICE, 1, 10_000_000);
        assertThat(venue.marks(9_547_740).events()).noneMatch(line -> line.startsWith("liquidation"));
        assertThat(venue.marks(9_547_739).events())
                .contains("TAKEN_OVER -1@9500000 of 101 with 4: 0 cost 0 realised -500000");
    }

    @Test
    void theRulebooksShortPositionEndsWhereItSays() {
        ofTheRulebook();
        trades(ALICE, BOB, 1, 10_000_000);
        assertThat(venue.marks(10_447_760).events()).noneMatch(line -> line.startsWith("liquidation"));
        assertThat(venue.marks(10_447_761).events())
                .contains("TAKEN_OVER 1@10500000 of 101 with 4: 0 cost 0 realised -500000");
    }

    private void ofTheRulebook() {
        venue = new Contract()
                .tickPlaces(2)
                .multiplier(100, 0)
                .reference(10_000_000)
                .tradesWith(500_000);
        tiers(50_000);
    }

    private void bobBuys() {
        tiers(TWENTIETH);
        trades(BOB, ALICE);
    }

    private void trades(int buyer, int seller) {
        trades(buyer, seller, 100, 100);
    }

    private void trades(int buyer, int seller, long lots, long ticks) {
        venue.receives(seller, sells(lots).at(ticks)).receives(buyer, buys(lots).at(ticks));
    }

    private VenueUnderTest tiers(int maintenanceRate) {
        Command tier = new MarginTier(1L << 61, maintenanceRate, maintenanceRate);
        return venue.decides(new SetMarginTiers(1, new ArrayList<>(List.of(tier))));
    }

    /** From fees of a market beside. */
    private void funds(long amountMinor) {
        venue.decides(new Terms().fees(0, 1_000_000).feesInQuote().listing("SPOT"));
        venue.deposits(CAROL, BASE, 100).deposits(ALICE, QUOTE, 11_000);
        venue.decides(sells(100).at(100).command(CAROL, 2));
        venue.decides(buys(100).at(100).command(ALICE, 2));
        venue.decides(new FundInsurance(QUOTE, amountMinor));
    }

    /** What follows the mark, and that Bob's liquidation begins. */
    private void follows(long markTicks, String... lines) {
        List<String> events = venue.marks(markTicks).events();
        assertThat(events.subList(1, 5)).containsExactly(BEGINS);
        assertThat(events.subList(5, events.size())).containsExactly(lines);
    }
}
