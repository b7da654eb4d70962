package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.engine.reference.Command;
import io.rialto.engine.reference.ControlCommand.CancelOrders;
import io.rialto.engine.reference.ControlCommand.Kill;
import io.rialto.engine.reference.ControlCommand.Resume;
import io.rialto.engine.reference.ControlCommand.Suspend;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.FrameLayout;
import org.junit.jupiter.api.Test;

class KillRulesTest {
    private static final int FIRM = 1;
    private static final int ACCOUNT = 2;
    private static final int TRADER = 3;
    private static final int KEY = 4;
    private static final int SYMBOL = 5;
    private static final int FIRM_MEMBER = 103;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void aKillCancelsEverythingAndLetsNothingMoreIn() {
        venue.receives(ALICE, buys(1).at(10));
        venue.receives(BOB, buys(1).at(10));
        venue.receives(ALICE, sells(1).at(20));
        venue.decides(new Kill(ACCOUNT, ALICE))
                .emits(
                        "killed ACCOUNT 100",
                        "cancelled #1 1@10 released 10 KILLED",
                        "cancelled #3 1@20 released 1 KILLED",
                        "mass cancelled 2 remaining 0");
        venue.receives(ALICE, buys(1).at(10)).emits("rejected ACCOUNT_KILLED");
        venue.shows(Side.BUY, "#2 1@10");
        venue.decides(new Kill(ACCOUNT, ALICE)).emits("rejected WOULD_CHANGE_NOTHING");
    }

    @Test
    void aFirmATraderAKeyAndASymbolCanBeKilled() {
        venue.decides(new Command.OpenAccount(7, 0, 0)).deposits(FIRM_MEMBER, VenueUnderTest.QUOTE, 1_000);
        venue.receives(FIRM_MEMBER, buys(1).at(10));
        venue.decides(new Kill(FIRM, 7))
                .emits("killed FIRM 7", "cancelled #1 1@10 released 10 KILLED", "mass cancelled 1 remaining 0");
        venue.receives(FIRM_MEMBER, buys(1).at(10)).emits("rejected FIRM_KILLED");

        venue.from(5, 6, 0).receives(ALICE, buys(1).at(10));
        venue.from(8, 9, 0).receives(ALICE, buys(1).at(11));
        venue.receives(ALICE, buys(1).at(12));
        venue.decides(new Kill(TRADER, 5))
                .emits("killed TRADER 5", "cancelled #2 1@10 released 10 KILLED", "mass cancelled 1 remaining 0");
        venue.decides(new Kill(KEY, 9))
                .emits("killed KEY 9", "cancelled #3 1@11 released 11 KILLED", "mass cancelled 1 remaining 0");
        venue.from(5, 1, 0).receives(BOB, buys(1).at(10)).emits("rejected TRADER_KILLED");
        venue.from(1, 9, 0).receives(BOB, buys(1).at(10)).emits("rejected KEY_KILLED");
        assertThat(venue.from(1, 1, 0).receives(BOB, buys(1).at(10)).events()).hasSize(2);

        venue.decides(new Kill(SYMBOL, 1))
                .emits(
                        "killed SYMBOL 1",
                        "cancelled #4 1@12 released 12 KILLED",
                        "cancelled #5 1@10 released 10 KILLED",
                        "mass cancelled 2 remaining 0");
        venue.receives(CAROL, buys(1).at(10)).emits("rejected SYMBOL_KILLED");
    }

    @Test
    void whatAFrameHasNoRoomForIsCancelledBeforeAnythingElse() {
        int orders = FrameLayout.MAX_EVENTS + 10;
        for (int i = 0; i < orders; i++) venue.receives(ALICE, buys(1).at(1 + i % 50));
        venue.decides(new Kill(ACCOUNT, ALICE));
        assertThat(venue.events()).last().isEqualTo("mass cancelled 4087 remaining 19");
        venue.receives(BOB, sells(1).at(1));
        assertThat(venue.events())
                .hasSize(22)
                .contains("mass cancelled 19 remaining 0")
                .last()
                .isEqualTo("rested #4107 1@1");
    }

