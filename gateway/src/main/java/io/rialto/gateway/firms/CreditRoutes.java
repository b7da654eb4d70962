package io.rialto.gateway.firms;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.firms.CreditLimit;
import io.rialto.feeds.firms.Firms;
import io.rialto.feeds.listing.Account;
import io.rialto.feeds.listing.Asset;
import io.rialto.feeds.listing.Listing;
import io.rialto.feeds.listing.Listings;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Decimals;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.ingress.Command;
import io.rialto.gateway.ingress.Ingress;
import io.rialto.gateway.market.Listed;
import io.rialto.protocol.CreditScope;
import io.rialto.protocol.SetCreditLimitEncoder;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletionStage;

/** Administrators give credit to firms, accounts and traders, and read what they gave; accounts read what bounds them. */
final class CreditRoutes implements RouteGroup {
    private static final Fields SET_FIELDS = Fields.of(
            Field.whole("firm", 1, Integer.MAX_VALUE).optional(),
            Field.text("account").optional(),
            Field.whole("trader", 1, Integer.MAX_VALUE).optional(),
            Field.text("asset"),
            Field.decimal("orderLimit").orNull().optional(),
            Field.decimal("openLimit").orNull().optional(),
            Field.decimal("dayLimit").orNull().optional());

    private final Ingress ingress;
    private final Firms firms;
    private final Listings listings;
    private final Listed listed;
    private final String ack;

    CreditRoutes(Ingress ingress, Feeds feeds, Listed listed, String ack) {
        this.ingress = ingress;
        this.firms = feeds.firms();
        this.listings = feeds.listings();
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.read("/admin/credit", Scope.ADMIN, call -> credit())
                .says("All credit limits")
                .answers(200, Items.class);
        routes.write("PUT", "/admin/credit", Scope.ADMIN, this::set)
                .says("Set credit limits of a firm, an account or a trader")
                .takes(SET_FIELDS)
                .answers(200, Set.class);
        routes.read("/account/credit", Scope.READ, this::ofAccount)
                .says("The credit that bounds the account")
                .answers(200, Items.class);
    }

    /** @param firm, or {@code account} and perhaps {@code trader}; a limit that is null bounds nothing */
    private record Item(
            String firm,
            String account,
            String trader,
            String asset,
            String orderLimit,
            String openLimit,
            String dayLimit,
            long sequence) {}

    private record Items(List<Item> items, long sequence) {}

    private record Set(Item limit, String ack) {}

    private Answer credit() {
        Listing<CreditLimit> found = firms.credit();
        return Answer.ok(new Items(found.items().stream().map(this::item).toList(), found.sequence()));
    }

    /** All that bounds the account's orders: its own limits, its traders', its firm's; whose each is stands in it. */
    private Answer ofAccount(Call call) {
        int account = listed.readAccount(call);
        int firm = listings.account(account).map(Account::firm).orElse(0);
        Listing<CreditLimit> found = firms.credit();
        List<Item> items = found.items().stream()
                .filter(limit -> limit.target() == (limit.scope() == CreditScope.FIRM ? firm : account))
                .map(this::item)
                .toList();
        return Answer.ok(new Items(items, found.sequence()));
    }

    private CompletionStage<Answer> set(Call call) {
        Form form = call.form().knows(SET_FIELDS).notBoth("firm", "account").notBoth("firm", "trader");
        boolean isFirm = form.has("firm");
        CreditScope scope = isFirm ? CreditScope.FIRM : form.has("trader") ? CreditScope.TRADER : CreditScope.ACCOUNT;
        int target = isFirm
                ? (int) form.integer("firm", 1, Integer.MAX_VALUE)
                : listed.account(form.at("account"), form.text("account")).number();
        int trader = (int) form.integer("trader", 1, Integer.MAX_VALUE, 0);
        Asset asset = listed.asset(form.at("asset"), form.text("asset"));
        OptionalLong order = limit(form, "orderLimit", asset);
        OptionalLong open = limit(form, "openLimit", asset);
        OptionalLong day = limit(form, "dayLimit", asset);
        return ingress.submit(call.origin(), command(scope, target, trader, asset.number(), order, open, day))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(new Set(
                                item(new CreditLimit(
                                        scope, target, trader, asset.number(), order, open, day, frame.sequence())),
                                ack))));
    }

    private static OptionalLong limit(Form form, String name, Asset asset) {
        if (!form.has(name)) return OptionalLong.empty();
        return OptionalLong.of(Decimals.minor(form.at(name), form.text(name), asset.scale()));
    }

    private static Command command(
            CreditScope scope,
            int target,
            int trader,
            int asset,
            OptionalLong order,
            OptionalLong open,
            OptionalLong day) {
        return frame -> {
            SetCreditLimitEncoder command = new SetCreditLimitEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .orderLimitMinor(order.orElse(SetCreditLimitEncoder.orderLimitMinorNullValue()))
                    .openLimitMinor(open.orElse(SetCreditLimitEncoder.openLimitMinorNullValue()))
                    .dayLimitMinor(day.orElse(SetCreditLimitEncoder.dayLimitMinorNullValue()))
                    .target(target)
                    .trader(trader)
                    .asset(asset)
                    .scope(scope);
            frame.commandEncoded(SetCreditLimitEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    private Item item(CreditLimit limit) {
        Asset asset = listed.asset(limit.asset());
        boolean isFirm = limit.scope() == CreditScope.FIRM;
        return new Item(
                isFirm ? Integer.toString(limit.target()) : null,
                isFirm ? null : Integer.toString(limit.target()),
                limit.trader() == 0 ? null : Integer.toString(limit.trader()),
                asset.code(),
                text(limit.orderMinor(), asset),
                text(limit.openMinor(), asset),
                text(limit.dayMinor(), asset),
                limit.sequence());
    }

    private static String text(OptionalLong minor, Asset asset) {
        return minor.isEmpty() ? null : Decimals.text(minor.getAsLong(), asset.scale());
    }
}
