package io.rialto.gateway.rebalancing;

import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.rebalancing.Rebalancer;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.TimeInForce;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What parts are wanted of what, and how. */
record RebalanceForm(
        Map<Asset, BigDecimal> weights,
        BigDecimal threshold,
        boolean sellsOthers,
        TimeInForce timeInForce,
        boolean places) {
    private static final int WEIGHT_SCALE = 7;
    private static final Fields TARGET = Fields.of(Field.text("asset"), Field.decimal("weight"));

    static final Fields FIELDS = Fields.of(
            Field.forms("targets", TARGET, Rebalancer.MOST_ORDERS),
            Field.decimal("driftThreshold").optional(),
            Field.choice("others", Others.class).optional(),
            Field.choice("timeInForce", Duration.class).optional(),
            Field.flag("place").optional());

    /** What becomes of assets that are no target. */
    enum Others {
        KEEP,
        SELL
    }

    private enum Duration {
        GTC,
        IOC
    }

    static RebalanceForm of(Form form, Listed listed) {
        form.knows(FIELDS);
        Map<Asset, BigDecimal> weights = new LinkedHashMap<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Form each : form.forms("targets", Rebalancer.MOST_ORDERS)) {
            each.knows(TARGET);
            Asset asset = listed.asset(each.at("asset"), each.text("asset"));
            BigDecimal weight = part(each, "weight");
            if (weights.put(asset, weight) != null) {
                throw Problem.at(each.at("asset"), ProblemCode.INVALID_VALUE, "must be named once", asset.code());
            }
            sum = sum.add(weight);
        }
        if (sum.compareTo(BigDecimal.ONE) > 0) {
            String rule = "weights must be 1 together at the most";
            throw Problem.at(form.at("targets"), ProblemCode.INVALID_VALUE, rule, sum.toPlainString());
        }
        return new RebalanceForm(
                weights,
                form.has("driftThreshold") ? part(form, "driftThreshold") : BigDecimal.ZERO,
                form.choice("others", Others.class, Others.KEEP) == Others.SELL,
                TimeInForce.valueOf(
                        form.choice("timeInForce", Duration.class, Duration.GTC).name()),
                form.flag("place", false));
    }

    private static BigDecimal part(Form form, String name) {
        BigDecimal part =
                BigDecimal.valueOf(Decimals.minor(form.at(name), form.text(name), WEIGHT_SCALE), WEIGHT_SCALE);
        if (part.compareTo(BigDecimal.ONE) <= 0) return part;
        throw Problem.at(form.at(name), ProblemCode.INVALID_VALUE, "must be at most 1", form.text(name));
    }
}
