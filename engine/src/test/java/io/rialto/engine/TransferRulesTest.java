package io.rialto.engine;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.OUTSIDE;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.Begin;
import io.rialto.engine.reference.Command.End;
import io.rialto.engine.rules.Terms;
import io.rialto.engine.rules.VenueUnderTest;
import org.junit.jupiter.api.Test;

class TransferRulesTest {
    private final VenueUnderTest venue = VenueUnderTest.poor(new Terms());

    @Test
    void aDepositComesFromTheOutsideWorld() {
        venue.deposits(ALICE, QUOTE, 500).emits("deposited 1: 500 of asset 2 for 100");

        venue.has(ALICE, QUOTE, 500, 0).has(OUTSIDE, QUOTE, -500, 0);
    }

    @Test
    void aDepositThatHasOnlyBegunIsNobodysMoney() {
        begins(Begin.BEGIN_DEPOSIT, 500).emits("deposit begun 1: 500 of asset 2 for 100");

        venue.has(ALICE, QUOTE, 0, 0);
        ends(End.COMPLETE_DEPOSIT, 1).emits("deposit completed 1: 500 of asset 2 for 100");
        venue.has(ALICE, QUOTE, 500, 0);
        ends(End.COMPLETE_DEPOSIT, 1).emits("rejected TRANSFER_NOT_PENDING");
    }

    @Test
    void aCancelledDepositNeverArrives() {
        begins(Begin.BEGIN_DEPOSIT, 500);

        ends(End.CANCEL_DEPOSIT, 1).emits("deposit cancelled 1: 500 of asset 2 for 100");
        ends(End.COMPLETE_DEPOSIT, 1).emits("rejected TRANSFER_NOT_PENDING");
        venue.has(ALICE, QUOTE, 0, 0);
    }

    @Test
    void aWithdrawalThatHasBegunIsHeld() {
        venue.deposits(ALICE, QUOTE, 500);

        begins(Begin.BEGIN_WITHDRAWAL, 300).emits("withdrawal begun 2: 300 of asset 2 for 100");
        venue.has(ALICE, QUOTE, 500, 300);
        venue.receives(ALICE, buys(1).at(201)).emits("rejected INSUFFICIENT_FUNDS");
        ends(End.COMPLETE_WITHDRAWAL, 2).emits("withdrawal completed 2: 300 of asset 2 for 100");
        venue.has(ALICE, QUOTE, 200, 0).has(OUTSIDE, QUOTE, -200, 0);
    }

    @Test
    void aCancelledWithdrawalGivesTheHoldBack() {
        venue.deposits(ALICE, QUOTE, 500);
        begins(Begin.BEGIN_WITHDRAWAL, 300);

        ends(End.CANCEL_WITHDRAWAL, 2).emits("withdrawal cancelled 2: 300 of asset 2 for 100");
        venue.has(ALICE, QUOTE, 500, 0);
    }

    @Test
    void nobodyWithdrawsWhatIsHeldOrNotThere() {
        venue.deposits(ALICE, QUOTE, 500).receives(ALICE, buys(4).at(100));

        begins(Begin.BEGIN_WITHDRAWAL, 101).emits("rejected INSUFFICIENT_FUNDS");
        begins(Begin.BEGIN_WITHDRAWAL, 100).emits("withdrawal begun 2: 100 of asset 2 for 100");
    }

    @Test
    void theFirstFailingCheckIsTheAnswer() {
        venue.deposits(777, 9, 0).emits("rejected UNKNOWN_ACCOUNT");
        venue.deposits(OUTSIDE, QUOTE, 5).emits("rejected UNKNOWN_ACCOUNT");
        venue.deposits(ALICE, 9, 0).emits("rejected UNKNOWN_ASSET");
        venue.deposits(ALICE, QUOTE, 0).emits("rejected INVALID_AMOUNT");
        venue.deposits(ALICE, QUOTE, -5).emits("rejected INVALID_AMOUNT");
        begins(Begin.BEGIN_WITHDRAWAL, 1).emits("rejected INSUFFICIENT_FUNDS");
    }

    @Test
    void aTransferIsPendingUnknownOrOver() {
        begins(Begin.BEGIN_DEPOSIT, 5);

        ends(End.COMPLETE_DEPOSIT, 2).emits("rejected UNKNOWN_TRANSFER");
        ends(End.COMPLETE_DEPOSIT, 0).emits("rejected UNKNOWN_TRANSFER");
        ends(End.COMPLETE_DEPOSIT, -1).emits("rejected UNKNOWN_TRANSFER");
        ends(End.COMPLETE_WITHDRAWAL, 1).emits("rejected TRANSFER_NOT_PENDING");
        ends(End.CANCEL_WITHDRAWAL, 1).emits("rejected TRANSFER_NOT_PENDING");
    }

    @Test
    void allThatIsInsideFitsSixtyThreeBits() {
        venue.deposits(ALICE, QUOTE, Long.MAX_VALUE);

        venue.deposits(101, QUOTE, 1).emits("rejected VALUE_OVERFLOW");
        venue.decides(new Command.BeginTransfer(Begin.BEGIN_DEPOSIT, ALICE, QUOTE, 1));
        ends(End.COMPLETE_DEPOSIT, 2).emits("rejected VALUE_OVERFLOW");
        venue.has(ALICE, QUOTE, Long.MAX_VALUE, 0);
    }

    private VenueUnderTest begins(Begin kind, long amountMinor) {
        return venue.decides(new Command.BeginTransfer(kind, ALICE, QUOTE, amountMinor));
    }

    private VenueUnderTest ends(End kind, long transfer) {
        return venue.decides(new Command.EndTransfer(kind, transfer));
    }
}