    @Test
    void whatStillDoesNotFitLetsTheCommandWait() {
        int orders = 2 * FrameLayout.MAX_EVENTS;
        for (int i = 0; i < orders; i++) venue.receives(ALICE, buys(1).at(1 + i % 50));
        venue.decides(new Kill(ACCOUNT, ALICE));
        venue.receives(BOB, sells(1).at(1));
        assertThat(venue.events()).last().isEqualTo("rejected WORK_PENDING");
        assertThat(venue.receives(BOB, sells(1).at(1)).events()).last().isEqualTo("rested #8193 1@1");
    }

    @Test
    void aSuspendedAccountSendsNoOrdersButCancelsPass() {
        venue.receives(ALICE, buys(3).at(10));
        venue.decides(new Suspend(ACCOUNT, ALICE, 0)).emits("suspended ACCOUNT 100");
        venue.receives(ALICE, buys(1).at(10)).emits("rejected ACCOUNT_SUSPENDED");
        venue.amendsTotal(ALICE, 1, 4).emits("rejected ACCOUNT_SUSPENDED");
        venue.amendsTotal(ALICE, 1, 2).emits("amended #1 from 3@10 to 2@10 of 2 hold -10 version 2 place kept");
        venue.cancels(ALICE, 1).emits("cancelled #1 2@10 released 20 REQUESTED_BY_OWNER");
        venue.decides(new Resume(ACCOUNT, ALICE)).emits("resumed ACCOUNT 100");
        assertThat(venue.receives(ALICE, buys(1).at(10)).events()).hasSize(2);
    }

    @Test
    void aSuspensionTakesOpenOrdersOutWhenAskedTo() {
        venue.receives(ALICE, buys(3).at(10));
        venue.decides(new Suspend(ACCOUNT, ALICE, 1))
                .emits(
                        "suspended ACCOUNT 100",
                        "cancelled #1 3@10 released 30 SUSPENDED",
                        "mass cancelled 1 remaining 0");
    }

    @Test
    void aSuspendedFirmStopsAllItsAccountsAlsoThoseOpenedLater() {
        venue.decides(new Suspend(FIRM, 7, 0)).emits("suspended FIRM 7");
        venue.decides(new Command.OpenAccount(7, 0, 0)).deposits(FIRM_MEMBER, VenueUnderTest.QUOTE, 1_000);
        venue.receives(FIRM_MEMBER, buys(1).at(10)).emits("rejected FIRM_SUSPENDED");
        assertThat(venue.receives(ALICE, buys(1).at(10)).events()).hasSize(2);
    }

    @Test
    void aResumedAccountThatWasKilledStaysKilled() {
        venue.decides(new Suspend(ACCOUNT, ALICE, 0));
        venue.decides(new Kill(ACCOUNT, ALICE));
        venue.decides(new Resume(ACCOUNT, ALICE)).emits("resumed ACCOUNT 100");
        venue.receives(ALICE, buys(1).at(10)).emits("rejected ACCOUNT_KILLED");
        venue.decides(new Resume(ACCOUNT, ALICE)).emits("rejected WOULD_CHANGE_NOTHING");
    }

    @Test
    void manyOrdersAreCancelledBySideAndPriceRange() {
        venue.receives(ALICE, buys(1).at(10));
        venue.receives(ALICE, buys(1).at(11));
        venue.receives(BOB, buys(1).at(12));
        venue.receives(BOB, sells(1).at(20));
        venue.decides(new CancelOrders(0, 1, 1, 11, Command.NULL))
                .emits(
                        "cancelled #2 1@11 released 11 MASS_CANCEL",
                        "cancelled #3 1@12 released 12 MASS_CANCEL",
                        "mass cancelled 2 remaining 0");
        venue.decides(new CancelOrders(ALICE, 0, 255, Command.NULL, Command.NULL))
                .emits("cancelled #1 1@10 released 10 MASS_CANCEL", "mass cancelled 1 remaining 0");
        venue.decides(new CancelOrders(ALICE, 0, 255, 1, Command.NULL)).emits("rejected INVALID_COMBINATION");
        venue.decides(new CancelOrders(ALICE, 1, 255, 2, 1)).emits("rejected INVALID_COMBINATION");
        venue.decides(new CancelOrders(0, 0, 255, Command.NULL, Command.NULL))
                .emits("cancelled #4 1@20 released 1 MASS_CANCEL", "mass cancelled 1 remaining 0");
    }
}
