package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.FEE_INCOME;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;

import io.rialto.engine.reference.MarginCommand.FundInsurance;
import io.rialto.engine.reference.MarginCommand.FundPositions;
import org.junit.jupiter.api.Test;

/** Both sides of a trade of 1,000 have paid fees of 20 together. */
class InsuranceRulesTest {
    private final VenueUnderTest venue = new Contract().fees(100_000, 100_000).tradesWith(1_000_000);

    @Test
    void theVenuesFeesCanGoIntoTheFundAndBack() {
        paysFees();
        funds(15).emits("insurance 15 to 15");
        venue.has(FEE_INCOME, QUOTE, 5, 0);
        funds(-10).emits("insurance -10 to 5");
        venue.has(FEE_INCOME, QUOTE, 15, 0);
    }

    @Test
    void nobodyGivesMoreThanHeHas() {
        funds(1).emits("rejected INSUFFICIENT_FUNDS");
        paysFees();
        funds(21).emits("rejected INSUFFICIENT_FUNDS");
        funds(20).emits("insurance 20 to 20");
        funds(-21).emits("rejected INSUFFICIENT_FUNDS");
        funds(Long.MIN_VALUE).emits("rejected INSUFFICIENT_FUNDS");
        venue.decides(new FundInsurance(BASE, 1)).emits("rejected INSUFFICIENT_FUNDS");
    }

    @Test
    void whatIsNoAmountAndNoAssetIsRefused() {
        funds(0).emits("rejected INVALID_AMOUNT");
        venue.decides(new FundInsurance(7, 1)).emits("rejected UNKNOWN_ASSET");
    }

    @Test
    void whatFundingLeavesCanBeTakenOutOfTheFund() {
        venue.receives(ALICE, sells(1).at(100)).receives(BOB, buys(1).at(100));
        venue.decides(new FundPositions(1, 1, 1));
        funds(-1).emits("insurance -1 to 0");
        funds(-1).emits("rejected INSUFFICIENT_FUNDS");
    }

    private void paysFees() {
        venue.receives(ALICE, sells(10).at(100)).receives(BOB, buys(10).at(100));
    }

    private VenueUnderTest funds(long amountMinor) {
        return venue.decides(new FundInsurance(QUOTE, amountMinor));
    }
}
