package io.rialto.gateway.lists;

import io.rialto.feeds.orders.OrderView;
import io.rialto.gateway.entry.AmendPart;
import io.rialto.gateway.entry.CancelPart;
import io.rialto.gateway.entry.OrderForm;
import io.rialto.gateway.entry.Part;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.orders.OwnOrders;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The operations of a batch: each says with {@code op} what it does, and beside it what that takes. */
record BatchForm(List<Operation> operations) {
    private static final int MOST_OPERATIONS = 20;
    private static final Fields AMEND_FIELDS = Fields.of(
            Field.word("op", "AMEND"),
            Field.text("id"),
            Field.signed("price").optional(),
            Field.decimal("quantity").optional());
    private static final Fields CANCEL_FIELDS = Fields.of(Field.word("op", "CANCEL"), Field.text("id"));
    private static final Fields PLACE_FIELDS =
            Fields.of(Field.word("op", "PLACE")).and(OrderForm.FIELDS);

    /** What is to be done, one after the other. */
    static final Field OPERATIONS =
            Field.formsOf("operations", MOST_OPERATIONS, PLACE_FIELDS, AMEND_FIELDS, CANCEL_FIELDS);

    /** What an operation does. */
    enum Kind {
        PLACE,
        AMEND,
        CANCEL
    }

    /** @param order of which it is; 0 for a new one */
    record Operation(Kind kind, long order, Part part) {}

    static BatchForm of(Form form, int account, Listed instruments, OwnOrders own) {
        List<Operation> operations = new ArrayList<>();
        for (Form each : form.forms("operations", MOST_OPERATIONS)) {
            Kind kind = each.choice("op", Kind.class);
            operations.add(
                    switch (kind) {
                        case PLACE -> place(each, account, instruments);
                        case AMEND -> amend(each, account, instruments, own);
                        case CANCEL -> cancel(each, account, own);
                    });
        }
        return new BatchForm(operations);
    }

    List<Part> parts() {
        return operations.stream().map(Operation::part).toList();
    }

    private static Operation place(Form form, int account, Listed instruments) {
        form.knows(PLACE_FIELDS);
        return new Operation(Kind.PLACE, 0, OrderForm.of(form, instruments).part(account));
    }

    private static Operation amend(Form form, int account, Listed instruments, OwnOrders own) {
        form.knows(AMEND_FIELDS);
        OrderView order = own.find(account, form.at("id"), form.text("id"));
        Terms terms = instruments.terms(order.instrument());
        OptionalLong price = form.has("price")
                ? OptionalLong.of(terms.ticks(form.at("price"), form.text("price")))
                : OptionalLong.empty();
        OptionalLong quantity = form.has("quantity")
                ? OptionalLong.of(terms.lots(form.at("quantity"), form.text("quantity")))
                : OptionalLong.empty();
        if (price.isEmpty() && quantity.isEmpty()) {
            throw Problem.at(form.at("price"), ProblemCode.MISSING_FIELD, "price or quantity is required");
        }
        return new Operation(Kind.AMEND, order.order(), new AmendPart(account, order.order(), price, quantity));
    }

    private static Operation cancel(Form form, int account, OwnOrders own) {
        form.knows(CANCEL_FIELDS);
        OrderView order = own.find(account, form.at("id"), form.text("id"));
        return new Operation(Kind.CANCEL, order.order(), new CancelPart(account, order.order()));
    }
}
