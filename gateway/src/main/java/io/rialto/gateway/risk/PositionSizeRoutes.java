package io.rialto.gateway.risk;

import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The position-size calculator: it asks nothing of the venue and changes nothing. */
public final class PositionSizeRoutes implements RouteGroup {
    private static final int MOST_DECIMALS = 18;
    private static final Fields CALCULATE_FIELDS = Fields.of(
            Field.decimal("equity"),
            Field.decimal("riskPercent"),
            Field.decimal("entryPrice"),
            Field.decimal("stopPrice"),
            Field.decimal("feeRate").optional(),
            Field.decimal("lotSize").optional(),
            Field.decimal("buyingPower").optional(),
            Field.decimal("maxPosition").optional(),
            Field.decimal("maxOrder").optional());
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    @Override
    public void addTo(Routes routes) {
        routes.write(
                        "POST",
                        "/risk-rules/calculate-position-size",
                        Scope.READ,
                        call -> CompletableFuture.completedFuture(calculate(call)))
                .says("How much may be bought for a given risk")
                .takes(CALCULATE_FIELDS)
                .answers(200, Body.class);
    }

    private record Body(String quantity, String riskAmount, String lossAtStop, String bindingConstraint) {}

    private Answer calculate(Call call) {
        Form form = call.form().knows(CALCULATE_FIELDS);
        BigDecimal percent = positive(form, "riskPercent");
        if (percent.compareTo(WHOLE) > 0) throw invalid(form, "riskPercent", "must be at most 100");
        PositionSize.Trade trade = new PositionSize.Trade(
                decimal(form, "equity"),
                percent.movePointLeft(2),
                positive(form, "entryPrice"),
                positive(form, "stopPrice"),
                form.has("feeRate") ? decimal(form, "feeRate") : BigDecimal.ZERO);
        if (trade.feeRate().compareTo(BigDecimal.ONE) > 0) throw invalid(form, "feeRate", "must be at most 1");
        if (trade.lossOfOne().signum() == 0) throw invalid(form, "stopPrice", "must not be the entry price");
        BigDecimal lot = form.has("lotSize") ? positive(form, "lotSize") : BigDecimal.ONE;
        PositionSize.Bounds bounds = new PositionSize.Bounds(
                optional(form, "buyingPower"), optional(form, "maxPosition"), optional(form, "maxOrder"));
        PositionSize size = PositionSize.of(trade, bounds, lot);
        return Answer.ok(new Body(
                size.quantity().toPlainString(),
                size.riskAmount().toPlainString(),
                size.lossAtStop().toPlainString(),
                size.bound().name()));
    }

    private static Optional<BigDecimal> optional(Form form, String name) {
        return form.has(name) ? Optional.of(decimal(form, name)) : Optional.empty();
    }

    private static BigDecimal positive(Form form, String name) {
        BigDecimal value = decimal(form, name);
        if (value.signum() == 0) throw invalid(form, name, "must be above zero");
        return value;
    }

    /** At the scale at which it was written. */
    private static BigDecimal decimal(Form form, String name) {
        String text = form.text(name);
        int point = text.indexOf('.');
        int scale = point < 0 ? 0 : Math.min(text.length() - point - 1, MOST_DECIMALS);
        return BigDecimal.valueOf(Decimals.minor(form.at(name), text, scale), scale);
    }

    private static Problem invalid(Form form, String name, String rule) {
        return Problem.at(form.at(name), ProblemCode.INVALID_VALUE, rule, form.text(name));
    }
}
