package io.rialto.bench.queries;

import io.rialto.feeds.archive.PastAccounts;
import io.rialto.feeds.archive.PastOrders;
import io.rialto.feeds.orders.OrderFilter;
import io.rialto.feeds.position.Page;
import io.rialto.feeds.records.RecordStore;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** What is asked, of a random account each time, and how long it may take. */
enum Question {
    USER_BY_ID("user by id", 5) {
        @Override
        void ask(RecordStore store, int account, RandomGenerator random) {
            if (new PastAccounts(store).account(account).isEmpty()) throw absent(account);
        }
    },
    PORTFOLIO("portfolio", 10) {
        @Override
        void ask(RecordStore store, int account, RandomGenerator random) {
            if (new PastAccounts(store).portfolio(account).positions().isEmpty()) throw absent(account);
        }
    },
    ORDERS_PAGE("orders page", 50) {
        /** One of the first pages, as people turn them. */
        @Override
        void ask(RecordStore store, int account, RandomGenerator random) {
            PastOrders orders = new PastOrders(store);
            OptionalLong cursor = OptionalLong.of(Page.NEWEST);
            int pages = 1 + random.nextInt(2);
            for (int page = 0; page < pages && cursor.isPresent(); page++) {
                cursor = orders.orders(account, OrderFilter.ALL, cursor.getAsLong(), ROWS)
                        .next();
            }
        }
    },
    ACTIVE_ORDERS("active orders", 100) {
        @Override
        void ask(RecordStore store, int account, RandomGenerator random) {
            new PastOrders(store).open(account);
        }
    },
    RISK_ANALYSIS("risk analysis", 500) {
        @Override
        void ask(RecordStore store, int account, RandomGenerator random) {
            new PastAccounts(store).standing(account);
        }
    };

    private static final int ROWS = 100;

    final String words;
    final int targetMillis;

    Question(String words, int targetMillis) {
        this.words = words;
        this.targetMillis = targetMillis;
    }

    abstract void ask(RecordStore store, int account, RandomGenerator random);

    private static IllegalStateException absent(int account) {
        return new IllegalStateException("the read model must know account " + account);
    }
}
