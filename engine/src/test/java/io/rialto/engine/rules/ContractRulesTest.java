package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.buysFor;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.FEE_INCOME;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.SelfTradePrevention;
import org.junit.jupiter.api.Test;

class ContractRulesTest {
    private static final long RICH = 1_000_000;
    private static final int CLEARING = 3;

    private VenueUnderTest venue = new Contract().tradesWith(RICH);

    @Test
    void aTradeMovesNothingButPositions() {
        venue.receives(ALICE, sells(10).at(100)).emits("accepted #1 sell 10@100 holds 0", "rested #1 10@100");
        venue.receives(BOB, buys(10).at(100))
                .emits(
                        "accepted #2 buy 10@100 holds 0",
                        "traded 10@100 for 1000 #1|#2 left 0|0 released 0|0",
                        "position of 101 10 cost 1000 realised 0",
                        "position of 100 -10 cost 1000 realised 0");
        margins(RICH, RICH);
    }

    /** The rulebook's position: average, part close, flip, flat. A price of 100.00 is 10,000 ticks. */
    @Test
    void thePositionOfTheRulebook() {
        venue = new Contract().reference(10_000).tradesWith(100_000_000);
        trades(100, 10_000).endsWith("position of 101 100 cost 1000000 realised 0");
        trades(50, 10_300).endsWith("position of 101 150 cost 1515000 realised 0");
        trades(-60, 10_500).endsWith("position of 101 90 cost 909000 realised 24000");
        trades(-120, 9_900).endsWith("position of 101 -30 cost 297000 realised -18000");
        trades(30, 9_800).endsWith("position of 101 0 cost 0 realised 3000");
        assertThat(margin(BOB)).isEqualTo(100_000_000 + 24_000 - 18_000 + 3_000);
    }

    @Test
    void aPartOfTheCostIsRoundedDownAndTheLastLotsTakeTheRest() {
        trades(1, 100);
        trades(2, 101).endsWith("position of 101 3 cost 302 realised 0");
        trades(-1, 100).endsWith("position of 101 2 cost 202 realised 0");
        trades(-2, 101).endsWith("position of 101 0 cost 0 realised 0");
    }

    @Test
    void whatOneRealisesComesFromTheClearingAccount() {
        trades(10, 100);
        venue.receives(CAROL, buys(4).at(110));
        venue.receives(BOB, sells(4).at(110))
                .emits(
                        "accepted #4 sell 4@110 holds 0",
                        "traded 4@110 for 440 #3|#4 left 0|0 released 0|0",
                        "position of 101 6 cost 600 realised 40",
                        "position of 102 4 cost 440 realised 0");
        assertThat(margin(BOB)).isEqualTo(RICH + 40);
        assertThat(margin(CLEARING)).isEqualTo(1_000 - 600 - 440);
    }

    @Test
    void theMultiplierCountsEveryLot() {
        venue = new Contract().multiplier(5, 0).tradesWith(RICH);
        venue.receives(ALICE, sells(3).at(100));
        assertThat(venue.receives(BOB, buys(3).at(100)).events())
                .contains("traded 3@100 for 1500 #1|#2 left 0|0 released 0|0");
    }

    @Test
    void feesComeFromTheMarginOfBothSides() {
        venue = new Contract().fees(100_000, 200_000).tradesWith(RICH);
        trades(10, 100);
        margins(RICH - 10, RICH - 20);
        venue.has(FEE_INCOME, QUOTE, 30, 0);
    }

    @Test
    void aFeePerLotIsCutOnNeitherSide() {
        venue.changes(InstrumentParameter.FEE_PER_LOT_MINOR, 150);
        venue.receives(ALICE, sells(2).at(100));
        venue.receives(BOB, buys(2).at(100))
                .emits(
                        "accepted #2 buy 2@100 holds 0",
                        "traded 2@100 for 200 #1|#2 left 0|0 released 0|0 fees 300|300",
                        "position of 101 2 cost 200 realised 0",
                        "position of 100 -2 cost 200 realised 0");
        margins(RICH - 300, RICH - 300);
    }

    @Test
    void aTradeWithOneselfChangesNoPosition() {
        venue.receives(ALICE, sells(10).at(100).prevents(SelfTradePrevention.NONE));
        venue.receives(ALICE, buys(10).at(100).prevents(SelfTradePrevention.NONE))
                .emits("accepted #2 buy 10@100 holds 0", "traded 10@100 for 1000 #1|#2 left 0|0 released 0|0");
    }

    @Test
    void anOrderIsByQuantityAndAMarketOrderNeedsACollar() {
        venue.receives(ALICE, buysFor(1_000)).emits("rejected AMOUNT_NOT_FOR_CONTRACT");
        venue.receives(ALICE, buys(1)).emits("rejected COLLAR_MISSING");
        venue.receives(ALICE, sells(1).stop(90)).emits("rejected COLLAR_MISSING");
        venue.changes(InstrumentParameter.COLLAR_TICKS, 5);
        venue.receives(ALICE, sells(1).at(101));
        assertThat(venue.receives(BOB, buys(1)).events()).contains("position of 101 1 cost 101 realised 0");
        venue.changes(InstrumentParameter.COLLAR_TICKS, Command.NULL).emits("rejected COLLAR_MISSING");
    }

    @Test
    void withoutAMarkThereIsNoOrder() {
        venue = new Contract().withoutReference().tradesWith(RICH);
        venue.receives(ALICE, buys(1).at(100)).emits("rejected MARK_PRICE_MISSING");
        venue.marks(100).receives(ALICE, buys(1).at(100)).emits("accepted #1 buy 1@100 holds 0", "rested #1 1@100");
    }

    @Test
    void itAlwaysKeepsPositions() {
        venue.changes(InstrumentParameter.TRACKED_POSITIONS, 0).emits("rejected CONTRACT_KEEPS_POSITIONS");
        venue.changes(InstrumentParameter.TRACKED_POSITIONS, 1).emits("rejected WOULD_CHANGE_NOTHING");
    }

    @Test
    void itsValueIsWholeAndItsKindEndsAsItSays() {
        refuses(new Contract().tickPlaces(1));
        refuses(new Contract().multiplier(1, 1));
        refuses(new Contract().multiplier(0, 0));
        refuses(new Contract().future(0));
        venue.decides(new Contract().tickPlaces(1).multiplier(10, 0).listing("TENS"));
        assertThat(venue.events()).hasSize(1).allMatch(line -> !line.startsWith("rejected"));
        assertThat(venue.decides(new Contract().future(9_000).listing("SOON")).events())
                .hasSize(1)
                .allMatch(line -> !line.startsWith("rejected"));
    }

    private void refuses(Contract contract) {
        venue.decides(contract.listing("ANY")).emits("rejected INVALID_INSTRUMENT");
    }

    /** Bob takes so many lots at a price from Alice, or gives them to her. */
    private org.assertj.core.api.ListAssert<String> trades(long lots, long ticks) {
        long size = Math.abs(lots);
        venue.receives(ALICE, lots > 0 ? sells(size).at(ticks) : buys(size).at(ticks));
        venue.receives(BOB, lots > 0 ? buys(size).at(ticks) : sells(size).at(ticks));
        // The taker's position comes before the maker's.
        return assertThat(venue.events().subList(0, venue.events().size() - 1));
    }

    private void margins(long alice, long bob) {
        assertThat(margin(ALICE)).isEqualTo(alice);
        assertThat(margin(BOB)).isEqualTo(bob);
    }

    private long margin(int account) {
        return venue.core().state().marginMinor(account, QUOTE);
    }
}
