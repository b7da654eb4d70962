package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BOB;
import static io.rialto.feeds.History.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import io.rialto.feeds.Told.Order;
import io.rialto.feeds.position.Found;
import io.rialto.feeds.requests.RequestOutcome;
import io.rialto.feeds.requests.RequestOutcome.State;
import io.rialto.protocol.Reason;
import io.rialto.protocol.TickDecoder;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestRulesTest {
    private static final long HOUR = 3_600 * SECOND;

    private final History history =
            History.listed(new FeedsOptions(10, 10, 10, 2, 1_000, 64, true, Duration.ofHours(1), Duration.ofMillis(1)));

    @Test
    void anExecutedRequestPointsToItsFrame() {
        long sequence = history.request(ALICE, 7, 8, 99, told -> told.assetListed(3, "EUR", 2));
        assertThat(outcome(ALICE, 7, 8).item())
                .contains(new RequestOutcome(
                        State.EXECUTED,
                        Reason.NONE,
                        sequence,
                        history.timeNanos(),
                        99,
                        TickDecoder.TEMPLATE_ID,
                        sequence));
    }

    @Test
    void aRefusedRequestSaysWhy() {
        history.request(ALICE, 7, 8, 99, told -> told.rejected(Reason.INSUFFICIENT_FUNDS));
        assertThat(found(ALICE, 7, 8).state()).isEqualTo(State.REJECTED);
        assertThat(found(ALICE, 7, 8).reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS);
    }

    @Test
    void theFirstOutcomeStandsWhenTheKeyComesAgain() {
        long sequence = history.request(ALICE, 7, 8, 99, told -> {});
        history.request(ALICE, 7, 8, 99, told -> told.rejected(Reason.DUPLICATE_REQUEST));
        history.request(ALICE, 7, 8, 1, told -> told.rejected(Reason.REQUEST_KEY_REUSED));
        assertThat(found(ALICE, 7, 8).state()).isEqualTo(State.EXECUTED);
        assertThat(found(ALICE, 7, 8).outcomeSequence()).isEqualTo(sequence);
        assertThat(found(ALICE, 7, 8).bodyHash()).isEqualTo(99);
    }

    @Test
    void keysBelongToTheirAccountAndBothHalvesCount() {
        history.request(ALICE, 7, 8, 99, told -> {});
        assertThat(outcome(BOB, 7, 8).state()).isEqualTo(Found.State.NEVER_SEEN);
        assertThat(outcome(ALICE, 7, 9).state()).isEqualTo(Found.State.NEVER_SEEN);
        assertThat(outcome(ALICE, 8, 8).state()).isEqualTo(Found.State.NEVER_SEEN);
    }

    @Test
    void aRequestWithoutAKeyLeavesNoOutcome() {
        history.request(ALICE, 0, 0, 99, told -> {});
        assertThat(outcome(ALICE, 0, 0).isFound()).isFalse();
    }

    @Test
    void aFencedKeyStaysFencedWhenTheLateRequestComes() {
        long sequence = history.tick(told -> told.fenced(ALICE, 7, 8));
        history.request(ALICE, 7, 8, 99, told -> told.rejected(Reason.REQUEST_FENCED));
        assertThat(found(ALICE, 7, 8).state()).isEqualTo(State.FENCED);
        assertThat(found(ALICE, 7, 8).outcomeSequence()).isEqualTo(sequence);
    }

    @Test
    void anOutcomeIsKeptForTheRetentionInJournalTime() {
        history.request(ALICE, 7, 8, 99, told -> {});
        history.passes(HOUR - 2_000);
        history.tick(told -> {});
        assertThat(outcome(ALICE, 7, 8).isFound()).isTrue();
        history.tick(told -> {});
        assertThat(outcome(ALICE, 7, 8).state()).isEqualTo(Found.State.NEVER_SEEN);
    }

    @Test
    void anOutcomeIsKeptUntilItsOrderHasEnded() {
        Order order = history.buys(ALICE, 1, 10);
        history.cleared();
        history.writeRequest(ALICE, 7, 8, 99);
        history.placesAfterRequest(order, "", 0, told -> told.accepted(order, 0).rested(order));

        history.passes(2 * HOUR);
        history.tick(told -> {});
        assertThat(outcome(ALICE, 7, 8).isFound()).isTrue();
        history.cancels(order, 1);
        history.passes(2 * HOUR);
        history.tick(told -> {});
        assertThat(outcome(ALICE, 7, 8).isFound()).isFalse();
    }

    @Test
    void keysThatCollideAreKeptApart() {
        history.request(ALICE, 1, 0, 11, told -> {});
        history.request(ALICE, 0, 1L << 32, 22, told -> {});
        history.request(ALICE, 3, 2L << 32, 33, told -> {});
        assertThat(found(ALICE, 1, 0).bodyHash()).isEqualTo(11);
        assertThat(found(ALICE, 0, 1L << 32).bodyHash()).isEqualTo(22);
        assertThat(found(ALICE, 3, 2L << 32).bodyHash()).isEqualTo(33);
        history.passes(HOUR - 3_000);
        history.tick(told -> {});
        history.tick(told -> {});
        assertThat(outcome(ALICE, 1, 0).isFound()).isFalse();
        assertThat(outcome(ALICE, 3, 2L << 32).isFound()).isTrue();
    }

    private Found<RequestOutcome> outcome(int account, long keyHigh, long keyLow) {
        return history.feeds.requests().outcome(account, keyHigh, keyLow);
    }

    private RequestOutcome found(int account, long keyHigh, long keyLow) {
        return outcome(account, keyHigh, keyLow).item().orElseThrow();
    }
}
