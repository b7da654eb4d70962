package io.rialto.engine.rules;

import static io.rialto.engine.rules.Ticket.buys;
import static io.rialto.engine.rules.Ticket.sells;
import static io.rialto.engine.rules.VenueUnderTest.ALICE;
import static io.rialto.engine.rules.VenueUnderTest.BASE;
import static io.rialto.engine.rules.VenueUnderTest.BOB;
import static io.rialto.engine.rules.VenueUnderTest.QUOTE;
import static io.rialto.engine.rules.VenueUnderTest.WEALTH;
import static io.rialto.protocol.BatchMode.ATOMIC;
import static io.rialto.protocol.BatchMode.BEST_EFFORT;
import static io.rialto.protocol.SelfTradePrevention.CANCEL_OLDEST;

import io.rialto.engine.reference.Command;
import io.rialto.protocol.Side;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class BatchRulesTest {
    private final VenueUnderTest venue = VenueUnderTest.trading();

    @Test
    void bestEffortDecidesEachForItself() {
        venue.receives(ALICE, buys(5).at(100));

        venue.does(
                        ALICE,
                        BEST_EFFORT,
                        order(buys(0).at(99)),
                        order(sells(3).at(103)),
                        venue.amend(ALICE, 1, 99, 4),
                        venue.cancel(ALICE, 9))
                .emits(
                        "operation 0",
                        "operation 0 refused QUANTITY_BELOW_MINIMUM",
                        "operation 1",
                        "accepted #2 sell 3@103 holds 3",
                        "rested #2 3@103",
                        "operation 2",
                        "amended #1 from 5@100 to 4@99 of 4 hold -104 version 2 place lost",
                        "rested #1 4@99",
                        "operation 3",
                        "operation 3 refused UNKNOWN_ORDER");
    }

    @Test
    void atBestEffortALaterOperationSeesWhatEarlierOnesDid() {
        venue.receives(BOB, sells(4).at(100));

        venue.does(
                        ALICE,
                        BEST_EFFORT,
                        order(buys(4).at(100)),
                        order(buys(4).at(100).postOnly()))
                .emits(
                        "operation 0",
                        "accepted #2 buy 4@100 holds 400",
                        "traded 4@100 for 400 #1|#2 left 0|0 released 0|0",
                        "operation 1",
                        "accepted #3 buy 4@100 holds 400",
                        "rested #3 4@100");
    }

    @Test
    void atomicIsAllOrNothing() {
        venue.receives(ALICE, buys(5).at(100));

        venue.does(ALICE, ATOMIC, venue.cancel(ALICE, 1), order(sells(3).at(103)), order(buys(0).at(99)))
                .emits("rejected QUANTITY_BELOW_MINIMUM", "operation 2 refused QUANTITY_BELOW_MINIMUM");
        venue.shows(Side.BUY, "#1 5@100").shows(Side.SELL).has(ALICE, BASE, WEALTH, 0);

        venue.does(ALICE, ATOMIC, venue.cancel(ALICE, 1), order(sells(3).at(103)), order(buys(2).at(99)))
                .emits(
                        "operation 0",
                        "cancelled #1 5@100 released 500 REQUESTED_BY_OWNER",
                        "operation 1",
                        "accepted #2 sell 3@103 holds 3",
                        "rested #2 3@103",
                        "operation 2",
                        "accepted #3 buy 2@99 holds 198",
                        "rested #3 2@99");
    }

    @Test
    void atomicNeedsTheFundsForAllTogether() {
        venue.does(ALICE, ATOMIC, order(buys(6_000).at(100)), order(buys(4_001).at(100)))
                .emits("rejected INSUFFICIENT_FUNDS", "operation 1 refused INSUFFICIENT_FUNDS");
        venue.has(ALICE, QUOTE, WEALTH, 0);

        venue.does(ALICE, ATOMIC, order(buys(6_000).at(100)), order(buys(4_000).at(100)));
        venue.has(ALICE, QUOTE, WEALTH, WEALTH);
    }

    @Test
    void inAnAtomicBatchWhatIsFreedBeforeCountsAndWhatIsFreedLaterDoesNot() {
        venue.receives(ALICE, buys(10_000).at(100));

        venue.does(ALICE, ATOMIC, order(buys(1).at(99)), venue.cancel(ALICE, 1))
                .emits("rejected INSUFFICIENT_FUNDS", "operation 0 refused INSUFFICIENT_FUNDS");
        venue.does(
                        ALICE,
                        ATOMIC,
                        venue.amend(ALICE, 1, 100, 5_000),
                        order(buys(5_001).at(100)))
                .emits("rejected INSUFFICIENT_FUNDS", "operation 1 refused INSUFFICIENT_FUNDS");
        venue.does(ALICE, ATOMIC, venue.cancel(ALICE, 1), order(buys(5_000).at(200)));
        venue.shows(Side.BUY, "#2 5000@200").has(ALICE, QUOTE, WEALTH, WEALTH);
    }

    @Test
    void anAtomicBatchMayNotCarryANameTwice() {
        venue.does(
                        ALICE,
                        ATOMIC,
                        order(buys(1).at(99).named("a")),
                        order(buys(1).at(98).named("a")))
                .emits("rejected DUPLICATE_CLIENT_ORDER_ID", "operation 1 refused DUPLICATE_CLIENT_ORDER_ID");
    }

    @Test
    void operationsThatCouldTouchEachOthersOrdersCollide() {
        venue.receives(ALICE, sells(5).at(103));

        venue.does(ALICE, ATOMIC, order(buys(1).at(101)), order(sells(1).at(101)))
                .emits("rejected OPERATIONS_COLLIDE", "operation 1 refused OPERATIONS_COLLIDE");
        venue.does(ALICE, ATOMIC, venue.cancel(ALICE, 1), venue.amend(ALICE, 1, 104, 5))
                .emits("rejected OPERATIONS_COLLIDE", "operation 1 refused OPERATIONS_COLLIDE");
        venue.does(ALICE, ATOMIC, order(buys(1).at(103).prevents(CANCEL_OLDEST)), venue.cancel(ALICE, 1))
                .emits("rejected OPERATIONS_COLLIDE", "operation 1 refused OPERATIONS_COLLIDE");
        venue.does(ALICE, ATOMIC, order(buys(1).at(102)), venue.amend(ALICE, 1, 102, 5))
                .emits("rejected OPERATIONS_COLLIDE", "operation 1 refused OPERATIONS_COLLIDE");
        venue.shows(Side.SELL, "#1 5@103");
    }

    @Test
    void anAtomicBatchTakesLimitOrdersThatKeepTheirPrice() {
        venue.does(ALICE, ATOMIC, order(buys(1)))
                .emits("rejected NOT_IN_ATOMIC_BATCH", "operation 0 refused NOT_IN_ATOMIC_BATCH");
        venue.does(ALICE, ATOMIC, order(buys(1).at(100).sliding()))
                .emits("rejected NOT_IN_ATOMIC_BATCH", "operation 0 refused NOT_IN_ATOMIC_BATCH");
    }

    @Test
    void aFillOrKillOfAnAtomicBatchNeedsItsFundsThoughItMayBeKilled() {
        venue.does(ALICE, ATOMIC, order(buys(10_001).at(100).fillOrKill()))
                .emits("rejected INSUFFICIENT_FUNDS", "operation 0 refused INSUFFICIENT_FUNDS");
        venue.does(ALICE, ATOMIC, order(buys(10_000).at(100).fillOrKill()))
                .emits(
                        "operation 0",
                        "accepted #1 buy 10000@100 holds 0",
                        "expired #1 10000@100 released 0 FILL_OR_KILL");
    }

    @Test
    void aBatchHasOneToTwentyOperationsOfOneAccount() {
        Command bid = order(buys(1).at(90));

        venue.does(ALICE, BEST_EFFORT).emits("rejected WRONG_NUMBER_OF_PARTS");
        venue.does(ALICE, BEST_EFFORT, Collections.nCopies(21, bid).toArray(Command[]::new))
                .emits("rejected WRONG_NUMBER_OF_PARTS");
        venue.does(ALICE, BEST_EFFORT, bid, buys(1).at(90).by(BOB, 1))
                .emits("rejected PART_OF_ANOTHER_ACCOUNT", "operation 1 refused PART_OF_ANOTHER_ACCOUNT");
        venue.does(ALICE, BEST_EFFORT, bid, new Command.CancelAll(ALICE, 0, 255))
                .emits("rejected PART_NOT_POSSIBLE", "operation 1 refused PART_NOT_POSSIBLE");
        venue.shows(Side.BUY);
        venue.does(ALICE, ATOMIC, Collections.nCopies(20, bid).toArray(Command[]::new));
        venue.has(ALICE, QUOTE, WEALTH, 20 * 90);
    }

    @Test
    void aBatchsKeyIsKeptWhileAnyOfItsOrdersIsOpen() {
        venue.asks(ALICE, 42, 7).does(ALICE, ATOMIC, order(buys(1).at(99)), order(buys(1).at(98)));
        venue.cancels(ALICE, 2);

        venue.after(3L * 24 * 3600 * 1_000_000_000)
                .asks(ALICE, 42, 7)
                .does(ALICE, ATOMIC, order(buys(1).at(99)), order(buys(1).at(98)))
                .emits("rejected DUPLICATE_REQUEST original 13");
    }

    private static Command order(Ticket ticket) {
        return ticket.by(ALICE, 1);
    }
}
