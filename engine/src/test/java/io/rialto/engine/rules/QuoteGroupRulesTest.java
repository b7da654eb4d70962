package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.Side;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Three instruments; Alice quotes ten lots on both sides of each. */
class QuoteGroupRulesTest {
    private static final long SECOND = 1_000_000_000L;
    private static final int WHOLE = 10_000;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    @BeforeEach
    void list() {
        venue.decides(new Terms().listing("TWO"));
        venue.decides(new Terms().listing("THREE"));
    }

    @Test
    void soMuchMoreBoughtThanSoldOrSoldThanBoughtIsALimit() {
        protects(1, 0, 0, 5).emits("protection of 100 in 1 group 0: 0 lots 0 fills 0 value 5 delta within 1000000000");
        quotes(1);

        venue.receives(BOB, sells(4).at(99));
        venue.receives(BOB, sells(1).at(99))
                .emits(
                        "accepted #4 sell 1@99 holds 1",
                        "traded 1@99 for 99 #1|#4 left 5|0 released 0|0",
                        "quotes of 100 pulled in group 0 by 1: 5 lots 2 fills 495 value 50000 delta",
                        "cancelled #1 5@99 released 495 QUOTES_PULLED",
                        "cancelled #2 10@101 released 10 QUOTES_PULLED");
        venue.decides(new Command.ResetQuotes(ALICE));
        quotes(1);
        venue.receives(BOB, buys(5).at(101));
        venue.shows(Side.BUY).shows(Side.SELL);
    }

    @Test
    void whatWasBoughtAndSoldAgainIsNoDelta() {
        protects(1, 0, 0, 5);
        quotes(1);

        for (int i = 0; i < 2; i++) {
            venue.receives(BOB, sells(4).at(99));
            venue.receives(BOB, buys(4).at(101));
        }
        venue.shows(Side.BUY, "#1 2@99").shows(Side.SELL, "#2 2@101");
    }

    @Test
    void aGroupsLimitCountsAllItsInstrumentsAndPullsThemAlone() {
        assigns(1, 1, WHOLE).emits("instrument 1 of 100 from group 0 to 1 weight 10000");
        assigns(2, 1, WHOLE);
        protects(0, 1, 6, 0).emits("protection of 100 in 0 group 1: 6 lots 0 fills 0 value 0 delta within 1000000000");
        quotes(1, 2, 3);
        sold(4, 3);
        sold(3, 1);

        sold(3, 2)
                .emits(
                        "accepted #9 sell 3@99 holds 3",
                        "traded 3@99 for 297 #3|#9 left 7|0 released 0|0",
                        "quotes of 100 pulled in group 1 by 0: 6 lots 2 fills 0 value 60000 delta",
                        "cancelled #3 7@99 released 693 QUOTES_PULLED",
                        "cancelled #4 10@101 released 10 QUOTES_PULLED",
                        "cancelled #1 7@99 released 693 QUOTES_PULLED",
                        "cancelled #2 10@101 released 10 QUOTES_PULLED");
        quotes(3, 1).emits("rejected QUOTES_PULLED", "operation 2 refused QUOTES_PULLED");
        quotes(3)
                .emits(
                        "cancelled #5 6@99 released 594 QUOTE_REPLACED",
                        "accepted #10 buy 10@99 holds 990",
                        "terms #10",
                        "rested #10 10@99",
                        "quoted 2 refused 0");
        venue.decides(new Command.ResetQuotes(ALICE)).emits("quotes of 100 reset");
        quotes(1);
        venue.shows(Side.BUY, "#11 10@99");
    }

    @Test
    void weightsMakeDeltasComparable() {
        assigns(1, 1, WHOLE);
        assigns(2, 1, 2_500);
        assigns(3, 1, -WHOLE);
        protects(0, 1, 0, 5);
        quotes(1, 2, 3);

        sold(4, 1);
        sold(2, 3);
        sold(8, 2);
        venue.shows(Side.BUY, "#1 6@99");
        sold(1, 1)
                .emits(
                        "accepted #10 sell 1@99 holds 1",
                        "traded 1@99 for 99 #1|#10 left 5|0 released 0|0",
                        "quotes of 100 pulled in group 1 by 0: 15 lots 4 fills 0 value 50000 delta",
                        "cancelled #5 8@99 released 792 QUOTES_PULLED",
                        "cancelled #6 10@101 released 10 QUOTES_PULLED",
                        "cancelled #3 2@99 released 198 QUOTES_PULLED",
                        "cancelled #4 10@101 released 10 QUOTES_PULLED",
                        "cancelled #1 5@99 released 495 QUOTES_PULLED",
                        "cancelled #2 10@101 released 10 QUOTES_PULLED");
    }

    @Test
    void anInstrumentsLimitPullsItsGroup() {
        assigns(1, 1, WHOLE);
        assigns(2, 1, WHOLE);
        venue.decides(new Command.SetQuoteProtection(ALICE, 1, SECOND, 5, 0, 0));
        quotes(1, 2, 3);

        sold(5, 1)
                .emits(
                        "accepted #7 sell 5@99 holds 5",
                        "traded 5@99 for 495 #1|#7 left 5|0 released 0|0",
                        "quotes of 100 pulled in group 1 by 1: 5 lots 1 fills 495 value 50000 delta",
                        "cancelled #3 10@99 released 990 QUOTES_PULLED",
                        "cancelled #4 10@101 released 10 QUOTES_PULLED",
                        "cancelled #1 5@99 released 495 QUOTES_PULLED",
                        "cancelled #2 10@101 released 10 QUOTES_PULLED");
    }

