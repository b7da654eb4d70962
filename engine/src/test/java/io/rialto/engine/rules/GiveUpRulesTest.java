package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.*;

import io.rialto.engine.reference.BrokerCommand.*;
import io.rialto.engine.reference.ClearingCommand.*;
import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand.ChangeAccountLimit;
import io.rialto.engine.reference.ControlCommand.Suspend;
import io.rialto.engine.reference.FirmCommand.SetAccountState;
import io.rialto.engine.reference.FirmCommand.SetCreditLimit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Bob has sold Alice ten at a hundred, for the next day; his fee is ten of the thousand, hers one of the ten. Alice and Carol
 * are of firm 7, Bob of 8, Dora of none.
 */
class GiveUpRulesTest {
    private static final long DAY = 86_400_000_000_000L;
    private static final int CLEARING = 3;
    private static final int DORA = 103;
    private static final int ACCEPT = 1, REFUSE = 2, WITHDRAW = 3;
    private static final int BUY = 1, SELL = 2, EITHER = 255;

    private final VenueUnderTest venue = VenueUnderTest.empty();

    @BeforeEach
    void trades() {
        venue.decides(new Command.ListAsset("BASE", 0)).decides(new Command.ListAsset("QUOTE", 0));
        venue.decides(new Terms().fees(100_000, 200_000).listing("BASE-QUOTE"));
        for (int account = ALICE; account <= DORA; account++) {
            int firm = account == BOB ? 8 : account == DORA ? 0 : 7;
            venue.decides(new Command.OpenAccount(firm, 0, 0));
            venue.deposits(account, BASE, WEALTH).deposits(account, QUOTE, WEALTH);
        }
        venue.decides(new SetSettlementTerms(1, DAY, 1, 0, 0));
        venue.receives(BOB, sells(10).at(100)).receives(ALICE, buys(10).at(100));
    }

    @Test
    void aSideOfATradeGoesToWhoTakesItUp() {
        offers(10, ALICE, DORA).emits("offered 1: 100 to 103, bought 10@100 of trade 1");
        venue.has(ALICE, QUOTE, WEALTH, 1_000).has(DORA, QUOTE, WEALTH, 0);
        answers(1, DORA, ACCEPT).emits("taken up 1 by 103: 100 to 103, bought 10 for 1000, holds -1000 +1000, fee 1");
        venue.has(ALICE, QUOTE, WEALTH, 0).has(DORA, QUOTE, WEALTH, 1_000);
        venue.after(DAY).decides(new RunSettlement(1));
        venue.has(DORA, BASE, WEALTH + 10, 0).has(DORA, QUOTE, WEALTH - 1_000, 0);
        venue.has(ALICE, BASE, WEALTH - 1, 0).has(ALICE, QUOTE, WEALTH, 0);
        venue.has(BOB, QUOTE, WEALTH + 990, 0).has(CLEARING, BASE, 0, 0).has(CLEARING, QUOTE, 0, 0);
    }

    @Test
    void theFeeStaysWithWhoExecutedAndComesOutOfWhatHeStillReceives() {
        offers(4, BOB, DORA);
        answers(1, DORA, ACCEPT).emits("taken up 1 by 103: 101 to 103, sold 4 for 400, holds -4 +4");
        venue.after(DAY).decides(new RunSettlement(1));
        venue.has(BOB, QUOTE, WEALTH + 590, 0).has(BOB, BASE, WEALTH - 6, 0);
        venue.has(DORA, QUOTE, WEALTH + 400, 0).has(DORA, BASE, WEALTH - 4, 0);
    }

    @Test
    void whatThereIsNothingToComeOutOfIsPaidAtOnceAndBackWhenItComesBack() {
        takesUp(10, BOB, DORA);
        venue.has(BOB, QUOTE, WEALTH - 10, 0);
        offers(1, DORA, BOB);
        answers(2, BOB, ACCEPT).emits("taken up 2 by 101: 103 to 101, sold 1 for 100, holds -1 +1, fee back 10");
        venue.has(BOB, QUOTE, WEALTH, 0).has(BOB, BASE, WEALTH, 1);
    }

