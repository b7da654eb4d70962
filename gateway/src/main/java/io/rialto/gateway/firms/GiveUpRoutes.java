package io.rialto.gateway.firms;

import io.rialto.feeds.Feeds;
import io.rialto.feeds.fills.Fill;
import io.rialto.feeds.firms.Firms;
import io.rialto.feeds.firms.GiveUp;
import io.rialto.feeds.firms.GiveUpStatus;
import io.rialto.feeds.listing.Account;
import io.rialto.feeds.listing.Listings;
import io.rialto.feeds.orders.Orders;
import io.rialto.feeds.position.Page;
import io.rialto.gateway.access.Scope;
import io.rialto.gateway.form.Cursors;
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
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.protocol.AnswerGiveUpEncoder;
import io.rialto.protocol.GiveUpAnswer;
import io.rialto.protocol.GiveUpEncoder;
import io.rialto.protocol.GiveUpRequestedDecoder;
import io.rialto.protocol.Side;
import io.rialto.protocol.frame.FrameView;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;

/** Accounts give trades up to others, and answer what others give up to them or to their firm; administrators see all. */
final class GiveUpRoutes implements RouteGroup {
    private static final int USUAL_LIMIT = 100;
    private static final Fields OFFER_FIELDS = Fields.of(
            Field.text("tradeId"),
            Field.text("account"),
            Field.decimal("quantity"),
            Field.choice("side", Side.class).optional());
    private static final int MOST_PAGES = 10;

    private final Ingress ingress;
    private final Firms firms;
    private final Orders orders;
    private final Listings listings;
    private final Listed listed;
    private final String ack;

    GiveUpRoutes(Ingress ingress, Feeds feeds, Listed listed, String ack) {
        this.ingress = ingress;
        this.firms = feeds.firms();
        this.orders = feeds.orders();
        this.listings = feeds.listings();
        this.listed = listed;
        this.ack = ack;
    }

    @Override
    public void addTo(Routes routes) {
        routes.write("POST", "/give-ups", Scope.TRADE, this::offer)
                .says("Offer a trade to another account")
                .takes(OFFER_FIELDS)
                .answers(201, Offered.class);
        routes.read("/give-ups", Scope.READ, this::own, "status", "account", "limit", "cursor")
                .says("The account's give-ups, offered and received")
                .with(Field.choice("status", GiveUpStatus.class).optional())
                .answers(200, Items.class);
        routes.read("/give-ups/{id}", Scope.READ, this::one, "account")
                .says("One give-up")
                .answers(200, GiveUpBody.class);
        routes.write("POST", "/give-ups/{id}/accept", Scope.TRADE, call -> answer(call, GiveUpAnswer.ACCEPT))
                .says("Accept a give-up")
                .takes(Fields.NONE)
                .answers(200, Answered.class);
        routes.write("POST", "/give-ups/{id}/refuse", Scope.TRADE, call -> answer(call, GiveUpAnswer.REFUSE))
                .says("Refuse a give-up")
                .takes(Fields.NONE)
                .answers(200, Answered.class);
        routes.write("POST", "/give-ups/{id}/withdraw", Scope.TRADE, call -> answer(call, GiveUpAnswer.WITHDRAW))
                .says("Withdraw a give-up")
                .takes(Fields.NONE)
                .answers(200, Answered.class);
        routes.read("/admin/give-ups", Scope.ADMIN, call -> page(call, one -> true), "status", "limit", "cursor")
                .says("All give-ups")
                .with(Field.choice("status", GiveUpStatus.class).optional())
                .answers(200, Items.class);
    }

    private record Offered(
            String id, String tradeId, String account, String taker, GiveUpStatus status, long sequence, String ack) {}

    private record Answered(String id, GiveUpStatus status, long sequence, String ack) {}

    private record Items(List<GiveUpBody> items, String next, long sequence) {}

    private CompletionStage<Answer> offer(Call call) {
        int giver = call.tradeAccount();
        Form form = call.form().knows(OFFER_FIELDS);
        long trade = number(form.at("tradeId"), form.text("tradeId"));
        int taker = listed.account(form.at("account"), form.text("account")).number();
        String quantity = form.text("quantity");
        Side side = form.choice("side", Side.class, Side.NULL_VAL);
        OptionalInt instrument = instrumentOf(trade, giver);
        // Of what the account is not known to have a part the core says what is wrong with it, whatever the quantity.
        long lots = instrument.isEmpty()
                ? Long.MAX_VALUE
                : listed.terms(instrument.getAsInt()).lots(form.at("quantity"), quantity);
        return ingress.submit(call.origin(), offer(trade, lots, giver, taker, side))
                .thenApply(outcome -> Answer.decided(outcome, frame -> offered(frame, trade, giver, taker)));
    }

