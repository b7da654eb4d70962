package io.rialto.feeds.statements;

import io.rialto.feeds.position.Page;
import io.rialto.feeds.position.Position;

/**
 * Questions about what moved. Accounts 1 to 3 are the world outside, fee income and clearing.
 *
 * <p>Threading: any thread.
 *
 * <p>Errors: {@link io.rialto.feeds.position.FeedsStopped} when the feeds no longer follow the journal;
 * {@link IllegalArgumentException} for a limit out of range or a cursor that is of no page of the list.
 */
public final class Statements {
    private final Position position;
    private final MovementLog log;

    Statements(Position position, MovementLog log) {
        this.position = position;
        this.log = log;
    }

    public Statement of(int account, Period period) {
        return position.read(sequence -> log.statement(account, period, sequence));
    }

    /**
     * Movements, newest first.
     *
     * @param asset 0 for every one
     * @param cursor {@link Page#NEWEST}, or the cursor of a page before
     */
    public Page<Movement> movements(int account, int asset, Period period, long cursor, int limit) {
        Page.checkLimit(limit);
        return position.read(sequence -> log.page(account, asset, period, cursor, limit, sequence));
    }
}
