package io.rialto.engine.incidents;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.rules.Terms;
import io.rialto.engine.rules.VenueUnderTest;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

/** What went wrong elsewhere when an order came in or was changed. */
class OrderEntryIncidentsTest {
    private static final int LIMIT = 1;
    private static final int GTC = 1;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    /**
     * Stockholm, 28 November 2012: an order for minus six index futures was read as one for 4,294,967,290 and closed the
     * derivatives market for hours.
     */
    @Test
    void aQuantityBelowZeroIsNoLargeQuantity() {
        for (long lots : new long[] {0, -1, -6, -6L & 0xFFFF_FFFFL, Long.MIN_VALUE}) {
            String reason = lots > 0 ? "rejected QUANTITY_ABOVE_MAXIMUM" : "rejected QUANTITY_BELOW_MINIMUM";
            venue.receives(ALICE, buys(lots).at(1)).emits(reason);
            venue.receives(ALICE, sells(lots)).emits(reason);
        }
        venue.has(ALICE, QUOTE, WEALTH, 0).has(ALICE, BASE, WEALTH, 0);
    }

    /**
     * A broker's replace of a partly filled order, reported in 2021 (alpacahq/Alpaca-API, issue 165), brought the whole
     * old quantity back into the market; the same race the other way round leaves an order with less than nothing.
     */
    @Test
    void anAmendCountsWhatWasFilledWhileItWasOnItsWay() {
        venue.receives(ALICE, sells(10).at(100));
        venue.receives(BOB, buys(6).at(100));

        venue.amendsTotal(ALICE, 1, 6).emits("rejected QUANTITY_NOT_ABOVE_EXECUTED");
        venue.amendsTotal(ALICE, 1, 4).emits("rejected QUANTITY_NOT_ABOVE_EXECUTED");
        venue.amendsTotal(ALICE, 1, -10).emits("rejected QUANTITY_NOT_ABOVE_EXECUTED");
        venue.shows(Side.SELL, "#1 4@100").has(ALICE, BASE, WEALTH - 6, 4);
        venue.amendsPrice(ALICE, 1, 101)
                .emits("amended #1 from 4@100 to 4@101 of 10 hold 0 version 2 place lost", "rested #1 4@101");
        venue.receives(BOB, buys(100).at(101).immediateOrCancel());
        venue.has(ALICE, BASE, WEALTH - 10, 0);
    }

    /**
     * Tokyo, 8 December 2005: 610,000 shares of J-Com were offered at 1 yen instead of one at 610,000; the cancels that
     * followed were not processed because the order was being executed, and it went on filling.
     */
    @Test
    void anOrderThatIsBeingFilledCanBeCancelled() {
        venue.receives(ALICE, sells(610_000).at(1));
        venue.receives(BOB, buys(1_000).at(1));
        venue.receives(CAROL, buys(500).at(1));

        venue.cancels(ALICE, 1).emits("cancelled #1 608500@1 released 608500 REQUESTED_BY_OWNER");
        venue.receives(BOB, buys(1_000).at(1)).emits("accepted #4 buy 1000@1 holds 1000", "rested #4 1000@1");
        venue.has(ALICE, BASE, WEALTH - 1_500, 0);
    }

    /**
     * Goldman Sachs, 20 August 2013: indications without a price went out as live option orders at the price they fell
     * back to, one dollar.
     */
    @Test
    void aLimitOrderWithoutAPriceDoesNotFallBackToOne() {
        venue.receives(BOB, buys(5).at(1));

        venue.receives(ALICE, sells(5).at(0)).emits("rejected PRICE_NOT_POSITIVE");
        venue.receives(ALICE, sells(5).at(Command.NULL)).emits("rejected PRICE_NOT_POSITIVE");
        venue.shows(Side.BUY, "#1 5@1").has(ALICE, BASE, WEALTH, 0);
    }

