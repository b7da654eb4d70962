package io.rialto.gateway.contacts;

import io.rialto.gateway.contacts.Contacts.Code;
import io.rialto.gateway.contacts.Contacts.Contact;
import io.rialto.gateway.delivery.Deliveries;
import io.rialto.gateway.delivery.DeliveryItem;
import io.rialto.gateway.delivery.DeliveryItem.Channel;
import io.rialto.gateway.delivery.DeliveryItem.Priority;
import io.rialto.gateway.form.Choices;
import io.rialto.gateway.form.Field;
import io.rialto.gateway.form.Fields;
import io.rialto.gateway.form.Form;
import io.rialto.gateway.form.Times;
import io.rialto.gateway.http.Answer;
import io.rialto.gateway.http.Call;
import io.rialto.gateway.http.RouteGroup;
import io.rialto.gateway.http.Routes;
import io.rialto.gateway.mail.MailCourier;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.problem.ProblemCode;
import io.rialto.gateway.texts.TextCourier;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Where a person wants to be told things, and his proof that it is his. */
public final class ContactRoutes implements RouteGroup {
    private static final Fields NEW = Fields.of(Field.text("address"));
    private static final Pattern DIGITS = Pattern.compile("[0-9]{6}");
    private static final Fields CONFIRMATION = Fields.of(Field.text("code", DIGITS));

    private final Contacts contacts;
    private final Deliveries deliveries;
    private final Clock clock;

    public ContactRoutes(Contacts contacts, Deliveries deliveries, Clock clock) {
        this.contacts = contacts;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /** By what people are reached themselves. */
    private enum Way {
        EMAIL(Channel.EMAIL),
        SMS(Channel.SMS);

        private final Channel channel;

        Way(Channel channel) {
            this.channel = channel;
        }
    }

    @Override
    public void addTo(Routes routes) {
        routes.personal("GET", "/users/me/contacts", this::list)
                .says("Where I am told things: addresses that I have shown to be mine")
                .answers(200, Items.class);
        routes.personal("PUT", "/users/me/contacts/{channel}", this::begin)
                .says("A new address, which counts when the code that is sent there has come back")
                .takes(NEW)
                .answers(202, Begun.class);
        routes.personal("POST", "/users/me/contacts/{channel}/confirm", this::confirm)
                .says("The code that was sent to a new address")
                .takes(CONFIRMATION)
                .answers(200, Items.class);
        routes.personal("DELETE", "/users/me/contacts/{channel}", this::remove)
                .says("Be told nothing more there")
                .answers(200, Items.class);
    }

    private record Body(Channel channel, String address, String confirmedAt) {}

    private record Items(List<Body> items) {}

    private record Begun(Channel channel, String address, String expiresAt) {}

    private Answer list(Call call) {
        return items(call);
    }

    private Answer items(Call call) {
        return Answer.ok(new Items(contacts.of(call.person().number()).stream()
                .map(ContactRoutes::body)
                .toList()));
    }

    private static Body body(Contact contact) {
        return new Body(contact.channel(), contact.address(), time(contact.confirmedMillis()));
    }

    private static String time(long millis) {
        return Times.text(TimeUnit.MILLISECONDS.toNanos(millis));
    }

    private Answer begin(Call call) {
        Form form = call.form().knows(NEW);
        Channel channel = channel(call);
        String address = address(channel, form);
        if (!deliveries.carries(channel)) {
            throw Problem.at("channel", ProblemCode.CHANNEL_AWAY, ProblemCode.CHANNEL_AWAY.title());
        }
        int person = call.person().number();
        Instant now = clock.instant();
        Instant until = now.plus(Contacts.CODE_LIFE);
        boolean isSent = contacts.begin(person, channel, address, (transaction, code) -> {
            DeliveryItem item = new DeliveryItem(
                    "code-" + code.number(),
                    person,
                    channel,
                    address,
                    "Your code for Rialto",
                    lines(code),
                    now,
                    until,
                    Priority.HIGH);
            deliveries.hand(transaction, item);
        });
        if (!isSent) {
            int seconds = (int) Contacts.BETWEEN.toSeconds();
            throw Problem.retry(
                    ProblemCode.TOO_MANY_ATTEMPTS,
                    seconds,
                    "a code a minute, " + Contacts.MOST_A_DAY + " a day: the next one has to wait");
        }
        return Answer.of(202, new Begun(channel, address, time(until.toEpochMilli())));
    }

    private static List<String> lines(Code code) {
        return List.of(
                code.digits() + " confirms that Rialto may send you messages here.",
                "It counts for " + Contacts.CODE_LIFE.toMinutes() + " minutes. If you did not ask for it, do nothing.");
    }

    private Answer confirm(Call call) {
        Form form = call.form().knows(CONFIRMATION);
        Channel channel = channel(call);
        String digits = form.secret("code");
        if (!DIGITS.matcher(digits).matches()) {
            throw Problem.at("code", ProblemCode.INVALID_VALUE, "code must be the six digits that were sent");
        }
        if (!contacts.confirm(call.person().number(), channel, digits)) {
            throw Problem.at("code", ProblemCode.INVALID_VALUE, "code must be the newest one sent, within its time");
        }
        return items(call);
    }

    private Answer remove(Call call) {
        if (!contacts.remove(call.person().number(), channel(call))) {
            throw Problem.at("channel", ProblemCode.NOT_FOUND, "there is no such address");
        }
        return items(call);
    }

    private static Channel channel(Call call) {
        Channel channel = Choices.of("channel", call.part("channel").toUpperCase(Locale.ROOT), Way.class).channel;
        call.concerns("contact:" + channel);
        return channel;
    }

    private static String address(Channel channel, Form form) {
        String address = form.text("address");
        boolean isEmail = channel == Channel.EMAIL;
        boolean isWell = isEmail ? MailCourier.isAddress(address) : TextCourier.isNumber(address);
        String rule = isEmail ? "must be like name@example.com" : "must be like +41441234567";
        if (!isWell) throw Problem.at("address", ProblemCode.INVALID_VALUE, rule, address);
        return address;
    }
}
