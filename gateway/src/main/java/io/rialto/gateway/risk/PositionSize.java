package io.rialto.gateway.risk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How much may be bought or sold so that a stop costs no more than a part of equity, fees of both ways included; and what bound it.
 * Exact: nothing is rounded but the quantity, down to whole lots.
 *
 * @param lossAtStop what the quantity loses when it is stopped, with fees
 */
record PositionSize(BigDecimal quantity, BigDecimal riskAmount, BigDecimal lossAtStop, Constraint bound) {
    /** Of equal ones the first here is named. */
    enum Constraint {
        RISK,
        BUYING_POWER,
        MAX_POSITION,
        MAX_ORDER
    }

    /** Of one unit; rates and shares as decimals. */
    record Trade(BigDecimal equity, BigDecimal risk, BigDecimal entry, BigDecimal stop, BigDecimal feeRate) {
        BigDecimal lossOfOne() {
            BigDecimal fees = entry.add(stop).multiply(feeRate);
            return entry.subtract(stop).abs().add(fees);
        }

        BigDecimal costOfOne() {
            return entry.add(entry.multiply(feeRate));
        }
    }

    record Bounds(Optional<BigDecimal> buyingPower, Optional<BigDecimal> maxPosition, Optional<BigDecimal> maxOrder) {}

    /** What one unit loses must be above zero. */
    static PositionSize of(Trade trade, Bounds bounds, BigDecimal lot) {
        BigDecimal riskAmount = trade.equity.multiply(trade.risk);
        BigDecimal lots = lots(riskAmount, trade.lossOfOne().multiply(lot));
        Constraint bound = Constraint.RISK;
        BigDecimal[] others = {
            bounds.buyingPower
                    .map(money -> lots(money, trade.costOfOne().multiply(lot)))
                    .orElse(lots),
            bounds.maxPosition.map(most -> lots(most, lot)).orElse(lots),
            bounds.maxOrder.map(most -> lots(most, lot)).orElse(lots)
        };
        for (int i = 0; i < others.length; i++) {
            if (others[i].compareTo(lots) >= 0) continue;
            lots = others[i];
            bound = Constraint.values()[i + 1];
        }
        BigDecimal quantity = lots.multiply(lot);
        return new PositionSize(quantity, riskAmount, quantity.multiply(trade.lossOfOne()), bound);
    }

    private static BigDecimal lots(BigDecimal of, BigDecimal one) {
        return of.divide(one, 0, RoundingMode.FLOOR);
    }
}
