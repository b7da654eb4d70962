package io.rialto.gateway.risk;

import io.rialto.feeds.listing.Account;
import io.rialto.feeds.listing.Listings;
import io.rialto.feeds.orders.OrderFilter;
import io.rialto.feeds.orders.OrderView;
import io.rialto.feeds.orders.Orders;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.entry.OrderForm;
import io.rialto.gateway.entry.Part;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.ingress.KeptFrame;
import io.rialto.gateway.market.Listed;
import io.rialto.protocol.Reason;
import io.rialto.protocol.RiskRuleTestedDecoder;
import io.rialto.protocol.RiskRuleType;
import io.rialto.protocol.TestRiskRuleEncoder;
import io.rialto.protocol.frame.FrameLayout;
import io.rialto.protocol.frame.FrameView;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What a rule would make of an order now, by the live state, and of the account's last orders; nothing is changed. */
public final class RiskTestRoutes implements RouteGroup {
    private static final int MOST_BYTES = 1_024;
    private static final Fields TEST_FIELDS = Fields.of(
            Field.text("account").optional(),
            Field.form("rule", RiskRuleForm.FIELDS),
            Field.form("order", OrderForm.FIELDS));
    private static final int RECENT = 1_000;

    private final Ingress ingress;
    private final Orders orders;
    private final Listings listings;
    private final Listed listed;

    public RiskTestRoutes(Ingress ingress, Orders orders, Listings listings, Listed listed) {
        this.ingress = ingress;
        this.orders = orders;
        this.listings = listings;
        this.listed = listed;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/risk-rules/test", Scope.READ, this::test)
                .says("What a risk rule would say to an order; nothing is changed")
                .takes(TEST_FIELDS)
                .answers(200, Tested.class);
    }

    private record Tested(
            boolean accepted,
            boolean asked,
            boolean breach,
            String measured,
            String limit,
            String reason,
            RecentOrders recent,
            long sequence) {}

    private CompletionStage<Answer> test(Call call) {
        Form form = call.form().knows(TEST_FIELDS);
        int account = listed.askedAccount(call, form);
        RiskRuleForm rule = RiskRuleForm.of(form.form("rule"), listed);
        OrderForm order = OrderForm.of(form.form("order").knows(OrderForm.FIELDS), listed);
        return ingress.submit(call.origin(), command(account, rule, order.part(account)))
                .thenApply(outcome -> Answer.decided(outcome, frame -> Answer.ok(tested(frame, account, rule, order))));
    }

    private static Command command(int account, RiskRuleForm rule, Part order) {
        return frame -> {
            frame.reserve(MOST_BYTES);
            int start = frame.commandOffset();
            TestRiskRuleEncoder head = new TestRiskRuleEncoder()
                    .wrapAndApplyHeader(frame.buffer(), start, frame.partHeader())
                    .account(account);
            int end = frame.endOfPart(start, head.encodedLength());
            end = frame.endOfPart(end, rule.write(frame, end, 0));
            end = frame.endOfPart(end, order.write(frame, end));
            frame.commandEncoded(TestRiskRuleEncoder.TEMPLATE_ID, end - start - FrameLayout.PART_HEADER_LENGTH);
        };
    }

    private Tested tested(KeptFrame frame, int account, RiskRuleForm rule, OrderForm order) {
        FrameView view = frame.event(RiskRuleTestedDecoder.TEMPLATE_ID).orElseThrow();
        RiskRuleTestedDecoder tested = new RiskRuleTestedDecoder()
                .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
        boolean isAsked = tested.asked() == 1;
        int instrument = order.terms().instrument().number();
        return new Tested(
                tested.reason() == Reason.NONE,
                isAsked,
                tested.beyond() == 1,
                isAsked ? text(rule, instrument, tested.measured(), frame.sequence()) : null,
                text(rule, instrument, rule.limit(), frame.sequence()),
                tested.reason() == Reason.NONE ? null : tested.reason().name(),
                RecentOrders.canMeasure(rule.type()) ? recent(account, rule) : null,
                frame.sequence());
    }

    private String text(RiskRuleForm rule, int instrument, long value, long sequence) {
        if (rule.type() == RiskRuleType.ALLOWED_HOURS) return Hours.text(value);
        return LimitUnits.text(value, rule.type(), instrument, rule.asset(), listed, sequence);
    }

    private RecentOrders recent(int account, RiskRuleForm rule) {
        int firm = listings.account(account).map(Account::firm).orElse(0);
        List<RecentOrders.Sent> sent = new ArrayList<>();
        if (rule.concerns(account, firm)) {
            for (OrderView order :
                    orders.orders(account, OrderFilter.ALL, Page.NEWEST, RECENT).items()) {
                sent.add(new RecentOrders.Sent(
                        order,
                        listed.terms(order.instrument(), order.createdSequence())
                                .instrument()));
            }
        }
        Collections.reverse(sent);
        return RecentOrders.of(rule, sent);
    }
}
