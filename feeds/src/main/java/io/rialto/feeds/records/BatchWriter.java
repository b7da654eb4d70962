package io.rialto.feeds.records;

import io.rialto.feeds.changes.EquityChange;
import io.rialto.feeds.events.EventRow;
import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.portfolio.EquityPoint;
import io.rialto.feeds.rows.Insert;
import io.rialto.feeds.rows.OrderColumns;
import io.rialto.feeds.statements.Movement;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;

/** Writes the rows of a batch, table by table, within the caller's transaction. */
final class BatchWriter {
    private final Connection connection;

    BatchWriter(Connection connection) {
        this.connection = connection;
    }

    void write(Batch batch) throws SQLException {
        if (!batch.accounts.isEmpty()) accounts(batch);
        if (!batch.orders.isEmpty()) orders(batch);
        if (!batch.states.isEmpty()) states(batch);
        if (!batch.fills.isEmpty()) fills(batch);
        if (!batch.movements.isEmpty()) movements(batch);
        if (!batch.positions.isEmpty()) positions(batch);
        if (!batch.equity.isEmpty()) equity(batch);
        if (!batch.events.isEmpty()) events(batch);
    }

    private void accounts(Batch batch) throws SQLException {
        String columns = "number, firm, trade_group, self_trade_prevention, opened_nanos, sequence";
        try (Insert rows = new Insert(connection, "account", columns, "")) {
            for (Batch.Opened each : batch.accounts) {
                rows.of(each.number())
                        .of(each.firm())
                        .of(each.tradeGroup())
                        .of(each.selfTradePrevention())
                        .of(each.openedNanos())
                        .of(each.sequence())
                        .row();
            }
        }
    }

    private void orders(Batch batch) throws SQLException {
        try (Insert rows = new Insert(connection, "orders", OrderColumns.NAMES, "number")) {
            for (OrderView order : batch.orders.values()) OrderColumns.fill(rows, order);
        }
    }

    private void states(Batch batch) throws SQLException {
        String columns = "order_number, sequence, time_nanos, version, status, reason, working_price_ticks,"
                + " quantity_lots, executed_lots, remaining_lots";
        try (Insert rows = new Insert(connection, "order_state", columns, "")) {
            for (OrderView each : batch.states) {
                rows.of(each.order())
                        .of(each.sequence())
                        .of(each.updatedNanos())
                        .of(each.version())
                        .of(each.status())
                        .of(each.reason())
                        .of(each.workingPriceTicks())
                        .of(each.quantityLots())
                        .of(each.executedLots())
                        .of(each.remainingLots())
                        .row();
            }
        }
    }

    private void fills(Batch batch) throws SQLException {
        String columns = "number, trade, order_number, account, instrument, side, liquidity, price_ticks,"
                + " quantity_lots, notional_minor, fee_minor, fee_asset, time_nanos, sequence";
        try (Insert rows = new Insert(connection, "fill", columns, "")) {
            for (Fill each : batch.fills) {
                rows.of(each.number())
                        .of(each.trade())
                        .of(each.order())
                        .of(each.account())
                        .of(each.instrument())
                        .of(each.side())
                        .of(each.liquidity())
                        .of(each.priceTicks())
                        .of(each.quantityLots())
                        .of(each.notionalMinor())
                        .of(each.feeMinor())
                        .of(each.feeAsset())
                        .of(each.timeNanos())
                        .of(each.sequence())
                        .row();
            }
        }
    }

    private void movements(Batch batch) throws SQLException {
        String columns =
                "number, account, asset, purse, kind, amount_minor, after_minor, reference, time_nanos, sequence";
        try (Insert rows = new Insert(connection, "movement", columns, "")) {
            for (Movement each : batch.movements) {
                rows.of(each.number())
                        .of(each.account())
                        .of(each.asset())
                        .of(each.purse())
                        .of(each.kind())
                        .of(each.amountMinor())
                        .of(each.afterMinor())
                        .of(each.reference())
                        .of(each.timeNanos())
                        .of(each.sequence())
                        .row();
            }
        }
    }

    private void positions(Batch batch) throws SQLException {
        String columns =
                "account, instrument, quantity, cost_minor, realised_minor, fees_minor, funding_minor, sequence";
        try (Insert rows = new Insert(connection, "position", columns, "account, instrument")) {
            for (Batch.Held each : batch.positions) {
                rows.of(each.account())
                        .of(each.instrument())
                        .of(plain(each.quantity()))
                        .of(each.costMinor().toString())
                        .of(each.realisedMinor().toString())
                        .of(each.feesMinor().toString())
                        .of(each.fundingMinor().toString())
                        .of(each.sequence())
                        .row();
            }
        }
    }

    private static String plain(BigDecimal quantity) {
        return quantity.signum() == 0 ? "0" : quantity.stripTrailingZeros().toPlainString();
    }

    private void equity(Batch batch) throws SQLException {
        String columns = "account, time_nanos, equity, price, fees, funding, transfers, sequence";
        try (Insert rows = new Insert(connection, "equity", columns, "")) {
            for (EquityChange each : batch.equity) {
                EquityPoint point = each.point();
                rows.of(each.account())
                        .of(point.timeNanos())
                        .of(point.equity().toString())
                        .of(point.price().toString())
                        .of(point.fees().toString())
                        .of(point.funding().toString())
                        .of(point.transfers().toString())
                        .of(point.sequence())
                        .row();
            }
        }
    }

    private void events(Batch batch) throws SQLException {
        String columns = "sequence, place, time_nanos, type, account, other_account, order_number, other_order,"
                + " instrument, correlation";
        try (Insert rows = new Insert(connection, "event", columns, "")) {
            for (EventRow each : batch.events) {
                rows.of(each.sequence())
                        .of(each.place())
                        .of(each.timeNanos())
                        .of(each.type())
                        .of(each.account())
                        .of(each.otherAccount())
                        .of(each.order())
                        .of(each.otherOrder())
                        .of(each.instrument())
                        .of(each.correlation())
                        .row();
            }
        }
    }
}
