package io.rialto.feeds.rows;

import io.rialto.feeds.orders.OrderStatus;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.trading.SpecialTerms;
import io.rialto.protocol.OrderType;
import io.rialto.protocol.Parking;
import io.rialto.protocol.PegReference;
import io.rialto.protocol.PostOnly;
import io.rialto.protocol.Reason;
import io.rialto.protocol.SelfTradePrevention;
import io.rialto.protocol.Side;
import io.rialto.protocol.TimeInForce;
import io.rialto.protocol.TriggerSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/** An order as a row, there and back: what is read is what was written. */
public final class OrderColumns {
    public static final String NAMES =
            "number, account, instrument, client_order_id, side, type, time_in_force, post_only,"
                    + " self_trade_prevention, requested_price_ticks, working_price_ticks, quantity_lots, quote_amount_minor,"
                    + " executed_lots, prevented_lots, remaining_lots, executed_notional_minor, status, reason, special,"
                    + " parking, list, is_quote, version, created_nanos, updated_nanos, created_sequence, sequence, is_open";

    private OrderColumns() {}

    public static void fill(Insert row, OrderView order) throws SQLException {
        row.of(order.order())
                .of(order.account())
                .of(order.instrument())
                .of(order.clientOrderId())
                .of(order.side())
                .of(order.type())
                .of(order.timeInForce())
                .of(order.postOnly())
                .of(order.selfTradePrevention())
                .of(order.requestedPriceTicks())
                .of(order.workingPriceTicks())
                .of(order.quantityLots())
                .of(order.quoteAmountMinor())
                .of(order.executedLots())
                .of(order.preventedLots())
                .of(order.remainingLots())
                .of(order.executedNotionalMinor())
                .of(order.status())
                .of(order.reason())
                .of(text(order.special()))
                .of(order.parking().map(Enum::name).orElse(""))
                .of(order.list())
                .of(order.isQuote())
                .of(order.version())
                .of(order.createdNanos())
                .of(order.updatedNanos())
                .of(order.createdSequence())
                .of(order.sequence())
                .of(order.status().isOpen())
                .row();
    }

    /** @param row of {@link #NAMES}, in their order and from the first column on: looking up names costs more than the row */
    public static OrderView view(ResultSet row) throws SQLException {
        String parking = row.getString(21);
        return new OrderView(
                row.getLong(1),
                row.getString(4),
                row.getInt(2),
                row.getInt(3),
                Side.valueOf(row.getString(5)),
                OrderType.valueOf(row.getString(6)),
                TimeInForce.valueOf(row.getString(7)),
                PostOnly.valueOf(row.getString(8)),
                SelfTradePrevention.valueOf(row.getString(9)),
                row.getLong(10),
                row.getLong(11),
                row.getLong(12),
                row.getLong(13),
                row.getLong(14),
                row.getLong(15),
                row.getLong(16),
                row.getLong(17),
                OrderStatus.valueOf(row.getString(18)),
                Reason.valueOf(row.getString(19)),
                special(row.getString(20)),
                parking.isEmpty() ? Optional.empty() : Optional.of(Parking.valueOf(parking)),
                row.getLong(22),
                row.getInt(23) != 0,
                row.getInt(24),
                row.getLong(25),
                row.getLong(26),
                row.getLong(27),
                row.getLong(28));
    }

    private static String text(SpecialTerms terms) {
        if (terms.equals(SpecialTerms.NONE)) return "";
        return String.join(
                ",",
                optional(terms.triggerTicks()),
                optional(terms.activationTicks()),
                Long.toString(terms.trailingTicks()),
                Integer.toString(terms.trailingBps()),
                Long.toString(terms.displayLots()),
                Long.toString(terms.displayRangeLots()),
                Long.toString(terms.minQuantityLots()),
                terms.triggerSource().name(),
                terms.pegReference().name(),
                Long.toString(terms.pegOffsetTicks()),
                Long.toString(terms.expireTimeNanos()),
                Boolean.toString(terms.isHidden()),
                Boolean.toString(terms.isAllOrNone()),
                Boolean.toString(terms.isReduceOnly()),
                Boolean.toString(terms.isExempt()));
    }

    private static SpecialTerms special(String text) {
        if (text.isEmpty()) return SpecialTerms.NONE;
        String[] of = text.split(",", -1);
        return new SpecialTerms(
                optional(of[0]),
                optional(of[1]),
                Long.parseLong(of[2]),
                Integer.parseInt(of[3]),
                Long.parseLong(of[4]),
                Long.parseLong(of[5]),
                Long.parseLong(of[6]),
                TriggerSource.valueOf(of[7]),
                PegReference.valueOf(of[8]),
                Long.parseLong(of[9]),
                Long.parseLong(of[10]),
                Boolean.parseBoolean(of[11]),
                Boolean.parseBoolean(of[12]),
                Boolean.parseBoolean(of[13]),
                Boolean.parseBoolean(of[14]));
    }

    private static String optional(OptionalLong ticks) {
        return ticks.isPresent() ? Long.toString(ticks.getAsLong()) : "";
    }

    private static OptionalLong optional(String ticks) {
        return ticks.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(ticks));
    }
}
