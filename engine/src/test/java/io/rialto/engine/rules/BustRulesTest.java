package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.*;

import io.rialto.engine.reference.ClearingCommand.*;
import io.rialto.engine.reference.Command.Begin;
import io.rialto.engine.reference.Command.BeginTransfer;
import io.rialto.engine.reference.MarginCommand.FundInsurance;
import io.rialto.protocol.InstrumentParameter;
import org.junit.jupiter.api.Test;

/** Bob has sold Alice ten at a hundred, for the next day. */
class BustRulesTest {
    private static final long DAY = 86_400_000_000_000L;
    private static final int CLEARING = 3;

    private final VenueUnderTest venue = VenueUnderTest.trading(new Terms().fees(100_000, 200_000));

    private void trades(int days) {
        venue.decides(new SetSettlementTerms(1, DAY, days, 0, 0));
        venue.receives(BOB, sells(10).at(100)).receives(ALICE, buys(10).at(100));
    }

    @Test
    void aBustBeforeSettlementLeavesNothingOfATrade() {
        trades(1);
        venue.has(FEE_INCOME, QUOTE, 10, 0);
        busts(1, 0).emits("busted 1 10@100");
        venue.has(FEE_INCOME, QUOTE, 0, 0).has(CLEARING, QUOTE, 0, 0).has(CLEARING, BASE, 0, 0);
        venue.has(ALICE, QUOTE, WEALTH, 0).has(BOB, BASE, WEALTH, 0);
        venue.after(DAY).decides(new RunSettlement(1)).emits("day 1 settled 0 failed 0");
    }

    @Test
    void aCorrectionIsABustAndAnotherTradeForTheSameDate() {
        trades(1);
        venue.decides(new CorrectTrade(1, 90, 20))
                .emits("busted 1 10@100", "corrected 1 to 2 20@90: 18 -1800, -20 1782");
        venue.has(ALICE, QUOTE, WEALTH, 1_800).has(BOB, BASE, WEALTH, 20);
        busts(1, 0).emits("rejected TRADE_BUSTED");
        busts(2, 0).emits("busted 2 20@90");
        venue.has(ALICE, QUOTE, WEALTH, 0).has(FEE_INCOME, QUOTE, 0, 0);
    }

    @Test
    void aSettledTradeIsReversedByItsOpposite() {
        trades(1);
        busts(1, 1).emits("rejected TRADE_NOT_SETTLED");
        venue.after(DAY).decides(new RunSettlement(1));
        busts(1, 0).emits("rejected TRADE_SETTLED");
        busts(1, 1).emits("reversed 1 by 2 10@100, 100 to 101");
        venue.has(BOB, BASE, WEALTH, 0).has(ALICE, BASE, WEALTH - 1, 0);
        venue.has(FEE_INCOME, QUOTE, 10, 0).has(FEE_INCOME, BASE, 1, 0);
        busts(1, 1).emits("rejected TRADE_BUSTED");
        busts(2, 1).emits("rejected TRADE_NOT_KEPT");
    }

    @Test
    void aTradeThatSettledAtOnceIsReversedToo() {
        trades(0);
        busts(1, 0).emits("rejected TRADE_SETTLED");
        busts(1, 1).emits("reversed 1 by 2 10@100, 100 to 101");
    }

    @Test
    void whoHasItNoMoreCannotGiveItBack() {
        trades(0);
        venue.decides(new BeginTransfer(Begin.BEGIN_WITHDRAWAL, ALICE, BASE, WEALTH));
        busts(1, 1).emits("rejected INSUFFICIENT_FUNDS");
    }

    @Test
    void aTradeHasToBeKnownAndKept() {
        sold();
        venue.after(31 * DAY);
        busts(1, 1).emits("rejected TRADE_NOT_KEPT");
        busts(2, 1).emits("rejected UNKNOWN_TRADE");
        busts(0, 1).emits("rejected UNKNOWN_TRADE");
        busts(1, 2).emits("rejected INVALID_COMBINATION");
    }

    private void sold() {
        venue.receives(BOB, sells(1).at(100)).receives(ALICE, buys(1).at(100));
    }

    @Test
    void aTradeWithoutTermsIsReversedForAsLongAsItsInstrumentSays() {
        sold();
        venue.after(30 * DAY);
        busts(1, 0).emits("rejected TRADE_SETTLED");
        venue.decides(new CorrectTrade(1, 90, 1)).emits("rejected TRADE_SETTLED");
        venue.changes(InstrumentParameter.TRADES_KEPT_DAYS, 366).emits("rejected INVALID_PARAMETER");
        venue.changes(InstrumentParameter.TRADES_KEPT_DAYS, 29);
        busts(1, 1).emits("rejected TRADE_NOT_KEPT");
        venue.changes(InstrumentParameter.TRADES_KEPT_DAYS, 30);
        venue.changes(InstrumentParameter.LOT, 200);
        busts(1, 1).emits("rejected TRADE_IN_OTHER_STEPS");
        venue.changes(InstrumentParameter.LOT, 100);
        busts(1, 1).emits("reversed 1 by 2 1@100, 100 to 101");
        venue.has(BOB, BASE, WEALTH, 0);
        busts(1, 1).emits("rejected TRADE_BUSTED");
    }

    @Test
    void feesThatTheVenueHasNoMoreCannotBeGivenBack() {
        trades(1);
        venue.decides(new FundInsurance(QUOTE, 1));
        busts(1, 0).emits("rejected INSUFFICIENT_FUNDS");
    }

    @Test
    void aCorrectionThatCannotBeIsRefused() {
        trades(1);
        venue.decides(new CorrectTrade(1, 0, 1)).emits("rejected PRICE_NOT_POSITIVE");
        venue.decides(new CorrectTrade(1, 1, 0)).emits("rejected QUANTITY_BELOW_MINIMUM");
        venue.decides(new CorrectTrade(1, 100, 10)).emits("rejected WOULD_CHANGE_NOTHING");
        venue.decides(new CorrectTrade(1, 110_000, 10)).emits("rejected INSUFFICIENT_FUNDS");
        venue.decides(new CorrectTrade(1, Long.MAX_VALUE, 10)).emits("rejected VALUE_OVERFLOW");
    }

    private VenueUnderTest busts(long trade, int isSettled) {
        return venue.decides(new BustTrade(trade, isSettled));
    }
}
