package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.ClearingCommand.*;
import io.rialto.engine.reference.Command.Begin;
import io.rialto.engine.reference.Command.BeginTransfer;
import io.rialto.engine.reference.Command.End;
import io.rialto.engine.reference.Command.EndTransfer;
import org.junit.jupiter.api.Test;

/** Days count from Thursday, 1 January 1970, on which all trading here begins; prices in cents. */
class SettlementRulesTest {
    private static final long DAY = 86_400_000_000_000L;
    private static final int CLEARING = 3;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void theWorkedExampleNetsFourTradesIntoThreeObligations() {
        terms(0, 0).emits("terms T+1 free 0 buy-in 0");
        trade(BOB, ALICE, 100, 1_000);
        trade(CAROL, BOB, 40, 1_020);
        trade(ALICE, CAROL, 30, 1_010);
        trade(ALICE, BOB, 20, 1_030);

        runs(1).emits(
                        "netted 190 to 50 and 191700 to 49100 of 3",
                        "reserved 100 50 -49100, held 0 49100",
                        "reserved 101 -40 38600, held 40 0",
                        "reserved 102 -10 10500, held 10 0",
                        "settled 100 50 -49100 SETTLED",
                        "settled 101 -40 38600 SETTLED",
                        "settled 102 -10 10500 SETTLED",
                        "day 1 settled 3 failed 0");
        has(ALICE, 50, -49_100);
        has(BOB, -40, 38_600);
        has(CAROL, -10, 10_500);
        venue.has(CLEARING, BASE, 0, 0).has(CLEARING, QUOTE, 0, 0);
    }

    @Test
    void aTradeIsNovatedAndWhatIsOwedStaysHeld() {
        terms(0, 0);
        venue.receives(BOB, sells(100).at(1_000)).receives(ALICE, buys(100).at(1_000));
        venue.emits(
                "accepted #2 buy 100@1000 holds 100000",
                "traded 100@1000 for 100000 #1|#2 left 0|0 released 0|0",
                "novated 1 to day 1: 100 100 -100000, 101 -100 100000, held 100");
        venue.has(ALICE, QUOTE, WEALTH, 100_000).has(ALICE, BASE, WEALTH, 0);
        venue.has(BOB, BASE, WEALTH, 100).has(BOB, QUOTE, WEALTH, 0);
    }

    @Test
    void proceedsAreNotFreeBeforeSettlement() {
        terms(0, 0);
        trade(BOB, ALICE, 500, 1_000);
        venue.receives(BOB, buys(1_000).at(1_001)).emits("rejected INSUFFICIENT_FUNDS");
        venue.receives(ALICE, buys(501).at(1_000)).emits("rejected INSUFFICIENT_FUNDS");
    }

    @Test
    void feesGoToTheVenueAtOnceAndToTheMembersCashWithSettlement() {
        VenueUnderTest dear = VenueUnderTest.trading(new Terms().fees(100_000, 200_000));
        dear.decides(new SetSettlementTerms(1, DAY, 1, 0, 0));
        dear.receives(BOB, sells(10).at(1_000)).receives(ALICE, buys(10).at(1_000));
        dear.has(FEE_INCOME, QUOTE, 100, 0).has(CLEARING, QUOTE, -100, 0);
        dear.after(DAY).decides(new RunSettlement(1));
        dear.has(CLEARING, QUOTE, 0, 0).has(CLEARING, BASE, 0, 0).has(BOB, QUOTE, WEALTH + 9_900, 0);
    }

    @Test
    void theDateIsSoManyBusinessDaysAfterTheDayOfTheTrade() {
        venue.after(DAY); // Friday
        terms(0, 0);
        venue.decides(new SetHoliday(4, 1)).emits("holiday 4 1"); // Monday
        venue.receives(BOB, sells(1).at(10)).receives(ALICE, buys(1).at(10));
        isNovatedTo(5);
        venue.decides(new SetSettlementTerms(1, DAY, 3, 0, 0));
        venue.receives(BOB, sells(1).at(10)).receives(ALICE, buys(1).at(10));
        isNovatedTo(7);
    }

