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

    public static OrderView view(ResultSet row) throws SQLException {
        String parking = row.getString("parking");
        return new OrderView(
                row.getLong("number"),
                row.getString("client_order_id"),
                row.getInt("account"),
                row.getInt("instrument"),
                Side.valueOf(row.getString("side")),
                OrderType.valueOf(row.getString("type")),
                TimeInForce.valueOf(row.getString("time_in_force")),
                PostOnly.valueOf(row.getString("post_only")),
                SelfTradePrevention.valueOf(row.getString("self_trade_prevention")),
                row.getLong("requested_price_ticks"),
                row.getLong("working_price_ticks"),
                row.getLong("quantity_lots"),
                row.getLong("quote_amount_minor"),
                row.getLong("executed_lots"),
                row.getLong("prevented_lots"),
                row.getLong("remaining_lots"),
                row.getLong("executed_notional_minor"),
                OrderStatus.valueOf(row.getString("status")),
                Reason.valueOf(row.getString("reason")),
                special(row.getString("special")),
                parking.isEmpty() ? Optional.empty() : Optional.of(Parking.valueOf(parking)),
                row.getLong("list"),
                row.getInt("is_quote") != 0,
                row.getInt("version"),
                row.getLong("created_nanos"),
                row.getLong("updated_nanos"),
                row.getLong("created_sequence"),
                row.getLong("sequence"));
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
