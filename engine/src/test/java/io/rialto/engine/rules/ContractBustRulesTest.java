package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.*;

import io.rialto.engine.reference.ClearingCommand.BustTrade;
import io.rialto.engine.reference.ClearingCommand.CorrectTrade;
import io.rialto.engine.reference.MarginCommand.FundInsurance;
import io.rialto.engine.reference.MarginCommand.MarginTier;
import io.rialto.engine.reference.MarginCommand.MoveMargin;
import io.rialto.engine.reference.MarginCommand.SetMarginTiers;
import io.rialto.engine.reference.MarginCommand.SetSourcedMark;
import io.rialto.engine.reference.MarginCommand.SettleContract;
import io.rialto.protocol.InstrumentParameter;
import io.rialto.protocol.Phase;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trades of a contract marked at 100, of which makers pay one per cent and takers two; Bob sells first, Alice takes. */
class ContractBustRulesTest {
    private static final long EXPIRY = 1_000_000;

    private VenueUnderTest venue = new Contract().fees(100_000, 200_000).tradesWith(10_000);

    private void trades(long lots, long ticks) {
        venue.receives(BOB, sells(lots).at(ticks)).receives(ALICE, buys(lots).at(ticks));
    }

    private VenueUnderTest busts(long trade) {
        return venue.decides(new BustTrade(trade, 0));
    }

    @Test
    void aBustLeavesNothingOfTheTrade() {
        trades(10, 100);
        venue.has(FEE_INCOME, QUOTE, 30, 0);
        busts(1).emits(
                        "busted 1 10@100, fees 20 and 10 back",
                        "position of 100 0 cost 0 realised 0",
                        "position of 101 0 cost 0 realised 0");
        venue.has(FEE_INCOME, QUOTE, 0, 0);
        venue.decides(new MoveMargin(ALICE, QUOTE, -10_000)).emits("margin of 100 moved -10000");
        venue.decides(new MoveMargin(BOB, QUOTE, -10_000)).emits("margin of 101 moved -10000");
        busts(1).emits("rejected TRADE_BUSTED");
    }

    /** Ten at 100 and ten at 110: 2,100 less a half is 1,050, and 1,000 come for it. */
    @Test
    void itIsTheOppositeTradeAtThePriceOfTheTrade() {
        trades(10, 100);
        trades(10, 110);
        busts(1).emits(
                        "busted 1 10@100, fees 20 and 10 back",
                        "position of 100 10 cost 1050 realised -50",
                        "position of 101 -10 cost 1050 realised 50");
    }

    @Test
    void aClosedPositionIsOpenAgainTheOtherWay() {
        trades(10, 100);
        venue.receives(CAROL, buys(10).at(120)).receives(ALICE, sells(10).at(120));
        busts(1).emits(
                        "busted 1 10@100, fees 20 and 10 back",
                        "position of 100 -10 cost 1000 realised 0",
                        "position of 101 0 cost 0 realised 0");
    }

    @Test
    void aCorrectionIsABustAndAnotherTrade() {
        trades(10, 100);
        venue.decides(new CorrectTrade(1, 90, 5))
                .emits(
                        "busted 1 10@100, fees 20 and 10 back",
                        "position of 100 0 cost 0 realised 0",
                        "position of 101 0 cost 0 realised 0",
                        "corrected 1 to 2 5@90, fees 9 and 5",
                        "position of 100 5 cost 450 realised 0",
                        "position of 101 -5 cost 450 realised 0");
        venue.has(FEE_INCOME, QUOTE, 14, 0);
        busts(1).emits("rejected TRADE_BUSTED");
        busts(2).emits(
                        "busted 2 5@90, fees 9 and 5 back",
                        "position of 100 0 cost 0 realised 0",
                        "position of 101 0 cost 0 realised 0");
    }

    /** Alice has 11,980 less 1,000 lost to the mark's fall; without the trade she would have 2,000 more to pay. */
    @Test
    void whoWouldOweByItKeepsTheTrade() {
        trades(10, 100);
        venue.marks(300);
        venue.receives(CAROL, buys(10).at(300)).receives(ALICE, sells(10).at(300));
        venue.decides(new MoveMargin(ALICE, QUOTE, -11_000));
        busts(1).emits("rejected INSUFFICIENT_MARGIN");
        venue.decides(new MoveMargin(ALICE, QUOTE, 10_000));
        busts(1).emits(
                        "busted 1 10@100, fees 20 and 10 back",
                        "position of 100 -10 cost 1000 realised 0",
                        "position of 101 0 cost 0 realised 0");
    }

