package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

/** Orders that take what the market gives, and rest at the price that they got last. */
class MarketToLimitRulesTest {
    @Test
    void whatIsLeftRestsAtTheLastExecutionPrice() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().collar(5));
        venue.receives(BOB, sells(2).at(100)).receives(BOB, sells(1).at(102));

        venue.receives(ALICE, buys(5).toLimit())
                .emits(
                        "accepted #3 buy 5@105 holds 525",
                        "terms #3",
                        "traded 2@100 for 200 #1|#3 left 0|3 released 0|10",
                        "traded 1@102 for 102 #2|#3 left 0|2 released 0|3",
                        "restated #3 from 2@105 to 2@102 of 5 hold -6",
                        "rested #3 2@102");
        venue.has(ALICE, QUOTE, WEALTH - 302, 204).shows(Side.BUY, "#3 2@102");
    }

    @Test
    void aSellersRestsToo() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.receives(BOB, buys(2).at(100));

        venue.receives(ALICE, sells(5).toLimit())
                .emits(
                        "accepted #2 sell 5@0 holds 5",
                        "terms #2",
                        "traded 2@100 for 200 #1|#2 left 0|3 released 0|0",
                        "restated #2 from 3@0 to 3@100 of 5 hold 0",
                        "rested #2 3@100");
        venue.shows(Side.SELL, "#2 3@100");
    }

    @Test
    void itStopsAtItsCollarAndRestsWhereItTraded() {
        VenueUnderTest venue = VenueUnderTest.trading(new Terms().collar(2));
        venue.receives(BOB, sells(2).at(100)).receives(BOB, sells(9).at(103));

        venue.receives(ALICE, buys(5).toLimit());
        venue.shows(Side.BUY, "#3 3@100").shows(Side.SELL, "#2 9@103");
    }

    @Test
    void withoutACollarABuyerHoldsByTheWorstPriceThatHeWouldTradeAt() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.receives(BOB, sells(2).at(100)).receives(BOB, sells(1).at(110));

        venue.receives(ALICE, buys(5).toLimit())
                .emits(
                        "accepted #3 buy 5@110 holds 550",
                        "terms #3",
                        "traded 2@100 for 200 #1|#3 left 0|3 released 0|20",
                        "traded 1@110 for 110 #2|#3 left 0|2 released 0|0",
                        "restated #3 from 2@110 to 2@110 of 5 hold 0",
                        "rested #3 2@110");
    }

    @Test
    void whoTradesNothingExpires() {
        VenueUnderTest venue = VenueUnderTest.trading();

        venue.receives(ALICE, buys(5).toLimit())
                .emits("accepted #1 buy 5@0 holds 0", "terms #1", "expired #1 5@0 released 0 NO_LIQUIDITY");
        venue.receives(ALICE, sells(5).toLimit())
                .emits("accepted #2 sell 5@0 holds 5", "terms #2", "expired #2 5@0 released 5 NO_LIQUIDITY");
    }

    @Test
    void oneThatIsFilledEndsLikeAnyOther() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.receives(BOB, sells(9).at(100));

        venue.receives(ALICE, buys(5).toLimit())
                .emits(
                        "accepted #2 buy 5@100 holds 500",
                        "terms #2",
                        "traded 5@100 for 500 #1|#2 left 4|0 released 0|0");
    }

    @Test
    void aPreventedMatchIsNoTrade() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.receives(ALICE, sells(2).at(100)).receives(BOB, sells(1).at(101));

        venue.receives(ALICE, buys(5).toLimit().prevents(SelfTradePrevention.CANCEL_OLDEST));
        venue.shows(Side.BUY, "#3 4@101");
        venue.receives(ALICE, sells(2).toLimit())
                .emits(
                        "accepted #4 sell 2@0 holds 2",
                        "terms #4",
                        "prevented 2@101 #3|#4 left 4|2 released 0|0 CANCEL_NEWEST",
                        "expired #4 2@0 released 2 SELF_TRADE_PREVENTED");
    }

    @Test
    void onceItRestsItIsALimitOrder() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.receives(BOB, sells(2).at(100));
        venue.receives(ALICE, buys(5).toLimit());

        venue.amends(ALICE, 2, 98, 6)
                .emits("amended #2 from 3@100 to 4@98 of 6 hold +92 version 2 place lost", "rested #2 4@98");
        venue.changes(InstrumentParameter.LOT, 200);
        venue.shows(Side.BUY, "#2 2@98");
        venue.goes(Phase.CALL);
        venue.amendsPrice(ALICE, 2, 97);
        venue.receives(CAROL, sells(5).toLimit()).emits("rejected NEEDS_CONTINUOUS_TRADING");
    }

    @Test
    void whatCannotStandTogetherIsRefusedByItsOwnReason() {
        VenueUnderTest venue = VenueUnderTest.trading();
        venue.receives(BOB, sells(2).at(100));

        venue.receives(ALICE, buys(1).toLimit().immediateOrCancel()).emits("rejected MARKET_TO_LIMIT_MUST_REST");
        venue.receives(ALICE, buys(1).toLimit().fillOrKill()).emits("rejected MARKET_TO_LIMIT_MUST_REST");
        venue.receives(ALICE, buys(1).toLimit().postOnly()).emits("rejected POST_ONLY_MUST_REST");
        venue.receives(ALICE, buys(1).at(100).toLimit()).emits("rejected PRICE_NOT_EXPECTED");
        venue.receives(ALICE, Ticket.buysFor(100).toLimit()).emits("rejected QUOTE_AMOUNT_NOT_POSSIBLE");
        Command.NewOrder plain = buys(1).toLimit().by(ALICE, 1);
        venue.decides(plain).emits("rejected INVALID_COMBINATION");
    }
}
