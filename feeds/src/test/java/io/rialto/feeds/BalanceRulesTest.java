package io.rialto.feeds;

import static io.rialto.feeds.History.ALICE;
import static io.rialto.feeds.History.BOB;
import static io.rialto.feeds.History.BTC;
import static io.rialto.feeds.History.USD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rialto.feeds.Told.Money;
import io.rialto.feeds.Told.Order;
import io.rialto.feeds.balances.AccountBalances;
import io.rialto.feeds.balances.Balance;
import io.rialto.feeds.balances.Transfer;
import io.rialto.feeds.balances.TransferState;
import io.rialto.feeds.position.FeedsStopped;
import io.rialto.feeds.position.Found;
import io.rialto.protocol.DepositBegunDecoder;
import io.rialto.protocol.DepositCancelledDecoder;
import io.rialto.protocol.DepositCompletedDecoder;
import io.rialto.protocol.FeePolicy;
import io.rialto.protocol.FundsDepositedDecoder;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.WithdrawalBegunDecoder;
import io.rialto.protocol.WithdrawalCancelledDecoder;
import io.rialto.protocol.WithdrawalCompletedDecoder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class BalanceRulesTest {
    private static final int WORLD = 1;
    private static final int FEES = 2;

    private final History history =
            History.listed(new FeedsOptions(10, 10, 10, 2, 1_000, 64, true, Duration.ofHours(1), Duration.ofMillis(1)));

    @Test
    void aDepositComesFromTheWorldOutside() {
        deposit(1, ALICE, USD, 500);
        owns(ALICE, USD, 500, 0);
        owns(WORLD, USD, -500, 0);
        assertThat(history.feeds.balances().balances(ALICE))
                .satisfies(balances ->
                        assertThat(balances.items()).containsExactly(new Balance(USD, 500, 0, history.sequence())));
    }

    @Test
    void whatNeverMovedIsZero() {
        assertThat(history.feeds.balances().balance(ALICE, USD)).isEqualTo(new Balance(USD, 0, 0, 0));
        assertThat(history.feeds.balances().balances(9_999))
                .isEqualTo(new AccountBalances(9_999, List.of(), history.sequence()));
    }

    @Test
    void aDepositThatHasOnlyBegunIsNobodysMoney() {
        long begun = funds(DepositBegunDecoder.TEMPLATE_ID, 1, ALICE, USD, 70);
        long begunNanos = history.timeNanos();
        owns(ALICE, USD, 0, 0);
        long done = funds(DepositCompletedDecoder.TEMPLATE_ID, 1, ALICE, USD, 70);
        owns(ALICE, USD, 70, 0);
        assertThat(history.feeds.balances().transfer(1).item())
                .contains(new Transfer(
                        1,
                        true,
                        ALICE,
                        USD,
                        70,
                        TransferState.COMPLETED,
                        begunNanos,
                        history.timeNanos(),
                        begun,
                        done));

        funds(DepositBegunDecoder.TEMPLATE_ID, 2, ALICE, USD, 30);
        funds(DepositCancelledDecoder.TEMPLATE_ID, 2, ALICE, USD, 30);
        owns(ALICE, USD, 70, 0);
        assertThat(state(2)).isEqualTo(TransferState.CANCELLED);
    }

    @Test
    void aWithdrawalIsHeldUntilItLeavesOrStays() {
        deposit(1, ALICE, USD, 100);
        funds(WithdrawalBegunDecoder.TEMPLATE_ID, 2, ALICE, USD, 60);
        owns(ALICE, USD, 100, 60);
        assertThat(history.feeds.balances().balance(ALICE, USD).availableMinor())
                .isEqualTo(40);
        assertThat(state(2)).isEqualTo(TransferState.PENDING);
        funds(WithdrawalCompletedDecoder.TEMPLATE_ID, 2, ALICE, USD, 60);
        owns(ALICE, USD, 40, 0);
        owns(WORLD, USD, -40, 0);

        funds(WithdrawalBegunDecoder.TEMPLATE_ID, 3, ALICE, USD, 40);
        funds(WithdrawalCancelledDecoder.TEMPLATE_ID, 3, ALICE, USD, 40);
        owns(ALICE, USD, 40, 0);
    }

    @Test
    void pendingTransfersStayAndTheOldestEndedOnesAreDropped() {
        funds(DepositBegunDecoder.TEMPLATE_ID, 1, ALICE, USD, 70);
        for (int transfer = 2; transfer <= 4; transfer++) deposit(transfer, ALICE, USD, 1);
        assertThat(state(1)).isEqualTo(TransferState.PENDING);
        assertThat(history.feeds.balances().transfer(2).state()).isEqualTo(Found.State.NO_LONGER_KEPT);
        assertThat(state(3)).isEqualTo(TransferState.COMPLETED);
        assertThat(history.feeds.balances().transfer(5).state()).isEqualTo(Found.State.NEVER_SEEN);
    }

    /** The rulebook's numbers: buy 10 at 100.00, 4 fill at 99.50, the rest is cancelled. */
    @Test
    void aBuyersHoldIsSpentAndWhatWasTooMuchIsReleased() {
        deposit(1, ALICE, USD, 100_000);
        deposit(2, BOB, BTC, 4_000);
        Order seller = history.sells(BOB, 4, 9_950);
        history.places(seller, "", 0, told -> told.accepted(seller, 4_000).rested(seller));
        owns(BOB, BTC, 4_000, 4_000);
        Order buyer = history.buys(ALICE, 10, 10_000);
        Money money = new Money(39_800, 4_000, 40, 4, 0, 200, FeePolicy.RECEIVED);

        history.places(
                buyer,
                "",
                0,
                told -> told.accepted(buyer, 100_000)
                        .traded(1, seller, buyer, 4, 0, 6, money)
                        .rested(buyer.of(6)));

        owns(ALICE, USD, 60_200, 60_000);
        owns(ALICE, BTC, 3_996, 0);
        owns(BOB, BTC, 0, 0);
        owns(BOB, USD, 39_760, 0);
        owns(FEES, USD, 40, 0);
        owns(FEES, BTC, 4, 0);
        history.tick(told -> told.cancelled(buyer, 6, 60_000));
        owns(ALICE, USD, 60_200, 0);
    }

    @Test
    void underTheQuotePolicyTheBuyersHoldPaysTheFee() {
        deposit(1, ALICE, USD, 1_010);
        deposit(2, BOB, BTC, 5);
        Order buyer = history.buys(ALICE, 5, 200);
        history.places(buyer, "", 0, told -> told.accepted(buyer, 1_010).rested(buyer));
        Order seller = history.sells(BOB, 5, 200);
        Money money = new Money(1_000, 5, 7, 9, 3, 0, FeePolicy.QUOTE);

        history.places(seller, "", 0, told -> told.accepted(seller, 5).traded(1, buyer, seller, 5, 0, 0, money));

        owns(ALICE, USD, 3, 0);
        owns(ALICE, BTC, 5, 0);
        owns(BOB, USD, 991, 0);
        owns(FEES, USD, 16, 0);
    }

    @Test
    void aRebateIsPaidFromTheFeeIncome() {
        deposit(1, ALICE, USD, 1_000);
        deposit(2, BOB, BTC, 5);
        Order seller = history.sells(BOB, 5, 200);
        history.places(seller, "", 0, told -> told.accepted(seller, 5).rested(seller));
        Order buyer = history.buys(ALICE, 5, 200);
        Money money = new Money(1_000, 5, -2, 1, 0, 0, FeePolicy.RECEIVED);

        history.places(buyer, "", 0, told -> told.accepted(buyer, 1_000).traded(1, seller, buyer, 5, 0, 0, money));

        owns(BOB, USD, 1_002, 0);
        owns(FEES, USD, -2, 0);
        owns(ALICE, BTC, 4, 0);
    }

    @Test
    void preventionReleasesTheHoldsOfBoth() {
        deposit(1, ALICE, USD, 600);
        deposit(2, ALICE, BTC, 3);
        Order maker = history.sells(ALICE, 3, 100);
        history.places(maker, "", 0, told -> told.accepted(maker, 3).rested(maker));
        Order taker = history.buys(ALICE, 6, 100);
        history.places(
                taker,
                "",
                0,
                told -> told.accepted(taker, 600)
                        .prevented(SelfTradePrevention.DECREMENT, maker, taker, 3, 0, 3, 3, 300)
                        .expired(maker, 0, 0, Reason.SELF_TRADE_PREVENTED, true)
                        .rested(taker.of(3)));
        owns(ALICE, BTC, 3, 0);
        owns(ALICE, USD, 600, 300);
    }

    @Test
    void anAmendChangesTheHold() {
        deposit(1, ALICE, USD, 600);
        Order order = history.buys(ALICE, 5, 100);
        history.places(order, "", 0, told -> told.accepted(order, 500).rested(order));
        history.tick(told -> told.amended(order, 5, order.of(3), 3, 2, true, -200));
        owns(ALICE, USD, 600, 300);
    }

    @Test
    void aHoldAboveTheTotalStopsTheFeeds() {
        deposit(1, ALICE, USD, 10);
        assertThatThrownBy(() -> funds(WithdrawalBegunDecoder.TEMPLATE_ID, 2, ALICE, USD, 11))
                .isInstanceOf(FeedsStopped.class)
                .hasMessageContaining(
                        "held must be between zero and total: account=100 asset=2 totalMinor=10 heldMinor=11");
    }

    private void deposit(long transfer, int account, int asset, long amountMinor) {
        funds(FundsDepositedDecoder.TEMPLATE_ID, transfer, account, asset, amountMinor);
    }

    private long funds(int templateId, long transfer, int account, int asset, long amountMinor) {
        return history.tick(told -> told.funds(templateId, transfer, account, asset, amountMinor));
    }

    private TransferState state(long transfer) {
        return history.feeds.balances().transfer(transfer).item().orElseThrow().state();
    }

    private void owns(int account, int asset, long totalMinor, long heldMinor) {
        Balance balance = history.feeds.balances().balance(account, asset);
        assertThat(balance.totalMinor()).as("total").isEqualTo(totalMinor);
        assertThat(balance.heldMinor()).as("held").isEqualTo(heldMinor);
    }
}
