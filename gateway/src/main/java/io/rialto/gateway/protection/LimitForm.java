package io.rialto.gateway.protection;

import io.rialto.gateway.form.Form;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.parameters.ParameterUnits;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.AccountLimit;
import java.util.Optional;

/** A limit of an account, as administrators write it: sizes in the instrument's own decimals, all else whole numbers. */
record LimitForm(int account, int instrument, AccountLimit limit, long value) {
    static LimitForm of(Form form, Listed listed) {
        int account = listed.account(form.at("account"), form.text("account")).number();
        AccountLimit limit = form.choice("limit", AccountLimit.class);
        Optional<Terms> terms = form.optionalText("symbol").map(symbol -> listed.terms(form.at("symbol"), symbol));
        boolean isOfOne = limit == AccountLimit.ORDER_LIMIT_LOTS || limit == AccountLimit.ORDER_LIMIT_MINOR;
        if (isOfOne && terms.isEmpty()) {
            throw Problem.at(form.at("symbol"), ProblemCode.MISSING_FIELD, "symbol is required for " + limit);
        }
        return new LimitForm(
                account,
                terms.map(each -> each.instrument().number()).orElse(0),
                limit,
                ParameterUnits.read(form, "value", limit.name(), terms.orElse(null)));
    }

    /** Null for none. */
    static String text(AccountLimit limit, long value, int instrument, Listed listed) {
        return ParameterUnits.text(limit.name(), value, instrument == 0 ? null : listed.terms(instrument));
    }
}