    @Test
    void whoHasTakenItUpCanGiveItOn() {
        takesUp(10, ALICE, CAROL);
        offers(6, CAROL, DORA);
        answers(2, DORA, ACCEPT).emits("taken up 2 by 103: 102 to 103, bought 6 for 600, holds -600 +600");
        venue.has(CAROL, QUOTE, WEALTH, 400).has(DORA, QUOTE, WEALTH, 600);
    }

    @Test
    void theFirmOfTheTakerAnswersAsWellAndTheGiversWithdraws() {
        offers(3, BOB, CAROL);
        answers(1, BOB, ACCEPT).emits("rejected GIVE_UP_OF_OTHERS");
        answers(1, CAROL, WITHDRAW).emits("rejected GIVE_UP_OF_OTHERS");
        answers(1, ALICE, REFUSE).emits("give-up 1 REFUSED by 100");
        offers(3, ALICE, DORA);
        answers(2, CAROL, WITHDRAW).emits("give-up 2 WITHDRAWN by 102");
        answers(2, DORA, ACCEPT).emits("rejected GIVE_UP_NOT_PENDING");
        answers(3, DORA, ACCEPT).emits("rejected UNKNOWN_GIVE_UP");
        answers(0, DORA, ACCEPT).emits("rejected UNKNOWN_GIVE_UP");
        answers(1, DORA, 4).emits("rejected INVALID_COMBINATION");
    }

    @Test
    void whoCannotPayCannotTakeItUpYet() {
        venue.decides(new Command.BeginTransfer(Command.Begin.BEGIN_WITHDRAWAL, DORA, QUOTE, WEALTH - 999));
        offers(10, ALICE, DORA);
        answers(1, DORA, ACCEPT).emits("rejected INSUFFICIENT_FUNDS");
        venue.deposits(DORA, QUOTE, 1);
        answers(1, DORA, ACCEPT).emits("taken up 1 by 103: 100 to 103, bought 10 for 1000, holds -1000 +1000, fee 1");
    }

    @Test
    void whatIsOfferedHasToBeThere() {
        offers(11, ALICE, DORA).emits("rejected GIVE_UP_ABOVE_TRADE");
        offers(7, ALICE, DORA);
        offers(4, ALICE, CAROL).emits("rejected GIVE_UP_ABOVE_TRADE");
        offers(0, ALICE, DORA).emits("rejected QUANTITY_BELOW_MINIMUM");
        offers(1, ALICE, ALICE).emits("rejected GIVE_UP_TO_ITSELF");
        offers(1, CAROL, DORA).emits("rejected NOT_IN_THE_TRADE");
        offers(1, ALICE, 999).emits("rejected UNKNOWN_ACCOUNT");
        venue.decides(new GiveUp(1, 1, ALICE, DORA, SELL)).emits("rejected NOT_IN_THE_TRADE");
        venue.decides(new GiveUp(1, 1, ALICE, DORA, 3)).emits("rejected INVALID_COMBINATION");
        venue.decides(new GiveUp(2, 1, ALICE, DORA, BUY)).emits("rejected UNKNOWN_TRADE");
    }

    @Test
    void whoHasBothSidesSaysWhich() {
        takesUp(10, BOB, ALICE);
        offers(1, ALICE, DORA).emits("rejected INVALID_COMBINATION");
        venue.decides(new GiveUp(1, 1, ALICE, DORA, SELL)).emits("offered 2: 100 to 103, sold 1@100 of trade 1");
    }

    @Test
    void whoMayNotTradeMayNotTakeUp() {
        offers(1, ALICE, DORA);
        venue.decides(new ChangeAccountLimit(DORA, 1, 7, 1));
        answers(1, DORA, ACCEPT).emits("rejected INSTRUMENT_RESTRICTED");
        venue.decides(new SetAccountState(CAROL, 2));
        offers(1, ALICE, CAROL).emits("rejected ACCOUNT_REDUCING");
        venue.decides(new SetAccountState(CAROL, 3));
        offers(1, ALICE, CAROL).emits("rejected ACCOUNT_HALTED");
        venue.decides(new Suspend(2, CAROL, 0));
        offers(1, ALICE, CAROL).emits("rejected ACCOUNT_SUSPENDED");
    }

