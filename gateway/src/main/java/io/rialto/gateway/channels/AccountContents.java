package io.rialto.gateway.channels;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.balances.AccountBalances;
import io.rialto.feeds.changes.FrameChange;
import io.rialto.feeds.costs.CostMethod;
import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.orders.OrderBody;
import io.rialto.gateway.portfolio.BalanceBody;
import io.rialto.gateway.portfolio.FillBody;
import io.rialto.gateway.portfolio.Positions;
import java.util.List;

/** What accounts are told on each of their channels. */
final class AccountContents {
    private static final int NEWEST = 100;

    private final Feeds feeds;
    private final Listed listed;
    private final String ack;

    AccountContents(Feeds feeds, Listed listed, String ack) {
        this.feeds = feeds;
        this.listed = listed;
        this.ack = ack;
    }

    ChangeTopic.Content of(Channel channel, int account) {
        return switch (channel) {
            case ORDERS -> new Orders(account);
            case FILLS -> new Fills(account);
            default -> new Balances(account);
        };
    }

    StateTopic.Content positions(int account) {
        return new OfPositions(account);
    }

    private FillBody body(Fill fill) {
        return FillBody.of(fill, listed.terms(fill.instrument(), fill.sequence()));
    }

    private final class Orders implements ChangeTopic.Content {
        private final int account;

        Orders(int account) {
            this.account = account;
        }

        /** Those that are open, oldest first, without their fills. */
        @Override
        public ChangeTopic.State now() {
            return feeds.atOnce(() -> {
                List<OrderBody> open = feeds.orders().open(account).stream()
                        .map(each -> OrderBody.of(each, List.of(), listed, ack))
                        .toList();
                return new ChangeTopic.State(feeds.position(), new DataMessage.Items<>(open));
            });
        }

        /** With the fills of this frame alone. */
        @Override
        public List<Object> of(FrameChange change) {
            return change.orders().stream()
                    .filter(each -> each.account() == account)
                    .<Object>map(each -> OrderBody.of(each, fills(change, each), listed, ack))
                    .toList();
        }

        private List<Fill> fills(FrameChange change, OrderView order) {
            return change.fills().stream()
                    .filter(each -> each.order() == order.order())
                    .toList();
        }
    }

    private final class Fills implements ChangeTopic.Content {
        private final int account;

        Fills(int account) {
            this.account = account;
        }

        /** The newest ones, newest first. */
        @Override
        public ChangeTopic.State now() {
            Page<Fill> page = feeds.orders().fillsOfAccount(account, 0, Page.NEWEST, NEWEST);
            List<FillBody> items =
                    page.items().stream().map(AccountContents.this::body).toList();
            return new ChangeTopic.State(page.sequence(), new DataMessage.Items<>(items));
        }

        @Override
        public List<Object> of(FrameChange change) {
            return change.fills().stream()
                    .filter(each -> each.account() == account)
                    .<Object>map(AccountContents.this::body)
                    .toList();
        }
    }

    private final class Balances implements ChangeTopic.Content {
        private final int account;

        Balances(int account) {
            this.account = account;
        }

        @Override
        public ChangeTopic.State now() {
            AccountBalances all = feeds.balances().balances(account);
            List<BalanceBody> items = all.items().stream()
                    .map(each -> BalanceBody.of(each, listed.asset(each.asset())))
                    .toList();
            return new ChangeTopic.State(all.sequence(), new DataMessage.Items<>(items));
        }

        @Override
        public List<Object> of(FrameChange change) {
            return change.balances().stream()
                    .filter(each -> each.account() == account)
                    .<Object>map(each -> BalanceBody.of(
                            each.balance(), listed.asset(each.balance().asset())))
                    .toList();
        }
    }

    private final class OfPositions implements StateTopic.Content {
        private final int account;
        private final Positions positions = new Positions(feeds, listed);

        OfPositions(int account) {
            this.account = account;
        }

        @Override
        public boolean isTouchedBy(FrameChange change) {
            return change.balances().stream().anyMatch(each -> each.account() == account)
                    || change.fills().stream().anyMatch(each -> each.account() == account);
        }

        @Override
        public StateTopic.State now() {
            Positions.Items now = positions.of(account, CostMethod.AVERAGE);
            List<StateTopic.Part> parts = now.items().stream()
                    .map(each -> new StateTopic.Part(each.sequence(), each))
                    .toList();
            return new StateTopic.State(now.sequence(), new DataMessage.Items<>(now.items()), parts);
        }
    }
}