    private OptionalInt instrumentOf(long trade, int account) {
        Page<GiveUp> known = firms.giveUps(one -> one.trade() == trade, Page.NEWEST, 1);
        if (!known.items().isEmpty()) return OptionalInt.of(known.items().get(0).instrument());
        long cursor = Page.NEWEST;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Page<Fill> page = orders.fillsOfAccount(account, 0, cursor, Page.MAX_ITEMS);
            for (Fill fill : page.items()) if (fill.trade() == trade) return OptionalInt.of(fill.instrument());
            if (page.next().isEmpty()) break;
            cursor = page.next().getAsLong();
        }
        return OptionalInt.empty();
    }

    private static Command offer(long trade, long lots, int giver, int taker, Side side) {
        return frame -> {
            GiveUpEncoder command = new GiveUpEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .trade(trade)
                    .quantityLots(lots)
                    .account(giver)
                    .taker(taker)
                    .side(side);
            frame.commandEncoded(GiveUpEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    private Answer offered(KeptFrame frame, long trade, int giver, int taker) {
        FrameView view = frame.event(GiveUpRequestedDecoder.TEMPLATE_ID).orElseThrow();
        GiveUpRequestedDecoder told = new GiveUpRequestedDecoder()
                .wrap(view.buffer(), view.eventOffset(), view.eventBlockLength(), view.eventVersion());
        return Answer.created(new Offered(
                Long.toString(told.giveUp()),
                Long.toString(trade),
                Integer.toString(giver),
                Integer.toString(taker),
                GiveUpStatus.PENDING,
                frame.sequence(),
                ack));
    }

    private CompletionStage<Answer> answer(Call call, GiveUpAnswer answer) {
        int account = call.tradeAccount();
        call.form().knows(Fields.NONE);
        long giveUp = id(call);
        GiveUpStatus status = answer == GiveUpAnswer.ACCEPT
                ? GiveUpStatus.ACCEPTED
                : answer == GiveUpAnswer.REFUSE ? GiveUpStatus.REFUSED : GiveUpStatus.WITHDRAWN;
        return ingress.submit(call.origin(), answer(giveUp, account, answer))
                .thenApply(outcome -> Answer.decided(
                        outcome,
                        frame -> Answer.ok(new Answered(Long.toString(giveUp), status, frame.sequence(), ack))));
    }

    private static Command answer(long giveUp, int account, GiveUpAnswer answer) {
        return frame -> {
            AnswerGiveUpEncoder command = new AnswerGiveUpEncoder()
                    .wrapAndApplyHeader(frame.buffer(), frame.commandOffset(), frame.partHeader())
                    .giveUp(giveUp)
                    .account(account)
                    .answer(answer);
            frame.commandEncoded(AnswerGiveUpEncoder.TEMPLATE_ID, command.encodedLength());
        };
    }

    /** Those that the account, or one of its firm, gave or was given. */
    private Answer own(Call call) {
        return page(call, isOf(listed.readAccount(call)));
    }

    private Predicate<GiveUp> isOf(int account) {
        int firm = firm(account);
        return one -> one.account() == account
                || one.taker() == account
                || firm != 0 && (firm(one.account()) == firm || firm(one.taker()) == firm);
    }

    private int firm(int account) {
        return listings.account(account).map(Account::firm).orElse(0);
    }

    private Answer page(Call call, Predicate<GiveUp> isMeant) {
        Predicate<GiveUp> isAsked = call.choice("status", GiveUpStatus.class)
                .map(status -> isMeant.and(one -> one.status() == status))
                .orElse(isMeant);
        long cursor = call.parameter("cursor").map(Cursors::place).orElse(Page.NEWEST);
        int limit = (int) call.whole("limit", 1, Page.MAX_ITEMS).orElse(USUAL_LIMIT);
        Page<GiveUp> page = firms.giveUps(isAsked, cursor, limit);
        List<GiveUpBody> items =
                page.items().stream().map(one -> GiveUpBody.of(one, listed)).toList();
        String next = page.next().isPresent() ? Cursors.text(page.next().getAsLong()) : null;
        return Answer.ok(new Items(items, next, page.sequence()));
    }

    private Answer one(Call call) {
        boolean isOfAll = call.caller().seesAll();
        Predicate<GiveUp> isMeant = isOfAll ? one -> true : isOf(listed.readAccount(call));
        GiveUp found = firms.giveUp(id(call))
                .item()
                .filter(isMeant)
                .orElseThrow(() -> Problem.of(ProblemCode.NOT_FOUND, "no such give-up"));
        return Answer.ok(GiveUpBody.of(found, listed));
    }

    private static long id(Call call) {
        try {
            return Long.parseLong(call.part("id"));
        } catch (NumberFormatException unreadable) {
            throw Problem.of(ProblemCode.NOT_FOUND, "no such give-up");
        }
    }

    private static long number(String field, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException unreadable) {
            throw Problem.at(field, ProblemCode.INVALID_VALUE, "must be a trade's number", text);
        }
    }
}
