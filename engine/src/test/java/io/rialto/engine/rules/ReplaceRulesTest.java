package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;
import static io.rialto.protocol.ReplaceMode.ALLOW_FAILURE;
import static io.rialto.protocol.ReplaceMode.STOP_ON_FAILURE;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.Side;
import org.junit.jupiter.api.Test;

class ReplaceRulesTest {
    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void oneOrderGoesAndAnotherComesInOneCommand() {
        venue.receives(ALICE, buys(5).at(100));

        venue.replaces(ALICE, 1, STOP_ON_FAILURE, buys(7).at(101))
                .emits(
                        "cancelled #1 5@100 released 500 REQUESTED_BY_OWNER",
                        "accepted #2 buy 7@101 holds 707",
                        "rested #2 7@101");
        venue.shows(Side.BUY, "#2 7@101").has(ALICE, QUOTE, WEALTH, 707);
    }

    @Test
    void theNewOrderMayUseTheOldOnesFundsAndName() {
        venue.receives(ALICE, buys(10_000).at(100).named("mine"));

        venue.replaces(ALICE, 1, STOP_ON_FAILURE, buys(5_000).at(200).named("mine"))
                .emits(
                        "cancelled #1 10000@100 released 1000000 REQUESTED_BY_OWNER",
                        "accepted #2 buy 5000@200 holds 1000000",
                        "rested #2 5000@200");
    }

    @Test
    void whatIsFilledMeanwhileIsNotReplaced() {
        venue.receives(ALICE, buys(5).at(100));
        venue.receives(BOB, sells(5).at(100));

        venue.replaces(ALICE, 1, STOP_ON_FAILURE, buys(5).at(101))
                .emits("rejected UNKNOWN_ORDER", "operation 0 refused UNKNOWN_ORDER");
        venue.shows(Side.BUY);
    }

    @Test
    void allowedToFailTheCancelDoesNotStopTheNewOrder() {
        venue.replaces(ALICE, 1, ALLOW_FAILURE, buys(5).at(101))
                .emits("accepted #1 buy 5@101 holds 505", "rested #1 5@101", "operation 0 refused UNKNOWN_ORDER");
    }

    @Test
    void aCancelStandsThoughTheNewOrderIsRefused() {
        venue.receives(ALICE, buys(5).at(100));

        venue.replaces(ALICE, 1, STOP_ON_FAILURE, buys(0).at(101))
                .emits(
                        "cancelled #1 5@100 released 500 REQUESTED_BY_OWNER",
                        "operation 1 refused QUANTITY_BELOW_MINIMUM");
        venue.shows(Side.BUY).has(ALICE, QUOTE, WEALTH, 0);
    }

    @Test
    void whenBothFailTheCommandIsRefused() {
        venue.replaces(ALICE, 1, ALLOW_FAILURE, buys(0).at(101))
                .emits(
                        "rejected UNKNOWN_ORDER",
                        "operation 0 refused UNKNOWN_ORDER",
                        "operation 1 refused QUANTITY_BELOW_MINIMUM");
    }

    @Test
    void onlyAnOwnOrderByAnOwnOrderIsReplaced() {
        venue.receives(BOB, buys(5).at(100));

        venue.replaces(ALICE, 1, STOP_ON_FAILURE, buys(5).at(101))
                .emits("rejected UNKNOWN_ORDER", "operation 0 refused UNKNOWN_ORDER");
        venue.decides(new Command.ReplaceOrder(
                        ALICE, venue.order(1), 1, buys(5).at(101).by(BOB, 1)))
                .emits("rejected PART_OF_ANOTHER_ACCOUNT", "operation 0 refused PART_OF_ANOTHER_ACCOUNT");
        venue.decides(new Command.ReplaceOrder(ALICE, venue.order(1), 1, new Command.Tick()))
                .emits("rejected PART_NOT_POSSIBLE", "operation 0 refused PART_NOT_POSSIBLE");
        venue.decides(new Command.ReplaceOrder(
                        ALICE, venue.order(1), 3, buys(5).at(101).by(ALICE, 1)))
                .emits("rejected INVALID_COMBINATION");
    }

    @Test
    void itsKeyIsKeptWhileTheNewOrderIsOpen() {
        venue.receives(ALICE, buys(5).at(100));
        venue.asks(ALICE, 42, 7).replaces(ALICE, 1, STOP_ON_FAILURE, buys(7).at(101));

        venue.after(3L * 24 * 3600 * 1_000_000_000)
                .asks(ALICE, 42, 7)
                .replaces(ALICE, 1, STOP_ON_FAILURE, buys(7).at(101))
                .emits("rejected DUPLICATE_REQUEST original 14");
    }
}
