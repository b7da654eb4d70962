package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.FirmCommand.SetCreditLimit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alice and Bob are accounts of firm 7, Carol of none; a lot at a tick is worth 1. */
class CreditRulesTest {
    private static final int FIRM = 1, ACCOUNT = 2, TRADER = 3;
    private static final long NONE = Command.NULL;
    private static final long DAY = 86_400_000_000_000L;
    private static final String BY_TRADER = "rejected TRADER_CREDIT_EXCEEDED";
    private static final String BY_ACCOUNT = "rejected ACCOUNT_CREDIT_EXCEEDED";
    private static final String BY_FIRM = "rejected FIRM_CREDIT_EXCEEDED";

    private final VenueUnderTest venue = VenueUnderTest.empty();

    @BeforeEach
    void opens() {
        venue.decides(new Command.ListAsset("BASE", 0)).decides(new Command.ListAsset("QUOTE", 0));
        venue.decides(new Terms().listing("BASE-QUOTE"));
        for (int account = ALICE; account <= CAROL; account++) {
            venue.decides(new Command.OpenAccount(account == CAROL ? 0 : 7, 0, 0));
            venue.deposits(account, BASE, 100_000).deposits(account, QUOTE, 1_000_000);
        }
    }

    private VenueUnderTest credits(int scope, int target, int trader, long order, long open, long day) {
        return venue.decides(new SetCreditLimit(scope, target, trader, QUOTE, order, open, day));
    }

    private void passes(int account, Ticket ticket) {
        venue.receives(account, ticket);
        assertThat(venue.events().get(0)).startsWith("accepted");
    }

    @Test
    void anOrderClimbsFromItsTraderToItsAccountToTheFirm() {
        credits(FIRM, 7, 0, 500, NONE, NONE).emits("credit of FIRM 7: order 500 open - day -");
        credits(ACCOUNT, ALICE, 0, 300, NONE, NONE).emits("credit of ACCOUNT 100: order 300 open - day -");
        credits(TRADER, ALICE, 3, 100, NONE, NONE).emits("credit of TRADER 100 trader 3: order 100 open - day -");
        venue.from(3, 1, 1).receives(ALICE, buys(6).at(100)).emits(BY_TRADER);
        venue.from(4, 1, 1).receives(ALICE, buys(6).at(100)).emits(BY_ACCOUNT);
        venue.receives(BOB, buys(6).at(100)).emits(BY_FIRM);
        passes(BOB, buys(5).at(100));
        passes(CAROL, buys(60).at(100));
        venue.from(3, 1, 1);
        passes(ALICE, buys(1).at(100));
    }

    @Test
    void allOpenOrdersOfTheFirmTakeFromItsCredit() {
        credits(FIRM, 7, 0, NONE, 1_000, NONE);
        passes(ALICE, buys(6).at(100));
        venue.receives(BOB, buys(5).at(100)).emits(BY_FIRM);
        passes(BOB, sells(4).at(100));
    }

    @Test
    void aCancelGivesBackAndSoDoesAFill() {
        credits(ACCOUNT, ALICE, 0, NONE, 1_000, NONE);
        passes(ALICE, buys(6).at(100));
        passes(ALICE, buys(4).at(100));
        venue.receives(ALICE, buys(1).at(1)).emits(BY_ACCOUNT);
        venue.cancels(ALICE, 1);
        passes(ALICE, buys(6).at(100));
        passes(CAROL, sells(4).at(100));
        passes(ALICE, buys(4).at(100));
    }

    @Test
    void anAmendTakesWhatItHasMoreAndSmallerAlwaysPasses() {
        credits(ACCOUNT, ALICE, 0, NONE, 1_000, NONE);
        passes(ALICE, buys(10).at(100));
        passes(CAROL, sells(4).at(100));
        venue.amendsTotal(ALICE, 1, 15).emits(BY_ACCOUNT);
        venue.amendsTotal(ALICE, 1, 14);
        assertThat(venue.events().get(0)).startsWith("amended");
        credits(ACCOUNT, ALICE, 0, 1, 1, NONE);
        venue.amendsTotal(ALICE, 1, 12);
        assertThat(venue.events().get(0)).startsWith("amended");
    }

    @Test
    void aDayIsWhatWasTradedOnBothSidesAndWhatIsOpen() {
        credits(FIRM, 7, 0, NONE, NONE, 1_000);
        passes(ALICE, buys(3).at(100));
        passes(BOB, sells(3).at(100));
        venue.receives(ALICE, buys(5).at(100)).emits(BY_FIRM);
        passes(ALICE, buys(4).at(100));
        venue.receives(BOB, buys(1).at(1)).emits(BY_FIRM);
        venue.after(DAY);
        passes(BOB, buys(6).at(100));
        venue.receives(BOB, buys(1).at(1)).emits(BY_FIRM);
    }

    @Test
    void whoeverComesToTheFirmLaterIsBoundAsWell() {
        credits(FIRM, 7, 0, 50, NONE, NONE);
        venue.decides(new Command.OpenAccount(7, 0, 0)).deposits(103, QUOTE, 1_000);
        venue.receives(103, buys(1).at(51)).emits(BY_FIRM);
    }

    @Test
    void aLimitThatIsTakenAwayBindsNobody() {
        credits(ACCOUNT, ALICE, 0, 0, NONE, NONE);
        venue.receives(ALICE, buys(1).at(1)).emits(BY_ACCOUNT);
        credits(ACCOUNT, ALICE, 0, NONE, NONE, NONE).emits("credit of ACCOUNT 100: order - open - day -");
        passes(ALICE, buys(1).at(1));
    }

    @Test
    void whatCannotBeIsRefusedByItsReasonAndChangesNothing() {
        credits(FIRM, 8, 0, 1, 1, 1).emits("rejected UNKNOWN_FIRM");
        credits(FIRM, 0, 0, 1, 1, 1).emits("rejected UNKNOWN_FIRM");
        credits(ACCOUNT, 777, 0, 1, 1, 1).emits("rejected UNKNOWN_ACCOUNT");
        credits(ACCOUNT, ALICE, 3, 1, 1, 1).emits("rejected CREDIT_LIMIT_NOT_POSSIBLE");
        credits(TRADER, ALICE, 0, 1, 1, 1).emits("rejected CREDIT_LIMIT_NOT_POSSIBLE");
        credits(4, ALICE, 0, 1, 1, 1).emits("rejected CREDIT_LIMIT_NOT_POSSIBLE");
        credits(ACCOUNT, ALICE, 0, -1, 1, 1).emits("rejected CREDIT_LIMIT_NOT_POSSIBLE");
        venue.decides(new SetCreditLimit(ACCOUNT, ALICE, 0, 77, 1, 1, 1)).emits("rejected UNKNOWN_ASSET");
        credits(ACCOUNT, ALICE, 0, NONE, NONE, NONE).emits("rejected WOULD_CHANGE_NOTHING");
        passes(ALICE, buys(100).at(100));
    }
}