    @Test
    void takingUpNeedsCreditAndCountsAsTradedToday() {
        venue.decides(new SetCreditLimit(2, DORA, 0, QUOTE, Command.NULL, Command.NULL, 500));
        offers(6, ALICE, DORA);
        answers(1, DORA, ACCEPT).emits("rejected ACCOUNT_CREDIT_EXCEEDED");
        takesUp(2, 4, ALICE, CAROL);
        venue.decides(new SetCreditLimit(1, 7, 0, QUOTE, Command.NULL, Command.NULL, 0));
        offers(1, CAROL, ALICE);
        answers(3, ALICE, ACCEPT).emits("taken up 3 by 100: 102 to 100, bought 1 for 100, holds -100 +100");
        offers(1, BOB, CAROL);
        answers(4, CAROL, ACCEPT).emits("rejected FIRM_CREDIT_EXCEEDED");
    }

    @Test
    void aBustTakesItBackFromWhoHasIt() {
        takesUp(10, ALICE, DORA);
        takesUp(2, 4, BOB, CAROL);
        offers(1, CAROL, DORA);
        venue.decides(new BustTrade(1, 0))
                .emits(
                        "given back 103 to 100, bought 10 for 1000, holds -1000 +1000, fee back 1",
                        "given back 102 to 101, sold 4 for 400, holds -4 +4",
                        "busted 1 10@100",
                        "give-up 3 LAPSED by 0");
        for (int account = ALICE; account <= DORA; account++) {
            venue.has(account, QUOTE, WEALTH, 0).has(account, BASE, WEALTH, 0);
        }
        venue.has(FEE_INCOME, QUOTE, 0, 0).has(CLEARING, QUOTE, 0, 0).has(CLEARING, BASE, 0, 0);
        offers(1, ALICE, DORA).emits("rejected TRADE_BUSTED");
    }

    @Test
    void whatWasGivenUpIsNotCorrectedUntilItIsBack() {
        takesUp(10, ALICE, DORA);
        venue.decides(new CorrectTrade(1, 90, 10)).emits("rejected TRADE_GIVEN_UP");
        takesUp(2, 10, DORA, ALICE);
        venue.decides(new CorrectTrade(1, 90, 10)).emits("busted 1 10@100", "corrected 1 to 2 10@90: 9 -900, -10 891");
        offers(10, ALICE, DORA).emits("rejected TRADE_BUSTED");
        venue.decides(new GiveUp(2, 10, ALICE, DORA, BUY)).emits("offered 3: 100 to 103, bought 10@90 of trade 2");
    }

    @Test
    void whatIsPendingLapsesWhenTheDayIsSettledAndWhatWasGivenUpIsNotReversed() {
        takesUp(5, ALICE, DORA);
        offers(5, ALICE, CAROL);
        venue.after(DAY).decides(new RunSettlement(1));
        answers(2, CAROL, ACCEPT).emits("rejected GIVE_UP_NOT_PENDING");
        offers(1, ALICE, DORA).emits("rejected TRADE_SETTLED");
        venue.decides(new BustTrade(1, 1)).emits("rejected TRADE_GIVEN_UP");
    }

    private VenueUnderTest offers(long lots, int giver, int taker) {
        return venue.decides(new GiveUp(1, lots, giver, taker, EITHER));
    }

    private VenueUnderTest answers(long giveUp, int account, int answer) {
        return venue.decides(new AnswerGiveUp(giveUp, account, answer));
    }

    private void takesUp(long lots, int giver, int taker) {
        takesUp(1, lots, giver, taker);
    }

    private void takesUp(long giveUp, long lots, int giver, int taker) {
        offers(lots, giver, taker);
        answers(giveUp, taker, ACCEPT);
    }
}