    @Test
    void afterTheCutOffATradeIsOfTheNextDay() {
        venue.decides(new SetSettlementTerms(1, DAY / 2, 1, 0, 0));
        venue.after(DAY / 2 - 1_001);
        venue.receives(BOB, sells(1).at(10)).receives(ALICE, buys(1).at(10));
        isNovatedTo(1);
        venue.after(1);
        venue.receives(BOB, sells(1).at(10)).receives(ALICE, buys(1).at(10));
        isNovatedTo(4); // of Friday, so on Monday
    }

    @Test
    void aDayIsSettledOnceInOrderAndWhenItHasBegun() {
        terms(0, 0);
        venue.decides(new RunSettlement(1)).emits("rejected DAY_NOT_REACHED");
        venue.decides(new RunSettlement(-1)).emits("rejected INVALID_DAY");
        runs(1).emits("day 1 settled 0 failed 0");
        venue.decides(new RunSettlement(1)).emits("rejected DAY_ALREADY_SETTLED");
        venue.decides(new RunSettlement(0)).emits("rejected DAY_ALREADY_SETTLED");
        venue.after(DAY).decides(new RunSettlement(2)).emits("rejected NOT_A_BUSINESS_DAY");
    }

    @Test
    void whatIsMissingFailsAndBothLegsMoveInOneProportion() {
        terms(1, 0);
        trade(BOB, ALICE, 100, 1_000);
        trade(BOB, CAROL, 60, 1_000);
        withdraws(BOB, WEALTH - 130);
        runs(1).emits(
                        "netted 160 to 160 and 160000 to 160000 of 3",
                        "reserved 100 100 -100000, held 0 100000",
                        "reserved 101 -160 160000, held 130 0",
                        "reserved 102 60 -60000, held 0 60000",
                        "settled 100 100 -100000 SETTLED",
                        "settled 101 -130 130000 PARTIAL, open -30 30000, cycle 1",
                        "settled 102 30 -30000 PARTIAL, open 30 -30000",
                        "day 1 settled 1 failed 2");
        venue.has(CAROL, QUOTE, WEALTH - 30_000, 30_000);
    }

    @Test
    void whatFailedIsDueInTheNextCycle() {
        terms(1, 0);
        trade(BOB, ALICE, 100, 1_000);
        withdraws(BOB, WEALTH);
        runs(1).emits(
                        "netted 100 to 100 and 100000 to 100000 of 2",
                        "reserved 100 100 -100000, held 0 100000",
                        "reserved 101 -100 100000, held 0 0",
                        "settled 100 0 0 FAILED, open 100 -100000",
                        "settled 101 0 0 FAILED, open -100 100000, cycle 1",
                        "day 1 settled 0 failed 2");
        venue.deposits(BOB, BASE, 100).after(3 * DAY).decides(new RunSettlement(4));
        venue.emits(
                "netted 100 to 100 and 100000 to 100000 of 2",
                "reserved 100 100 -100000, held 0 100000",
                "reserved 101 -100 100000, held 100 0",
                "settled 100 100 -100000 SETTLED",
                "settled 101 -100 100000 SETTLED",
                "day 4 settled 2 failed 0");
    }

