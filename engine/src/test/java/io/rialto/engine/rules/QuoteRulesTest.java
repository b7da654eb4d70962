package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.Side;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteRulesTest {
    private static final long SECOND = 1_000_000_000L;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void aMassQuoteReplacesTheQuotesBefore() {
        quotes(new Command.Quote(1, 99, 5, 101, 5))
                .emits(
                        "accepted #1 buy 5@99 holds 495",
                        "terms #1",
                        "rested #1 5@99",
                        "accepted #2 sell 5@101 holds 5",
                        "terms #2",
                        "rested #2 5@101",
                        "quoted 2 refused 0");

        quotes(new Command.Quote(1, 98, 3, 0, 0))
                .emits(
                        "cancelled #1 5@99 released 495 QUOTE_REPLACED",
                        "cancelled #2 5@101 released 5 QUOTE_REPLACED",
                        "accepted #3 buy 3@98 holds 294",
                        "terms #3",
                        "rested #3 3@98",
                        "quoted 1 refused 0");
        venue.has(ALICE, QUOTE, WEALTH, 294).shows(Side.SELL);
    }

    @Test
    void aSideThatCannotStandIsRefusedAndTheOtherStands() {
        quotes(new Command.Quote(1, 99, 20_000, 101, 5))
                .emits(
                        "operation 0 refused INSUFFICIENT_FUNDS",
                        "accepted #1 sell 5@101 holds 5",
                        "terms #1",
                        "rested #1 5@101",
                        "quoted 1 refused 1");
    }

    @Test
    void quotesDoNotCrossThemselvesAndAnInstrumentIsQuotedOnce() {
        quotes(new Command.Quote(1, 101, 5, 101, 5))
                .emits("rejected QUOTE_CROSSES_ITSELF", "operation 0 refused QUOTE_CROSSES_ITSELF");
        quotes(new Command.Quote(1, 99, 5, 101, 5), new Command.Quote(1, 98, 5, 102, 5))
                .emits("rejected QUOTE_CROSSES_ITSELF", "operation 2 refused QUOTE_CROSSES_ITSELF");
        quotes(new Command.Quote(7, 99, 5, 101, 5))
                .emits("rejected UNKNOWN_INSTRUMENT", "operation 0 refused UNKNOWN_INSTRUMENT");
        quotes().emits("rejected WRONG_NUMBER_OF_PARTS");
    }

    @Test
    void lessOfAQuoteAtItsPriceKeepsItsPlace() {
        quotes(new Command.Quote(1, 99, 5, 101, 5));
        venue.receives(BOB, buys(2).at(99));
        venue.receives(BOB, buys(2).at(101));

        quotes(new Command.Quote(1, 99, 3, 101, 3))
                .emits("amended #1 from 5@99 to 3@99 of 3 hold -198 version 2 place kept", "quoted 2 refused 0");
        venue.shows(Side.BUY, "#1 3@99", "#3 2@99").shows(Side.SELL, "#2 3@101");

        quotes(new Command.Quote(1, 99, 4, 101, 2))
                .emits(
                        "cancelled #1 3@99 released 297 QUOTE_REPLACED",
                        "amended #2 from 3@101 to 2@101 of 4 hold -1 version 2 place kept",
                        "accepted #5 buy 4@99 holds 396",
                        "terms #5",
                        "rested #5 4@99",
                        "quoted 2 refused 0");
        venue.shows(Side.BUY, "#3 2@99", "#5 4@99").shows(Side.SELL, "#2 2@101");
    }

    @Test
    void theLimitReachedWithinTheWindowPullsAllQuotesUntilTheyAreReset() {
        venue.decides(new Command.SetQuoteProtection(ALICE, 1, SECOND, 5, 0, 0))
                .emits("protection of 100 in 1: 5 lots 0 fills 0 value within 1000000000");
        quotes(new Command.Quote(1, 99, 5, 101, 5));
        venue.receives(BOB, buys(4).at(101));
        venue.shows(Side.BUY, "#1 5@99");

        venue.receives(BOB, sells(1).at(99))
                .emits(
                        "accepted #4 sell 1@99 holds 1",
                        "traded 1@99 for 99 #1|#4 left 4|0 released 0|0",
                        "quotes of 100 pulled in 1: 5 lots 2 fills 503 value",
                        "cancelled #1 4@99 released 396 QUOTES_PULLED",
                        "cancelled #2 1@101 released 1 QUOTES_PULLED");
        quotes(new Command.Quote(1, 99, 5, 101, 5)).emits("rejected QUOTES_PULLED");

        venue.decides(new Command.ResetQuotes(ALICE)).emits("quotes of 100 reset");
        venue.decides(new Command.ResetQuotes(ALICE)).emits("rejected NOTHING_TO_RESET");
        quotes(new Command.Quote(1, 99, 5, 0, 0));
        venue.shows(Side.BUY, "#5 5@99");
    }

    @Test
    void quotesArePulledBeforeAnybodyElectedArrives() {
        venue.decides(new Command.SetQuoteProtection(ALICE, 1, SECOND, 0, 1, 0));
        quotes(new Command.Quote(1, 99, 5, 101, 5));
        venue.receives(CAROL, buys(1).stop(101));

        venue.receives(BOB, buys(1).at(101))
                .emits(
                        "accepted #4 buy 1@101 holds 101",
                        "traded 1@101 for 101 #2|#4 left 4|0 released 0|0",
                        "quotes of 100 pulled in 1: 1 lots 1 fills 101 value",
                        "cancelled #1 5@99 released 495 QUOTES_PULLED",
                        "cancelled #2 4@101 released 4 QUOTES_PULLED",
                        "triggered #3 at 101 by 101: 1@0 hold -101",
                        "expired #3 1@0 released 0 NO_LIQUIDITY");
    }

    @Test
    void quotesInOtherInstrumentsGoWithThem() {
        venue.decides(new Terms().listing("OTHER"));
        venue.decides(new Command.SetQuoteProtection(ALICE, 1, SECOND, 5, 0, 0));
        quotes(new Command.Quote(1, 99, 5, 101, 5), new Command.Quote(2, 49, 5, 51, 5));

        venue.receives(BOB, buys(5).at(101))
                .emits(
                        "accepted #5 buy 5@101 holds 505",
                        "traded 5@101 for 505 #2|#5 left 0|0 released 0|0",
                        "quotes of 100 pulled in 1: 5 lots 1 fills 505 value",
                        "cancelled #3 5@49 released 245 QUOTES_PULLED",
                        "cancelled #4 5@51 released 5 QUOTES_PULLED",
                        "cancelled #1 5@99 released 495 QUOTES_PULLED");
    }

    @Test
    void whatWasExecutedBeforeTheWindowDoesNotCount() {
        venue.decides(new Command.SetQuoteProtection(ALICE, 1, SECOND, 5, 0, 0));
        quotes(new Command.Quote(1, 99, 5, 101, 5));
        venue.receives(BOB, buys(4).at(101));

        venue.after(SECOND).receives(BOB, sells(4).at(99));
        venue.shows(Side.BUY, "#1 1@99").shows(Side.SELL, "#2 1@101");
    }

    @Test
    void fillsAndValueAreLimitsToo() {
        venue.decides(new Command.SetQuoteProtection(ALICE, 1, SECOND, 0, 2, 0));
        quotes(new Command.Quote(1, 99, 5, 101, 5));
        venue.receives(BOB, buys(1).at(101));
        venue.shows(Side.SELL, "#2 4@101");
        venue.receives(BOB, buys(1).at(101));
        venue.shows(Side.SELL).shows(Side.BUY);

        venue.decides(new Command.ResetQuotes(ALICE));
        venue.decides(new Command.SetQuoteProtection(ALICE, 1, SECOND, 0, 0, 505));
        quotes(new Command.Quote(1, 99, 10, 101, 10));
        venue.receives(BOB, buys(5).at(101));
        venue.shows(Side.SELL).shows(Side.BUY);
        venue.decides(new Command.SetQuoteProtection(ALICE, 1, 0, 0, 0, 500)).emits("rejected INVALID_PARAMETER");
    }

    private VenueUnderTest quotes(Command.Quote... quotes) {
        return venue.decides(new Command.MassQuote(ALICE, List.of(quotes)));
    }
}
