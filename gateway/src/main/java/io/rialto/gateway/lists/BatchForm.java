package io.rialto.gateway.lists;

import io.rialto.feeds.orders.OrderView;
import io.rialto.gateway.entry.AmendPart;
import io.rialto.gateway.entry.CancelPart;
import io.rialto.gateway.entry.OrderForm;
import io.rialto.gateway.entry.Part;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.market.Listed;
import io.rialto.gateway.market.Terms;
import io.rialto.gateway.orders.OwnOrders;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The operations of a batch: each says with {@code op} what it does, and beside it what that takes. */
record BatchForm(List<Operation> operations) {
    private static final int MOST_OPERATIONS = 20;

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
        form.knows(Stream.concat(Stream.of("op"), Stream.of(OrderForm.fields())).toArray(String[]::new));
        return new Operation(Kind.PLACE, 0, OrderForm.of(form, instruments).part(account));
    }

    private static Operation amend(Form form, int account, Listed instruments, OwnOrders own) {
        form.knows("op", "id", "price", "quantity");
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
        form.knows("op", "id");
        OrderView order = own.find(account, form.at("id"), form.text("id"));
        return new Operation(Kind.CANCEL, order.order(), new CancelPart(account, order.order()));
    }
}
