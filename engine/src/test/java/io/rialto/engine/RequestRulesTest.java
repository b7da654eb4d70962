package io.rialto.engine;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;

import io.rialto.engine.reference.Command;
import io.rialto.engine.rules.VenueUnderTest;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

/** Set-up takes twelve frames, so the first request is frame 13. */
class RequestRulesTest {
    private static final long KEY = 42;
    private static final long BODY = 7;
    private static final long DAY = 24L * 3600 * 1_000_000_000;

    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void aRequestIsExecutedOnceHoweverOftenItIsSent() {
        venue.asks(ALICE, KEY, BODY).receives(ALICE, buys(1).at(100));

        venue.asks(ALICE, KEY, BODY).receives(ALICE, buys(1).at(100)).emits("rejected DUPLICATE_REQUEST original 13");
        venue.asks(ALICE, KEY, BODY).receives(ALICE, buys(1).at(100)).emits("rejected DUPLICATE_REQUEST original 13");
        venue.shows(Side.BUY, "#1 1@100");
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        venue.asks(ALICE, KEY, BODY).receives(ALICE, buys(1).at(100));

        venue.asks(ALICE, KEY, BODY + 1)
                .receives(ALICE, buys(2).at(100))
                .emits("rejected REQUEST_KEY_REUSED original 13");
    }

    @Test
    void keysBelongToTheirActor() {
        venue.asks(ALICE, KEY, BODY).receives(ALICE, buys(1).at(100));

        venue.asks(BOB, KEY, BODY)
                .receives(BOB, buys(1).at(100))
                .emits("accepted #2 buy 1@100 holds 100", "rested #2 1@100");
        venue.asks(0, KEY, BODY).deposits(ALICE, 1, 5).emits("deposited 7: 5 of asset 1 for 100");
    }

    @Test
    void aRefusalIsAnOutcomeToo() {
        venue.asks(ALICE, KEY, BODY).receives(ALICE, buys(0).at(100)).emits("rejected QUANTITY_BELOW_MINIMUM");

        venue.asks(ALICE, KEY, BODY).receives(ALICE, buys(0).at(100)).emits("rejected DUPLICATE_REQUEST original 13");
    }

    @Test
    void aRequestWithoutAKeyIsNeverADuplicate() {
        venue.asks(ALICE, 0, BODY).receives(ALICE, buys(1).at(100));

        venue.asks(ALICE, 0, BODY)
                .receives(ALICE, buys(1).at(100))
                .emits("accepted #2 buy 1@100 holds 100", "rested #2 1@100");
    }

    @Test
    void aFencedKeyLetsNoLateRequestThrough() {
        venue.decides(new Command.Fence(ALICE, 0, KEY)).emits("fenced 100 0 42");

        venue.asks(ALICE, KEY, BODY).receives(ALICE, buys(1).at(100)).emits("rejected REQUEST_FENCED original 13");
        venue.decides(new Command.Fence(ALICE, 0, KEY)).emits("rejected REQUEST_FENCED original 13");
    }

    @Test
    void aKeyThatWasSeenCannotBeFenced() {
        venue.asks(ALICE, KEY, BODY).receives(ALICE, buys(1).at(100));

        venue.decides(new Command.Fence(ALICE, 0, KEY)).emits("rejected DUPLICATE_REQUEST original 13");
        venue.decides(new Command.Fence(777, 0, KEY)).emits("rejected UNKNOWN_ACCOUNT");
        venue.decides(new Command.Fence(ALICE, 0, 0)).emits("rejected INVALID_COMBINATION");
    }

    @Test
    void aKeyIsForgottenAfterADay() {
        venue.asks(ALICE, KEY, BODY).receives(ALICE, buys(0).at(100));

        venue.after(DAY - 1)
                .asks(ALICE, KEY, BODY)
                .receives(ALICE, buys(0).at(100))
                .emits("rejected DUPLICATE_REQUEST original 13");
        venue.after(1).asks(ALICE, KEY, BODY).receives(ALICE, buys(0).at(100)).emits("rejected QUANTITY_BELOW_MINIMUM");
    }

    @Test
    void aKeyIsKeptWhileItsOrderIsOpen() {
        venue.asks(ALICE, KEY, BODY).receives(ALICE, buys(1).at(100));

        venue.after(3 * DAY)
                .asks(ALICE, KEY, BODY)
                .receives(ALICE, buys(1).at(100))
                .emits("rejected DUPLICATE_REQUEST original 13");
        venue.receives(BOB, sells(1).at(100));
        venue.asks(ALICE, KEY, BODY)
                .receives(ALICE, buys(1).at(100))
                .emits("accepted #3 buy 1@100 holds 100", "rested #3 1@100");
    }
}
