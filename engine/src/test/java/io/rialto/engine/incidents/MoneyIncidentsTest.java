package io.rialto.engine.incidents;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.OUTSIDE;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.Command.Begin;
import io.rialto.engine.reference.Command.End;
import io.rialto.engine.rules.Terms;
import io.rialto.engine.rules.VenueUnderTest;
import org.junit.jupiter.api.Test;

/** What went wrong elsewhere with money on its way in or out. */
class MoneyIncidentsTest {
    private final VenueUnderTest venue = VenueUnderTest.poor(new Terms());

    /** Kraken, June 2024: a deposit counted before it had arrived, and three million dollars were withdrawn against it. */
    @Test
    void aDepositOnItsWayBuysNothingAndCannotBeWithdrawn() {
        begins(Begin.BEGIN_DEPOSIT, QUOTE, 3_000);

        venue.receives(ALICE, buys(1).at(1)).emits("rejected INSUFFICIENT_FUNDS");
        begins(Begin.BEGIN_WITHDRAWAL, QUOTE, 1).emits("rejected INSUFFICIENT_FUNDS");
        ends(End.CANCEL_DEPOSIT, 1).emits("deposit cancelled 1: 3000 of asset 2 for 100");
        ends(End.COMPLETE_DEPOSIT, 1).emits("rejected TRANSFER_NOT_PENDING");
        venue.has(ALICE, QUOTE, 0, 0).has(OUTSIDE, QUOTE, 0, 0);
    }

    /** Mt. Gox, February 2014: withdrawals whose confirmation seemed to be missing were paid again. */
    @Test
    void aWithdrawalIsPaidOnce() {
        venue.deposits(ALICE, QUOTE, 500);
        begins(Begin.BEGIN_WITHDRAWAL, QUOTE, 500);

        ends(End.COMPLETE_WITHDRAWAL, 2).emits("withdrawal completed 2: 500 of asset 2 for 100");
        ends(End.COMPLETE_WITHDRAWAL, 2).emits("rejected TRANSFER_NOT_PENDING");
        ends(End.CANCEL_WITHDRAWAL, 2).emits("rejected TRANSFER_NOT_PENDING");
        venue.has(ALICE, QUOTE, 0, 0).has(OUTSIDE, QUOTE, 0, 0);
    }

    /** Poloniex, March 2014: withdrawals asked for at the same moment all saw the same balance. */
    @Test
    void withdrawalsOfOneMomentSeeEachOther() {
        venue.deposits(ALICE, QUOTE, 500);

        begins(Begin.BEGIN_WITHDRAWAL, QUOTE, 500).emits("withdrawal begun 2: 500 of asset 2 for 100");
        begins(Begin.BEGIN_WITHDRAWAL, QUOTE, 500).emits("rejected INSUFFICIENT_FUNDS");
        venue.receives(ALICE, buys(1).at(500)).emits("rejected INSUFFICIENT_FUNDS");
        venue.has(ALICE, QUOTE, 500, 500);
    }

    /** The same race between an order and a withdrawal: what an order holds cannot leave, what it lets go can. */
    @Test
    void whatAnOrderHoldsCannotBeWithdrawn() {
        venue.deposits(ALICE, BASE, 10).deposits(BOB, QUOTE, 1_000);
        venue.receives(ALICE, sells(10).at(100));

        begins(Begin.BEGIN_WITHDRAWAL, BASE, 1).emits("rejected INSUFFICIENT_FUNDS");
        venue.receives(BOB, buys(4).at(100));
        begins(Begin.BEGIN_WITHDRAWAL, QUOTE, 401).emits("rejected INSUFFICIENT_FUNDS");
        begins(Begin.BEGIN_WITHDRAWAL, QUOTE, 400).emits("withdrawal begun 3: 400 of asset 2 for 100");
        venue.cancels(ALICE, 1);
        begins(Begin.BEGIN_WITHDRAWAL, BASE, 6).emits("withdrawal begun 4: 6 of asset 1 for 100");
    }

    /** BitGrail, 2018: what could be withdrawn was only checked by the page in the browser. The core trusts nobody. */
    @Test
    void anAmountBelowZeroMovesNothing() {
        venue.deposits(ALICE, QUOTE, 500);

        for (Begin kind : Begin.values()) {
            begins(kind, QUOTE, -500).emits("rejected INVALID_AMOUNT");
            begins(kind, QUOTE, 0).emits("rejected INVALID_AMOUNT");
            begins(kind, QUOTE, Long.MIN_VALUE).emits("rejected INVALID_AMOUNT");
        }
        venue.has(ALICE, QUOTE, 500, 0);
    }

    private VenueUnderTest begins(Begin kind, int asset, long amountMinor) {
        return venue.decides(new Command.BeginTransfer(kind, ALICE, asset, amountMinor));
    }

    private VenueUnderTest ends(End kind, long transfer) {
        return venue.decides(new Command.EndTransfer(kind, transfer));
    }
}