    /**
     * Knight, 1 August 2012: a flag that once meant something else woke code that nobody used any more. Here a code means
     * what the schema of the day says, or nothing: no value outside it is taken for one inside.
     */
    @Test
    void aFlagThatNobodyKnowsWakesNothing() {
        venue.receives(BOB, sells(1).at(100));

        for (int code = 0; code <= 255; code++) {
            if (code > 2) refused(new Command.NewOrder(ALICE, 1, 100, 1, 0, code, LIMIT, GTC, 0, 0, ""), code);
            if (code > 200) refused(new Command.NewOrder(ALICE, 1, 100, 1, 0, 1, code, GTC, 0, 0, ""), code);
            if (code > 200) refused(new Command.NewOrder(ALICE, 1, 100, 1, 0, 1, LIMIT, code, 0, 0, ""), code);
            if (code > 2) refused(new Command.NewOrder(ALICE, 1, 100, 1, 0, 1, LIMIT, GTC, code, 0, ""), code);
            if (code > 5) refused(new Command.NewOrder(ALICE, 1, 100, 1, 0, 1, LIMIT, GTC, 0, code, ""), code);
        }
        venue.shows(Side.SELL, "#1 1@100").has(ALICE, QUOTE, WEALTH, 0);
    }

    private void refused(Command.NewOrder order, int code) {
        assertThat(venue.decides(order).events()).as("code " + code).containsExactly("rejected INVALID_COMBINATION");
    }

    /**
     * Coinbase, 11 February 2022: the amount of an order was checked, and not of which asset; bitcoin could be sold by who
     * had as many of something cheaper.
     */
    @Test
    void plentyOfOneAssetSellsNothingOfAnother() {
        VenueUnderTest poor = VenueUnderTest.poor(new Terms());
        poor.deposits(ALICE, QUOTE, WEALTH).deposits(BOB, QUOTE, WEALTH);
        poor.receives(BOB, buys(100).at(100));

        poor.receives(ALICE, sells(100).at(100)).emits("rejected INSUFFICIENT_FUNDS");
        poor.receives(ALICE, sells(100)).emits("rejected INSUFFICIENT_FUNDS");
        poor.has(ALICE, QUOTE, WEALTH, 0).has(ALICE, BASE, 0, 0).shows(Side.BUY, "#1 100@100");
    }

    /**
     * The flash crash of 6 May 2010: market orders ran through empty books into quotes of a cent that were never meant to
     * trade. A collar ends such a run; without one the smallest price is still a price.
     */
    @Test
    void aMarketOrderDoesNotRunIntoAQuoteOfACent() {
        VenueUnderTest collared = VenueUnderTest.trading(new Terms().collar(10));
        collared.receives(ALICE, buys(5).at(4_000));
        collared.receives(BOB, buys(100).at(1));

        collared.receives(CAROL, sells(50))
                .emits(
                        "accepted #3 sell 50@3990 holds 50",
                        "traded 5@4000 for 20000 #1|#3 left 0|45 released 0|0",
                        "expired #3 45@3990 released 45 MARKET_COLLAR");
        collared.shows(Side.BUY, "#2 100@1");
    }

    /**
     * Luna, May 2022: a price fell to the smallest tick of its contracts, and below it there was nowhere to go. At one
     * tick a market still trades, nothing falls below, and nothing wraps.
     */
    @Test
    void theSmallestPriceIsAFloorAndStillTrades() {
        VenueUnderTest floored = VenueUnderTest.trading(new Terms().collar(10).restsAtLimit());
        floored.receives(ALICE, buys(5).at(1));

        floored.receives(BOB, sells(8))
                .emits("accepted #2 sell 8@1 holds 8", "traded 5@1 for 5 #1|#2 left 0|3 released 0|0", "rested #2 3@1");
        floored.receives(BOB, sells(1).at(0)).emits("rejected PRICE_NOT_POSITIVE");
        floored.amendsPrice(BOB, 2, -1).emits("rejected PRICE_NOT_POSITIVE");
        floored.receives(CAROL, buys(3).at(1).sliding()).emits("rejected POST_ONLY_WOULD_TAKE");
        floored.receives(CAROL, buys(3))
                .emits("accepted #3 buy 3@11 holds 33", "traded 3@1 for 3 #2|#3 left 0|0 released 0|30");
    }
}