    @Test
    void feesThatTheVenueHasNoMoreCannotBeGivenBack() {
        trades(10, 100);
        venue.decides(new FundInsurance(QUOTE, 1));
        busts(1).emits("rejected INSUFFICIENT_FUNDS");
    }

    /** Bob is bankrupt by his short once Alice's purchase does not cover it: he is called after the bust. */
    @Test
    void whoIsShortOfMarginAfterItIsCalled() {
        venue = new Contract().tradesWith(1_000);
        venue.decides(new SetMarginTiers(1, new ArrayList<>(List.of(new MarginTier(1L << 61, 500_000, 500_000)))));
        venue.deposits(CAROL, QUOTE, 10_000).decides(new MoveMargin(CAROL, QUOTE, 10_000));
        trades(100, 100);
        venue.receives(CAROL, sells(95).at(100)).receives(BOB, buys(95).at(100));
        venue.marks(109);
        busts(2).emits(
                        "busted 2 95@100, fees 0 and 0 back",
                        "position of 101 -100 cost 10000 realised 0",
                        "position of 102 0 cost 0 realised 0",
                        "101 called from 0 to 100: 545 of 100",
                        "liquidation of 101 begun",
                        "mass cancelled 0 remaining 0",
                        "mass cancelled 0 remaining 0",
                        "DELEVERAGED 100@110 of 101 with 100: 0 cost 0 realised -1000",
                        "DELEVERAGED -100@110 of 100 with 101: 0 cost 0 realised 1000",
                        "101 called from 100 to 0: 0 of 0",
                        "liquidation of 101 ended at 0 covered 0");
    }

    @Test
    void ordersThatOnlyReduceFollow() {
        venue = new Contract().tradesWith(10_000);
        trades(10, 100);
        venue.receives(ALICE, sells(10).at(200).reduceOnly());
        busts(1).emits(
                        "busted 1 10@100, fees 0 and 0 back",
                        "position of 100 0 cost 0 realised 0",
                        "position of 101 0 cost 0 realised 0",
                        "cancelled #3 10@200 released 0 REDUCE_ONLY_NO_POSITION");
    }

    @Test
    void aTradeInOtherStepsStands() {
        trades(10, 100);
        venue.goes(Phase.CLOSED).changes(InstrumentParameter.LOT, 200);
        busts(1).emits("rejected TRADE_IN_OTHER_STEPS");
    }

    @Test
    void aTradeOfAContractIsNeverASettledOne() {
        trades(10, 100);
        venue.decides(new BustTrade(1, 1)).emits("rejected TRADE_NOT_SETTLED");
        venue.decides(new CorrectTrade(1, 0, 1)).emits("rejected PRICE_NOT_POSITIVE");
        venue.decides(new CorrectTrade(1, 1, 0)).emits("rejected QUANTITY_BELOW_MINIMUM");
        venue.decides(new CorrectTrade(1, 100, 10)).emits("rejected WOULD_CHANGE_NOTHING");
        venue.decides(new CorrectTrade(1, Long.MAX_VALUE, 10)).emits("rejected VALUE_OVERFLOW");
        venue.decides(new CorrectTrade(1, 1L << 60, 2)).emits("rejected VALUE_OVERFLOW");
    }

    @Test
    void aMarkSaysWhereItComesFrom() {
        venue.decides(new SetSourcedMark(1, 101, 1)).emits("mark 101", "by INDEX");
        venue.decides(new SetSourcedMark(1, 102, 0)).emits("mark 102", "by OPERATOR");
        venue.decides(new SetSourcedMark(1, 102, 4)).emits("rejected INVALID_COMBINATION");
        venue.decides(new SetSourcedMark(1, 0, 3)).emits("rejected PRICE_NOT_POSITIVE");
        venue.decides(new SetSourcedMark(7, 1, 3)).emits("rejected UNKNOWN_INSTRUMENT");
        venue.marks(100).emits("mark 100");
    }

    @Test
    void whatHasExpiredOrIsSettledStands() {
        venue = new Contract().future(EXPIRY).tradesWith(10_000);
        venue.changes(InstrumentParameter.SETTLEMENT_AWAITED, 1);
        trades(10, 100);
        venue.after(EXPIRY);
        busts(1).emits("expired at 1000000", "mass cancelled 0 remaining 0", "rejected CONTRACT_EXPIRED");
        venue.decides(new SettleContract(1, 100));
        busts(1).emits("rejected CONTRACT_SETTLED");
    }
}
