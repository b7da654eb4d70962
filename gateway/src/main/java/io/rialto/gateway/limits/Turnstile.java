package io.rialto.gateway.limits;

import io.rialto.gateway.access.Caller;
import io.rialto.gateway.meters.Charge;
import io.rialto.gateway.meters.Meters;
import io.rialto.gateway.meters.Reading;
import io.rialto.gateway.problem.Problem;
import io.rialto.gateway.security.ClientNetwork;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Lets a request in as far as its address and its caller have not spent what they may: the address before anybody looks at
 * a signature, the caller and his endpoint after. When one refuses, the others get back what they gave.
 *
 * <p>Cancels pay from buckets of their own and pass bans, so who is limited can always cancel. Thread-safe.
 */
public final class Turnstile {
    private final LimitBook book;
    private final Meters meters;
    private final BanLadder bans;
    private final Clock clock;

    public Turnstile(LimitBook book, Meters meters, Clock clock) {
        this.book = book;
        this.meters = meters;
        this.bans = new BanLadder(meters, clock);
        this.clock = clock;
    }

    /** @param hearing told whom, as {@code address:192.0.2.7} or {@code account:100}, and how; must not wait */
    public void whenBanned(BiConsumer<String, String> hearing) {
        bans.whenBanned(hearing);
    }

    /**
     * The address's part.
     *
     * @param path of the route
     * @param isOpen whether nobody will be asked who he is: then the address has an endpoint's limits too
     */
    public Passage enter(String address, String method, String path, boolean isOpen) {
        Limits limits = book.now();
        String who = "address:" + ClientNetwork.of(address);
        Passage passage = new Passage(limits.fare(method, path), who, limits, clock.millis());
        Fare fare = passage.fare();
        if (fare.isCancel()) {
            Charge cancel = new Charge(
                    "address-cancels", "cancels:" + who, limits.address().bucket(), fare.weight());
            take(passage, who, List.of(cancel));
            return passage;
        }
        Optional<Problem> ban = bans.refusal(who);
        if (ban.isPresent()) {
            passage.refuse(ban.get());
            return passage;
        }
        Charge all = new Charge("address", who, limits.address().bucket(), fare.weight());
        take(passage, who, isOpen ? charges(all, "address-", who, limits.address(), passage) : List.of(all));
        return passage;
    }

    /** The caller's part. */
    public void known(Passage passage, Caller caller) {
        if (passage.isRefused()) return;
        String who = name(caller);
        Limits limits = passage.limits();
        Fare fare = passage.fare();
        Tier tier = caller.account() > 0 ? book.tier(caller.account()) : Tier.BROKER;
        Plan plan = limits.tiers().get(tier);
        List<Charge> ofAddress = passage.charged();
        if (fare.isCancel()) {
            take(passage, who, List.of(new Charge("cancels", "cancels:" + who, plan.bucket(), fare.weight())));
        } else {
            Optional<Problem> ban = bans.refusal(who);
            if (ban.isPresent()) passage.refuse(ban.get());
            else {
                Charge all = new Charge("account", who, plan.bucket(), fare.weight());
                take(passage, who, charges(all, "", who, plan, passage));
            }
        }
        if (!passage.isRefused()) return;
        ofAddress.forEach(meters::giveBack);
        passage.givenBack();
    }

    private static String name(Caller caller) {
        if (caller.account() > 0) return "account:" + caller.account();
        return caller.isPerson() ? "person:" + caller.person().number() : "key:" + caller.keyId();
    }

    private static List<Charge> charges(Charge all, String prefix, String who, Plan plan, Passage passage) {
        Fare fare = passage.fare();
        Limits limits = passage.limits();
        return List.of(
                all,
                new Charge(
                        prefix + "endpoint",
                        who + ":" + fare.route(),
                        limits.endpoint(plan).bucket(),
                        fare.weight()),
                new Charge(
                        prefix + "group", who + ":" + fare.group(), limits.window(plan, fare.group()), fare.weight()));
    }

    private void take(Passage passage, String who, List<Charge> charges) {
        List<Reading> readings = meters.takeAll(charges);
        passage.read(readings);
        if (passage.isRefused() && !passage.fare().isCancel())
            bans.strike(who, passage.limits().bans());
    }

    /** Its signature was refused: that costs the address more, and one that cannot pay has a refusal more. */
    public void failed(Passage passage) {
        Limits limits = passage.limits();
        Charge failure =
                new Charge("address", passage.address(), limits.address().bucket(), limits.failureWeight());
        if (!meters.take(failure).isPassed()) bans.strike(passage.address(), limits.bans());
    }
}