    @Test
    void aLimitForAllCountsAndPullsEverything() {
        assigns(1, 1, WHOLE);
        protects(0, 0, 6, 0);
        quotes(1, 2);
        sold(3, 1);

        sold(3, 2)
                .emits(
                        "accepted #6 sell 3@99 holds 3",
                        "traded 3@99 for 297 #3|#6 left 7|0 released 0|0",
                        "quotes of 100 pulled in group 0 by 0: 6 lots 2 fills 0 value 60000 delta",
                        "cancelled #3 7@99 released 693 QUOTES_PULLED",
                        "cancelled #4 10@101 released 10 QUOTES_PULLED",
                        "cancelled #1 7@99 released 693 QUOTES_PULLED",
                        "cancelled #2 10@101 released 10 QUOTES_PULLED");
        quotes(3).emits("rejected QUOTES_PULLED");
    }

    @Test
    void aGroupsValueIsCountedInTheAssetThatItNames() {
        venue.decides(new Command.ProtectQuotes(ALICE, 0, 0, SECOND, 0, 0, 500, 0, QUOTE));
        quotes(1, 2);
        sold(5, 1);
        venue.shows(Side.BUY, "#1 5@99");

        sold(1, 2)
                .emits(
                        "accepted #6 sell 1@99 holds 1",
                        "traded 1@99 for 99 #3|#6 left 9|0 released 0|0",
                        "quotes of 100 pulled in group 0 by 0: 6 lots 2 fills 594 value 60000 delta",
                        "cancelled #3 9@99 released 891 QUOTES_PULLED",
                        "cancelled #4 10@101 released 10 QUOTES_PULLED",
                        "cancelled #1 5@99 released 495 QUOTES_PULLED",
                        "cancelled #2 10@101 released 10 QUOTES_PULLED");
        venue.decides(new Command.ResetQuotes(ALICE));
        venue.decides(new Command.ProtectQuotes(ALICE, 0, 0, SECOND, 0, 0, 500, 0, 1));
        quotes(1);
        sold(9, 1);
        venue.shows(Side.BUY, "#7 1@99");
    }

    @Test
    void whatWasExecutedStaysWhereItWasCounted() {
        assigns(1, 1, WHOLE);
        assigns(2, 2, WHOLE);
        protects(0, 1, 0, 5);
        protects(0, 2, 0, 5);
        quotes(1, 2);
        sold(4, 1);
        assigns(1, 2, WHOLE);

        sold(4, 2);
        venue.shows(Side.BUY, "#1 6@99");
        sold(1, 1)
                .emits(
                        "accepted #7 sell 1@99 holds 1",
                        "traded 1@99 for 99 #1|#7 left 5|0 released 0|0",
                        "quotes of 100 pulled in group 2 by 0: 5 lots 2 fills 0 value 50000 delta",
                        "cancelled #3 6@99 released 594 QUOTES_PULLED",
                        "cancelled #4 10@101 released 10 QUOTES_PULLED",
                        "cancelled #1 5@99 released 495 QUOTES_PULLED",
                        "cancelled #2 10@101 released 10 QUOTES_PULLED");
    }

    @Test
    void whatCannotBeIsRefusedByItsOwnReason() {
        assigns(9, 1, WHOLE).emits("rejected UNKNOWN_INSTRUMENT");
        assigns(1, 101, WHOLE).emits("rejected UNKNOWN_QUOTE_GROUP");
        assigns(1, 1, 1_000_001).emits("rejected DELTA_WEIGHT_INVALID");
        assigns(1, 0, WHOLE).emits("rejected WOULD_CHANGE_NOTHING");
        protects(0, 101, 5, 0).emits("rejected UNKNOWN_QUOTE_GROUP");
        protects(1, 1, 5, 0).emits("rejected INVALID_PARAMETER");
        protects(0, 1, 0, 0).emits("rejected INVALID_PARAMETER");
        protects(0, 1, 0, -1).emits("rejected INVALID_PARAMETER");
        venue.decides(new Command.ProtectQuotes(ALICE, 0, 1, SECOND, 0, 0, 500, 0, 9))
                .emits("rejected UNKNOWN_ASSET");
        venue.decides(new Command.ProtectQuotes(ALICE, 0, 1, SECOND, 0, 0, 500, 0, 0))
                .emits("rejected INVALID_PARAMETER");
        venue.decides(new Command.ResetQuotes(ALICE)).emits("rejected NOTHING_TO_RESET");
    }

    private VenueUnderTest assigns(int instrument, int group, int weightBps) {
        return venue.decides(new Command.AssignQuoteGroup(ALICE, instrument, group, weightBps));
    }

    private VenueUnderTest protects(int instrument, int group, long maxLots, long maxDeltaLots) {
        return venue.decides(
                new Command.ProtectQuotes(ALICE, instrument, group, SECOND, maxLots, 0, 0, maxDeltaLots, 0));
    }

    /** Ten at 99, ten at 101. */
    private VenueUnderTest quotes(int... instruments) {
        List<Command.Quote> quotes = Arrays.stream(instruments)
                .mapToObj(instrument -> new Command.Quote(instrument, 99, 10, 101, 10))
                .toList();
        return venue.decides(new Command.MassQuote(ALICE, quotes));
    }

    private VenueUnderTest sold(long lots, int instrument) {
        return venue.decides(sells(lots).at(99).command(BOB, instrument));
    }
}