    @Test
    void whoFailedOftenEnoughIsBoughtIn() {
        terms(1, 1);
        trade(BOB, ALICE, 100, 1_000);
        buysIn(0).emits("rejected NOTHING_TO_BUY_IN");
        withdraws(BOB, WEALTH - 40);
        venue.decides(new SetSettlementTerms(1, DAY, 1, 1, 2));
        runs(1);
        buysIn(0).emits("rejected BUY_IN_TOO_EARLY");
        venue.decides(new SetSettlementTerms(1, DAY, 1, 1, 1));
        venue.decides(new BuyIn(1, BOB, BOB, 0)).emits("rejected INVALID_COMBINATION");
        buysIn(-1).emits("rejected PRICE_NOT_POSITIVE");
        buysIn(100_000).emits("rejected INSUFFICIENT_FUNDS");
        buysIn(1_100).emits("bought in 101 from 102 60@1100, held 60");
        venue.has(BOB, BASE, 60, 60).has(BOB, QUOTE, WEALTH + 40_000 - 66_000, 0);
        venue.after(3 * DAY)
                .decides(new RunSettlement(4))
                .emits(
                        "netted 60 to 60 and 60000 to 60000 of 2",
                        "reserved 100 60 -60000, held 0 60000",
                        "reserved 101 -60 60000, held 60 0",
                        "settled 100 60 -60000 SETTLED",
                        "settled 101 -60 60000 SETTLED",
                        "day 4 settled 2 failed 0");
    }

    @Test
    void aBuyInWithoutAPriceIsAtTheLastTrade() {
        terms(1, 1);
        trade(BOB, ALICE, 100, 1_000);
        withdraws(BOB, WEALTH);
        runs(1);
        buysIn(0).emits("bought in 101 from 102 100@1000, held 100");
        buysIn(0).emits("rejected NOTHING_TO_BUY_IN");
    }

    @Test
    void termsAndHolidaysThatCannotBeAreRefused() {
        venue.decides(new SetSettlementTerms(7, DAY, 1, 0, 0)).emits("rejected UNKNOWN_INSTRUMENT");
        venue.decides(new SetSettlementTerms(1, 0, 1, 0, 0)).emits("rejected INVALID_SETTLEMENT_TERMS");
        venue.decides(new SetSettlementTerms(1, DAY + 1, 1, 0, 0)).emits("rejected INVALID_SETTLEMENT_TERMS");
        venue.decides(new SetSettlementTerms(1, DAY, 31, 0, 0)).emits("rejected INVALID_SETTLEMENT_TERMS");
        venue.decides(new SetSettlementTerms(1, DAY, 1, 2, 0)).emits("rejected INVALID_SETTLEMENT_TERMS");
        terms(0, 0);
        terms(0, 0).emits("rejected WOULD_CHANGE_NOTHING");
        venue.decides(new SetHoliday(2, 1)).emits("rejected INVALID_DAY"); // Saturday
        venue.decides(new SetHoliday(-1, 1)).emits("rejected INVALID_DAY");
        venue.decides(new SetHoliday(1, 0)).emits("rejected WOULD_CHANGE_NOTHING");
        venue.decides(new SetHoliday(1, 2)).emits("rejected INVALID_COMBINATION");
    }

    private VenueUnderTest terms(int owedIsFree, int buyInCycles) {
        return venue.decides(new SetSettlementTerms(1, DAY, 1, owedIsFree, buyInCycles));
    }

    private void trade(int seller, int buyer, long lots, long ticks) {
        venue.receives(seller, sells(lots).at(ticks)).receives(buyer, buys(lots).at(ticks));
    }

    private void isNovatedTo(int day) {
        assertThat(venue.events().get(2)).contains(" to day " + day + ":");
    }

    private void withdraws(int account, long amountMinor) {
        venue.decides(new BeginTransfer(Begin.BEGIN_WITHDRAWAL, account, BASE, amountMinor));
        venue.decides(new EndTransfer(End.COMPLETE_WITHDRAWAL, 7));
    }

    private VenueUnderTest runs(int day) {
        return venue.after(DAY).decides(new RunSettlement(day));
    }

    private VenueUnderTest buysIn(long ticks) {
        return venue.decides(new BuyIn(1, BOB, CAROL, ticks));
    }

    private void has(int account, long base, long quote) {
        venue.has(account, BASE, WEALTH + base, 0).has(account, QUOTE, WEALTH + quote, 0);
    }
}
