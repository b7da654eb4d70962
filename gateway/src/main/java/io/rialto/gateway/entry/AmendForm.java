package io.rialto.gateway.entry;

import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.OptionalLong;

/** A change of an order whose shape is right. */
public record AmendForm(
        OptionalLong priceTicks, OptionalLong quantityLots, OptionalLong triggerTicks, OptionalLong displayLots) {
    /** What can be changed. */
    public static final Fields FIELDS = Fields.of(
            Field.signed("price").optional(),
            Field.decimal("quantity").optional(),
            Field.signed("triggerPrice").optional(),
            Field.decimal("displayQuantity").optional());

    public static AmendForm of(Form form, Terms terms) {
        form.knows(FIELDS);
        AmendForm asked = new AmendForm(
                ticks(form, "price", terms),
                lots(form, "quantity", terms),
                ticks(form, "triggerPrice", terms),
                lots(form, "displayQuantity", terms));
        if (asked.equals(NOTHING)) {
            throw Problem.of(ProblemCode.MISSING_FIELD, "price, quantity, triggerPrice or displayQuantity is required");
        }
        if (asked.displayLots.isPresent() && !asked.hasOnlyDisplay()) {
            String rule = "displayQuantity is changed by a request of its own";
            throw Problem.at("displayQuantity", ProblemCode.INVALID_VALUE, rule);
        }
        return asked;
    }

    private static final AmendForm NOTHING =
            new AmendForm(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    public Command command(int account, long order) {
        if (displayLots.isPresent()) return OrderCommands.amendDisplay(account, order, displayLots.getAsLong());
        return triggerTicks.isPresent()
                ? OrderCommands.amendTrigger(account, order, triggerTicks, priceTicks, quantityLots)
                : OrderCommands.amend(account, order, priceTicks, quantityLots);
    }

    private boolean hasOnlyDisplay() {
        return priceTicks.isEmpty() && quantityLots.isEmpty() && triggerTicks.isEmpty();
    }

    private static OptionalLong ticks(Form form, String field, Terms terms) {
        return form.has(field) ? OptionalLong.of(terms.ticks(form.at(field), form.text(field))) : OptionalLong.empty();
    }

    private static OptionalLong lots(Form form, String field, Terms terms) {
        return form.has(field) ? OptionalLong.of(terms.lots(form.at(field), form.text(field))) : OptionalLong.empty();
    }
}
